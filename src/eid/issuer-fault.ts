/** What an error on the way to the issuer means for the person who waits. */
export type IssuerFault = 'cancelled' | 'unreachable' | 'refused';

/** Said by the issuer when a person changes her mind (RFC 6749, 4.1.2.1). */
const cancelled = 'access_denied';
const cut: readonly unknown[] = ['OAUTH_TIMEOUT', 'OAUTH_ABORT'];
const busy: readonly unknown[] = ['temporarily_unavailable', 'server_error'];

/** Anything that is not plainly her own choice or a dead line is no login. */
export const issuerFault = (error: unknown): IssuerFault => {
  if (!(error instanceof Error)) return 'refused';
  const { code, error: said } = error as { readonly code?: unknown; readonly error?: unknown };
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') {
    if (said === cancelled) return 'cancelled';
    return busy.includes(said) ? 'unreachable' : 'refused';
  }
  return isDeadLine(error, code) ? 'unreachable' : 'refused';
};

/** No connection at all, none in time, or the issuer's own 5xx. */
const isDeadLine = (error: Error, code: unknown): boolean => {
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  const { status } = (error.cause ?? {}) as { readonly status?: unknown };
  return cut.includes(code) || (typeof status === 'number' && status >= 500);
};
