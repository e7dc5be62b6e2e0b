/** Finds the first phone number a person typed, written as it would be dialled. */
import { digitChains, windowsFrom } from './digit-groups.js';
import { normalise, toOriginal } from './normalise.js';

export type FoundPhone = {
  /** E.164, e.g. "+4740123456". */
  readonly number: string;
  /** Nothing but the number was written. */
  readonly isWholeText: boolean;
  readonly start: number;
  readonly end: number;
};

/** Norwegian numbers begin with 2 to 9 and are never grouped four and four: that is how a one-time code is shown. */
const NATIONAL = /^[2-9]\d{7}$/;
/** E.164: at most 15 digits with the country code; shorter than 8 reaches nobody abroad. */
const MIN_ABROAD = 8;
const MAX_DIGITS = 15;

/** @param text  as typed; null when there is no number in it */
export function findPhone(text: string): FoundPhone | null {
  const source = normalise(text.slice(0, 20_000));
  for (const chain of digitChains(source.text)) {
    for (let from = 0; from < chain.groups.length; from++) {
      for (const window of windowsFrom(chain, from, 8, MAX_DIGITS + 2).toReversed()) {
        const hasPlus = source.text.charAt(window.start - 1) === '+';
        const isFourAndFour = window.to === from + 1 && chain.groups[from]?.digits.length === 4;
        const number = window.tight && !isFourAndFour ? dialled(window.digits, hasPlus) : undefined;
        if (number === undefined) continue;
        const [start, end] = toOriginal(source, hasPlus ? window.start - 1 : window.start, window.end);
        const rest = source.text.slice(0, window.start) + source.text.slice(window.end);
        return { number, isWholeText: !/[\p{L}\p{N}]/u.test(rest), start, end };
      }
    }
  }
  return null;
}

function dialled(digits: string, hasPlus: boolean): string | undefined {
  const abroad = hasPlus ? digits : digits.startsWith('00') ? digits.slice(2) : undefined;
  if (abroad !== undefined)
    return abroad.length >= MIN_ABROAD && abroad.length <= MAX_DIGITS ? `+${abroad}` : undefined;
  return NATIONAL.test(digits) ? `+47${digits}` : undefined;
}
