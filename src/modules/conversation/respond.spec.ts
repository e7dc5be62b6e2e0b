import { describe, expect, it } from '@jest/globals';
import { aClaim, aScene, aSetting, letterOnly, mailboxOnly, substantial } from '../../../test/world/a-scene.js';
import type { Filed } from './flow-state.js';
import { awaitedAfter, draftOf, respond } from './respond.js';
import type { OwnCase, Scene } from './scene.js';
import type { Step } from './step.js';

const respondTo = (steps: readonly Step[], scene: Partial<Scene> = {}) => {
  const setting = aSetting({ scene: aScene(scene), text: 'x' });
  const answers = respond(steps, setting);
  return { answers, draft: draftOf(answers, setting) };
};
const phrases = (steps: readonly Step[], scene: Partial<Scene> = {}): readonly string[] =>
  respondTo(steps, scene).draft.parts.map(({ phrase }) => phrase);
const filed = (caseId: string, at: number, hers = false): Filed => ({
  at,
  hers,
  caseId,
  receipt: `R-${caseId}`,
  intent: 'access',
  key: caseId,
});
const flow = (...all: readonly Filed[]) => ({ ...aScene().flow, filed: all });
const undo: readonly Step[] = [{ do: 'undo' }];

describe('what is said', () => {
  it('asks for the same proof once, at the end', () => {
    expect(
      phrases([
        { do: 'answer', wish: 'balance' },
        { do: 'file', intent: 'access' },
        { do: 'answer', wish: 'payment_info' },
      ]).filter((one) => /^(?:identity\.ask|receipt\.(?:pending|who))/.test(one)),
    ).toHaveLength(1);
    const said = phrases([
      { do: 'answer', wish: 'balance' },
      { do: 'file', intent: 'access' },
    ]);
    expect(said.at(-1)).toBe('receipt.pending');
  });

  it('is said once, though two steps say it', () => {
    expect(
      phrases([
        { do: 'say', phrase: 'thanks' },
        { do: 'say', phrase: 'thanks' },
      ]),
    ).toEqual(['thanks']);
  });

  it('keeps what two claims have alike apart: facts under seal look the same', () => {
    const claims = [aClaim('1', { creditor: 'Same' }), aClaim('2', { creditor: 'Same' })];
    expect(
      phrases([{ do: 'answer', wish: 'payment_info' }], { assurance: substantial, claims }).filter(
        (one) => one === 'payment.to',
      ),
    ).toHaveLength(2);
  });

  it('waits for what the last step asked', () => {
    expect(respondTo([{ do: 'answer', wish: 'balance' }]).draft.expects).toBe('address');
    expect(awaitedAfter([{ awaiting: 'address' }, {}])).toBe('address');
    expect(awaitedAfter([])).toBe('nothing');
  });

  it('keeps on waiting through thanks, a word to the machine or a misunderstanding', () => {
    for (const phrase of ['thanks', 'fine', 'machine', 'not-understood', 'language-changed'] as const)
      expect(
        awaitedAfter(respondTo([{ do: 'say', phrase }], { flow: { ...aScene().flow, awaiting: 'code' } }).answers),
      ).toBe('code');
  });
});

describe('taking back', () => {
  it('takes back all that the last message filed, by its receipt', () => {
    const { answers, draft } = respondTo(undo, { flow: flow(filed('a', 1), filed('b', 2), filed('c', 2)) });
    expect(answers[0]?.withdraw).toEqual(['b', 'c']);
    expect(draft.parts.map(({ from }) => from.facts.receipt)).toEqual(['R-b', 'R-c']);
  });

  it('leaves alone what somebody has settled meanwhile', () => {
    const settled: OwnCase = {
      id: 'a',
      receipt: 'R-a',
      intent: 'access',
      state: 'settled',
      receivedOn: '2026-11-01',
      answerBy: '2026-12-01',
    };
    expect(phrases(undo, { flow: flow(filed('a', 1)), ownCases: [settled] })).toEqual(['nothing-to-undo']);
    expect(phrases(undo)).toEqual(['nothing-to-undo']);
  });
});

describe('what was asked for before the proof', () => {
  const own: readonly Step[] = [{ do: 'own-filed' }];

  it('becomes hers, and is said to be, once that is certain', () => {
    for (const assurance of [substantial, letterOnly('1')]) {
      const { answers, draft } = respondTo(own, { assurance, flow: flow(filed('a', 1)) });
      expect(answers[0]?.own).toBe(true);
      expect(draft.parts.map(({ phrase }) => phrase)).toEqual(['filed.own']);
    }
  });

  it('becomes hers by a mailbox in silence: the words must not tell whether others share it [ND7]', () => {
    const { answers, draft } = respondTo(own, { assurance: mailboxOnly, flow: flow(filed('a', 1)) });
    expect([answers[0]?.own, draft.parts]).toEqual([true, []]);
  });

  it('is told when the letter comes, though the mailbox came first', () => {
    const proof = { kind: 'letter', verdict: 'right', partyId: 'party-kari', claimId: '1' } as const;
    expect(phrases(own, { assurance: substantial, proof, flow: flow(filed('a', 1, true)) })).toEqual(['filed.own']);
    expect(phrases(own, { assurance: substantial, flow: flow(filed('a', 1, true)) })).toEqual([]);
  });

  it("stays nobody's where the session had been silent too long: another may sit there now", () => {
    expect(
      respondTo(own, { assurance: substantial, lapsed: true, flow: flow(filed('a', 1)) }).answers[0]?.own,
    ).toBeUndefined();
  });
});
