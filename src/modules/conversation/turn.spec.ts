import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aClaim,
  aMailPart,
  aScene,
  letterOnly,
  mailboxOnly,
  sharedMailbox,
  substantial,
  turned,
} from '../../../test/world/a-scene.js';
import type { Outcome } from './outcome.js';
import type { OwnCase, Proof, Scene } from './scene.js';

const held: Partial<Scene> = {
  claims: [aClaim('1'), aClaim('2')],
  ownCases: [
    {
      id: 'c',
      receipt: 'R',
      intent: 'access',
      state: 'open',
      receivedOn: '2026-11-01',
      answerBy: '2026-12-01',
    } satisfies OwnCase,
  ],
};
const questions = [
  'How much is the claim?',
  'Where do I pay?',
  'How was it worked out?',
  'How far has my request come?',
  'I want access to my data',
  'I dispute the claim',
  'Hello',
  'xyzzy',
];
const bytes = ({ reply, level, replyKind, challenge }: Outcome): string =>
  JSON.stringify([reply, level, replyKind, challenge === null]);
const code = (verdict: 'wrong' | 'expired' | 'spent', partyIds: readonly string[]): Proof => ({
  kind: 'code',
  sentTo: 'email',
  verdict,
  challengeId: 'x',
  partyIds,
  confirmedPoint: false,
});

describe('one turn below the disclosure level', () => {
  it.each(questions)('says the same bytes whatever is held of whoever asks: %s [ND1, ND7]', (question) => {
    for (const assurance of [aScene().assurance, mailboxOnly, sharedMailbox]) {
      const nothing = turned(question, { scene: aScene({ assurance }) });
      const much = turned(question, { scene: aScene({ assurance, ...held }) });
      expect(bytes(much)).toBe(bytes(nothing));
    }
  });

  it('says the same bytes to everybody whose code is wrong, too old, used up or was never sent [ND7]', () => {
    const flow = { codesAskedAt: [1], awaiting: 'code' as const };
    const proofs: readonly Proof[] = [
      code('wrong', []),
      code('wrong', ['kari']),
      code('expired', ['kari']),
      code('spent', ['kari']),
      { kind: 'no-open-code' },
    ];
    expect(
      new Set(proofs.map((proof) => bytes(turned('12345678', { scene: aScene({ proof, flow }) })))),
    ).toHaveProperty('size', 1);
  });

  it('says the same bytes to a wrong letter, a letter of somebody erased and a letter of nobody [ND7]', () => {
    const proof: Proof = { kind: 'letter', verdict: 'wrong' };
    expect(bytes(turned('4H9KB FXQYR', { scene: aScene({ proof, ...held }) }))).toBe(
      bytes(turned('4H9KB FXQYR', { scene: aScene({ proof }) })),
    );
  });

  it('tells nothing above none, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...questions),
        fc.constantFrom(aScene().assurance, mailboxOnly, sharedMailbox),
        (question, assurance) =>
          turned(question, { scene: aScene({ assurance, ...held }) }).record.disclosed.every(
            ({ level, about }) => level === 'none' && about === null,
          ),
      ),
    );
  });
});

describe('one turn above it', () => {
  it('tells her own claims, and writes down which facts it told, never their values [S40, ND13]', () => {
    const told = turned('How much is the claim?', { scene: aScene({ assurance: substantial, ...held }) });
    expect(told.reply?.text).toMatch(/10,\d{3}\.\d\d/);
    expect(told.record.disclosed.map(({ topic }) => topic)).toEqual(expect.arrayContaining(['claims-total', 'claim']));
    expect(JSON.stringify(told.record)).not.toMatch(/Creditor of|KID-|FV-|10\D?\d{3}/);
  });

  it('tells by letter one case, however many there are', () => {
    const told = JSON.stringify(
      turned('How much is the claim?', { scene: aScene({ assurance: letterOnly('1'), ...held }) }).reply,
    );
    expect(told).toContain('Creditor of 1');
    expect(told).not.toContain('Creditor of 2');
  });

  it('never tells less when more is proven', () => {
    const facts = (assurance: Scene['assurance'], question: string): readonly string[] =>
      turned(question, { scene: aScene({ assurance, ...held }) })
        .record.disclosed.filter(({ about }) => about !== null)
        .flatMap(({ facts: names }) => names);
    for (const question of questions) {
      const most = facts({ ...substantial, level: 'high' }, question);
      for (const assurance of [aScene().assurance, mailboxOnly, substantial])
        expect(most).toEqual(expect.arrayContaining([...facts(assurance, question)]));
    }
  });
});

describe('the machine', () => {
  it('is silent while a caseworker owns the conversation, but for codes and a first cry for help', () => {
    const owned = aScene({ owner: 'human' });
    expect(turned('How much is the claim?', { scene: owned }).reply).toBeNull();
    expect(turned('kari@brevdue.example', { scene: owned }).challenge).not.toBeNull();
    expect(turned('I want to kill myself', { scene: owned }).reply).not.toBeNull();
  });

  it('answers a mail only where one may be answered', () => {
    const scene = (mail: Partial<NonNullable<Scene['mail']>>): Scene =>
      aScene({
        channel: 'mail',
        threadRef: 't',
        mail: { toSenderToday: 0, crisisToSenderToday: 0, toAnybodyThisHour: 0, stopped: false, untold: [], ...mail },
      });
    const mailed = (given: Scene, part: Partial<typeof aMailPart> = {}) =>
      turned('I want access to my data', { scene: given, inbound: { mail: { ...aMailPart, ...part } } });
    expect(mailed(scene({})).reply).not.toBeNull();
    expect(mailed(scene({ stopped: true })).reply).toBeNull();
    expect(mailed(scene({}), { answerable: false }).reply).toBeNull();
    expect(mailed(scene({}), { from: null }).reply).toBeNull();
    expect(mailed(scene({ stopped: true })).cases).toHaveLength(1);
  });

  it('is told the same thing twice and says the same thing twice: a turn has no chance of its own', () => {
    for (const question of questions)
      expect(turned(question, { scene: aScene(held) })).toEqual(turned(question, { scene: aScene(held) }));
  });
});
