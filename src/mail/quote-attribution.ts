/** The line above a quote: "Den man. 3. mars 2026 kl. 10:15 skrev Ola Nordmann <ola@x.no>:" in its many dresses. */

/**
 * @property lines   how many lines it takes; programs wrap it
 * @property strong  it says so much that what follows is a quote even without `>` before each line
 * @property mail    it holds an address, as people hardly ever write it
 */
export type Attribution = { readonly lines: number; readonly strong: boolean; readonly mail: boolean };

const mostLines = 4;
const longest = 400;
const mostNameWords = 10;

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const wrote = set(
  'skrev skreiv skreva svarte svara svarade wrote schrieb kirjoitti schreef écrit escribió escreveu scritto napisał napisała napisał(a) rašė rakstīja написал написала пише kirjutas',
);
const follows = set('følgende følgjande følg flg this the following mesajı');
const fillers = set(
  'den på on am le el il dnia w i kl klokka klokken klokkå at um à a las dag dato the of de del ore godz o op om vid uhr heures',
);
const dayNames = set(
  `mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag man tir tirs ons tor tors fre lør søn mån må tys ty lø
   lau laur sun su on to fr la sø ma ti monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
   tisdag lördag lör sön tis montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do sa so`,
);
const monthNames = set(
  `januar februar mars april mai juni juli august september oktober november desember jan feb mar apr jun jul aug sep sept okt nov des
   january february march may june july october december oct dec januari februari maj juli augusti januar märz dezember dez mai`,
);
const zones =
  /^\(?(?:(?:cet|cest|gmt|utc|met|mest|sentraleuropeisk|normaltid|sommertid|am|pm|a\.m\.|p\.m\.|em|fm)(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{4}|[+-]\d{2}:\d{2})\)?$/;

/** Words that no name begins with or holds: with one of them it is a sentence of the person's own. */
const notNames = set(
  `jeg eg ej vi me dere dykk dokker dykkar du de dei han hun ho hen det dette desse disse som at har hadde fikk fekk er var ikke ikkje
   i you we they he she it this that which have had got not my min mitt vår deres dykkar ein en et eit brev brevet`,
);

/** @returns the attribution that begins at a line, or null */
export const attributionAt = (lines: readonly string[], at: number): Attribution | null => {
  const taken: string[] = [];
  for (let next = at; taken.length < mostLines; next += 1) {
    const line = plain(lines[next] ?? '');
    if (line === '' || line.startsWith('>')) return null;
    taken.push(line);
    const joined = taken.join(' ');
    if (joined.length > longest) return null;
    const strength = inAnyLanguage(joined, taken[0] ?? '') ?? strengthOf(joined);
    if (strength !== null && beginsLater(taken)) return null;
    if (strength !== null) return { lines: taken.length, strong: strength === 'strong', mail: joined.includes('@') };
  }
  return null;
};

/** "Nei" above "On 3 March 2026, Ola wrote:" is the person's own: the attribution is whole without it. */
const beginsLater = (taken: readonly string[]): boolean =>
  taken.some((_, at) => {
    const rest = taken.slice(at).join(' ');
    return at > 0 && strengthOf(rest) !== null && (hasDay(rest) || !hasDay(taken.slice(0, at).join(' ')));
  });

const hasDay = (text: string): boolean => readDates(tokensOf(text)).day;

const plain = (line: string): string =>
  line
    .replace(/[\u00a0\u202f\t]/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\ufeff]/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/^[\s*_]+|[\s*_]+$/g, '');

type Strength = 'strong' | 'weak' | null;

/** Only what ends as an attribution is looked at: a colon, or the dashes some programs draw around it. */
const strengthOf = (text: string): Strength => {
  const dashed = /^-{2,8} ?(.+?) ?-{2,8}$/.exec(text)?.[1];
  if (dashed === undefined && !text.endsWith(':')) return null;
  const tokens = tokensOf(dashed ?? text);
  const verb = tokens.findIndex((token) => wrote.has(token.toLowerCase()));
  if (verb === -1) return withoutVerb(tokens);
  const before = readDates(tokens.slice(0, verb).filter(notAuxiliary));
  const after = readDates(tokens.slice(verb + 1).filter((token) => !follows.has(token.toLowerCase())));
  return dateFirst(before, after) ?? nameFirst(before, after);
};

const tokensOf = (text: string): readonly string[] =>
  text
    .replace(/ ?:$/, '')
    .split(' ')
    .map(bare)
    .filter((token) => token !== '');

const bare = (token: string): string => {
  const inner = token.replace(/^[,(]+(?=\S)|[,;]+$/g, '');
  return inner.includes('(') ? inner : inner.replace(/\)+$/, '');
};

const notAuxiliary = (token: string): boolean =>
  !['a', 'ha', 'hat', 'har'].includes(token.toLowerCase()) || token === 'A';

