import { describe, expect, it } from '@jest/globals';
import {
  aClaim,
  aMailPart,
  aScene,
  aSetting,
  mailboxOnly,
  sceneTime,
  sharedMailbox,
  substantial,
} from '../../../test/world/a-scene.js';
import { answerFiled, register } from './answer-filed.js';
import type { AnswerPart } from './answer-part.js';
import type { Scene } from './scene.js';

const answer = (intent: string, scene: Partial<Scene> = {}): AnswerPart =>
  answerFiled(intent, aSetting({ scene: aScene(scene), text: 'please' }));
const phrases = ({ parts = [] }: AnswerPart): readonly string[] => parts.map(({ phrase }) => phrase);
const mail: Partial<Scene> = { channel: 'mail', threadRef: 't' };
const byMail = (intent: string): AnswerPart =>
  answerFiled(intent, aSetting({ scene: aScene(mail), text: 'please', inbound: { mail: aMailPart } }));

describe('what is filed', () => {
  it('is read back with a receipt and a day, and how to go on [S40, S47]', () => {
    const filed = answer('access');
    expect(phrases(filed)).toEqual(['filed.access', 'receipt.line', 'receipt.pending']);
    expect(filed.parts?.[1]?.from.facts).toMatchObject({ receivedOn: '2026-11-25', answerBy: '2026-12-25' });
    expect(filed.awaiting).toBe('address');
  });

  it('asks for no proof where none is needed to answer', () => {
    expect(phrases(answer('human'))).toEqual(['filed.human', 'receipt.line', 'human.always', 'receipt.undo']);
  });

  it.each([mailboxOnly, sharedMailbox])(
    'reads the same to every mailbox that was proven, shared or not: %j [ND7]',
    (assurance) => {
      expect(phrases(answer('access', { assurance }))).toEqual(
        phrases(answer('access', { assurance: mailboxOnly, claims: [aClaim('1')] })),
      );
    },
  );

  it('names to a proven person the creditor who decides, and to nobody else [S10]', () => {
    const claims = [aClaim('1', { role: 'processor' })];
    const told = answer('access', { assurance: substantial, claims });
    expect(told.parts?.find(({ phrase }) => phrase === 'filed.forwarded')?.from.facts).toEqual({
      creditor: 'Creditor of 1',
    });
    expect(phrases(answer('access', { assurance: mailboxOnly, claims }))).not.toContain('filed.forwarded');
  });

  it('can be taken back, which is said once a conversation', () => {
    expect(phrases(answer('dispute', { assurance: substantial }))).toContain('receipt.undo');
    const before = { at: 1, hers: true, caseId: 'c', receipt: 'r', intent: 'access', key: 'k' };
    expect(
      phrases(answer('dispute', { assurance: substantial, flow: { ...aScene().flow, filed: [before] } })),
    ).not.toContain('receipt.undo');
  });

  it('stops marketing on the spot', () => {
    expect(answer('marketing_opt_out').suppress).toBe('marketing');
  });

  it('keeps the receipt it has when the same is asked again', () => {
    const setting = aSetting({ scene: aScene(), text: 'please' });
    const [first] = register('access', setting).filed;
    const again = register(
      'access',
      aSetting({ scene: aScene({ flow: { filed: first === undefined ? [] : [first] } }), text: 'PLEASE' }),
    );
    expect(again.cases).toEqual([]);
    expect(again.receipts[0]?.from.facts.receipt).toBe(first?.receipt);
    expect(first).toMatchObject({ at: sceneTime.getTime(), hers: false, intent: 'access' });
  });
});

describe('what is filed by mail', () => {
  it('is answered in the words of the mail, with its receipt, whoever wrote [ND1, ND3]', () => {
    expect(phrases(byMail('access'))).toEqual(expect.arrayContaining(['mail.receipt', 'receipt.pending-mail']));
    expect(byMail('access').awaiting).toBeUndefined();
  });

  it('holds nothing but receipts and the name of the desk', () => {
    for (const intent of ['access', 'dispute', 'human', 'third_party', 'authority'])
      for (const { from } of byMail(intent).parts ?? []) expect([from.about, from.level]).toEqual([null, 'none']);
  });
});
