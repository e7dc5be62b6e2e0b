/** What has been raised, to be taken down in reverse order, once. */
import { CannotStart } from './cannot-start.js';

type TakeDown = () => Promise<void>;
type Kill = () => void;

/** Raising may still go on when taking down begins: what comes too late is taken down at once and raising ends. */
export class Teardown {
  private readonly raised: { readonly takeDown: TakeDown; readonly kill: Kill }[] = [];
  private running: Promise<void> | null = null;

  /**
   * @param takeDown  ends the thing in order
   * @param kill      ends it at once
   * @throws          CannotStart when it came too late
   */
  async add(takeDown: TakeDown, kill: Kill): Promise<void> {
    if (this.running === null) {
      this.raised.push({ takeDown, kill });
      return;
    }
    await takeDown();
    throw new CannotStart('The desk is being stopped.');
  }

  /** A second call waits for the first. One thing that will not go does not keep the others. */
  run(): Promise<void> {
    this.running ??= this.takeAllDown();
    return this.running;
  }

  killAll(): void {
    for (const { kill } of [...this.raised].reverse()) kill();
  }

  private async takeAllDown(): Promise<void> {
    for (const { takeDown, kill } of [...this.raised].reverse()) await takeDown().catch(kill);
  }
}
