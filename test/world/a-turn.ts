/** One turn with somebody nobody knows, as the pure core takes it: no database, no clock, no chance. */
import type { Outcome } from '../../src/modules/conversation/outcome.js';
import { freshFlow } from '../../src/modules/conversation/flow-state.js';
import type { InboundMessage } from '../../src/modules/conversation/inbound-message.js';
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
  canEid: false,
  lapsed: false,
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

type Take = (text: string, language: Language) => Outcome;

/** @returns a desk that a stranger writes one line to, and what follows from it */
export const deskForStrangers = (policy: DeskPolicy = shippedPolicy()): Take => takes('chat', policy);

/** The same by mail, from an address nobody knows, its domain vouched for. */
export const mailForStrangers = (policy: DeskPolicy = shippedPolicy()): Take => takes('mail', policy);

const takes = (channel: Scene['channel'], policy: DeskPolicy): Take => {
  const model = loadUnderstanding('config');
  const dice = { id: () => conversationId, receipt: () => makeReceipt(new Uint8Array(17)), code: () => '00000000' };
  return (text, language) =>
    turn(
      {
        scene: { ...strangersScene(language), channel, ...(channel === 'mail' ? mailScene : {}) },
        inbound: inboundOf(channel, text, language),
        policy,
        now,
        dice,
        key: new Uint8Array(32),
      },
      model,
    );
};

const mailScene: Partial<Scene> = {
  threadRef: 'thread',
  mail: { toSenderToday: 0, crisisToSenderToday: 0, toAnybodyThisHour: 0, untold: [], stopped: false },
};

const inboundOf = (channel: Scene['channel'], text: string, language: Language): InboundMessage => ({
  channel,
  conversationId,
  clientId: 'one',
  receivedAt: now,
  text: seal(text),
  language,
  event: null,
  mail:
    channel === 'chat'
      ? null
      : {
          inboundMailId: conversationId,
          from: seal('nobody@nowhere.example'),
          subject: seal(''),
          messageId: null,
          answerable: true,
          aligned: true,
          attachments: 0,
          othersAddressed: false,
        },
});
