/** What has been said, oldest first; text stays text. */
import type { JSX } from 'preact';
import { CardView } from './card.js';
import type { ChatState, Item } from './chat-state.js';
import type { Doings } from './doings.js';
import { findLinks } from './links.js';
import type { Letter } from './outbox.js';
import type { Words } from './words.js';

type Props = { readonly state: ChatState; readonly say: Words; readonly doings: Doings };

export function Transcript({ state, say, doings }: Props): JSX.Element {
  const known = new Set(state.items.map(({ key }) => key));
  const unsettled = state.outbox.filter(({ key, outgoing }) => outgoing.type === 'message' && !known.has(key));
  return (
    <div class="log" role="log" aria-live="polite" aria-label={say.conversation} aria-busy={!state.settled}>
      {state.items.map((item, index) => (
        <ItemView key={item.key} item={item} before={state.items[index - 1]} state={state} say={say} doings={doings} />
      ))}
      {unsettled.map((letter) => (
        <LetterView key={letter.key} letter={letter} say={say} onRetry={doings.retry} />
      ))}
    </div>
  );
}

type ItemProps = Props & { readonly item: Item; readonly before: Item | undefined };

function ItemView({ item, before, state, say, doings }: ItemProps): JSX.Element {
  if (item.kind === 'notice') {
    return <p class="notice">{say[`handoff-${item.notice}`]}</p>;
  }
  const { by, at, text, lang, cards } = item;
  const follows = before?.kind === 'message' && before.by === by;
  return (
    <div class={`turn ${by}${follows ? ' follows' : ''}`}>
      <p class="by">
        <span class={by === 'you' || follows ? 'hidden' : ''}>{say[`by-${by}`]}</span>
        {!follows && at !== '' && <time dateTime={at}>{clock(at, say.locale)}</time>}
      </p>
      {text !== '' && <Text text={text} lang={lang} />}
      {cards.map((card) => (
        <CardView key={card.title} card={card} copied={state.copied} say={say} onCopy={doings.copy} />
      ))}
    </div>
  );
}

type LetterProps = { readonly letter: Letter; readonly say: Words; readonly onRetry: (key: string) => void };

function LetterView({ letter: { key, outgoing, state }, say, onRetry }: LetterProps): JSX.Element {
  return (
    <div class={`turn you ${state}`}>
      <p class="by">
        <span class="hidden">{say['by-you']}</span>
      </p>
      <Text text={outgoing.type === 'message' ? outgoing.text : ''} lang={undefined} />
      {state !== 'sent' && (
        <p class="fate">
          {say[`fate-${state === 'sending' ? 'waiting' : state}`]}
          {state === 'refused' && (
            <button class="plain" onClick={() => onRetry(key)}>
              {say.retry}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function Text({ text, lang }: { readonly text: string; readonly lang: string | undefined }): JSX.Element {
  return (
    <div class="bubble" dir="auto" lang={lang}>
      {findLinks(text, location.origin).map(({ text: piece, href }) =>
        href === undefined ? (
          piece
        ) : (
          <a href={href} target="_blank" rel="noopener">
            {piece}
          </a>
        ),
      )}
    </div>
  );
}

function clock(at: string, locale: string): string {
  const instant = new Date(at);
  return Number.isNaN(instant.getTime())
    ? ''
    : instant.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
}
