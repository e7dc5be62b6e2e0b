import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { parse } from 'yaml';
import { ClockService } from '../database/clock.service.js';
import { looserRules } from '../disclosure/compare-policies.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { disclosurePolicySchema, type DisclosurePolicy } from '../policy/disclosure.schema.js';
import { policyText } from '../policy/policy-version.js';
import { readShippedDisclosure } from '../policy/shipped-disclosure.service.js';

/** Keeps the rules of disclosure, once a version, and warns where they tell more than the desk was shipped with. */
@Injectable()
export class PolicyVersionsRepository implements OnApplicationBootstrap {
  private readonly log = new Logger('policy');

  constructor(
    private readonly source: DataSource,
    private readonly clock: ClockService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const row of looserRules(readShippedDisclosure(), this.policy.disclosure))
      this.log.warn({ code: 'SKR_POLICY_LOOSER', file: 'config/policy/disclosure.yaml', row });
    const { disclosure } = this.policy;
    await this.source.query(
      'INSERT INTO policy_version (version, rules, since) VALUES ($1, $2, $3) ON CONFLICT (version) DO NOTHING',
      [disclosure.version, policyText(disclosure), this.clock.now()],
    );
  }
}

/** Every policy that was in force, by its version. */
export const keptPolicies = async (source: DataSource): Promise<ReadonlyMap<string, DisclosurePolicy>> => {
  const rows = await source.query<{ version: string; rules: string }[]>('SELECT version, rules FROM policy_version');
  return new Map(
    rows.map(({ version, rules }) => [
      version,
      disclosurePolicySchema.parse({ version, rules: parse(rules) as unknown }),
    ]),
  );
};
