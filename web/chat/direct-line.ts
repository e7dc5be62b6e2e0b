/**
 * A small Direct Line 3.0 conversation: letters go out once and in order, news comes by socket or by asking,
 * and nothing that was written is lost on the way.
 */
import { readActivity, type Activity } from './activity.js';
import { backOff } from './back-off.js';
import { carryOver, mark, next, put, settle, type Letter, type Outbox, type Outgoing } from './outbox.js';
import { Pass, type Link } from './pass.js';
import type { Outcome } from './request.js';
import { readSession, type Session } from './session.js';
import { Sleeper } from './sleeper.js';
import { Stream } from './stream.js';
import type { World } from './world.js';

export type DeskHooks = {
  /** BCP 47, asked for when a conversation is opened. */
  readonly locale: () => string;
  /** A conversation begins, what was shown is shown no more; `anew`: the former one is truly gone. */
  readonly onBeginning: (anew: boolean) => void;
  readonly onActivities: (activities: readonly Activity[]) => void;
  readonly onOutbox: (outbox: Outbox) => void;
  readonly onLink: (link: Link) => void;
};

/** How often news is asked for where no socket brings it, ms. */
const AWAITING_PACE_MS = 1_000;
const IDLE_PACE_MS = 3_000;
/** And where one does: it may be half open, or a notification was lost, ms. */
const OVERDUE_MS = 4_000;
const SWEEP_MS = 30_000;
/** An answer is awaited for so long; a caseworker may take longer, ms. */
const AWAITING_MS = 30_000;

export class DirectLine {
  readonly #world: World;
  readonly #hooks: DeskHooks;
  /** The letter every conversation begins with. */
  readonly #first: Letter | undefined;
  readonly #sleeper: Sleeper;
  readonly #pass: Pass;
  readonly #stream: Stream;
  #conversationId = '';
  #watermark = '';
  #streamUrl: string | undefined;
  #outbox: Outbox = [];
  #delivering = false;
  #ended = false;
  /** When news is asked for next, ms since the epoch. */
  #lookAt = Infinity;
  /** Until then an answer is owed. */
  #owedUntil = 0;

