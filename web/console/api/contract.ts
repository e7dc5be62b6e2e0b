/** What the desk answers the console, as it stands on the wire. Times are ISO instants, money integer øre. */

export type Language = 'nb' | 'nn' | 'en';
export type Three = Readonly<Record<Language, string>>;

export type Worker = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly absent: boolean;
};

/**
 * @property offered  the sample caseworkers, in demo mode only
 * @property open     false where nobody can sign in yet
 * @property demo     the sample world: one click instead of a login
 */
export type Session = {
  readonly worker: Worker | null;
  readonly offered: readonly Worker[];
  readonly open: boolean;
  readonly demo: boolean;
  readonly collector: string;
  readonly now: string;
};

/** What sets an authenticator up: its secret, also as the squares a camera reads, an SVG path in a field of `size`. */
export type Enrolling = {
  readonly signInName: string;
  readonly secret: string;
  readonly qr: { readonly size: number; readonly path: string };
};

export type Enrolled =
  | { readonly outcome: 'done'; readonly recoveryCodes: readonly string[] }
  | { readonly outcome: 'refused'; readonly fault: 'short' | 'long' | 'common' | 'totp' };

export type Queue = {
  readonly id: string;
  readonly name: Three;
  readonly purpose: Three;
  readonly fourEyes: boolean;
  readonly open: number;
  readonly claimed: number;
  readonly waiting: number;
  readonly overdue: number;
  readonly nextDeadlineAt: string | null;
  readonly oldestReceivedAt: string | null;
};
export type Queues = { readonly queues: readonly Queue[]; readonly mine: number };

export type Stage = 'open' | 'claimed' | 'waiting' | 'proposed' | 'settled' | 'forwarded' | 'withdrawn';
export type Identity = 'pending' | 'low' | 'substantial' | 'high' | 'manual' | 'caseworker';
export type Channel = 'chat' | 'mail';
export type Colleague = { readonly id: string; readonly name: string };

/** A line in a list: no name and no words of the person. */
export type Row = {
  readonly id: string;
  readonly receipt: string;
  readonly queue: string;
  readonly intent: string;
  readonly kind: Three;
  readonly stage: Stage;
  readonly role: 'controller' | 'processor' | 'unknown';
  readonly identity: Identity;
  readonly language: Language;
  readonly channel: Channel | null;
  readonly receivedAt: string;
  readonly deadlineAt: string;
  readonly overdue: boolean;
  readonly assignee: Colleague | null;
  readonly waitUntil: string | null;
  readonly version: number;
};
export type Rows = { readonly cases: readonly Row[]; readonly nextCursor: string | null };
