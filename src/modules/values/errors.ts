/**
 * The catalogue of everything the desk refuses or breaks on. The outside hears `status`, `phrase` and a reference
 * number; `detail` goes to the journal and the log, and never holds personal data.
 */
type ErrorRow = { readonly status: number; readonly phrase: string };

const errors = {
  SKR_POLICY_INVALID: { status: 500, phrase: 'error.internal' },
  SKR_PHRASES_INVALID: { status: 500, phrase: 'error.internal' },
  SKR_RATES_INVALID: { status: 500, phrase: 'error.internal' },
  SKR_SETTINGS_INVALID: { status: 500, phrase: 'error.internal' },
  SKR_MAILBOX_UNREACHABLE: { status: 503, phrase: 'error.unavailable' },
  SKR_DATABASE_UNREACHABLE: { status: 503, phrase: 'error.unavailable' },
  SKR_REPLY_NOT_ISSUED: { status: 500, phrase: 'error.internal' },
  SKR_DISCLOSURE_FORGED: { status: 500, phrase: 'error.internal' },
  SKR_FACT_NOT_DISCLOSED: { status: 500, phrase: 'error.internal' },
  SKR_SEAL_BROKEN: { status: 500, phrase: 'error.internal' },
  SKR_RATE_MISSING: { status: 500, phrase: 'error.internal' },
  SKR_POSTING_INVALID: { status: 400, phrase: 'error.bad-input' },
  SKR_ACTIVITY_MALFORMED: { status: 400, phrase: 'error.bad-input' },
  SKR_BAD_INPUT: { status: 400, phrase: 'error.bad-input' },
  SKR_TOKEN_MISSING: { status: 401, phrase: 'error.signed-out' },
  SKR_SIGN_IN_FAILED: { status: 401, phrase: 'error.signed-out' },
  SKR_TOKEN_EXPIRED: { status: 403, phrase: 'error.signed-out' },
  SKR_FORBIDDEN: { status: 403, phrase: 'error.forbidden' },
  SKR_NOT_FOUND: { status: 404, phrase: 'error.not-found' },
  SKR_CONFLICT: { status: 409, phrase: 'error.conflict' },
  SKR_REFUSED: { status: 409, phrase: 'error.conflict' },
  SKR_PRECONDITION: { status: 412, phrase: 'error.conflict' },
  SKR_TOO_LARGE: { status: 413, phrase: 'error.too-large' },
  SKR_LETTER_LINT: { status: 422, phrase: 'error.bad-input' },
  SKR_TOO_MANY: { status: 429, phrase: 'error.too-many' },
  SKR_INTERNAL: { status: 500, phrase: 'error.internal' },
  SKR_UNAVAILABLE: { status: 503, phrase: 'error.unavailable' },
} as const satisfies Record<`SKR_${string}`, ErrorRow>;

export type ErrorCode = keyof typeof errors;

/** A broken world or a programmer's error; what may be expected comes back as a value instead. */
export class SkrankeError extends Error {
  override readonly name = 'SkrankeError';
  readonly status: number;
  readonly phrase: string;

  /** @param detail  for the journal and the log only: never a name, an address, an amount or a number of a person's */
  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
    this.status = errors[code].status;
    this.phrase = errors[code].phrase;
  }
}

export const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(errors, text);
