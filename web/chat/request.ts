/** One HTTP request and what came of it, as a value: a broken network is an everyday outcome here. */
import { patience } from './back-off.js';
import type { World } from './world.js';

export type Call = {
  readonly method: 'GET' | 'POST';
  /** Below `/v3/directline`. */
  readonly path: string;
  readonly token?: string | undefined;
  /** BCP 47, for the first answer; later the activities say it themselves. */
  readonly locale?: string | undefined;
  readonly body?: unknown;
};
export type Outcome =
  | { readonly kind: 'ok'; readonly body: unknown }
  /** 401, 403: this token no longer opens anything. */
  | { readonly kind: 'denied' }
  /** 404: the conversation is truly over. */
  | { readonly kind: 'gone' }
  /** 429, or 503 with a wish: not before `ms` have passed. */
  | { readonly kind: 'busy'; readonly ms: number }
  /** 413, or any other 4xx: trying again the same way is no use. */
  | { readonly kind: 'too-long' | 'refused' }
  /** No network, no answer in time, 5xx, or an answer that is not ours (a hotel's log-in page). */
  | { readonly kind: 'unreachable' };

/** Longer than the slowest phone network we want to serve, ms. */
const PATIENCE_MS = 20_000;

export async function request(world: World, call: Call): Promise<Outcome> {
  try {
    const response = await world.fetch(`/v3/directline${call.path}`, {
      method: call.method,
      headers: {
        ...(call.token === undefined ? {} : { Authorization: `Bearer ${call.token}` }),
        ...(call.locale === undefined ? {} : { 'Accept-Language': call.locale }),
        ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.ok) return { kind: 'ok', body: parse(await response.text()) };
    return failed(response);
  } catch {
    return { kind: 'unreachable' };
  }
}

function failed({ status, headers }: Response): Outcome {
  const wish = headers.get('Retry-After');
  if (status === 429 || (status === 503 && wish !== null)) return { kind: 'busy', ms: patience(wish) };
  if (status === 401 || status === 403) return { kind: 'denied' };
  if (status === 404) return { kind: 'gone' };
  if (status >= 400 && status < 500 && status !== 408) return { kind: status === 413 ? 'too-long' : 'refused' };
  return { kind: 'unreachable' };
}

function parse(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}
