/** Letters of other scripts that look like Latin ones: folded inside Latin text, left alone in text of their own script. */

const CYRILLIC = 'аеорсхуіјѕһԁԛԝѵкмтАВЕКМНОРСТХУІЈЅ';
const CYRILLIC_AS_LATIN = 'aeopcxyijshdqwvkmtABEKMHOPCTXYIJS';
const GREEK = 'αονικρτυχεΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const GREEK_AS_LATIN = 'aovikptuxeABEZHIKMNOPTYX';
const OTHER = 'ıɑɡօսոᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡᴢ';
const OTHER_AS_LATIN = 'iagounabcdefghijklmnoprstuvwz';

const TWINS: ReadonlyMap<string, string> = new Map([
  ...pairs(CYRILLIC, CYRILLIC_AS_LATIN),
  ...pairs(GREEK, GREEK_AS_LATIN),
  ...pairs(OTHER, OTHER_AS_LATIN),
]);
const FOREIGN_LETTER = /[\u0131\u0251\u0261\u0262-\u029f\u0370-\u058f\u1d00-\u1d2b\ua730-\ua731]/;
const WORD = /\p{L}+/gu;

/**
 * Folds look-alikes to Latin where the word mixes scripts or the text as a whole is Latin.
 * @param text  NFKC text; one UTF-16 unit in is one unit out, so offsets stay valid
 */
export function foldConfusables(text: string): string {
  if (!FOREIGN_LETTER.test(text)) return text;
  const latinText = isMostlyLatin(text);
  return text.replace(WORD, (word) => (latinText || /[a-zæøå]/i.test(word) ? foldWord(word) : word));
}

function isMostlyLatin(text: string): boolean {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const foreign = text.match(/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/gu)?.length ?? 0;
  return latin >= foreign;
}

function foldWord(word: string): string {
  let folded = '';
  for (let i = 0; i < word.length; i++) {
    const unit = word.charAt(i);
    folded += TWINS.get(unit) ?? unit;
  }
  return folded;
}

function pairs(from: string, to: string): [string, string][] {
  return Array.from(from, (letter, i) => [letter, to.charAt(i)]);
}
