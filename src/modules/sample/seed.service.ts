import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ClockService } from '../database/clock.service.js';
import { IntakeRepository } from '../intake/intake.repository.js';
import type { SampleClaim } from '../policy/sample-claim.schema.js';
import type { SamplePerson } from '../policy/sample-person.schema.js';
import type { SampleWorld } from '../policy/sample.schema.js';
import { SAMPLE_WORLD } from './sample-world.service.js';

/** Since when a sample letter code is good: the sample's codes are valid whatever the desk's clock says. */
const always = new Date('2000-01-01T00:00:00Z');

/** Puts the sample collector's world into an empty database, once, in one transaction. */
@Injectable()
export class SeedService {
  private readonly log = new Logger('sample');

  constructor(
    private readonly source: DataSource,
    private readonly intake: IntakeRepository,
    private readonly clock: ClockService,
    @Inject(SAMPLE_WORLD) private readonly world: SampleWorld,
  ) {}

  async seed(): Promise<void> {
    const [row] = await this.source.query<{ n: string }[]>('SELECT count(*) AS n FROM party');
    if (Number(row?.n ?? 0) > 0) return;
    await this.source.transaction(async (tx) => this.plant(tx, this.clock.now()));
    this.log.log(`${String(this.world.people.length)} sample people`);
  }

  private async plant(tx: EntityManager, now: Date): Promise<void> {
    const engagements = new Map<string, string>();
    for (const creditor of this.world.creditors) {
      const creditorId = await this.intake.creditor(
        tx,
        {
          externalId: creditor.key,
          name: creditor.name,
          organisationNumber: creditor.organisationNumber,
          deductsVat: creditor.deductsVat,
          interestRules: creditor.interestRules,
        },
        now,
      );
      for (const one of creditor.engagements)
        engagements.set(
          `${creditor.key}|${one.kind}`,
          await this.intake.engagement(tx, { externalId: one.key, creditorId, kind: one.kind, role: one.role }, now),
        );
    }
    const people = new Map<string, string>();
    for (const person of this.world.people) people.set(person.key, await this.plantPerson(tx, person, now));
    for (const person of this.world.people)
      for (const claim of person.claims) await this.plantClaim(tx, person, claim, { engagements, people, now });
    for (const worker of this.world.caseworkers) {
      await tx.query('INSERT INTO caseworker (id, name, roles) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
        worker.key,
        worker.name,
        worker.roles,
      ]);
    }
  }

  private async plantPerson(tx: EntityManager, person: SamplePerson, now: Date): Promise<string> {
    const partyId = await this.intake.party(
      tx,
      {
        externalId: person.key,
        kind: person.kind,
        name: person.name,
        nationalId: person.nationalId,
        birthDate: person.birthDate,
        address: person.address,
        language: person.language,
        protectedAddress: person.protectedAddress !== 'none',
        deceasedOn: person.deceasedOn ?? null,
        source: person.sources.name,
      },
      now,
    );
    const points = [
      ...person.emails.map((one) => ({ ...one, kind: 'email' as const })),
      ...person.phones.map((one) => ({ ...one, kind: 'phone' as const })),
    ];
    for (const point of points)
      await this.intake.contactPoint(tx, { partyId, ...point, confirmedOn: point.confirmedOn ?? null }, now);
    const findings = Object.entries(person.onFile ?? {}).flatMap(([category, found]) =>
      (found ?? []).map((one) => ({ category, ...one })),
    );
    for (const one of findings) await this.intake.heldDatum(tx, { partyId, ...one }, now);
    return partyId;
  }

  private async plantClaim(
    tx: EntityManager,
    person: SamplePerson,
    claim: SampleClaim,
    known: {
      readonly engagements: ReadonlyMap<string, string>;
      readonly people: ReadonlyMap<string, string>;
      readonly now: Date;
    },
  ): Promise<void> {
    const { now } = known;
    const others = claim.alsoLiable ?? [];
    const liable = [{ person: person.key, part: 'debtor' as const, letterCode: claim.letterCode }, ...others];
    const parties = liable.map((one) => ({ partyId: known.people.get(one.person) ?? '', part: one.part }));
    const claimId = await this.intake.claim(
      tx,
      {
        ...claim,
        externalId: claim.caseNumber,
        engagementId: known.engagements.get(`${claim.creditor}|${claim.engagement}`) ?? '',
        parties,
        closedOn: claim.closedOn ?? null,
      },
      now,
    );
    for (const [at, posting] of claim.postings.entries()) {
      await this.intake.posting(
        tx,
        {
          externalId: `${claim.caseNumber}-${String(at)}`,
          claimId,
          ...posting,
          amountOre: posting.amountOre ?? null,
          appliedTo: posting.appliedTo ?? null,
        },
        now,
      );
    }
    for (const one of liable)
      await this.intake.letterCode(
        tx,
        {
          partyId: known.people.get(one.person) ?? '',
          claimId,
          code: one.letterCode,
          validFrom: always,
          validUntil: null,
        },
        now,
      );
  }
}
