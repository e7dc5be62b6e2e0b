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
