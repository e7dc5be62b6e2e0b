/** One turn of a chat with somebody nobody knows, as the pure core takes it: no database, no clock, no chance. */
import type { Outcome } from '../../src/modules/conversation/outcome.js';
import { freshFlow } from '../../src/modules/conversation/flow-state.js';
import type { Scene } from '../../src/modules/conversation/scene.js';
import { turn } from '../../src/modules/conversation/turn.js';
import { unproven } from '../../src/modules/disclosure/assurance.js';
import { seal } from '../../src/modules/disclosure/sealed.js';
import type { DeskPolicy } from '../../src/modules/policy/desk-policy.js';
import { loadPolicy } from '../../src/modules/policy/load-policy.service.js';
import type { Language } from '../../src/modules/policy/phrases.js';
import { loadUnderstanding } from '../../src/modules/understanding/load-model.service.js';
import { makeReceipt } from '../../src/modules/values/receipt.js';

const now = new Date('2026-11-25T09:00:00Z');
const conversationId = '01900000-0000-7000-8000-000000000001';

export const shippedPolicy = (): DeskPolicy =>
  loadPolicy({ configDirectory: 'config', publicUrl: 'https://desk.example', demo: true });

const strangersScene = (language: Language): Scene => ({
  conversationId,
  channel: 'chat',
  threadRef: null,
  language,
  owner: 'bot',
  canText: false,
  flow: freshFlow,
  restarted: false,
  firstTurn: false,
  proof: null,
  assurance: unproven,
  assuranceBefore: 'none',
  claims: [],
  ownCases: [],
  threadId: null,
  threadCases: [],
  waitingLetters: [],
  mail: null,
});

/** @returns a desk that a stranger writes one line to, and what follows from it */
export const deskForStrangers = (
  policy: DeskPolicy = shippedPolicy(),
): ((text: string, language: Language) => Outcome) => {
  const model = loadUnderstanding('config');
  return (text, language) =>
    turn(
      {
        scene: strangersScene(language),
        inbound: {
          channel: 'chat',
          conversationId,
          clientId: 'one',
          receivedAt: now,
          text: seal(text),
          language,
          event: null,
          mail: null,
        },
        policy,
        now,
        dice: { id: () => conversationId, receipt: () => makeReceipt(new Uint8Array(17)), code: () => '00000000' },
        key: new Uint8Array(32),
      },
      model,
    );
};
