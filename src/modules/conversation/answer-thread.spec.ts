import { describe, expect, it } from '@jest/globals';
import {
  aClaim,
  aScene,
  aSetting,
  kari,
  letterOnly,
  mailboxOnly,
  sharedMailbox,
  substantial,
} from '../../../test/world/a-scene.js';
import { answerThread, askThread, settleThread } from './answer-thread.js';
import type { Scene } from './scene.js';

const threadCases = [
  { id: 'c1', intent: 'balance' },
  { id: 'c2', intent: 'access' },
  { id: 'c3', intent: 'balance' },
];
const setting = (scene: Partial<Scene>) =>
  aSetting({ scene: aScene({ threadCases, threadId: 'thread', ...scene }), text: 'yes' });

describe('a mail the page was opened from', () => {
  it.each([mailboxOnly, letterOnly('1'), substantial])(
    'is named by the kinds of what it asked, each once, to whoever has proven a possession: %j',
    (assurance) => {
      const { parts, awaiting } = askThread(setting({ assurance }));
      expect(parts?.[0]?.phrase).toBe('thread.confirm');
      expect(String(parts?.[0]?.from.facts.kinds).split(', ')).toHaveLength(2);
      expect(awaiting).toBe('thread-confirmation');
    },
  );

  it("is not named to a mailbox that may be several people's", () => {
    expect(askThread(setting({ assurance: sharedMailbox })).parts?.[0]?.phrase).toBe('identity.need-letter');
  });

  it('becomes hers by her own yes, and by nothing else: a forged mail is not her request [ND17]', () => {
    expect(settleThread(true, setting({ assurance: substantial })).confirm).toEqual({
      caseIds: ['c1', 'c2', 'c3'],
      partyId: kari,
      hers: true,
    });
    expect(settleThread(false, setting({ assurance: substantial })).confirm).toEqual({
      caseIds: ['c1', 'c2', 'c3'],
      partyId: null,
      hers: false,
    });
  });

  it('has its questions answered with that yes, and settled with the answer', () => {
    const answers = answerThread(setting({ assurance: substantial, claims: [aClaim('1')] }));
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ settle: ['c1', 'c3'], answered: ['balance'] });
  });

  it('keeps its questions open where the proof does not reach for an answer', () => {
    expect(answerThread(setting({ assurance: mailboxOnly, claims: [aClaim('1')] }))[0]?.settle).toEqual([]);
  });
});
