/** All that the page shows, and how it changes: a pure reducer. */
import type { Activity, CardRow, Expects, Handoff, Language, Level, Message, Suggestion } from './activity.js';
import type { Outbox } from './outbox.js';
import type { Link } from './pass.js';

export type Item = Message | Handoff;

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
  /** The row just copied from a card. */
  readonly copied: CardRow | undefined;
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
  return { ...emptyChat(state), outbox, link, draft, items: anew ? [{ kind: 'handoff', id: 'gone', to: 'gone' }] : [] };
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
  if (activity.kind === 'typing') return { ...state, answering: true };
  if (state.items.some(({ id }) => id === activity.id)) return state;
  const now = { ...state, items: [...state.items, activity] };
  return activity.kind === 'handoff'
    ? { ...now, withPerson: activity.to === 'person', answering: false }
    : readOut(now, activity);
}

function readOut(state: ChatState, { by, lang, level, suggestions, expects }: Message): ChatState {
  const own = by === 'you';
  // The desk greets before it has read anything: only an answer tells which language the person writes.
  const answer = !own && state.items.some((item) => item.kind === 'message' && item.by === 'you');
  return {
    ...state,
    suggestions,
    expects,
    declined: false,
    level: level ?? state.level,
    language: answer && !state.chosen && lang ? lang : state.language,
    withPerson: own ? state.withPerson : by === 'person',
    answering: own && !state.withPerson,
  };
}
