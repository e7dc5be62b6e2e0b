/** What comes down the wire, read with suspicion: an unknown or broken part is left out, never trusted. */

export type Language = 'nb' | 'nn' | 'en';
export type Level = 'none' | 'low' | 'substantial' | 'high';
/** What the desk just asked to be typed, so that the box can help. */
export type Expects = 'code' | 'letter-code' | 'email';
/** Words to say, or with `opens` the path of a page of ours. */
export type Suggestion = { readonly title: string; readonly value: string; readonly opens: boolean };
export type CardRow = { readonly label: string; readonly value: string; readonly copy: boolean };
export type Card = {
  readonly title: string;
  readonly notes: readonly string[];
  readonly rows: readonly CardRow[];
  readonly total: CardRow | undefined;
};
export type Message = {
  readonly kind: 'message';
  /** The server's id; activities are known by it when they come twice. */
  readonly id: string;
  /** Our own id of what was typed here, echoed by the server; the server's where there is none. */
  readonly key: string;
  readonly by: 'you' | 'machine' | 'person';
  readonly text: string;
  /** ISO instant, '' when the server gave none. */
  readonly at: string;
  readonly lang: Language | undefined;
  readonly suggestions: readonly Suggestion[];
  readonly cards: readonly Card[];
  readonly level: Level | undefined;
  readonly expects: Expects | undefined;
};
/** Who answers from here on; `gone`: nobody, the conversation before is over. */
export type Handoff = {
  readonly kind: 'handoff';
  readonly id: string;
  readonly to: 'waiting' | 'person' | 'machine' | 'gone';
};
export type Activity = Message | Handoff | { readonly kind: 'typing' };

type Bag = Readonly<Record<string, unknown>>;

const LANGUAGES: readonly Language[] = ['nb', 'nn', 'en'];
const LEVELS: readonly Level[] = ['none', 'low', 'substantial', 'high'];
const EXPECTS: readonly Expects[] = ['code', 'letter-code', 'email'];
/** A path on this page's own origin; `//elsewhere.example` is none. */
const OPENS = 'openUrl';
const OWN_PATH = /^\/\w/u;
/** `handoff.status` as the wire spells it. */
const HANDOFFS = { initiated: 'waiting', accepted: 'person', completed: 'machine' } as const;

/**
 * One Direct Line activity as the page understands it.
 * @param raw  anything at all, as parsed from JSON
 * @returns    undefined for what the page neither shows nor needs
 * @throws     never
 */
export function readActivity(raw: unknown): Activity | undefined {
  const activity = bag(raw);
  const { type, name } = activity;
  if (type === 'typing') return { kind: 'typing' };
  if (type === 'message') return readMessage(activity);
  return type === 'event' && name === 'handoff.status' ? readHandoff(activity) : undefined;
}

/** The known language among `nb`, `nn`, `en`, or undefined. */
export function readLanguage(raw: unknown): Language | undefined {
  return oneOf(LANGUAGES, raw);
}

function readHandoff({ id, value }: Bag): Handoff | undefined {
  const state = oneOf(['initiated', 'accepted', 'completed'], bag(value).state ?? value);
  return state && { kind: 'handoff', id: word(id), to: HANDOFFS[state] };
}

function readMessage({ id, text, timestamp, from, channelData, suggestedActions }: Bag): Message | undefined {
  const { clientActivityID, skranke } = bag(channelData);
  const { author, lang, cards, lead, level, expects } = bag(skranke);
  if (word(id) === '') return undefined;
  const key = word(clientActivityID);
  const own = key !== '' || bag(from).role === 'user';
  return {
    kind: 'message',
    id: word(id),
    key: key || word(id),
    by: own ? 'you' : author === 'caseworker' ? 'person' : 'machine',
    // What the cards show as well is not said twice.
    text: own || typeof lead !== 'string' ? word(text) : lead,
    at: word(timestamp),
    lang: readLanguage(lang),
    suggestions: own ? [] : readSuggestions(bag(suggestedActions).actions),
    cards: own ? [] : list(cards).map(readCard),
    level: oneOf(LEVELS, level),
    expects: oneOf(EXPECTS, expects),
  };
}

function readSuggestions(actions: unknown): readonly Suggestion[] {
  return list(actions)
    .map(bag)
    .filter(
      ({ type, title, value }) => word(title) && (type === 'imBack' || (type === OPENS && OWN_PATH.test(word(value)))),
    )
    .map(({ type, title, value }) => ({
      title: word(title),
      value: word(value) || word(title),
      opens: type === OPENS,
    }));
}

function readCard(raw: unknown): Card {
  const { title, notes, rows, total } = bag(raw);
  return {
    title: word(title),
    notes: list(notes).map(word).filter(Boolean),
    rows: list(rows).map(readRow),
    total: total === undefined ? undefined : readRow(total),
  };
}

function readRow(raw: unknown): CardRow {
  const [label, value, copy] = list(raw);
  return { label: word(label), value: word(value), copy: copy === true };
}

function bag(raw: unknown): Bag {
  return typeof raw === 'object' && raw !== null ? (raw as Bag) : {};
}

function list(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? raw : [];
}

function word(raw: unknown): string {
  return typeof raw === 'string' ? raw : '';
}

function oneOf<T extends string>(known: readonly T[], raw: unknown): T | undefined {
  return known.find((one) => one === raw);
}
