/** Whether a request comes from this site's own pages. */

/** What a browser on the desk's own machine may call it. */
const loopback: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * @param origin     the Origin header as it came
 * @param publicUrl  where the desk's page is, as the operator set it
 * @returns          true for the page's own origin; on the loopback interface under any of its names. Never for `null`
 * @source           ASVS 4.4.2; C08, C10
 */
export const isOwnOrigin = (origin: string, publicUrl: string): boolean => {
  const own = new URL(publicUrl);
  if (origin === own.origin) return true;
  if (!loopback.includes(own.hostname)) return false;
  return loopback.some((name) => origin === `${own.protocol}//${name}${own.port === '' ? '' : `:${own.port}`}`);
};
