import { describe, expect, it } from '@jest/globals';
import { aMeaning, aScene, letterOnly, mailboxOnly, substantial } from '../../../test/world/a-scene.js';
import { seal } from '../disclosure/sealed.js';
import { planProof } from './plan-proof.js';
import type { Proof, Scene } from './scene.js';

const code = (verdict: 'right' | 'wrong' | 'expired' | 'spent'): Proof => ({
  kind: 'code',
  sentTo: 'email',
  verdict,
  challengeId: 'challenge',
  partyIds: [],
  confirmedPoint: false,
});
const rightLetter: Proof = { kind: 'letter', verdict: 'right', partyId: 'kari', claimId: 'c1' };
const said = (scene: Scene, meaning = aMeaning()): readonly unknown[] =>
  (planProof(meaning, scene) ?? []).map((step) =>
    step.do === 'say' ? step.phrase : step.do === 'answer' ? step.wish : step.do,
  );
const filed = { at: 1, hers: false, caseId: 'c', receipt: 'r', intent: 'access', key: 'k' };

describe('a proof that was tried', () => {
  it('is none where none was tried', () => {
    expect(planProof(aMeaning(), aScene())).toBeNull();
  });

  it('is told in the same words whether it is wrong, too old, used up or nobody was sent one [ND7]', () => {
    const asked = { codesAskedAt: [1] };
    const proofs: readonly Proof[] = [code('wrong'), code('expired'), code('spent'), { kind: 'no-open-code' }];
    for (const proof of proofs) expect(said(aScene({ proof, flow: asked }))).toEqual(['identity.code-wrong']);
  });

  it('reminds of a phone number where text messages are sent and eight digits could be one', () => {
    const phone = { number: seal('+4799999999'), takesSms: true, isWholeText: true };
    const scene = aScene({ proof: code('wrong'), canText: true });
    expect(said(scene, aMeaning({ phone }))).toEqual(['identity.code-or-phone']);
    expect(said(aScene({ proof: code('wrong') }), aMeaning({ phone }))).toEqual(['identity.code-wrong']);
  });

  it('is no code at all before one was asked for', () => {
    expect(said(aScene({ proof: { kind: 'no-open-code' } }))).toEqual(['identity.number-no-proof']);
  });

  it('by letter tells wrong and too often apart, which depend on this session alone', () => {
    expect(said(aScene({ proof: { kind: 'letter', verdict: 'wrong' } }))).toEqual(['identity.letter-wrong']);
    expect(said(aScene({ proof: { kind: 'letter', verdict: 'too-often' } }))).toEqual(['identity.letter-many']);
  });
});

describe('a proof that is right', () => {
  it.each([
    ['a mailbox', code('right'), mailboxOnly, ['identity.proven-low', 'own-filed', 'what-now']],
    ['a letter', rightLetter, letterOnly('c1'), ['identity.proven-letter', 'own-filed', 'balance']],
    ['the second of two', code('right'), substantial, ['identity.proven', 'own-filed', 'balance']],
  ] as const)('thanks, and goes on with what it opens: %s', (_, proof, assurance, steps) => {
    expect(said(aScene({ proof, assurance }))).toEqual(steps);
  });

  it('answers what was asked before it', () => {
    const scene = aScene({
      proof: rightLetter,
      assurance: substantial,
      flow: { wishes: ['payment_info', 'status_of_request'] },
    });
    expect(said(scene)).toEqual(['identity.proven', 'own-filed', 'payment_info', 'status_of_request']);
  });

  it('shows no claim to who proved herself for something else', () => {
    const scene = aScene({ proof: rightLetter, assurance: substantial, flow: { filed: [filed] } });
    expect(said(scene)).toEqual(['identity.proven', 'own-filed', 'what-now']);
    const human = { ...filed, intent: 'human' };
    expect(said(aScene({ proof: rightLetter, assurance: substantial, flow: { filed: [human] } }))).toContain('balance');
  });

  it('asks whether a mail was hers before anything else [E35, ND17]', () => {
    const scene = aScene({
      proof: rightLetter,
      assurance: substantial,
      threadId: 't',
      threadCases: [{ id: 'c', intent: 'balance' }],
    });
    expect(said(scene)).toEqual(['identity.proven', 'own-filed', 'ask-thread']);
  });

  it('tells the letters that wait for her', () => {
    const scene = aScene({
      proof: rightLetter,
      assurance: substantial,
      waitingLetters: [{ id: 'l', text: seal('x') }],
    });
    expect(said(scene)).toEqual(['identity.proven', 'own-filed', 'tell-letters', 'balance']);
  });

  it('leaves the conversation to the caseworker who owns it', () => {
    const scene = aScene({ proof: rightLetter, assurance: substantial, owner: 'human', flow: { wishes: ['balance'] } });
    expect(said(scene)).toEqual(['identity.proven', 'own-filed']);
  });
});