  constructor(world: World, hooks: DeskHooks, first?: Letter) {
    this.#world = world;
    this.#hooks = hooks;
    this.#first = first;
    this.#sleeper = new Sleeper(world.after);
    this.#pass = new Pass(world, this.#sleeper, {
      locale: hooks.locale,
      onLink: hooks.onLink,
      onSession: (session, anew) => this.#begin(session, anew),
    });
    this.#stream = new Stream(world, this.#sleeper, {
      address: () => this.#address(),
      onOpen: () => hooks.onLink('live'),
      onText: (text) => this.#receive(parse(text)),
      onClose: () => this.#lookIn(world.random() * IDLE_PACE_MS),
    });
  }

  start(): void {
    this.#hooks.onLink('connecting');
    this.#pass.start();
    void this.#keepLooking();
    void this.#stream.keepOpen();
  }

  post(outgoing: Outgoing): void {
    this.#keep(put(this.#outbox, this.#world.newKey(), outgoing));
    void this.#deliver();
  }

  retry(key: string): void {
    this.#keep(mark(this.#outbox, key, 'waiting'));
    void this.#deliver();
  }

  /** The network or the person is back: stop waiting and look now. */
  nudge(): void {
    this.#lookIn(0);
    this.#sleeper.wakeAll();
  }

  /** Lets go of everything here at once; false when the server could not be told. */
  async end(): Promise<boolean> {
    this.#ended = true;
    this.#outbox = [];
    const told = this.#pass.end();
    this.#stream.end();
    this.#sleeper.wakeAll();
    return told;
  }

  #begin(session: Session, anew: boolean): void {
    this.#streamUrl = session.streamUrl;
    // The old stream ends with the old token.
    this.#stream.reopen();
    if (session.conversationId === this.#conversationId) return;
    this.#conversationId = session.conversationId;
    this.#watermark = '';
    this.#owedUntil = 0;
    this.#hooks.onBeginning(anew);
    this.#keep(carryOver(this.#outbox, this.#first));
    // A server may send the first answer along, which spares a round trip.
    this.#lookIn(this.#receive(session.firstSet) ? this.#pace() : 0);
    void this.#deliver();
  }

  async #deliver(): Promise<void> {
    if (this.#delivering) return;
    this.#delivering = true;
    let failures = 0;
    // Only a session knows what goes first.
    await this.#pass.ready();
    for (let letter = next(this.#outbox); letter && !this.#ended; letter = next(this.#outbox)) {
      failures = (await this.#send(letter)) ? 0 : failures + 1;
      if (failures > 0) await this.#sleeper.sleep(backOff(failures - 1, this.#world.random()));
      await this.#pass.ready();
    }
    this.#delivering = false;
  }

  /** True when the server has taken the letter or will never take it. */
  async #send({ key, outgoing }: Letter): Promise<boolean> {
    this.#keep(mark(this.#outbox, key, 'sending'));
    const outcome = await this.#pass.ask('POST', '/activities', {
      ...outgoing,
      channelData: { clientActivityID: key },
    });
    if (this.#ended) return true;
    const state = stateAfter(outcome);
    this.#keep(mark(this.#outbox, key, state));
    if (state === 'sent') {
      this.#owedUntil = this.#world.now() + AWAITING_MS;
      this.#lookIn(this.#stream.isOpen ? OVERDUE_MS : 0);
      this.#sleeper.wakeAll();
    }
    return state !== 'waiting';
  }

  async #keepLooking(): Promise<void> {
    for (let failures = 0; !this.#ended;) {
      await this.#pass.ready();
      const wait = this.#lookAt - this.#world.now();
      if (wait > 0) {
        await this.#sleeper.sleep(Math.min(wait, IDLE_PACE_MS));
        continue;
      }
      this.#lookAt = Infinity;
      failures = (await this.#look()) ? 0 : failures + 1;
      this.#lookIn(failures > 0 ? backOff(failures, this.#world.random()) : this.#pace());
    }
  }

  /** Asks for what is new; true when the server answered. */
  async #look(): Promise<boolean> {
    const asked = this.#conversationId;
    const streamed = this.#stream.isOpen;
    const outcome = await this.#pass.ask('GET', `/activities?watermark=${encodeURIComponent(this.#watermark)}`);
    if (outcome.kind !== 'ok') return false;
    const before = this.#watermark;
    // What was asked of the former conversation is no longer for the screen.
    if (asked === this.#conversationId) this.#receive(outcome.body);
    // The socket should have brought it.
    if (streamed && before !== this.#watermark) this.#stream.reopen();
    return true;
  }

  /** Asks for news no later than in `ms`. */
  #lookIn(ms: number): void {
    this.#lookAt = Math.min(this.#lookAt, this.#world.now() + ms);
  }

  #pace(): number {
    const owed = this.#world.now() < this.#owedUntil;
    if (this.#stream.isOpen) return owed ? OVERDUE_MS : SWEEP_MS;
    return owed ? AWAITING_PACE_MS : IDLE_PACE_MS;
  }

  async #address(): Promise<string | undefined> {
    await this.#pass.ready();
    // The first address comes with the session; its ticket is for one use.
    if (this.#streamUrl === undefined) {
      const outcome = await this.#pass.ask('GET', `?watermark=${encodeURIComponent(this.#watermark)}`);
      return outcome.kind === 'ok' ? readSession(outcome.body)?.streamUrl : undefined;
    }
    const address = this.#streamUrl;
    this.#streamUrl = undefined;
    return address;
  }

  /** Takes in an ActivitySet; true when it held anything. */
  #receive(set: unknown): boolean {
    const { activities, watermark } = (set ?? {}) as { readonly activities?: unknown; readonly watermark?: unknown };
    if (this.#ended || !Array.isArray(activities)) return false;
    // Two roads bring news: an older watermark may come last.
    if (typeof watermark === 'string' && !(Number(watermark) < Number(this.#watermark))) this.#watermark = watermark;
    const read = activities.map(readActivity).filter((activity) => activity !== undefined);
    if (read.some((activity) => activity.kind === 'message' && activity.by !== 'you')) this.#owedUntil = 0;
    this.#hooks.onActivities(read);
    this.#keep(settle(this.#outbox, read));
    return activities.length > 0;
  }

  #keep(outbox: Outbox): void {
    this.#outbox = outbox;
    this.#hooks.onOutbox(outbox);
  }
}

function stateAfter(outcome: Outcome): Letter['state'] {
  if (outcome.kind === 'ok') return 'sent';
  return outcome.kind === 'refused' || outcome.kind === 'too-long' ? outcome.kind : 'waiting';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
