import type { Command } from './meaning.js';

export type CommandWords = Readonly<Record<Command, readonly string[]>>;

/** The command a message is, when it is nothing but one; case and punctuation do not count. */
export const commandOf = (text: string, words: CommandWords): Command | null => {
  const said = plain(text);
  const found = (Object.entries(words) as [Command, readonly string[]][]).find(([, phrases]) =>
    phrases.some((phrase) => plain(phrase) === said),
  );
  return found?.[0] ?? null;
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
