/**
 * The right to a conversation: opened, found again by its cookie, renewed on the way.
 * The token lives here and nowhere else; every call waits while it is being renewed.
 */
import { backOff } from './back-off.js';
import { request, type Call, type Outcome } from './request.js';
import { readSession, type Session } from './session.js';
import type { Sleeper } from './sleeper.js';
import type { World } from './world.js';

export type Link = 'connecting' | 'live' | 'lost' | 'busy';
export type PassHooks = {
  readonly locale: () => string;
  /** `anew`: in place of a conversation that is truly gone. */
  readonly onSession: (session: Session, anew: boolean) => void;
  readonly onLink: (link: Link) => void;
};
/** What may renew a pass: a token, or undefined for the cookie alone. */
type Proof = string | undefined;

/** How often we try to tell the server that the conversation is over. */
const FAREWELLS = 6;

export class Pass {
  readonly #world: World;
  readonly #sleeper: Sleeper;
  readonly #hooks: PassHooks;
  #ready: Promise<Session | undefined> = Promise.resolve(undefined);
  #session: Session | undefined;
  #ended = false;
  #notBefore = 0;
  #cancelRenewal = (): void => undefined;

  constructor(world: World, sleeper: Sleeper, hooks: PassHooks) {
    this.#world = world;
    this.#sleeper = sleeper;
    this.#hooks = hooks;
  }

  start(): void {
    this.#ready = this.#obtain(this.#world.remembers() ? [undefined] : [], false);
  }

  /** Waits until there is a session; one being renewed counts only when it is. */
  async ready(): Promise<void> {
    await this.#ready;
  }

  /** A call about the conversation; a denied one has begun the renewal, so trying again is worth while. */
  async ask(method: Call['method'], tail: string, body?: unknown): Promise<Outcome> {
    const session = await this.#ready;
    if (!session) return { kind: 'unreachable' };
    const { conversationId, token } = session;
    const path = `/conversations/${encodeURIComponent(conversationId)}${tail}`;
    const outcome = await this.#request({ method, path, token, body });
    // The server honours an old token once; failing that the cookie; failing that the conversation is over.
    if (outcome.kind === 'denied') this.#replace(session, [token, undefined]);
    if (outcome.kind === 'gone') this.#replace(session, []);
    return outcome;
  }

  /** Forgets the token at once, then tells the server; false when it could not be told. */
  async end(): Promise<boolean> {
    let token = this.#session?.token;
    this.#ended = true;
    this.#cancelRenewal();
    this.#world.remember(false);
    for (let failures = 0; failures < FAREWELLS; failures++) {
      const { kind } = await request(this.#world, { method: 'POST', path: '/tokens/end', token });
      if (kind !== 'unreachable' && kind !== 'busy' && kind !== 'denied') return true;
      // The level may have changed a moment ago: the old token, or the cookie, still gets one that may end it.
      if (kind === 'denied') {
        const before = token;
        token = await this.#lastToken(before);
        // Neither token nor cookie opens it any more: it is over already.
        if (before === undefined && token === undefined) return true;
      } else await this.#sleeper.sleep(backOff(failures, this.#world.random()));
    }
    return false;
  }

  async #lastToken(token: Proof): Promise<Proof> {
    const outcome = await request(this.#world, { method: 'POST', path: '/tokens/refresh', token });
    return outcome.kind === 'ok' ? readSession(outcome.body)?.token : undefined;
  }

  #replace(old: Session, proofs: readonly Proof[]): void {
    // Several calls may be turned away by the same token: the first one replaces it.
    if (this.#session !== old) return;
    this.#session = undefined;
    this.#ready = this.#obtain(proofs, true);
  }

  /** Tries the proofs in turn; when none is good, opens a conversation. Undefined once ended. */
  async #obtain(proofs: readonly Proof[], anew: boolean): Promise<Session | undefined> {
    const [token, ...others] = proofs;
    const opens = proofs.length === 0;
    const locale = opens ? this.#hooks.locale() : undefined;
    const path = opens ? '/conversations' : '/tokens/refresh';
    for (let failures = 0; !this.#ended; failures++) {
      const outcome = await this.#request({ method: 'POST', path, token, locale });
      const session = outcome.kind === 'ok' && readSession(outcome.body);
      if (session && !this.#isOver()) return this.#adopt(session, anew && opens);
      if (!opens && isFinal(outcome)) return this.#obtain(others, anew);
      await this.#sleeper.sleep(backOff(failures, this.#world.random()));
    }
    return undefined;
  }

  #adopt(session: Session, anew: boolean): Session {
    this.#session = session;
    this.#cancelRenewal();
    const renew = (): void => this.#replace(session, [session.token, undefined]);
    this.#cancelRenewal = this.#world.after(session.livesMs / 2, renew);
    this.#world.remember(true);
    this.#hooks.onSession(session, anew);
    return session;
  }

  async #request(call: Call): Promise<Outcome> {
    const { now } = this.#world;
    // Sleep may be cut short; a server that asked for patience gets it all the same.
    while (now() < this.#notBefore && !this.#ended) await this.#sleeper.sleep(this.#notBefore - now());
    if (this.#ended) return { kind: 'unreachable' };
    const outcome = await request(this.#world, call);
    if (outcome.kind === 'busy') this.#notBefore = now() + outcome.ms;
    if (!this.#isOver()) this.#hooks.onLink(linkAfter(outcome));
    return outcome;
  }

  /** Asked anew after every wait: the end may have come meanwhile. */
  #isOver(): boolean {
    return this.#ended;
  }
}

function isFinal({ kind }: Outcome): boolean {
  return kind === 'denied' || kind === 'gone' || kind === 'refused';
}

function linkAfter({ kind }: Outcome): Link {
  return kind === 'unreachable' ? 'lost' : kind === 'busy' ? 'busy' : 'live';
}
