import type { Command } from './meaning.js';

export type CommandWords = Readonly<Record<Command, readonly string[]>>;

/** The command a message is, when it is nothing but one; case and punctuation do not count. */
export const commandOf = (text: string, words: CommandWords): Command | null =>
  readOnce(words).get(plain(text)) ?? null;

const known = new WeakMap<CommandWords, ReadonlyMap<string, Command>>();

/** The phrases in the form they are compared in; the configuration is read once, and every message asks. */
const readOnce = (words: CommandWords): ReadonlyMap<string, Command> => {
  const before = known.get(words);
  if (before !== undefined) return before;
  const read = new Map(
    (Object.entries(words) as [Command, readonly string[]][]).flatMap(([command, phrases]) =>
      phrases.map((phrase) => [plain(phrase), command] as const),
    ),
  );
  known.set(words, read);
  return read;
};

const longestCommand = 60;

const plain = (text: string): string =>
  text.length > longestCommand
    ? ''
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();

/** Which of the things a person may be stuck with she speaks of; null for neither. */
export const mentionIn = (
  text: string,
  words: Readonly<Record<'code' | 'letter', readonly string[]>>,
): 'code' | 'letter' | null => {
  const said = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  if (words.code.some((word) => said.has(word))) return 'code';
  return words.letter.some((word) => said.has(word)) ? 'letter' : null;
};
