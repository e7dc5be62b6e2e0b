/** The socket that brings news: opened again whenever it falls, doubted when it is silent for too long. */
import { backOff } from './back-off.js';
import type { Sleeper } from './sleeper.js';
import type { Socket, World } from './world.js';

export type StreamHooks = {
  /** A fresh address with a ticket for one use; undefined when none could be had. */
  readonly address: () => Promise<string | undefined>;
  readonly onOpen: () => void;
  readonly onText: (text: string) => void;
};
type Closed = { readonly opened: boolean; readonly code: number };

/** Keep-alive frames come more often than this, ms. */
const SILENCE_MS = 45_000;
/** An answer owed for so long may have been lost on a dead socket, ms. */
const OVERDUE_MS = 4_000;
/** After so many vain tries sockets are taken to be blocked here, and tried seldom, ms. */
const VAIN_TRIES = 5;
const SELDOM_MS = 60_000;
/** A server that restarts closes with this code and must not be stormed: all come back within the span, ms. */
const RESTARTING = 1012;
const RETURN_SPAN_MS = 4_000;

export class Stream {
  readonly #world: World;
  readonly #sleeper: Sleeper;
  readonly #hooks: StreamHooks;
  #socket: Socket | undefined;
  #open = false;
  #ended = false;
  #heardAt = 0;

  constructor(world: World, sleeper: Sleeper, hooks: StreamHooks) {
    this.#world = world;
    this.#sleeper = sleeper;
    this.#hooks = hooks;
  }

  async keepOpen(): Promise<void> {
    const { random } = this.#world;
    for (let vain = 0; !this.#ended && this.#world.listen;) {
      const address = await this.#hooks.address();
      const closed = address === undefined ? undefined : await this.#listen(address);
      vain = closed?.opened ? 0 : vain + 1;
      const wait = vain > VAIN_TRIES ? SELDOM_MS : backOff(vain, random());
      await this.#sleeper.sleep(closed?.code === RESTARTING ? random() * RETURN_SPAN_MS : wait);
    }
  }

  /** Whether it can be relied on to bring what is new; `awaitingSince` undefined: no answer is owed. */
  isTrusted(awaitingSince: number | undefined): boolean {
    const now = this.#world.now();
    const owed = now - Math.max(awaitingSince ?? now, this.#heardAt);
    return this.#open && now - this.#heardAt < SILENCE_MS && owed < OVERDUE_MS;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Asking by HTTP found nothing the socket had not brought. */
  vouch(): void {
    this.#heardAt = this.#world.now();
  }

  /** Lets the socket go; another is opened at once. */
  reopen(): void {
    this.#socket?.close();
  }

  end(): void {
    this.#ended = true;
    this.#socket?.close();
  }

  async #listen(address: string): Promise<Closed> {
    let opened = false;
    const closed = await new Promise<number>((resolve) => {
      this.#socket = this.#world.listen?.(address, {
        onOpen: () => {
          opened = this.#open = true;
          this.#heardAt = this.#world.now();
          this.#hooks.onOpen();
        },
        onFrame: (text) => {
          this.#heardAt = this.#world.now();
          // An empty frame is only a sign of life.
          if (text !== '') this.#hooks.onText(text);
        },
        onClose: (code) => {
          resolve(code);
        },
      });
      if (this.#ended) this.reopen();
    });
    this.#open = false;
    this.#socket = undefined;
    return { opened, code: closed };
  }
}
