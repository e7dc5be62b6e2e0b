import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mail, name, quoteStyles as styles } from '../../test/world/quote-styles.js';
import { newWords } from './new-words.js';

const own = 'Hei,\n\njeg har betalt 500 kr den 3. mars. Kan dere sjekke?\n\nHilsen Ola';
const quoted = [
  'Hei,',
  '',
  'Vi har fått meldingen din og svarer deg snart.',
  'Kvitteringen er ABCD-EFGH.',
  '',
  'Hilsen Fjordvakt',
];
const plainQuote = quoted.join('\n');
const arrows = quoted.map((line) => `> ${line}`.trimEnd()).join('\n');
const tight = quoted.map((line) => `>${line}`).join('\n');
const replies = styles.flatMap(([style, between, kind]) => [
  ...(kind === 'plain' ? [] : [[`${style}, with >`, `${own}\n\n${between}\n${arrows}`] as const]),
  ...(kind === 'arrows' ? [] : [[`${style}, bare`, `${own}\n\n${between}\n${plainQuote}`] as const]),
]);

describe('the new words of a mail [E38]', () => {
  it.each(replies)('leave out what %s quotes', (_, text) => {
    expect(newWords(text)).toBe(own);
    expect(newWords(text.replaceAll('\n', '\r\n'))).toBe(own);
  });

  it.each(styles.filter(([, , kind]) => kind !== 'plain'))(
    'stay below what %s quotes with > [bottom posting]',
    (_, between) => {
      expect(newWords(`${between}\n${arrows}\n\n${own}`)).toBe(own);
      expect(newWords(`${between}\n${tight}\n\n${own}`)).toBe(own);
    },
  );

  it('stay between the quoted lines they answer', () => {
    const text = `Den 03.03.2026 10:15, skrev ${name}:\n> Har du betalt?\nJa, den 3. mars.\n> Har du kvittering?\n\nNei.\n\n> Hilsen oss`;
    expect(newWords(text)).toBe('Ja, den 3. mars.\n\nNei.');
  });

  it.each([
    ['Se mine svar nedenfor i rødt.'],
    ['Svar på spørsmålene står under.'],
    ['Eg har skrive svara mine inne i teksten.'],
    ['Please see my answers below.'],
  ])('stay whole when they send the reader into the quote: %s', (words) => {
    const text = `${words}\n\nFra: ${name} <${mail}>\nSendt: 3. mars 2026 10:15\nTil: Ola\nEmne: SV\n\nHar du betalt? Ja, i går.`;
    expect(newWords(text)).toBe(text);
  });

  it.each([
    [
      'a letter with its own heading',
      'Til: Fjordvakt Inkasso AS\nFra: Ola Nordmann\nDato: 3. mars 2026 10:15\nEmne: Klage\n\nJeg klager på kravet.',
    ],
    [
      'a move',
      'Hei, jeg har flyttet.\nFra: Storgata 1, Oslo\nTil: Lillegata 2, Bergen\nDato: 1. mars 2026\nHilsen Ola',
    ],
    [
      'a mail told of',
      'Jeg sendte dette:\nFra: ola@x.example\nTil: post@fjordvakt.example\nDato: 3. mars 2026\nHar dere fått det?',
    ],
    ['what you wrote', 'Den 3. mars 2026 kl. 10:15 skrev dere:\nat jeg måtte betale. Det stemmer ikke.'],
    ['what I wrote', 'Den 3. mars 2026 kl. 10:15 skrev jeg følgende:\njeg bestrider kravet.'],
    ['what happened', 'Den 3. mars 2026 kl. 10:15 fikk jeg et brev fra Fjordvakt, de skrev:\nbetal nå.'],
    ['a sentence with a name', 'Kari Olsen skrev:\nat alt var i orden.'],
    ['an amount above', 'Jeg skal ikke betale noe\n> 500 kr er for mye.'],
    ['a wish for e-mail', 'Hei\nSend svar via e-post\ntakk'],
    ['a device lost', 'Sendt fra min telefon i går, men fikk ikke svar.'],
    ['a receipt sent', 'Sendt med e-post 3. mars'],
    ['a list', 'Jeg vil vite:\n- hva dere har om meg\n- hvem som har sett det\n-----\nHilsen Ola'],
    ['a signature', 'Slett alt.\n\n--\nOla Nordmann\nStorgata 1'],
    ['a heading', 'Opprinnelig melding fra dere var feil.\nJeg skylder ingenting.'],
    [
      'a told mail without >',
      'Hei,\nDen 3. mars 2026 kl. 10:15 skrev Kari Hansen:\nDu får svar i dag.\nDet fikk jeg ikke.',
    ],
    ['a told sentence', 'Hei\n\nDen 3. mars 2026 skrev Kari Hansen:\nDu får svar i dag.\n\nDet fikk jeg ikke.'],
    ['what I wrote in English', 'On 3 March 2026 at 10:15 I wrote:\nplease delete my data. You did not.'],
    ['what your colleague wrote', 'On Tuesday your colleague wrote:\nwe will call you. Nobody called.'],
    ['a form', 'Klage\n\nNavn: Ola\nDato: 3. mars 2026 kl 10:15\nTil: Fjordvakt\n\nJeg er uenig.'],
    ['a table of amounts', 'Betalt:\n> 500 kr 1. januar\n> 500 kr 1. februar\nDette er betalt.'],
    ['a cry', 'Hei,\n\n>> Svar meg nå <<\n\nOla'],
    [
      'a plan between rulers',
      'Forslag:\n\n-------------------\nJeg betaler 500 kr i måneden.\n-------------------\n\nHilsen Ola',
    ],
    [
      'a heading of one’s own',
      'Hei igjen\n\nTil: Fjordvakt Inkasso AS\nFra: Ola Nordmann <ola@x.example>\nDato: 3. mars 2026\nEmne: Innsynskrav\n\nJeg krever innsyn.',
    ],
    ['a log', 'Jeg er uenig i kravet.\n\n3. mars 2026 10:15 Ola Nordmann:\nDette står i loggen min.'],
    ['a time away', 'Fra 1. mars kl. 10:15 til 3. mars:\njeg var syk.'],
    ['a wish', 'Hent mobilen min'],
    [
      'a mail told with its address',
      'Jeg sendte e-post 3. mars 2026 kl. 10:15 til <post@fjordvakt.example>:\nInnholdet var en klage.',
    ],
    ['a heading alone', 'Videresendt melding\njeg fikk i går er ikke til meg.'],
  ])('stay whole in %s', (_, text) => {
    expect(newWords(text)).toBe(text);
  });

  it('are none in a mail that was only passed on', () => {
    const block = `Fra: ${name} <${mail}>\nSendt: 3. mars 2026 10:15\nTil: Ola\nEmne: Faktura\n\n${plainQuote}`;
    expect(newWords(block, true)).toBe('');
    expect(newWords(`---------- Forwarded message ---------\n${block}`)).toBe('');
  });

  it('are never lost, whatever they are, above any quote', () => {
    const word = fc.stringMatching(/^[a-zæøåA-ZÆØÅ0-9.,!?()%-]{1,12}$/).filter((text) => /[a-zæøå]/i.test(text));
    const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `Jeg ${words.join(' ')}`);
    const text = fc.array(paragraph, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, fc.constantFrom(...styles), (words, [, between, kind]) => {
        const quote = kind === 'plain' ? plainQuote : arrows;
        return newWords(words) === words && newWords(`${words}\n\n${between}\n${quote}`) === words;
      }),
      { numRuns: 500 },
    );
  });

  it('are never lost either where no empty line parts them from the quote', () => {
    const line = fc.constantFrom(
      'Kan fristen utsettes?',
      'Ja.',
      'Nei',
      'Jeg betalte 3. mars',
      'Ring meg kl. 10:15',
      'Ok',
      '500 kr',
      'Mvh Ola Nordmann',
      'Hilsen',
      'takk for svar,',
    );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...styles),
        (lines, [, between, kind]) => {
          const words = lines.join('\n');
          const found = newWords(`${words}\n${between}\n${kind === 'plain' ? plainQuote : arrows}`);
          return found === words || found.startsWith(`${words}\n`);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('take time that grows with the mail and not faster [E18, C20]', () => {
    const lines = `Den 3. mars 2026 kl. 10:15 skrev ${name}:\nFra: x\nSendt: y\n`;
    const started = performance.now();
    newWords(lines.repeat(2_000));
    newWords('-'.repeat(200_000));
    newWords(' '.repeat(200_000));
    newWords('svar '.repeat(40_000));
    newWords('a\n'.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
