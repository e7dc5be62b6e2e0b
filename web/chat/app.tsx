/** The whole page, drawn from its state. */
import type { JSX } from 'preact';
import type { ChatState } from './chat-state.js';
import { Composer } from './composer.js';
import type { Doings } from './doings.js';
import { Ended } from './ended.js';
import { Header } from './header.js';
import { Icon } from './icons.js';
import { Talk } from './talk.js';
import { fill, words } from './words.js';

type Props = {
  readonly collector: string;
  readonly state: ChatState;
  readonly doings: Doings;
};

export function App({ collector, state, doings }: Props): JSX.Element {
  const say = words[state.language];
  return (
    <div class="page">
      <Header collector={collector} state={state} say={say} doings={doings} />
      {state.ended ? (
        <Ended untold={state.ended === 'untold'} say={say} onAgain={doings.again} />
      ) : (
        <>
          <Talk state={state} say={say} doings={doings} />
          <footer>
            <Composer state={state} say={say} doings={doings} />
            <button class="plain human" onClick={() => doings.press(say.human)}>
              <Icon name="person" />
              {say.human}
            </button>
          </footer>
        </>
      )}
      <p class="hidden" role="status">
        {state.copied === undefined ? '' : fill(say.copied, state.copied.label)}
      </p>
    </div>
  );
}
