/** Waiting that can be cut short, because the network or the person may be back before the time is up. */
import type { World } from './world.js';

export class Sleeper {
  readonly #after: World['after'];
  readonly #asleep = new Set<() => void>();

  constructor(after: World['after']) {
    this.#after = after;
  }

  async sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        cancel();
        this.#asleep.delete(wake);
        resolve();
      };
      const cancel = this.#after(ms, wake);
      this.#asleep.add(wake);
    });
  }

  wakeAll(): void {
    for (const wake of [...this.#asleep]) wake();
  }
}
