/** What a person can mean: the names are the contract, the order is the gravity in which several meanings are served. */

/** Gravest group first; inside a group the order breaks ties. A name is never renamed, only added by a decision record. */
export const GRAVITY = {
  crisis: ['crisis'],
  authority: ['authority'],
  estate: ['estate'],
  others: ['representative', 'third_party'],
  identity: ['identity_theft'],
  rights: [
    'erasure',
    'access',
    'rectification',
    'restriction',
    'objection',
    'portability',
    'consent_withdrawal',
    'marketing_opt_out',
  ],
  disagreement: ['complaint', 'dispute'],
  hardship: ['hardship'],
  money: [
    'enforcement',
    'payment_plan',
    'deferral',
    'already_paid',
    'payment_remark',
    'balance_breakdown',
    'balance',
    'payment_info',
  ],
  rest: [
    'wrong_person',
    'authenticity',
    'contact_preference',
    'status_of_request',
    'processors_inquiry',
    'privacy_info',
    'creditor_contact',
    'job_applicant',
    'supplier',
    'human',
  ],
  social: ['greeting', 'thanks', 'goodbye'],
  none: ['other'],
} as const;

export type GravityGroup = keyof typeof GRAVITY;
export type Intent = (typeof GRAVITY)[GravityGroup][number];

/** Every intent, gravest first. */
export const INTENTS: readonly Intent[] = Object.values(GRAVITY).flat();

const RANK: ReadonlyMap<string, number> = new Map(INTENTS.map((intent, rank) => [intent, rank]));
const GROUP: ReadonlyMap<string, GravityGroup> = new Map(
  Object.entries(GRAVITY).flatMap(([group, intents]) => intents.map((intent) => [intent, group as GravityGroup])),
);

/** 0 is the gravest. */
export function gravityOf(intent: Intent): number {
  return RANK.get(intent) ?? INTENTS.length;
}

export function groupOf(intent: Intent): GravityGroup {
  return GROUP.get(intent) ?? 'none';
}

export function isIntent(name: string): name is Intent {
  return RANK.has(name);
}
