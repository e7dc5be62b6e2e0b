/** Lines that a mail program adds by itself: "Sendt fra min iPhone", "Få Outlook for iOS". */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const sent = set('sendt send sent skickat gesendet enviado wysłane wysłano');
const by = set('fra frå via med from using with från von desde z');
const get = set('få hent skaff last get download hämta');

const devices = set(
  `iphone iphonen iphone-en ipad ipaden ios android mobil mobilen mobile mobiltelefon mobiltelefonen telefon telefonen smarttelefon
   smarttelefonen smartphone smarttelefonen nettbrett nettbrettet tablet samsung galaxy samsung-enheten huawei huawei-mobilen sony xperia
   htc nokia oneplus pixel xiaomi redmi motorola moto blackberry outlook windows yahoo gmail hotmail icloud proton protonmail tuta
   tutanota spark bluemail mymail aol thunderbird mac macbook mail`,
);
const programs = set(
  'outlook yahoo gmail hotmail icloud proton protonmail tuta tutanota spark bluemail mymail aol thunderbird mail blue my',
);
const others = set(
  `min mi mitt mine my the a en et ei i på on for til deg with av du appen app enheten enhet enheden device phone e-post epost email e-mail
   mail secure sikker encrypted kryptert ned web mini pro max plus ultra lite edge note fold flip se air phone smart online apple google
   microsoft telenor telia 3 4g 5g 10 11 12 13 14 15 16 17`,
);

const mostWords = 12;

/**
 * Whether a line is such an advertisement and nothing of the person's own: every word of it must be one that
 * programs use, so "Send svar via e-post" stays hers.
 * @param line  one line; a link behind the words belongs to it
 */
export const isSentFrom = (line: string): boolean => {
  if (line.length > 600) return false;
  const words = line
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[<[(]?https?:\/\/[^\s>\])]{1,400}[>\])]?/g, ' ')
    .replace(/^[\s*_–—-]+|[\s*_.–—-]+$/g, '')
    .toLowerCase()
    .split(/[\s™®]+/)
    .filter((word) => word !== '');
  const [first = '', second = '', ...rest] = words;
  if (words.length < 3 || words.length > mostWords) return false;
  if (/^(?:fra|frå|från|from) (?:min|mi|my) (?:iphone|ipad|samsung|galaxy)$/.test(words.join(' '))) return true;
  const opens = sent.has(first)
    ? by.has(second)
    : get.has(first) && [second, rest[0] ?? '', rest[1] ?? ''].some((word) => programs.has(word));
  const known = [...(sent.has(first) ? [] : [second]), ...rest];
  return (
    opens &&
    known.every((word) => isKnown(word)) &&
    known.some((word) => devices.has(word) || word.split('-').some((part) => devices.has(part)))
  );
};

/** A model's name is letters and digits ("s21"); some words are joined ("galaxy-smarttelefon"). */
const isKnown = (word: string): boolean =>
  word
    .split('-')
    .every((part) => devices.has(part) || others.has(part) || /^[a-z]{1,2}\d{1,3}[a-z]{0,2}$/.test(part)) ||
  devices.has(word) ||
  others.has(word);
