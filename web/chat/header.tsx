/** Whose desk it is, how sure it is of who one is, and the way out. */
import type { JSX } from 'preact';
import { readLanguage } from './activity.js';
import type { ChatState } from './chat-state.js';
import type { Doings } from './doings.js';
import { Icon } from './icons.js';
import { words, type Words } from './words.js';

type Props = {
  readonly collector: string;
  readonly state: ChatState;
  readonly say: Words;
  readonly doings: Doings;
};

export function Header({ collector, state, say, doings }: Props): JSX.Element {
  return (
    <header>
      <span class="mark">
        <Icon name="mark" />
      </span>
      <div class="who">
        <h1>{collector}</h1>
        {!state.ended && (
          <p class={`level ${state.level}`} role="status">
            {say[`level-${state.level}`]}
          </p>
        )}
      </div>
      <div class="tools">
        <select
          aria-label={say.chooseLanguage}
          value={state.language}
          onChange={(event) => doings.speak(readLanguage(event.currentTarget.value) ?? state.language)}
        >
          {Object.entries(words).map(([code, { language }]) => (
            <option key={code} value={code} lang={code}>
              {language}
            </option>
          ))}
        </select>
        {!state.ended && (
          <button class="plain end" onClick={doings.end}>
            {say.end}
          </button>
        )}
      </div>
      <p class="link" role="status">
        {linkLine(state, say)}
      </p>
    </header>
  );
}

function linkLine({ ended, online, link }: ChatState, say: Words): string {
  if (ended) return '';
  if (!online) return say['link-offline'];
  return link === 'live' ? '' : say[`link-${link}`];
}
