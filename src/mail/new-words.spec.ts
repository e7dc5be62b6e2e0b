import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
const name = 'Fjordvakt Inkasso AS';
const mail = 'post@fjordvakt.example';

/** What stands between the own words and the quote, and whether the quote has `>`. */
const styles: readonly (readonly [string, string, 'arrows' | 'plain' | 'both'])[] = [
  ['Gmail, bokmål', `Den man. 3. mars 2026 kl. 10:15 skrev ${name} <${mail}>:\n`, 'both'],
  ['Gmail, bokmål, wrapped', `Den man. 3. mars 2026 kl. 10:15 skrev ${name} <\n${mail}>:\n`, 'both'],
  ['Gmail, bokmål, without Den', `lør. 7. mars 2026 kl. 10:15 skrev ${name} <${mail}>:\n`, 'both'],
  ['Gmail, bokmål, older', `søn. 8. mars 2026, 10:15 skrev ${name} <${mail}>:\n`, 'both'],
  ['Gmail, nynorsk', `måndag 2. mars 2026 kl. 10:15 skreiv ${name} <${mail}>:\n`, 'both'],
  ['Gmail, nynorsk, short', `Den laur. 7. mars 2026 kl. 10:15 skreiv ${name} <${mail}>:\n`, 'both'],
  ['Gmail, English', `On Tue, Mar 3, 2026 at 10:15\u202fAM ${name} <${mail}> wrote:\n`, 'both'],
  ['Gmail, English, wrapped', `On Tue, Mar 3, 2026 at 10:15 AM ${name} <${mail}>\nwrote:\n`, 'both'],
  ['Gmail, of old', `2026-03-03 10:15 GMT+01:00 ${name} <${mail}>:\n`, 'both'],
  ['Gmail, Danish', `Den tirs. 3. mar. 2026 kl. 10.15 skrev ${name} <${mail}>:\n`, 'both'],
  ['Gmail, Swedish', `Den tis 3 mars 2026 kl 10:15 skrev ${name} <${mail}>:\n`, 'both'],
  ['Gmail, Polish', `wt., 3 mar 2026 o 10:15 ${name} <${mail}> napisał(a):\n`, 'arrows'],
  ['Gmail, German', `Am Di., 3. März 2026 um 10:15 Uhr schrieb ${name} <${mail}>:\n`, 'arrows'],
  ['Apple Mail, bokmål', `3. mars 2026 kl. 10:15 skrev ${name} <${mail}>:\n`, 'both'],
  ['Apple Mail, older', `Den 3. mars 2026 kl. 10.15 skrev ${name}:\n`, 'both'],
  ['Apple Mail, oldest', `Den 3. mars 2026, kl. 10:15, skrev ${name}:\n`, 'both'],
  ['Apple Mail, nynorsk', `3. mars 2026 kl. 10:15 skreiv ${name} <${mail}>:\n`, 'both'],
  ['Apple Mail, English', `On 3 Mar 2026, at 10:15, ${name} <${mail}> wrote:\n`, 'both'],
  ['iPhone', `Sendt fra min iPhone\n\n> 3. mars 2026 kl. 10:15 skrev ${name} <${mail}>:\n>`, 'arrows'],
  ['iPhone, newer', `Sendt fra iPhonen min\n\n3. mars 2026 kl. 10:15 skrev ${name} <${mail}>:\n\n\ufeff`, 'both'],
  ['iPhone, nynorsk', `Send frå iPhonen min\n\n3. mars 2026 kl. 10:15 skreiv ${name} <${mail}>:\n`, 'both'],
  ['Thunderbird, bokmål', `Den 03.03.2026 10:15, skrev ${name}:`, 'both'],
  ['Thunderbird, På', `På 03.03.2026 10:15, skrev ${name}:`, 'both'],
  ['Thunderbird, name first', `${name} skrev den 03.03.2026 10:15:`, 'arrows'],
  ['Thunderbird, English', `On 3/3/26 10:15 AM, ${name} wrote:`, 'arrows'],
  ['Roundcube', `Den 2026-03-03 10:15, skrev ${name}:`, 'both'],
  ['Roundcube, name first', `${name} skrev 2026-03-03 10:15:`, 'arrows'],
  ['KMail', `På tirsdag 3. mars 2026 10:15:22 CET skrev ${name}:`, 'both'],
  ['Yahoo', `tirsdag 3. mars 2026 kl. 10:15:22 CET skrev ${name} <${mail}> følgende:  \n`, 'both'],
  ['Yahoo, English', `On Tuesday, March 3, 2026 at 10:15:22 AM GMT+1, ${name} <${mail}> wrote:\n`, 'both'],
  ['Proton', `-------- Opprinnelig melding --------\ntirsdag 3. mars 2026 kl. 10:15 skrev ${name} <${mail}>:\n`, 'both'],
  ['Proton, English', `------- Original Message -------\nOn Tuesday, March 3rd, 2026 at 10:15, ${name} <${mail}> wrote:\n`, 'both'],
  ['Zoho', `---- På tir., 03 mars 2026 10:15:22 +0100 ${name} <${mail}> skrev ----\n`, 'both'],
  ['Horde', `Siterer ${name} <${mail}>:\n`, 'arrows'],
  ['mutt', `${name} <${mail}> skrev:\n`, 'arrows'],
  ['Outlook, bokmål', `Fra: ${name} <${mail}>\nSendt: tirsdag 3. mars 2026 10:15\nTil: Ola Nordmann <ola@x.example>\nEmne: SV: Faktura\n`, 'plain'],
  ['Outlook on the web', `________________________________\nFra: ${name} <${mail}>\nSendt: tirsdag 3. mars 2026 kl. 10:15\nTil: Ola Nordmann <ola@x.example>\nEmne: SV: Faktura\n`, 'plain'],
  ['Outlook, nynorsk', `Frå: ${name} <${mail}>\nSendt: tysdag 3. mars 2026 10:15\nTil: Ola Nordmann\nKopi: Kari\nEmne: SV: Faktura\n`, 'plain'],
  ['Outlook, English', `From: ${name} [mailto:${mail}]\nSent: Tuesday, March 3, 2026 10:15 AM\nTo: Ola Nordmann\nCc: Kari\nSubject: Re: Faktura\n`, 'plain'],
  ['Outlook, bold', `*Fra:* ${name} <${mail}>\n*Sendt:* tirsdag 3. mars 2026 10:15\n*Til:* Ola Nordmann\n*Emne:* SV: Faktura\n`, 'plain'],
  ['Outlook, spaced out', `Fra: ${name} <${mail}>\n\nSendt: tirsdag 3. mars 2026 10:15\n\nTil: Ola Nordmann\n\nEmne: SV: Faktura\n`, 'plain'],
  ['Outlook, old', `-----Opprinnelig melding-----\nFra: ${name} [mailto:${mail}]\nSendt: 3. mars 2026 10:15\nTil: Ola\nEmne: SV: Faktura\n`, 'plain'],
  ['Outlook, old, quoted', `-----Opprinnelig melding-----\nFra: ${name} [mailto:${mail}]\nSendt: 3. mars 2026 10:15\nTil: Ola\nEmne: SV: Faktura\n`, 'arrows'],
  ['Outlook, many to', `Fra: ${name} <${mail}>\nSendt: tirsdag 3. mars 2026 10:15\nTil: Ola Nordmann <ola@x.example>;\n Kari Nordmann <kari@x.example>; Per\nHansen <per@x.example>\nEmne: SV: Faktura\n`, 'plain'],
  ['Outlook for iOS', `Få Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFra: ${name} <${mail}>\nSendt: Tuesday, March 3, 2026 10:15:22 AM\nTil: Ola <ola@x.example>\nEmne: SV: Faktura\n`, 'plain'],
  ['Outlook for Android', `Hent Outlook for Android<https://aka.ms/AAb9ysg>\n________________________________\nFrom: ${name} <${mail}>\nSent: tirsdag 3. mars 2026 10:15\nTo: Ola <ola@x.example>\nSubject: SV: Faktura\n`, 'plain'],
  ['Outlook for Mac', `Fra: ${name} <${mail}>\nDato: tirsdag 3. mars 2026 kl. 10:15\nTil: Ola Nordmann\nEmne: SV: Faktura\n`, 'plain'],
  ['Windows Mail', `Sendt fra E-post for Windows\n\nFra: ${name}\nSendt: tirsdag 3. mars 2026 10:15\nTil: Ola\nEmne: SV: Faktura\n`, 'plain'],
  ['Hotmail', `Dato: Tue, 3 Mar 2026 10:15:22 +0100\nEmne: SV: Faktura\nFra: ${mail}\nTil: ola@x.example\n`, 'plain'],
  ['Hotmail, classic', `> Date: Tue, 3 Mar 2026 10:15:22 +0100\n> From: ${mail}\n> To: ola@x.example\n> Subject: Re: Faktura\n>`, 'arrows'],
  ['Samsung', `Sendt fra min Samsung Galaxy-smarttelefon.\n\n-------- Opprinnelig melding --------\nFra: ${name} <${mail}>\nDato: 03.03.2026 10:15 (GMT+01:00)\nTil: ola@x.example\nEmne: SV: Faktura\n`, 'plain'],
  ['Opphavleg melding', `-----Opphavleg melding-----\nFrå: ${name}\nSendt: 3. mars 2026 10:15\nTil: Ola\nEmne: SV: Faktura\n`, 'plain'],
  ['flattened', `Fra: ${name} <${mail}> Sendt: tirsdag 3. mars 2026 10:15 Til: Ola Emne: SV: Faktura\n`, 'plain'],
  ['forwarded by Gmail', `---------- Forwarded message ---------\nFra: ${name} <${mail}>\nDate: man. 2. mars 2026 kl. 10:15\nSubject: Faktura\nTo: <ola@x.example>\n`, 'plain'],
  ['forwarded by Gmail, bokmål', `---------- Videresendt melding ---------\nFra: ${name} <${mail}>\nDato: man. 2. mars 2026 kl. 10:15\nEmne: Faktura\nTil: <ola@x.example>\n`, 'plain'],
  ['forwarded by Apple', `Videresendt melding:\n\nFra: ${name} <${mail}>\nEmne: Faktura\nDato: 3. mars 2026 kl. 10:15:22 CET\nTil: ola@x.example\n`, 'both'],
  ['forwarded by Apple, newer', `Start på videresendt melding:\n\n> Fra: ${name} <${mail}>\n> Emne: Faktura\n> Dato: 3. mars 2026 kl. 10:15:22 CET\n>`, 'arrows'],
  ['forwarded by Thunderbird', `-------- Videresendt melding --------\nEmne: \tFaktura\nDato: \tTue, 3 Mar 2026 10:15:22 +0100\nFra: \t${name} <${mail}>\nTil: \tola@x.example\n`, 'plain'],
  ['forwarded, nynorsk', `-------- Vidaresend melding --------\nEmne: \tFaktura\nDato: \tTue, 3 Mar 2026 10:15:22 +0100\nFrå: \t${name} <${mail}>\nTil: \tola@x.example\n`, 'plain'],
]; // prettier-ignore

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
