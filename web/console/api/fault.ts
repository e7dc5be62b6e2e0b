/** Why a call did not do what was asked: every way it can end but well. */

/**
 * Something in a letter that may not go where it would go.
 * @property start, end  UTF-16 offsets into the letter as it was sent
 * @property mayPass     a second look lets it go
 */
export type Finding = {
  readonly kind: 'amount' | 'digits' | 'case-number' | 'creditor' | 'name' | 'blank';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly mayPass: boolean;
};

export type Fault =
  | { readonly kind: 'signed-out' | 'gone' | 'stale' | 'unfit' | 'too-often' | 'unreachable' }
  | { readonly kind: 'refused'; readonly refusal: string }
  | { readonly kind: 'lint'; readonly findings: readonly Finding[] }
  | { readonly kind: 'broken'; readonly reference: string | undefined };

type Told = { readonly refusal?: string; readonly findings?: readonly Finding[]; readonly reference?: string };

/** react-query wants a thrown error; this one carries why. */
export class Failed extends Error {
  constructor(readonly fault: Fault) {
    super(fault.kind);
  }
}

/** @param body  what came with the status, parsed; undefined when there was nothing to read */
export function faultOf(status: number, body: unknown): Fault {
  const told = toldIn(body);
  if (status === 401) return { kind: 'signed-out' };
  if (status === 404) return { kind: 'gone' };
  if (status === 412 || told.refusal === 'stale' || told.refusal === 'moved-on') return { kind: 'stale' };
  if (told.refusal !== undefined) return { kind: 'refused', refusal: told.refusal };
  if (status === 422 && told.findings !== undefined) return { kind: 'lint', findings: told.findings };
  if (status === 400 || status === 413) return { kind: 'unfit' };
  if (status === 429) return { kind: 'too-often' };
  if (status === 502 || status === 503 || status === 504) return { kind: 'unreachable' };
  return { kind: 'broken', reference: told.reference };
}

export function faultFrom(thrown: unknown): Fault {
  return thrown instanceof Failed ? thrown.fault : { kind: 'unreachable' };
}

function toldIn(body: unknown): Told {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  return typeof error === 'object' && error !== null ? error : {};
}
