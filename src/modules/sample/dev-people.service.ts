import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClaimsRepository } from '../claims/claims.repository.js';
import { outstandingOf } from '../claims/outstanding.js';
import { ClockService } from '../database/clock.service.js';
import { IntakeRepository } from '../intake/intake.repository.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { purposes } from '../policy/purpose.js';
import type { SamplePerson } from '../policy/sample-person.schema.js';
import type { SampleWorld } from '../policy/sample.schema.js';
import { osloDayOf } from '../values/day.js';
import { SAMPLE_WORLD } from './sample-world.service.js';

export type DevPerson = {
  readonly key: string;
  readonly name: string;
  readonly nationalId: string | null;
  readonly birthDate: string | null;
  readonly address: SamplePerson['address'];
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly kind: string;
  readonly cases: readonly DevCase[];
};

export type DevCase = {
  readonly caseNumber: string;
  readonly letterCode: string;
  readonly kid: string;
  readonly accountNumber: string;
  readonly creditor: string;
  readonly outstandingOre: number;
  readonly engagement: string;
};

/** The sample people with what only their own letters would tell, so that a newcomer can be any of them. */
@Injectable()
export class DevPeopleService {
  constructor(
    private readonly source: DataSource,
    private readonly claims: ClaimsRepository,
    private readonly intake: IntakeRepository,
    private readonly clock: ClockService,
    @Inject(SAMPLE_WORLD) private readonly world: SampleWorld,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {}

  async everybody(): Promise<readonly DevPerson[]> {
    const numbers = await this.caseNumbers();
    return Promise.all(this.world.people.map((person) => this.one(person, numbers)));
  }

  private async one(person: SamplePerson, numbers: ReadonlyMap<string, string>): Promise<DevPerson> {
    return {
      key: person.key,
      name: person.name,
      nationalId: person.nationalId,
      birthDate: person.birthDate,
      address: person.address,
      email: person.emails[0]?.value ?? null,
      phone: person.phones[0]?.value ?? null,
      language: person.language,
      kind: person.kind,
      cases: await this.casesOf(person, numbers),
    };
  }

  private async casesOf(person: SamplePerson, numbers: ReadonlyMap<string, string>): Promise<readonly DevCase[]> {
    const outstanding = await this.outstandingByCase(person.key, numbers);
    const shared = this.world.people.flatMap((other) =>
      other.claims.flatMap((claim) =>
        (claim.alsoLiable ?? [])
          .filter((one) => one.person === person.key)
          .map((one) => ({ ...claim, letterCode: one.letterCode })),
      ),
    );
    return [...person.claims, ...shared].map((claim) => ({
      caseNumber: claim.caseNumber,
      letterCode: claim.letterCode,
      kid: claim.kid,
      accountNumber: claim.accountNumber,
      creditor: this.world.creditors.find((one) => one.key === claim.creditor)?.name ?? claim.creditor,
      outstandingOre: outstanding.get(claim.caseNumber) ?? 0,
      engagement: claim.engagement,
    }));
  }

  private async outstandingByCase(
    key: string,
    numbers: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, number>> {
    const partyId = await this.intake.find(this.source.manager, 'party', key);
    if (partyId === null) return new Map();
    const claims = await this.claims.ofParty(this.source.manager, partyId, purposes.importFromCaseSystem);
    const today = osloDayOf(this.clock.now());
    return new Map(
      claims.map((claim) => [numbers.get(claim.id) ?? '', outstandingOf(claim, today, this.policy.rates) ?? 0]),
    );
  }

  /** The case number of every claim by its id: the database holds it under seal. */
  private async caseNumbers(): Promise<ReadonlyMap<string, string>> {
    const cases = this.world.people.flatMap((person) => person.claims.map(({ caseNumber }) => caseNumber));
    const ids = await Promise.all(cases.map((number) => this.intake.find(this.source.manager, 'claim', number)));
    return new Map(cases.map((number, at) => [ids[at] ?? '', number]));
  }
}
