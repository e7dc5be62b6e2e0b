/** People, cases and letters put into a test's database through the intake the case system uses. */
import { createHash } from 'node:crypto';
import type { InnerDesk } from './inner-desk.js';

export type CaseNames = { readonly caseNumber: string; readonly kid: string; readonly letterCode: string };
export type PlantedCase = CaseNames & { readonly claimId: string };

export type PlantedPerson = {
  readonly partyId: string;
  readonly email: string;
  readonly cases: readonly PlantedCase[];
};

export type Planting = {
  readonly key: string;
  readonly name?: string;
  readonly email?: string;
  readonly emailState?: 'unconfirmed' | 'confirmed' | 'bounced' | 'not-me' | 'protected';
  readonly phone?: string;
  readonly phoneState?: Planting['emailState'];
  readonly language?: 'nb' | 'nn' | 'en';
  readonly nationalId?: string | null;
  readonly address?: { readonly street: string; readonly postcode: string; readonly city: string };
  /** How many cases, or what they are called. */
  readonly claims?: number | readonly CaseNames[];
  readonly status?: 'open' | 'closed';
};

const creditorOf = new WeakMap<InnerDesk, Promise<string>>();

/** One creditor and one engagement of collection serve every case of a test. */
const engagement = async (desk: InnerDesk): Promise<string> => {
  const known = creditorOf.get(desk);
  if (known !== undefined) return known;
  const made = desk.source.transaction(async (tx) => {
    const now = desk.clock.now();
    const creditorId = await desk.intake.creditor(
      tx,
      {
        externalId: 'tindevind',
        name: 'Tindevind Kraft',
        organisationNumber: '999900005',
        deductsVat: true,
        interestRules: {},
      },
      now,
    );
    return desk.intake.engagement(
      tx,
      { externalId: 'tindevind-collection', creditorId, kind: 'collection', role: 'controller' },
      now,
    );
  });
  creditorOf.set(desk, made);
  return made;
};

export const plant = async (desk: InnerDesk, planting: Planting): Promise<PlantedPerson> => {
  const engagementId = await engagement(desk);
  const { key, email = `${key}@brevdue.example`, claims = 1 } = planting;
  const now = desk.clock.now();
  return desk.source.transaction(async (tx) => {
    const partyId = await desk.intake.party(
      tx,
      {
        externalId: key,
        kind: 'person',
        name: planting.name ?? 'Kari Fjellanger',
        nationalId: planting.nationalId ?? null,
        birthDate: '1979-06-11',
        address: planting.address ?? { street: 'Tytebærvegen 14', postcode: '2316', city: 'Hamar' },
        language: planting.language ?? 'nb',
        protectedAddress: false,
        deceasedOn: null,
        source: 'creditor',
      },
      now,
    );
    const points = [
      { kind: 'email' as const, value: email, state: planting.emailState },
      ...(planting.phone === undefined
        ? []
        : [{ kind: 'phone' as const, value: planting.phone, state: planting.phoneState ?? planting.emailState }]),
    ];
    for (const point of points)
      await desk.intake.contactPoint(
        tx,
        { partyId, ...point, provenance: 'creditor', state: point.state ?? 'confirmed', confirmedOn: null },
        now,
      );
    const cases: PlantedCase[] = [];
    const named = typeof claims === 'number' ? Array.from({ length: claims }, (_, at) => namesOf(key, at)) : claims;
    for (const [at, made] of named.entries()) {
      const claimId = await desk.intake.claim(
        tx,
        {
          externalId: made.caseNumber,
          engagementId,
          parties: [{ partyId, part: 'debtor' }],
          caseNumber: made.caseNumber,
          invoiceNumber: `S${made.caseNumber.slice(3)}`,
          kid: made.kid,
          accountNumber: '99991244545',
          principalOre: 84_235 * (at + 1),
          dueDate: '2026-08-20',
          deliveredOn: '2026-08-03',
          debtorKind: 'consumer',
          status: planting.status ?? 'open',
          closedOn: planting.status === 'closed' ? '2026-10-01' : null,
          source: 'creditor',
        },
        now,
      );
      const validFrom = new Date('2000-01-01T00:00:00Z');
      await desk.intake.letterCode(tx, { partyId, claimId, code: made.letterCode, validFrom, validUntil: null }, now);
      cases.push({ claimId, ...made });
    }
    return { partyId, email, cases };
  });
};

/** Names that belong to this key and no other of a test. */
const namesOf = (key: string, at: number): CaseNames => {
  const hash = createHash('sha256')
    .update(`${key}|${String(at)}`)
    .digest()
    .readUInt32BE();
  const number = String(100_000 + (hash % 900_000));
  return { caseNumber: `FV-${number}`, kid: `${number}8`, letterCode: `4H9K${number}` };
};
