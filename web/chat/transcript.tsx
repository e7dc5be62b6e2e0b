/** What has been said, oldest first; text stays text. */
import type { JSX } from 'preact';
import type { Handoff, Message } from './activity.js';
import { CardView } from './card.js';
import type { ChatState } from './chat-state.js';
import type { Doings } from './doings.js';
import { findLinks } from './links.js';
import type { Letter } from './outbox.js';
import type { Words } from './words.js';

type Props = { readonly state: ChatState; readonly say: Words; readonly doings: Doings };
type Turn = Pick<Message, 'key' | 'by' | 'text' | 'at' | 'lang' | 'cards'> & { readonly fate: Letter['state'] };

export function Transcript({ state, say, doings }: Props): JSX.Element {
  const turns = turnsOf(state);
  return (
    <div class="log" role="log" aria-live="polite" aria-label={say.conversation} aria-busy={!state.settled}>
      {turns.map((turn, index) =>
        'to' in turn ? (
          <p key={turn.id} class="notice">
            {say[`handoff-${turn.to}`]}
          </p>
        ) : (
          <TurnView
            key={turn.key}
            turn={turn}
            before={turns[index - 1]}
            copied={state.copied}
            say={say}
            doings={doings}
          />
        ),
      )}
    </div>
  );
}

/** What was said, then the letters the server has not yet echoed. */
function turnsOf({ items, outbox }: ChatState): readonly (Handoff | Turn)[] {
  const turns: (Handoff | Turn)[] = items.map((item) => (item.kind === 'message' ? { ...item, fate: 'sent' } : item));
  for (const { key, outgoing, state } of outbox) {
    if (outgoing.type === 'event' || turns.some((turn) => 'key' in turn && turn.key === key)) continue;
    turns.push({ key, by: 'you', text: outgoing.text, at: '', lang: undefined, cards: [], fate: state });
  }
  return turns;
}

type TurnProps = {
  readonly turn: Turn;
  readonly before: Handoff | Turn | undefined;
  readonly copied: ChatState['copied'];
  readonly say: Words;
  readonly doings: Doings;
};

function TurnView({ turn, before, copied, say, doings }: TurnProps): JSX.Element {
  const { key, by, text, at, lang, cards, fate } = turn;
  const follows = before !== undefined && 'by' in before && before.by === by;
  return (
    <div class={`turn ${by} ${fate}${follows ? ' follows' : ''}`}>
      <p class="by">
        <span class={by === 'you' || follows ? 'hidden' : ''}>{say[`by-${by}`]}</span>
        {!follows && at && <time dateTime={at}>{clock(at, say.locale)}</time>}
      </p>
      {text && (
        <div class="bubble" dir="auto" lang={lang}>
          {findLinks(text, location.origin).map((piece) =>
            piece.isLink ? (
              <a href={piece.text} target="_blank" rel="noopener">
                {piece.text}
              </a>
            ) : (
              piece.text
            ),
          )}
        </div>
      )}
      {cards.map((card, index) => (
        <CardView key={index} card={card} copied={copied} say={say} onCopy={doings.copy} />
      ))}
      {fate !== 'sent' && (
        <p class="fate">
          {say[`fate-${fate}`]}
          {fate === 'refused' && (
            <button class="plain" onClick={() => doings.retry(key)}>
              {say.retry}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** The time of day; what is no instant is shown as none. */
function clock(at: string, locale: string): string {
  const instant = new Date(at);
  return isNaN(instant.getTime()) ? '' : instant.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
}
