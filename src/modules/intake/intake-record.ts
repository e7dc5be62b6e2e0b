/** What the case system hands over. Ids named `…Id` are ours, `externalId` is the case system's own. Øre are integers. */

export type CreditorIntake = {
  readonly externalId: string;
  readonly name: string;
  readonly organisationNumber: string;
  readonly deductsVat: boolean;
  readonly interestRules: Readonly<Record<string, unknown>>;
};

export type EngagementIntake = {
  readonly externalId: string;
  readonly creditorId: string;
  readonly kind: string;
  readonly role: 'controller' | 'processor';
};

export type PartyIntake = {
  readonly externalId: string;
  readonly kind: string;
  readonly name: string;
  readonly nationalId: string | null;
  readonly birthDate: string | null;
  readonly address: { readonly street: string; readonly postcode: string; readonly city: string } | null;
  readonly language: 'nb' | 'nn' | 'en';
  readonly protectedAddress: boolean;
  readonly deceasedOn: string | null;
  readonly source: string;
};

/** `value` is normalised: an address in its canonical form, a number in E.164. */
export type ContactPointIntake = {
  readonly partyId: string;
  readonly kind: 'email' | 'phone';
  readonly value: string;
  readonly provenance: 'creditor' | 'registry' | 'person' | 'eid';
  readonly state: 'unconfirmed' | 'confirmed' | 'bounced' | 'not-me' | 'protected';
  readonly confirmedOn: string | null;
};

export type HeldDatumIntake = {
  readonly partyId: string;
  readonly category: string;
  readonly text: string;
  readonly source: string;
  readonly collectedOn: string;
};

export type ClaimIntake = {
  readonly externalId: string;
  readonly engagementId: string;
  readonly parties: readonly { readonly partyId: string; readonly part: 'debtor' | 'co-debtor' | 'guarantor' }[];
  readonly caseNumber: string;
  readonly invoiceNumber: string;
  readonly kid: string;
  readonly accountNumber: string;
  readonly principalOre: number;
  readonly dueDate: string;
  readonly deliveredOn: string | null;
  readonly debtorKind: 'consumer' | 'business';
  readonly status: 'open' | 'paused' | 'closed';
  readonly closedOn: string | null;
  readonly source: string;
};

export type PostingIntake = {
  readonly externalId: string;
  readonly claimId: string;
  readonly kind: string;
  readonly date: string;
  readonly amountOre: number | null;
  readonly appliedTo: string | null;
  readonly source: string;
};

export type LetterCodeIntake = {
  readonly partyId: string;
  readonly claimId: string;
  readonly code: string;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
};
