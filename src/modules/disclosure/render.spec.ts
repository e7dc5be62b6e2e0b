import { describe, expect, it } from '@jest/globals';
import { disclosed, disclosedToAnyone } from '../../../test/world/disclosed.js';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { render, type Draft } from './render.js';
import { seal } from './sealed.js';

const { phrases } = shippedPolicy;
const claim = disclosed({
  topic: 'claim',
  facts: {
    creditor: 'Tindevind',
    outstanding: 1234567,
    principal: 1000000,
    dueDate: '2027-03-04',
    kid: seal('2713736317286'),
    accountNumber: '99991244545',
  },
});
const card = {
  title: 'card.claim',
  from: claim,
  rows: ['dueDate', 'kid', 'caseNumber'],
  copy: ['kid'],
  total: 'outstanding',
} as const;

describe('words for a reply', () => {
  it.each([
    ['nb', '4. mars 2027', '12 345,67'],
    ['nn', '4. mars 2027', '12 345,67'],
    ['en', '4 March 2027', '12,345.67'],
  ] as const)('write days and amounts as people of %s do', (lang, day, amount) => {
    const { cards } = render({ lang, parts: [{ phrase: 'payment.how', from: claim }], cards: [card] }, phrases);
    expect(cards[0]?.rows[0]?.value).toBe(day);
    expect(cards[0]?.total?.value.replace(/[\u00a0\u202f]/g, ' ')).toContain(amount);
  });

  it('open a sealed fact that was disclosed, and mark what is carried to the bank', () => {
    const { cards } = render({ lang: 'nb', parts: [], cards: [card] }, phrases);
    expect(cards[0]?.rows.map(({ value, copy }) => [value, copy])).toEqual([
      ['4. mars 2027', false],
      ['2713736317286', true],
    ]);
  });

  it('leave out the row of a fact that was not disclosed, and refuse a sentence or a sum that needs one', () => {
    const without = disclosed({ topic: 'claim', facts: { creditor: 'Tindevind' } });
    expect(
      render({ lang: 'nb', parts: [], cards: [{ ...card, from: without, rows: ['kid'], total: 'creditor' }] }, phrases)
        .cards[0]?.rows,
    ).toEqual([]);
    for (const draft of [
      { lang: 'nb', parts: [{ phrase: 'balance.one', from: without }] },
      { lang: 'nb', parts: [], cards: [{ ...card, from: without }] },
      { lang: 'nb', parts: [], subject: { phrase: 'balance.one', from: without } },
    ] satisfies readonly Draft[])
      expect(() => render(draft, phrases)).toThrow('SKR_FACT_NOT_DISCLOSED');
  });

  it('stand one paragraph a part, in their order', () => {
    const from = disclosedToAnyone({
      topic: 'general',
      facts: { desk: 'Fjordvakt', siteUrl: 'https://x.example', minutes: 10 },
    });
    const { text, subject } = render(
      {
        lang: 'en',
        subject: { phrase: 'mail.subject', from },
        parts: [
          { phrase: 'thanks', from },
          { phrase: 'goodbye', from },
        ],
      },
      phrases,
    );
    expect(text.split('\n\n').length).toBeGreaterThanOrEqual(2);
    expect(text.indexOf(phrases.en.thanks.trim())).toBe(0);
    expect(subject).not.toContain('{');
  });
});
