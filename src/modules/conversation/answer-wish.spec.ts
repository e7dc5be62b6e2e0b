import { describe, expect, it } from '@jest/globals';
import {
  aClaim,
  aScene,
  aSetting,
  letterOnly,
  mailboxOnly,
  sharedMailbox,
  substantial,
} from '../../../test/world/a-scene.js';
import type { AnswerPart } from './answer-part.js';
import { answerWish } from './answer-wish.js';
import type { Wish } from './flow-state.js';
import type { Scene } from './scene.js';

const answer = (wish: Wish, scene: Partial<Scene>, now?: Date): AnswerPart =>
  answerWish(wish, aSetting({ scene: aScene(scene), text: `about ${wish}`, ...(now === undefined ? {} : { now }) }));
const phrases = ({ parts = [] }: AnswerPart): readonly string[] => parts.map(({ phrase }) => phrase);
const two = [aClaim('1'), aClaim('2')];
const paid = { kind: 'payment', date: '2026-07-01', amountOre: 2_000_000, appliedTo: null };

describe('a question about her claims', () => {
  it('asks a stranger who she is, and keeps the question [S39]', () => {
    const asked = answer('balance', {});
    expect(phrases(asked)).toEqual(['identity.ask']);
    expect(asked).toMatchObject({ awaiting: 'address', wishes: ['balance'] });
  });

  it.each(['balance', 'balance_breakdown', 'payment_info', 'status_of_request'] as const)(
    'asks for the letter in the same words whatever the mailbox proves and whatever is held: %s [ND7]',
    (wish) => {
      const held = [
        answer(wish, { assurance: mailboxOnly, claims: two }),
        answer(wish, { assurance: mailboxOnly }),
        answer(wish, { assurance: mailboxOnly, claims: [aClaim('1', { status: 'closed' })] }),
        answer(wish, { assurance: sharedMailbox }),
      ];
      for (const one of held) {
        expect(phrases(one)).toEqual(['identity.need-letter']);
        expect(one.awaiting).toBe('letter-code');
        expect(one.wishes).toEqual([wish]);
      }
    },
  );

  it('is answered at substantial for every claim that is not closed, with the sum first [S40]', () => {
    const told = answer('balance', { assurance: substantial, claims: [...two, aClaim('3', { status: 'closed' })] });
    expect(phrases(told)).toEqual(['balance.total', 'balance.one', 'payment.each', 'balance.one', 'payment.each']);
    expect(told.cards?.map(({ from }) => from.facts.creditor)).toEqual(['Creditor of 1', 'Creditor of 2']);
    expect(told.answered).toEqual(['balance']);
  });

  it('is answered by letter for its own case alone, a closed one too', () => {
    const byLetter = answer('balance', { assurance: letterOnly('2'), claims: two });
    expect(byLetter.cards?.map(({ from }) => from.facts.creditor)).toEqual(['Creditor of 2']);
    expect(phrases(byLetter)).toContain('balance.only-this');
    const closed = answer('balance', {
      assurance: letterOnly('2'),
      claims: [aClaim('2', { status: 'closed', postings: [paid] })],
    });
    expect(phrases(closed)[0]).toMatch(/^balance\.(?:closed|overpaid)$/);
  });

  it('asks who came by letter for a mailbox where the letter does not reach', () => {
    expect(phrases(answer('status_of_request', { assurance: letterOnly('1'), claims: two }))).toEqual([
      'identity.need-mailbox',
    ]);
  });

  it('says that nothing is open where nothing is', () => {
    expect(phrases(answer('balance', { assurance: substantial }))).toEqual(['balance.no-open']);
  });

  it('says on whose behalf the desk asks, and that a claim is paused [S10]', () => {
    const claims = [aClaim('1', { role: 'processor', status: 'paused' })];
    expect(phrases(answer('balance', { assurance: substantial, claims }))).toEqual(
      expect.arrayContaining(['balance.on-behalf', 'balance.paused']),
    );
  });

  it('tells what was paid too much, and asks for no more', () => {
    const told = answer('balance', { assurance: substantial, claims: [aClaim('1', { postings: [paid] })] });
    expect(phrases(told)).toEqual(['balance.overpaid']);
  });

  it('is left to a person where no rate is known for the day: nothing is guessed', () => {
    const told = answer('balance', { assurance: substantial, claims: [aClaim('1')] }, new Date('2050-01-01T00:00:00Z'));
    expect(phrases(told)).toEqual(['balance.not-reckoned']);
    expect(told.cases?.[0]?.settledByDesk).toBe(false);
  });

  it('is put on record once, as answered by the desk', () => {
    const first = answer('balance', { assurance: substantial, claims: two });
    expect(first.cases?.map(({ settledByDesk }) => settledByDesk)).toEqual([true]);
    const flow = { answeredKeys: first.cases?.map(({ businessKey }) => businessKey) ?? [] };
    const again = answerWish(
      'balance',
      aSetting({ scene: aScene({ assurance: substantial, claims: two, flow }), text: 'about balance' }),
    );
    expect(again.cases).toEqual([]);
  });
});

describe('how it was reckoned and how to pay', () => {
  it('names every period of interest', () => {
    const told = answer('balance_breakdown', { assurance: substantial, claims: [aClaim('1')] });
    expect(phrases(told)).toEqual(['balance.one', 'breakdown.sum', 'breakdown.periods']);
  });

  it('says so where there is no interest', () => {
    const claims = [aClaim('1', { dueDate: '2026-11-25' })];
    expect(phrases(answer('balance_breakdown', { assurance: substantial, claims }))).toContain('breakdown.no-interest');
  });

  it('gives account and KID of each claim, to be carried to the bank', () => {
    const told = answer('payment_info', { assurance: substantial, claims: two });
    expect(phrases(told)).toEqual(['payment.several', 'payment.to', 'payment.to']);
    expect(told.cards?.[0]?.copy).toEqual(['kid', 'accountNumber', 'outstanding']);
  });
});
