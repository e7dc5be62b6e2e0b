/** All that the page shows, and how it changes: a pure reducer. */
import type { Activity, Card, Expects, Handoff, Language, Level, Message, Suggestion } from './activity.js';
import type { Outbox } from './outbox.js';
import type { Link } from './pass.js';

export type Item =
  | {
      readonly kind: 'message';
      /** Stays the same from typing to echo, so that nothing is read out twice. */
      readonly key: string;
      readonly id: string;
      readonly by: Message['by'];
      readonly text: string;
      readonly at: string;
      readonly lang: Language | undefined;
      readonly cards: readonly Card[];
    }
  | { readonly kind: 'notice'; readonly key: string; readonly notice: 'gone' | Handoff['to'] };

/** What is being written; `free`: begun in the large box, not in a field for something asked. */
export type Draft = { readonly text: string; readonly free: boolean };

export type ChatState = {
  readonly items: readonly Item[];
  readonly outbox: Outbox;
  readonly suggestions: readonly Suggestion[];
  readonly expects: Expects | undefined;
  readonly level: Level;
  readonly language: Language;
  /** The person chose it, so the desk's own guess no longer moves it. */
  readonly chosen: boolean;
  readonly link: Link;
  readonly online: boolean;
  readonly withPerson: boolean;
  /** An answer is on its way. */
  readonly answering: boolean;
  /** The first news has come; before that a screen reader should not read out history. */
  readonly settled: boolean;
  readonly draft: Draft;
  /** The person would rather write something else than the code just asked for. */
  readonly declined: boolean;
  /** The value just copied from a card, by its label. */
  readonly copied: string | undefined;
  /** Something new is below what is in view. */
  readonly newBelow: boolean;
  readonly ended: false | 'told' | 'telling' | 'untold';
};

/** What is simply so, whatever was before. */
type Plain = Pick<ChatState, 'link' | 'online' | 'answering' | 'declined' | 'copied' | 'newBelow'>;
export type Change =
  | { readonly type: 'beginning'; readonly anew: boolean }
  | { readonly type: 'activities'; readonly activities: readonly Activity[] }
  | { readonly type: 'outbox'; readonly outbox: Outbox }
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'draft'; readonly text: string }
  | { readonly type: 'plain'; readonly now: Partial<Plain> }
  | { readonly type: 'ended'; readonly ended: ChatState['ended'] };

/** The page before anything has been said. */
export function emptyChat({ language, chosen, online }: Pick<ChatState, 'language' | 'chosen' | 'online'>): ChatState {
  return {
    language,
    chosen,
    online,
    items: [],
    outbox: [],
    suggestions: [],
    expects: undefined,
    level: 'none',
    link: 'connecting',
    withPerson: false,
    answering: false,
    settled: false,
    draft: { text: '', free: true },
    declined: false,
    copied: undefined,
    newBelow: false,
    ended: false,
  };
}

/** What the box asks for now; what one has begun to write is not taken out of one's hands. */
export function askedFor({ expects, declined, draft }: ChatState): Expects | undefined {
  return declined || (draft.free && draft.text !== '') ? undefined : expects;
}

/** The page after a change. Activities that come twice change nothing. */
export function reduce(state: ChatState, change: Change): ChatState {
  switch (change.type) {
    case 'beginning':
      return begin(state, change.anew);
    case 'activities':
      return { ...change.activities.reduce(hear, state), settled: true };
    case 'outbox':
      return post(state, change.outbox);
    case 'language':
      return { ...state, language: change.language, chosen: true };
    case 'draft':
      return { ...state, draft: { text: change.text, free: askedFor(state) === undefined } };
    case 'plain':
      return { ...state, ...change.now };
    case 'ended':
      return { ...emptyChat(state), ended: change.ended };
  }
}

function begin(state: ChatState, anew: boolean): ChatState {
  const { outbox, link, draft } = state;
  const items: readonly Item[] = anew ? [{ kind: 'notice', key: 'gone', notice: 'gone' }] : [];
  return { ...emptyChat(state), outbox, link, draft, items };
}

function post(state: ChatState, outbox: Outbox): ChatState {
  const before = new Map(state.outbox.map((letter) => [letter.key, letter.state]));
  const messages = outbox.filter(({ outgoing }) => outgoing.type === 'message');
  const written = messages.some(({ key }) => !before.has(key));
  const taken = messages.some(({ key, state: now }) => now === 'sent' && before.get(key) !== 'sent');
  return {
    ...state,
    outbox,
    answering: state.answering || (taken && !state.withPerson),
    suggestions: written ? [] : state.suggestions,
    expects: written ? undefined : state.expects,
  };
}

function hear(state: ChatState, activity: Activity): ChatState {
  switch (activity.kind) {
    case 'typing':
      return { ...state, answering: true };
    case 'handoff':
      return handOver(state, activity);
    case 'message':
      return readOut(state, activity);
  }
}

function handOver(state: ChatState, { id, to }: Handoff): ChatState {
  if (state.items.some(({ key }) => key === id)) return state;
  return {
    ...state,
    items: [...state.items, { kind: 'notice', key: id, notice: to }],
    withPerson: to === 'person',
    answering: false,
  };
}

function readOut(state: ChatState, message: Message): ChatState {
  const { id, key, by, text, at, lang, cards, suggestions, expects } = message;
  if (state.items.some((item) => item.kind === 'message' && item.id === id)) return state;
  const items: readonly Item[] = [...state.items, { kind: 'message', key: key ?? id, id, by, text, at, lang, cards }];
  const own = by === 'you';
  // The desk greets before it has read anything: only an answer tells which language the person writes.
  const answer = !own && state.items.some((item) => item.kind === 'message' && item.by === 'you');
  return {
    ...state,
    items,
    suggestions,
    expects,
    declined: false,
    level: message.level ?? state.level,
    language: answer && !state.chosen && lang ? lang : state.language,
    answering: own && !state.withPerson,
  };
}
