/** Numbers that may be the age of somebody who cannot be in debt alone: five to seventeen, in digits or words. */

const CHILD_AGE = new RegExp(
  `^(?:[5-9]|1[0-7]|${[
    'fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten',
    'five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen',
  ].join('|')})$`,
);

/** @param word  lower case */
export function isChildAge(word: string): boolean {
  return CHILD_AGE.test(word);
}

/** @param word  digits; an amount may look the same, so it only ever speaks against a child */
export function isAdultAge(word: string): boolean {
  return /^(?:1[89]|[2-9]\d)$/.test(word);
}

/** Whether the only ages that may be named are those of grown-ups. */
export function namesOnlyAdults(words: readonly string[]): boolean {
  return words.some(isAdultAge) && !words.some(isChildAge);
}
