/** Conversations made from a seed: what somebody without proof, or with one mailbox, might say and send. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Member } from './cast.js';
import { seededDice, type SeededDice } from './dice.js';

export type Language = 'nb' | 'nn' | 'en';

/** An event without a value names the observer's own mail thread. */
export type Step =
  | { readonly do: 'say'; readonly text: string; readonly twice: boolean }
  | { readonly do: 'event'; readonly name: 'language' | 'thread'; readonly value: string | null }
  | { readonly do: 'last-receipt' }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'read-all' }
  | { readonly do: 'prove-mailbox' }
  | {
      readonly do: 'mail';
      readonly from: string;
      readonly subject: string;
      readonly text: string;
      readonly aligned: boolean;
      readonly answerable: boolean;
      readonly joins: boolean;
    };

/** @property level  what the observer has proven: nothing, or that the mailbox is hers */
export type Script = {
  readonly seed: number;
  readonly level: 'none' | 'low';
  readonly language: Language;
  readonly steps: readonly Step[];
};

type Lines = Readonly<Record<string, readonly string[]>>;
const read = (file: string): Lines => parse(readFileSync(`config/intents/${file}.yaml`, 'utf8')) as Lines;
const lines: Readonly<Record<Language, Lines>> = { nb: read('nb'), nn: read('nn'), en: read('en') };
const phrases: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nb: parse(readFileSync('config/phrases/nb.yaml', 'utf8')) as Readonly<Record<string, string>>,
  nn: parse(readFileSync('config/phrases/nn.yaml', 'utf8')) as Readonly<Record<string, string>>,
  en: parse(readFileSync('config/phrases/en.yaml', 'utf8')) as Readonly<Record<string, string>>,
};
const commands = Object.values(parse(readFileSync('config/intents/commands.yaml', 'utf8')) as Lines)
  .flat()
  .filter((one): one is string => typeof one === 'string');

/** Questions that an answer about somebody would answer: asked more often than the rest. */
const wanted = [
  'balance',
  'balance_breakdown',
  'payment_info',
  'status_of_request',
  'access',
  'rectification',
  'dispute',
  'payment_plan',
];
const odd = [
  '',
  ' ',
  '?',
  '🙂',
  '\u202e1234',
  'a'.repeat(3_000),
  '\u0000',
  'null',
  '<script>',
  '12345678901',
  '😀'.repeat(50),
  "' OR 1=1 --",
  '{outstanding}',
];

export const scriptOf = (seed: number, member: Member): Script => {
  const dice = seededDice(seed * 2_654_435_761);
  const level = dice.percent(60) ? 'none' : 'low';
  const language = dice.one<Language>(['nb', 'nn', 'en']);
  const first: readonly Step[] = dice.percent(25) ? [mail(dice, language, member, seed)] : [];
  const prove: readonly Step[] =
    level === 'low' ? [...(dice.percent(50) ? [ask(dice, language)] : []), { do: 'prove-mailbox' }] : [];
  const rest = Array.from({ length: 1 + dice.below(level === 'low' ? 4 : 6) }, () =>
    anyStep(dice, language, member, seed),
  );
  return { seed, level, language, steps: [...first, ...prove, ...rest, { do: 'read-all' }] };
};

const anyStep = (dice: SeededDice, language: Language, member: Member, seed: number): Step => {
  const kind = dice.below(100);
  if (kind < 30) return ask(dice, language);
  if (kind < 45) return say(dice, address(dice, member));
  if (kind < 52) return say(dice, digits(dice, 8));
  if (kind < 58) return say(dice, `${letters(dice)} ${digits(dice, 5)}`);
  if (kind < 68) return say(dice, knowledge(dice, member));
  if (kind < 74) return say(dice, dice.one(commands));
  if (kind < 79) return say(dice, option(dice, language));
  if (kind < 82) return say(dice, dice.one(odd));
  if (kind < 85) return { do: 'event', name: 'thread', value: dice.percent(70) ? null : letters(dice).toLowerCase() };
  if (kind < 87) return { do: 'event', name: 'language', value: dice.one(['nb', 'nn', 'en']) };
  if (kind < 89) return { do: 'last-receipt' };
  if (kind < 93) return { do: 'wait', minutes: dice.one([1, 5, 11, 16, 31, 61]) };
  return mail(dice, language, member, seed);
};

const say = (dice: SeededDice, text: string): Step => ({ do: 'say', text, twice: dice.percent(4) });

const ask = (dice: SeededDice, language: Language): Step => say(dice, line(dice, language));

const line = (dice: SeededDice, language: Language): string => {
  const of = lines[language];
  const intent = dice.percent(60) ? dice.one(wanted) : dice.one(Object.keys(of));
  return dice.one(of[intent] ?? ['Hei']);
};

const address = (dice: SeededDice, member: Member): string => {
  const typed = dice.percent(70)
    ? member.email
    : dice.one(['nobody@nowhere.example', 'post@fjordvakt.example', 'kari@brevdue.example']);
  return dice.one([typed, typed.toUpperCase(), `Min e-post er ${typed}`, ` ${typed} `, `${typed}, ${member.name}`]);
};

/** What is no proof, however true: a number, a name, an address (confidentiality, "Knowledge counts zero"). */
const knowledge = (dice: SeededDice, member: Member): string => {
  const about = dice.one(member.cases);
  return dice.one([
    `Saksnummer ${about.caseNumber}`,
    about.caseNumber,
    `KID ${about.kid}`,
    about.kid,
    `Jeg heter ${member.name} og fødselsnummeret mitt er ${member.nationalId}. Hva er kravet på?`,
    member.nationalId,
    member.phone,
    `${member.name}, ${member.street}, ${member.postcode} Hamar`,
    `Har ${member.name} en sak hos dere?`,
    `Eg ringjer frå ${member.phone}, er det noko på meg?`,
    `Is there anything on ${member.name}, case ${about.caseNumber}?`,
  ]);
};

const option = (dice: SeededDice, language: Language): string =>
  dice.one(
    Object.entries(phrases[language])
      .filter(([key]) => /^(?:option|kind)\./.test(key))
      .map(([, text]) => text),
  );

/** An address nobody has written from before, so that what it was answered earlier is the same in every world: nothing. */
export const strangerOf = (seed: number): string => `somebody.${String(seed)}@elsewhere.example`;

const mail = (dice: SeededDice, language: Language, member: Member, seed: number): Step => ({
  do: 'mail',
  from: dice.percent(75) ? member.email : strangerOf(seed),
  subject: dice.one([
    '',
    'Re: sak',
    `Sak ${member.cases[0]?.caseNumber ?? ''}`,
    'Innsyn',
    'Spørsmål',
    `KID ${member.cases[1]?.kid ?? ''}`,
  ]),
  text: [
    line(dice, language),
    ...(dice.percent(40) ? [knowledge(dice, member)] : []),
    ...(dice.percent(20) ? [line(dice, language)] : []),
  ].join('\n\n'),
  aligned: dice.percent(50),
  answerable: dice.percent(85),
  joins: dice.percent(40),
});

const digits = (dice: SeededDice, count: number): string =>
  Array.from({ length: count }, () => String(dice.below(10))).join('');
const letters = (dice: SeededDice): string =>
  Array.from({ length: 5 }, () => dice.one(Array.from('ABCDEFGHJKMNPQRSTVWXYZ'))).join('');
