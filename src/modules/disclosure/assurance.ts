/** How sure the desk is of who is asking, in the words of eIDAS. A session carries a level, a message never does. */
export const assuranceLevels = ['none', 'low', 'substantial', 'high'] as const;

export type AssuranceLevel = (typeof assuranceLevels)[number];

/**
 * @property partyId  who it is proven to be; null at `none`, at `low` while one mailbox may be several people's, and above
 *                    for a person proven by eID of whom nothing is held
 * @property scope    a letter code opens its own case only
 */
export type Assurance = {
  readonly level: AssuranceLevel;
  readonly partyId: string | null;
  readonly scope: { readonly kind: 'person' } | { readonly kind: 'case'; readonly claimId: string };
};

export const unproven: Assurance = { level: 'none', partyId: null, scope: { kind: 'person' } };

/** Whether `have` is at least `need`. */
export const reaches = (have: AssuranceLevel, need: AssuranceLevel): boolean =>
  assuranceLevels.indexOf(have) >= assuranceLevels.indexOf(need);
