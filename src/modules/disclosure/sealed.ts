/**
 * A personal value that no log, template literal, JSON or error can print.
 * Only `open.ts` reads it, so every place that does is found by one search (lock 3).
 */
const mask = '[sealed]';

let readSealed: <T>(sealed: Sealed<T>) => T;

export class Sealed<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
    Object.freeze(this);
  }

  static {
    readSealed = (sealed) => sealed.#value;
  }

  toString(): string {
    return mask;
  }

  toJSON(): string {
    return mask;
  }

  [Symbol.toPrimitive](): string {
    return mask;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return mask;
  }
}

/** Puts a value under seal. */
export const seal = <T>(value: T): Sealed<T> => new Sealed(value);

/** For `open.ts` alone; the linter refuses this name elsewhere. */
export const readSealedValue = <T>(sealed: Sealed<T>): T => readSealed(sealed);
