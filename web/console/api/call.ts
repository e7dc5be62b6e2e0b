/** One call to the desk. The browser sends the session's cookie and the page's origin by itself. */
import { Failed, faultOf } from './fault.js';

/** What a call brings when nothing is new since what the page already knows. */
export const nothingNew = Symbol('nothing new');

export const read = async <T>(path: string): Promise<T | typeof nothingNew> => call<T>('GET', path);

export const send = async <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown): Promise<T> => {
  const answer = await call<T>(method, path, body);
  if (answer === nothingNew) throw new Failed({ kind: 'broken', reference: undefined });
  return answer;
};

async function call<T>(method: string, path: string, body?: unknown): Promise<T | typeof nothingNew> {
  const response = await reach(method, path, body);
  if (response.status === 304) return nothingNew;
  const told: unknown = parse(await response.text());
  if (!response.ok) throw new Failed(faultOf(response.status, told));
  return told as T;
}

async function reach(method: string, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(`/api/console/${path}`, {
      method,
      cache: 'no-store',
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch {
    throw new Failed({ kind: 'unreachable' });
  }
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
