import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { DisclosurePolicy } from './disclosure.schema.js';

const digits = 12;

/** The rules in one canonical form: comments and lists of kinds gone, one row a rule, keys in one order. */
export const policyText = ({ rules }: DisclosurePolicy): string =>
  stringify(
    rules.map(({ id, topic, subject, level, scope, channels, facts, clauses, why }) => ({
      id,
      topic,
      subject,
      level,
      scope,
      channels,
      facts,
      clauses,
      why,
    })),
    { aliasDuplicateObjects: false },
  );

/**
 * The version a disclosure is journalled under: the file's own, and a hash of what it says, so that a row that was
 * changed without a new version is another policy all the same.
 */
export const stampedVersion = (policy: DisclosurePolicy): string =>
  `${policy.version}+${createHash('sha256').update(policyText(policy), 'utf8').digest('hex').slice(0, digits)}`;
