/** Why a Postgres server did not come up, read from what it wrote before it ended. */

export type PostgresFailure =
  | { readonly kind: 'port-busy' }
  | { readonly kind: 'folder-held' }
  | { readonly kind: 'final'; readonly reason: string };

const busy = /could not bind|could not create any TCP\/IP sockets|Address already in use/;
// The files of a server that was killed are free only when its last process is gone: another try helps.
const held = /lock file "[^"]*" already exists|pre-existing shared memory block/;
const known: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/No space left on device/, 'the disk is full'],
  [
    /database files are incompatible with server/,
    'its files were made by another version; `npm start -- --fresh` begins anew',
  ],
  [
    /could not (?:create|resize) shared memory segment/,
    'the machine gives it no shared memory (in a container: a larger /dev/shm)',
  ],
  [/has (?:group or world access|wrong ownership)|[Pp]ermission denied/, 'the rights on its files have been changed'],
  [/out of memory|could not map anonymous shared memory/i, 'there is not enough memory'],
];
const longest = 200;

/**
 * @param log  the last kilobytes the server or initdb wrote
 * @returns    what to do about it: take another port, try again, or give up with a reason to show
 */
export const postgresFailure = (log: string): PostgresFailure => {
  if (busy.test(log)) return { kind: 'port-busy' };
  if (held.test(log)) return { kind: 'folder-held' };
  const [, reason] = known.find(([pattern]) => pattern.test(log)) ?? [];
  return { kind: 'final', reason: reason ?? lastComplaint(log) };
};

const lastComplaint = (log: string): string => {
  const complaints = log.match(/(?:FATAL|PANIC|error):\s+.+/g) ?? [];
  return complaints.at(-1)?.replace(/\s+/g, ' ').slice(0, longest) ?? 'it ended without a word';
};