/** "Den 3. mars 2026 kl. 10:15 skrev Ola:" and "On 3 March 2026, Ola wrote:". */
const dateFirst = (before: Dated, after: Dated): Strength => {
  if (!before.day) return null;
  const name = before.rest.length === 0 ? after.rest : after.rest.length === 0 && !after.day ? before.rest : null;
  if (name === null || !isName(name)) return null;
  return before.time || before.mail || after.mail ? 'strong' : 'weak';
};

/** "Ola Nordmann <ola@x.no> skrev den 3. mars 2026:" and "Ola skrev:". */
const nameFirst = (before: Dated, after: Dated): Strength => {
  if (before.day || after.rest.length > 0 || !isName(before.rest)) return null;
  return before.mail && after.day && after.time ? 'strong' : 'weak';
};

/** "2026-03-03 10:15 GMT+01:00 Ola <ola@x.no>:", "Siterer Ola <ola@x.no>:" */
const withoutVerb = (tokens: readonly string[]): Strength => {
  const first = (tokens[0] ?? '').toLowerCase();
  const rest = first === 'sitat' ? tokens.slice(2) : tokens.slice(1);
  if (['siterer', 'sitat', 'quoting', 'zitat'].includes(first))
    return isName(rest) && readDates(rest).mail ? 'weak' : null;
  const dated = readDates(tokens);
  if (!dated.day || !dated.time || !/@\S+$/.test(tokens.at(-1) ?? '')) return null;
  const by = dated.rest.length === 2 && /^(?:av|by|von|från|fra|frå)$/i.test(dated.rest[0] ?? '');
  return by || (/^\d/.test(first) && />$/.test(tokens.at(-1) ?? '') && isName(dated.rest)) ? 'strong' : null;
};

/**
 * An address in angles before a colon, a time and a year in the first line: no person writes that, whatever the
 * language around it.
 */
const inAnyLanguage = (text: string, firstLine: string): Strength =>
  /(?:^|[^\d])\d{1,2}[:.]\d{2}(?!\d)/.test(firstLine) &&
  /(?:19|20)\d{2}/.test(firstLine) &&
  /<[^<>\s@]{1,64}@[^<>\s@]{1,255}>(?:\s\p{L}{1,20}){0,2} ?:$/u.test(text) &&
  !/[?!]/.test(text) &&
  !text.split(/[\s,.:;]+/).some((word) => notNames.has(word.toLowerCase()) && !fillers.has(word.toLowerCase()))
    ? 'strong'
    : null;

type Dated = {
  readonly rest: readonly string[];
  readonly day: boolean;
  readonly time: boolean;
  readonly mail: boolean;
};

/** Takes the date and time out of a row of words. */
const readDates = (tokens: readonly string[]): Dated => {
  const dateLike = tokens.map((token, at) => kindOf(token, tokens[at - 1]));
  const kinds = new Set(dateLike);
  return {
    rest: tokens.filter((_, at) => dateLike[at] === 'word' || dateLike[at] === 'mail'),
    day: kinds.has('date') || (kinds.has('month') && kinds.has('number')) || count(dateLike, 'number') >= 3,
    time: kinds.has('time'),
    mail: kinds.has('mail'),
  };
};

const count = (kinds: readonly Kind[], wanted: Kind): number => kinds.filter((kind) => kind === wanted).length;

type Kind = 'date' | 'time' | 'month' | 'number' | 'filler' | 'mail' | 'word';

const kindOf = (token: string, previous: string | undefined): Kind => {
  const word = token.toLowerCase().replace(/\.$/, '');
  if (/@/.test(token)) return 'mail';
  if (/^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[-./]\d{1,2}[-./]\d{1,2})(?:t\d.*)?$/.test(word)) return 'date';
  if (/^(?:kl\.?)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:am|pm)?$/.test(word)) return 'time';
  if (monthNames.has(word)) return 'month';
  if (/^\d{1,4}(?:st|nd|rd|th)?$/.test(word)) return 'number';
  if (fillers.has(word) || dayNames.has(word) || zones.test(word))
    return isPartOfName(token, previous) ? 'word' : 'filler';
  return 'word';
};

/** "Ola de Vries": a small word between two of a name stays with it, one after a date does not matter. */
const isPartOfName = (token: string, previous: string | undefined): boolean =>
  ['de', 'del', 'le', 'el'].includes(token.toLowerCase()) && previous !== undefined && /^\p{Lu}/u.test(previous);

const isName = (words: readonly string[]): boolean =>
  words.length > 0 &&
  words.length <= mostNameWords &&
  !words.some((word, at) => notNames.has(word.toLowerCase()) && !isWithinName(words, at)) &&
  (words.some((word) => word.includes('@')) ||
    words.every((word) => /^["'“«(<\p{Lu}\d]/u.test(word) || particles.has(word))) &&
  !words.slice(0, -1).some((word) => /[.!?]$/.test(word) && word.length > 4);

/** "Anne de Vries"; in "skrev de", it is somebody. */
const isWithinName = (words: readonly string[], at: number): boolean =>
  words[at] === 'de' && /^\p{Lu}/u.test(words[at - 1] ?? '') && /^\p{Lu}/u.test(words[at + 1] ?? '');

const particles = set('av von van der den de di da til via og and hos bin & - – | / as asa');
