/** Cases, people behind the desk and the day's rules, for specs of road 3's pure part. */
import { resolve } from 'node:path';
import type { ActSetting } from '../../src/modules/casework/act-setting.js';
import type { CaseConversation, CaseScene, MailThread } from '../../src/modules/casework/case-scene.js';
import type { Caseworker } from '../../src/modules/casework/caseworker.js';
import type { LetterRules } from '../../src/modules/casework/lint-letter.js';
import { seal } from '../../src/modules/disclosure/sealed.js';
import type { DeskPolicy, QueueRule } from '../../src/modules/policy/desk-policy.js';
import { loadPolicy } from '../../src/modules/policy/load-policy.service.js';

export const deskPolicy: DeskPolicy = loadPolicy({
  configDirectory: resolve(import.meta.dirname, '../../config'),
  publicUrl: 'https://desk.example',
  demo: true,
});

export const queueNamed = (id: string): QueueRule => {
  const queue = deskPolicy.queues.find((one) => one.id === id);
  if (queue === undefined) throw new Error(`no queue ${id}`);
  return queue;
};

export const now = new Date('2026-11-25T09:00:00Z');

export const liv: Caseworker = { id: 'liv', name: 'Liv Moe', roles: ['caseworker', 'payments'], absent: false };
export const idun: Caseworker = {
  id: 'idun',
  name: 'Idun Strand',
  roles: ['caseworker', 'lead', 'privacy'],
  absent: false,
};
export const peder: Caseworker = {
  id: 'peder',
  name: 'Peder Myhrvang',
  roles: ['caseworker', 'crisis'],
  absent: false,
};

export const thread: MailThread = {
  conversationId: 'mail-1',
  threadRef: 'abcdefghijklmnopqrstuvwxyz',
  sender: seal('noen@example.no'),
  answers: null,
};

export const inChat: CaseConversation = {
  id: 'chat-1',
  channel: 'chat',
  owner: 'bot',
  lastSeq: 7,
  thread: null,
  shared: false,
};

export const inMail: CaseConversation = { ...inChat, id: 'mail-1', channel: 'mail', thread };

/** A case about an address, claimed by Liv, from somebody who wrote a mail and is not proven. */
export const aCase = (change: Partial<CaseScene> = {}): CaseScene => ({
  id: '01890000-0000-7000-8000-000000000001',
  receipt: 'ABCDE-ABCDE-ABCDE-ABCDE-ABCDEF',
  queue: queueNamed('rectification'),
  intent: 'rectification',
  role: 'controller',
  stage: 'claimed',
  identity: 'pending',
  partyId: null,
  language: 'nb',
  assignee: 'liv',
  version: 3,
  request: { id: 'request-1', right: 'rectification', state: 'in_progress' },
  proposal: null,
  conversation: inMail,
  cameBy: null,
  ...change,
});

/** The same from a person who has proven herself in her own chat. */
export const aProvenCase = (change: Partial<CaseScene> = {}): CaseScene =>
  aCase({ identity: 'substantial', partyId: 'party-1', conversation: inChat, ...change });

export const letterRules = (change: Partial<LetterRules> = {}): LetterRules => ({
  proven: false,
  ownPhrases: ['Fjordvakt'],
  ownNumbers: ['+47 99 99 00 10'],
  creditors: ['Tindevind Strøm AS'],
  names: [],
  common: [],
  ownCases: [],
  ownAmounts: [],
  othersCases: [],
  language: 'nb',
  findCaseNumbers: () => [],
  ...change,
});

export const settingOf = (scene: CaseScene, change: Partial<ActSetting> = {}): ActSetting => ({
  scene,
  worker: liv,
  version: scene.version,
  colleagues: [liv, idun, peder],
  rules: letterRules({ proven: scene.partyId !== null }),
  policy: deskPolicy,
  now,
  ...change,
});
