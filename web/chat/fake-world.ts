/** A browser and a desk for the tests: time stands still until it is moved, every request is answered by a script. */
import type { SocketEvents, World } from './world.js';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
  /** Accept-Language, where the page set one. */
  readonly language?: string;
  readonly body?: unknown;
};
/** A status with a body; 'lost': the network swallows the answer. */
export type Answer = { readonly status: number; readonly body?: unknown; readonly retryAfter?: string } | 'lost';
export type Desk = (asked: Asked) => Answer;

export class FakeWorld implements World {
  readonly asked: Asked[] = [];
  readonly sockets: (SocketEvents & { readonly address: string })[] = [];
  desk: Desk;
  blocked = false;
  remembered: boolean;
  #now = 0;
  #keys = 0;
  readonly #timers = new Map<() => void, number>();

  constructor(desk: Desk, remembered = false) {
    this.desk = desk;
    this.remembered = remembered;
  }

  readonly fetch = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    const language = headers.get('Accept-Language');
    const asked: Asked = {
      method: init.method ?? 'GET',
      path: path.replace('/v3/directline', ''),
      token: headers.get('Authorization')?.replace('Bearer ', ''),
      ...(typeof init.body === 'string' ? { body: JSON.parse(init.body) as unknown } : {}),
      ...(language === null ? {} : { language }),
    };
    this.asked.push(asked);
    const answer = this.desk(asked);
    await Promise.resolve();
    if (answer === 'lost') throw new TypeError('network');
    const { status, body, retryAfter } = answer;
    const wish = retryAfter === undefined ? undefined : { headers: { 'Retry-After': retryAfter } };
    return new Response(body === undefined ? null : JSON.stringify(body), { status, ...wish });
  };

  readonly listen = (address: string, events: SocketEvents): { close: () => void } => {
    let open = true;
    const onClose = (code: number): void => {
      if (open) events.onClose(code);
      open = false;
    };
    if (this.blocked) queueMicrotask(() => onClose(1006));
    else {
      this.sockets.push({ ...events, onClose, address });
      queueMicrotask(() => events.onOpen());
    }
    return { close: () => onClose(1000) };
  };

  readonly after = (ms: number, wake: () => void): (() => void) => {
    this.#timers.set(wake, this.#now + ms);
    return () => this.#timers.delete(wake);
  };

  readonly now = (): number => this.#now;
  readonly random = (): number => 0.5;
  readonly newKey = (): string => `k${(this.#keys += 1)}`;
  readonly remembers = (): boolean => this.remembered;
  readonly remember = (open: boolean): void => {
    this.remembered = open;
  };

  /** Lets `ms` go by, waking sleepers in their order. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      await settle();
      const [first] = [...this.#timers].sort(([, a], [, b]) => a - b);
      if (!first || first[1] > until) break;
      this.#timers.delete(first[0]);
      this.#now = Math.max(this.#now, first[1]);
      first[0]();
    }
    this.#now = until;
    await settle();
  }

  calls(method: string, path: RegExp): readonly Asked[] {
    return this.asked.filter((one) => one.method === method && path.test(one.path));
  }
}

/** Everything that waits for nothing but its turn has had it. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
