/** The socket that brings news, opened again whenever it falls. */
import { backOff } from './back-off.js';
import type { Sleeper } from './sleeper.js';
import type { Socket, World } from './world.js';

export type StreamHooks = {
  /** A fresh address with a ticket for one use; undefined when none could be had. */
  readonly address: () => Promise<string | undefined>;
  readonly onOpen: () => void;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
};

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

  constructor(world: World, sleeper: Sleeper, hooks: StreamHooks) {
    this.#world = world;
    this.#sleeper = sleeper;
    this.#hooks = hooks;
  }

  async keepOpen(): Promise<void> {
    const { random } = this.#world;
    for (let vain = 0; !this.#ended;) {
      const address = await this.#hooks.address();
      const code = address && (await this.#listen(address, () => (vain = -1)));
      vain++;
      const wait = vain > VAIN_TRIES ? SELDOM_MS : backOff(vain, random());
      await this.#sleeper.sleep(code === RESTARTING ? random() * RETURN_SPAN_MS : wait);
    }
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Lets the socket go; another is opened at once. */
  reopen(): void {
    this.#socket?.close();
  }

  end(): void {
    this.#ended = true;
    this.reopen();
  }

  /** Resolves with the code the socket closed with. */
  async #listen(address: string, onOpen: () => void): Promise<number> {
    const code = await new Promise<number>((onClose) => {
      this.#socket = this.#world.listen(address, {
        onOpen: () => {
          this.#open = true;
          onOpen();
          this.#hooks.onOpen();
        },
        // An empty frame is only a sign of life.
        onFrame: (text) => text && this.#hooks.onText(text),
        onClose,
      });
      if (this.#ended) this.reopen();
    });
    this.#open = false;
    this.#hooks.onClose();
    return code;
  }
}
