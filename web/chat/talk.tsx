/** The conversation: what was said, what may be answered, and a sign when an answer is on its way. */
import type { JSX } from 'preact';
import type { ChatState } from './chat-state.js';
import type { Doings } from './doings.js';
import { Transcript } from './transcript.js';
import type { Words } from './words.js';

type Props = {
  readonly state: ChatState;
  readonly say: Words;
  readonly doings: Doings;
};

export function Talk({ state, say, doings }: Props): JSX.Element {
  // A person is asked for by the button that always stands below.
  const suggestions = state.suggestions.filter(({ value }) => value !== say.human);
  return (
    <main class="talk" tabIndex={0} aria-label={say.conversation} onScroll={doings.scrolled}>
      <p class="notice">{say.machineNote}</p>
      <Transcript state={state} say={say} doings={doings} />
      {state.answering && (
        <p class="dots" role="status">
          <span class="hidden">{say.typing}</span>
          <i />
          <i />
          <i />
        </p>
      )}
      {suggestions.length > 0 && (
        <div class="suggestions" role="group" aria-label={say.suggestions}>
          {suggestions.map(({ title, value, opens }) =>
            opens ? (
              <a key={value} href={value} target="_blank" rel="noopener">
                {title}
              </a>
            ) : (
              <button key={value} onClick={() => doings.press(value)}>
                {title}
              </button>
            ),
          )}
        </div>
      )}
      {state.newBelow && (
        <button class="below" onClick={doings.showNewest}>
          {say.newBelow} ↓
        </button>
      )}
    </main>
  );
}
