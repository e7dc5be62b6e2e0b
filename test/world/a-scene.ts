/** Scenes, meanings and settings in few words: what is not said is a stranger who has just opened the page. */
import type { ClaimView } from '../../src/modules/claims/claim-view.js';
import { freshFlow, type FlowState } from '../../src/modules/conversation/flow-state.js';
import type { InboundMessage } from '../../src/modules/conversation/inbound-message.js';
import type { Meaning } from '../../src/modules/conversation/meaning.js';
import type { Outcome } from '../../src/modules/conversation/outcome.js';
import type { Scene } from '../../src/modules/conversation/scene.js';
import type { Setting } from '../../src/modules/conversation/setting.js';
import { turn } from '../../src/modules/conversation/turn.js';
import { unproven, type Assurance } from '../../src/modules/disclosure/assurance.js';
import { seal } from '../../src/modules/disclosure/sealed.js';
import { loadUnderstanding } from '../../src/modules/understanding/load-model.service.js';
import { makeReceipt } from '../../src/modules/values/receipt.js';
import { shippedPolicy } from './shipped-policy.js';

export const sceneTime = new Date('2026-11-25T09:00:00Z');
export const kari = 'party-kari';
const conversationId = '01900000-0000-7000-8000-000000000001';

export const substantial: Assurance = { level: 'substantial', partyId: kari, scope: { kind: 'person' } };
export const mailboxOnly: Assurance = { level: 'low', partyId: kari, scope: { kind: 'person' } };
export const sharedMailbox: Assurance = { level: 'low', partyId: null, scope: { kind: 'person' } };
export const letterOnly = (claimId: string): Assurance => ({
  level: 'low',
  partyId: kari,
  scope: { kind: 'case', claimId },
});

/** A claim of 10 000 kroner, overdue for some months. */
export const aClaim = (id: string, more: Partial<ClaimView> = {}): ClaimView => ({
  id,
  engagementId: `engagement-of-${id}`,
  engagementKind: 'collection',
  role: 'controller',
  part: 'debtor',
  creditor: `Creditor of ${id}`,
  deductsVat: true,
  interestRules: {},
  caseNumber: seal(`FV-${id}`),
  invoiceNumber: seal(`S-${id}`),
  kid: seal(`KID-${id}`),
  accountNumber: '99991244545',
  principalOre: 1_000_000,
  dueDate: '2026-06-15',
  debtorKind: 'consumer',
  status: 'open',
  postings: [],
  ...more,
});

export const aScene = (more: Partial<Omit<Scene, 'flow'>> & { readonly flow?: Partial<FlowState> } = {}): Scene => ({
  conversationId,
  channel: 'chat',
  threadRef: null,
  language: 'en',
  owner: 'bot',
  canText: false,
  canEid: false,
  restarted: false,
  firstTurn: false,
  proof: null,
  assurance: unproven,
  assuranceBefore: more.assurance?.level ?? 'none',
  claims: [],
  ownCases: [],
  threadCases: [],
  lapsed: false,
  waitingLetters: [],
  threadId: null,
  mail: null,
  ...more,
  flow: { ...freshFlow, ...more.flow },
});

export const aMeaning = (more: Partial<Meaning> = {}): Meaning => ({
  language: 'en',
  intents: [],
  action: 'act',
  options: [],
  safety: null,
  command: null,
  wantsEid: false,
  email: null,
  isOnlyAddress: false,
  phone: null,
  isOnlyNumbers: false,
  mentions: null,
  bindsThread: false,
  languageChosen: false,
  otherLanguage: false,
  masked: '',
  ...more,
});

export const anInbound = (text: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  channel: 'chat',
  conversationId,
  clientId: 'one',
  receivedAt: sceneTime,
  text: seal(text),
  language: 'en',
  event: null,
  mail: null,
  ...more,
});

/** The mail's own part, from an address that may be answered. */
export const aMailPart: NonNullable<InboundMessage['mail']> = {
  inboundMailId: '01900000-0000-7000-8000-000000000002',
  from: seal('kari@brevdue.example'),
  subject: seal(''),
  messageId: null,
  answerable: true,
  aligned: true,
  attachments: 0,
  othersAddressed: false,
};

type Given = {
  readonly scene?: Scene;
  readonly meaning?: Partial<Meaning>;
  readonly text?: string;
  readonly inbound?: Partial<InboundMessage>;
  readonly now?: Date;
};

/** Dice that show a new number each time, the same ones in the same order in every setting. */
const countingDice = (): Setting['dice'] => {
  let thrown = 0;
  const next = (): number => (thrown += 1);
  return {
    id: () => `01900000-0000-7000-8000-${String(next()).padStart(12, '0')}`,
    receipt: () => makeReceipt(Uint8Array.from({ length: 17 }, (_, at) => (at === 0 ? next() : 0))),
    code: () => '12345678',
  };
};

export const aSetting = ({
  scene = aScene(),
  meaning = {},
  text = '',
  inbound = {},
  now = sceneTime,
}: Given = {}): Setting => ({
  scene,
  meaning: aMeaning(meaning),
  inbound: anInbound(text, { channel: scene.channel, ...inbound }),
  policy: shippedPolicy,
  now,
  dice: countingDice(),
  key: new Uint8Array(32),
});

const model = loadUnderstanding('config');

/** What a whole turn makes of a message. */
export const turned = (text: string, given: Omit<Given, 'text' | 'meaning'> = {}): Outcome => {
  const { meaning: _, ...setting } = aSetting({ ...given, text });
  return turn(setting, model);
};
