/** Queues and cases for the tests, as the desk would answer them. */
import type { Case } from './api/case.js';
import type { Queue, Row } from './api/contract.js';

export const now = '2027-03-04T12:00:00.000Z';

const three = (text: string): Record<'nb' | 'nn' | 'en', string> => ({ nb: text, nn: text, en: text });

export const queue = (part: Partial<Queue>): Queue => ({
  id: 'rectification',
  name: three('Retting'),
  purpose: three('Data that are wrong.'),
  fourEyes: false,
  open: 0,
  claimed: 0,
  waiting: 0,
  overdue: 0,
  nextDeadlineAt: null,
  oldestReceivedAt: null,
  ...part,
});

export const row = (part: Partial<Row>): Row => ({
  id: 'c1',
  receipt: 'AB12-CD34',
  queue: 'rectification',
  intent: 'rectification',
  kind: three('retting'),
  stage: 'open',
  role: 'controller',
  identity: 'pending',
  language: 'nb',
  channel: 'mail',
  receivedAt: '2027-03-03T12:00:00.000Z',
  deadlineAt: '2027-03-10T12:00:00.000Z',
  overdue: false,
  assignee: null,
  waitUntil: null,
  version: 1,
  ...part,
});

export const fullCase = (part: Partial<Case>): Case => ({
  ...row({}),
  person: null,
  words: 'Adressen er feil.',
  subject: null,
  transcript: [{ seq: 1, author: 'person', at: '2027-03-03T12:00:00.000Z', text: 'Adressen er feil.' }],
  lastSeq: 1,
  siblings: [],
  request: null,
  claim: null,
  waitReason: null,
  proposal: null,
  notes: [],
  history: [],
  mail: null,
  acts: [],
  grounds: [],
  templates: [],
  colleagues: [],
  reach: 'mail',
  mayTell: 'general',
  ...part,
});
