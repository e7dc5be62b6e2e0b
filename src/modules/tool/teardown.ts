/** What has been raised, to be taken down in reverse order, once. */

type TakeDown = () => Promise<void>;
type Kill = () => void;

/** Things may still be raised while they are taken down: those are taken down at once. */
export class Teardown {
  private readonly raised: { readonly takeDown: TakeDown; readonly kill: Kill }[] = [];
  private running: Promise<void> | null = null;

  get begun(): boolean {
    return this.running !== null;
  }

  /**
   * @param takeDown  ends the thing in order
   * @param kill      ends it at once
   */
  async add(takeDown: TakeDown, kill: Kill): Promise<void> {
    if (this.running === null) this.raised.push({ takeDown, kill });
    else await takeDown();
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
