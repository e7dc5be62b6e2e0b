/** The kinds of engagement a creditor can give the collector; `config/policy/engagements.yaml` says in which role. */
export const engagementKinds = ['collection', 'invoice_follow_up', 'payment', 'integration', 'accounting'] as const;

export type EngagementKind = (typeof engagementKinds)[number];
