/**
 * Whether somebody sits here. A page nobody touches stops asking, so that the desk ends her session by its own rule
 * for idle ones; the first touch asks for everything anew.
 */

/** How soon the page sees what colleagues and people do, ms. */
const pollMs = 10_000;
/** Longer than somebody reads a long case; the desk's own time begins only then, ms. */
const restMs = 30 * 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'focus'] as const;

/** How long until the page asks again; false while nobody is here. */
export type Patience = () => number | false;

/**
 * @param page      where the signs of somebody come from
 * @param now       ms
 * @param onReturn  after a rest
 */
export function attention(page: EventTarget, now: () => number, onReturn: () => void): Patience {
  let last = now();
  const rests = (): boolean => now() - last > restMs;
  const noticed = (): void => {
    const rested = rests();
    last = now();
    if (rested) onReturn();
  };
  for (const sign of signs) page.addEventListener(sign, noticed, { passive: true });
  return () => (rests() ? false : pollMs);
}
