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
  // About the person herself (S11).
  name: 'sealed',
  birthDate: 'sealed',
  nationalIdMasked: 'sealed',
  address: 'sealed',
  addressMasked: 'sealed',
  phone: 'sealed',
  phoneMasked: 'sealed',
  email: 'sealed',
  emailMasked: 'sealed',
  languageOnFile: 'text',
  property: 'sealed',
  vehicles: 'sealed',
  otherAssets: 'sealed',
  employer: 'sealed',
  paymentHistory: 'sealed',
  creditHistory: 'sealed',
  creditRatings: 'sealed',
  // What we have made of her ourselves (S3), and what she told unasked (S12).
  notes: 'sealed',
  assessments: 'sealed',
  healthNotes: 'sealed',
  // Where it came from (S13), where it went (S43), who has looked (I12), and all of it together (Art. 15).
  sources: 'sealed',
  recipients: 'sealed',
  views: 'text',
  accessCopy: 'sealed',
  consents: 'sealed',
  keptUntil: 'day',
  planState: 'text',
  // Of a claim, for its creditor.
  debtorName: 'sealed',
  // Of people who are no debtors.
  vacancy: 'text',
  applicationState: 'text',
  applicationText: 'sealed',
  contactRecord: 'sealed',
  enquiryText: 'sealed',
  marketingState: 'text',
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
  'name',
  'birthDate',
  'nationalIdMasked',
  'address',
  'addressMasked',
  'phone',
  'phoneMasked',
  'email',
  'emailMasked',
  'languageOnFile',
  'property',
  'vehicles',
  'otherAssets',
  'employer',
  'paymentHistory',
  'creditHistory',
  'creditRatings',
  'notes',
  'assessments',
  'healthNotes',
  'sources',
  'recipients',
  'views',
  'accessCopy',
  'consents',
  'keptUntil',
  'planState',
  'debtorName',
  'vacancy',
  'applicationState',
  'applicationText',
  'contactRecord',
  'enquiryText',
  'marketingState',
];

/** What tells where somebody is: never told of a protected address (code 6/7), not even to herself. */
export const whereabouts: readonly FactName[] = ['address', 'addressMasked'];

export const isPersonal = (name: FactName): boolean => personal.includes(name);

export type FactValue = string | number | Sealed<string>;

/** What the caller holds and would like to tell; `decide` takes from it only what a rule allows. */
export type Facts = Readonly<Partial<Record<FactName, FactValue>>>;

export const isFactName = (name: string): name is FactName => Object.hasOwn(factKinds, name);
