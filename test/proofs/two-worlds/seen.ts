/** What an observer without proof can see, piece by piece, and the form in which two worlds are compared. */

export type Seen =
  | { readonly kind: 'answer'; readonly status: string; readonly body: unknown; readonly headers?: Headers }
  | {
      readonly kind: 'mail';
      readonly to: readonly string[];
      readonly headers: Headers;
      readonly text: string;
      readonly html: string;
    };

export type Headers = readonly (readonly [name: string, value: string])[];

/** Made-up names differ each time they are made; that one is the same as another must not. */
const madeUp =
  /(?<time>\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)|(?<receipt>\b(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{6}\b)|(?<uuid>\b[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b)|(?<token>[\w-]{60,}(?:\.|%2E)[\w-]{43})|(?<id>(?<![\w-])[\w-]{43}(?![\w-]))|(?<hex>\b[0-9a-f]{32}\b)|(?<name>\b[a-z2-7]{26}\b)/g;

/**
 * @param keepTimes  true where the test moves the clock; on the wire the machine's own time is in the answers
 * @returns          one line a piece, with made-up names numbered in the order they appear
 */
export const canonical = (pieces: readonly Seen[], keepTimes: boolean): readonly string[] => {
  const known = new Map<string, string>();
  const place = (name: string, groups: Readonly<Record<string, string | undefined>>): string => {
    if (groups['time'] !== undefined) return keepTimes ? name : '<time>';
    const placed =
      known.get(name) ??
      `<${Object.keys(groups).find((kind) => groups[kind] !== undefined) ?? ''} ${String(known.size + 1)}>`;
    known.set(name, placed);
    return placed;
  };
  return pieces.map((piece) =>
    JSON.stringify(piece).replaceAll(madeUp, (name, ...rest) =>
      place(name, rest.at(-1) as Readonly<Record<string, string | undefined>>),
    ),
  );
};

/** The first piece at which two observers would part; null when they would not. */
export const firstDifference = (
  one: readonly string[],
  other: readonly string[],
): { readonly at: number; readonly one: string; readonly other: string } | null => {
  const at = Array.from({ length: Math.max(one.length, other.length) }, (_, place) => place).find(
    (place) => one[place] !== other[place],
  );
  if (at === undefined) return null;
  const [here, there] = [one[at] ?? 'nothing', other[at] ?? 'nothing'];
  const letter = Math.max(0, Array.from(here).findIndex((sign, place) => there[place] !== sign) - contextLetters);
  return {
    at,
    one: here.slice(letter, letter + 4 * contextLetters),
    other: there.slice(letter, letter + 4 * contextLetters),
  };
};

const contextLetters = 60;
