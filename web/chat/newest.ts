/** Keeps what is new in view, without taking the page from who has scrolled up to read. */

/** So near the end counts as being there, px. */
const NEAR = 40;
/** Left free above the first new line, px. */
const AIR = 12;

export class Newest {
  readonly #onBelow: (isBelow: boolean) => void;
  #view: HTMLElement | null = null;
  #atEnd = true;
  #seen = 0;

  constructor(onBelow: (isBelow: boolean) => void) {
    this.#onBelow = onBelow;
  }

  /** After every drawing, and whenever the room for it has changed. */
  drawn(view: HTMLElement | null): void {
    this.#view = view;
    const turns = view?.querySelector('.log')?.children ?? [];
    // A conversation found again is shown at its last turn, a new one from the top.
    const firstNew = turns[this.#seen || turns.length - 1];
    const own = turns[turns.length - 1]?.classList.contains('you') === true;
    this.#seen = turns.length;
    if (this.#atEnd || (own && firstNew)) this.#show(firstNew);
    else if (firstNew) this.#onBelow(true);
  }

  scrolled(): void {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = this.#view ?? {};
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#atEnd) this.#onBelow(false);
  }

  show(): void {
    this.#show(undefined);
  }

  /** A long answer is shown from its beginning, a short one whole. */
  #show(firstNew: Element | undefined): void {
    const view = this.#view;
    const start = firstNew?.previousElementSibling ? (firstNew as HTMLElement).offsetTop - AIR : 0;
    view?.scrollTo(0, firstNew ? start : view.scrollHeight);
    this.scrolled();
  }
}
