/** What may stand behind `npm start --`. */

export type StartFlags =
  | { readonly kind: 'start'; readonly fresh: boolean }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly reason: string };

export const startHelp = `npm start                starts the desk; with nothing set: the demo, its data below .skranke/
npm start -- --fresh     begins the demo's sample world anew
PORT=4000 npm start      moves every door: web 4000, SMTP 4025, IMAP 4143, Postgres 6432
SKRANKE_DATA=/some/path  keeps the demo's data elsewhere`;

/** @param words  the command line behind the program's name */
export const readStartFlags = (words: readonly string[]): StartFlags => {
  const unknown = words.find((word) => !['--fresh', '--help', '-h'].includes(word));
  if (unknown !== undefined)
    return { kind: 'refused', reason: `${unknown} is not known here; \`npm start -- --help\` tells what is.` };
  if (words.includes('--help') || words.includes('-h')) return { kind: 'help' };
  return { kind: 'start', fresh: words.includes('--fresh') };
};
