/** The box one writes in; when the desk has asked for a code it becomes a field for that code. */
import type { JSX } from 'preact';
import { askedFor, type ChatState } from './chat-state.js';
import type { Doings } from './doings.js';
import { Icon } from './icons.js';
import type { Words } from './words.js';

type Props = { readonly state: ChatState; readonly say: Words; readonly doings: Doings };

const MOST_ROWS = 6;

/** What helps the keyboard and the memory of the phone. */
const HELP = {
  code: { inputMode: 'numeric', autoComplete: 'one-time-code' },
  'letter-code': { autoComplete: 'off', autoCapitalize: 'characters' },
  email: { inputMode: 'email', autoComplete: 'email' },
} as const;

export function Composer({ state, say, doings }: Props): JSX.Element {
  const asked = askedFor(state);
  const { text } = state.draft;
  const field = {
    id: 'box',
    value: text,
    enterkeyhint: 'send',
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => doings.write(event.currentTarget.value),
  } as const;
  const send = (event: Event): void => {
    event.preventDefault();
    doings.send();
  };
  const onKey = (event: KeyboardEvent): void => {
    // Enter also ends the choice of a character in some keyboards: that one does not send.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
  };
  return (
    <form class="composer" onSubmit={send}>
      <div class="ask">
        <label for="box" class={asked ? '' : 'hidden'}>
          {asked ? say[`ask-${asked}`] : say.write}
        </label>
        {asked && (
          <button type="button" class="plain" onClick={doings.decline}>
            {say.writeElse}
          </button>
        )}
      </div>
      <div class="field">
        {asked ? (
          <input key={asked} {...field} {...HELP[asked]} class={asked} spellcheck={false} />
        ) : (
          <textarea
            {...field}
            rows={Math.min(MOST_ROWS, text.split('\n').length)}
            placeholder={`${say.write} …`}
            onKeyDown={onKey}
          />
        )}
        <button class="send" aria-label={say.send}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
