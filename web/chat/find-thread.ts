/** The receipt a person came with, from the address of the page. */

/**
 * @param path   `/t/{ref}` or anything else
 * @param query  may hold `ref`
 * @returns      letters, digits, `-` and `_`, at most 64; undefined when there is none or it looks like something else
 */
export function findThread(path: string, query: URLSearchParams): string | undefined {
  const ref = /^\/t\/([^/]+)\/?$/u.exec(path)?.[1] ?? query.get('ref') ?? '';
  return /^[\w-]{1,64}$/u.test(ref) ? ref : undefined;
}
