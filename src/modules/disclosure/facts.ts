import type { Sealed } from './sealed.js';

/**
 * Every fact the desk can tell, and how it is written.
 * A policy rule or a phrase that names a fact not listed here stops the start.
 */
export const factKinds = {
  // About the collector and the conversation: no personal data.
  collector: 'text',
  desk: 'text',
  deskDomain: 'text',
  deskAccount: 'text',
  numbers: 'text',
  collectorAddress: 'text',
  collectorPhone: 'text',
  collectorEmail: 'text',
  generalManager: 'text',
  openingHours: 'text',
  siteUrl: 'text',
  threadUrl: 'text',
  receipt: 'text',
  receivedOn: 'day',
  answerBy: 'day',
  kinds: 'text',
  minutes: 'number',
  noticeVersion: 'text',
  noticeText: 'text',
  processors: 'text',
  code: 'code',
  typed: 'text',
  // About one claim.
  creditor: 'text',
  caseNumber: 'sealed',
  invoiceNumber: 'sealed',
  kid: 'sealed',
  accountNumber: 'text',
  dueDate: 'day',
  asOf: 'day',
  principal: 'ore',
  lateInterest: 'ore',
  fees: 'ore',
  paid: 'ore',
  outstanding: 'ore',
  overpaid: 'ore',
  interestPeriods: 'text',
  claimStatus: 'text',
  // About one period of interest on it.
  periodFrom: 'day',
  periodTo: 'day',
  periodDays: 'number',
  periodRate: 'text',
  periodPrincipal: 'ore',
  periodInterest: 'ore',
  // About all of a person's claims.
  totalOutstanding: 'ore',
  claimCount: 'number',
  // About a person's own requests.
  requestKind: 'text',
  requestState: 'text',
  // A caseworker's own letter: the text is the fact.
  letter: 'sealed',
} as const satisfies Record<string, 'text' | 'number' | 'day' | 'ore' | 'sealed' | 'code'>;

export type FactName = keyof typeof factKinds;

/** What can only be told to the person it is about; a rule that tells one to anyone stops the start. */
const personal: readonly FactName[] = [
  'creditor',
  'caseNumber',
  'invoiceNumber',
  'kid',
  'accountNumber',
  'dueDate',
  'principal',
  'lateInterest',
  'fees',
  'paid',
  'outstanding',
  'overpaid',
  'interestPeriods',
  'claimStatus',
  'totalOutstanding',
  'claimCount',
  'requestKind',
  'requestState',
];

export const isPersonal = (name: FactName): boolean => personal.includes(name);

export type FactValue = string | number | Sealed<string>;

/** What the caller holds and would like to tell; `decide` takes from it only what a rule allows. */
export type Facts = Readonly<Partial<Record<FactName, FactValue>>>;

export const isFactName = (name: string): name is FactName => Object.hasOwn(factKinds, name);
