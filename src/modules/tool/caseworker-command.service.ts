import { randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { newDataSource } from '../database/data-source.service.js';
import { JournalRepository } from '../journal/journal.repository.js';
import { readPolicy } from '../policy/load-policy.service.js';
import { enrolmentHash, formatEnrolmentCode, makeEnrolmentCode } from '../values/enrolment-code.js';
import { SkrankeError } from '../values/errors.js';
import {
  caseworkerInput,
  caseworkerOutput,
  type CaseworkerAnswer,
  type CaseworkerLine,
} from './caseworker-lines.schema.js';
import type { LineCommand } from './json-lines.service.js';

export type CaseworkerVerb = 'add' | 'disable' | 'reset';

type Command = LineCommand<CaseworkerLine, CaseworkerAnswer> & { end(): Promise<void> };

const hourMs = 3_600_000;
const journal = new JournalRepository();

/**
 * `skranke caseworker add | disable | reset`: who works at the desk, in a transaction a line with its line in the
 * journal. It needs the database, as the application's role.
 */
export const caseworkerCommand = (verb: CaseworkerVerb, configDirectory: string, url: string | undefined): Command => {
  const source = newDataSource(url ?? '', 1);
  return {
    input: caseworkerInput,
    output: caseworkerOutput,
    run: async (line) => {
      if (url === undefined) throw new SkrankeError('SKR_SETTINGS_INVALID', 'DATABASE_URL is not set');
      await reach(source);
      return source.transaction(async (tx) => {
        await record(tx, verb, line.caseworker);
        return verb === 'disable' ? disable(tx, line.caseworker) : enrol(tx, verb, line, hoursIn(configDirectory));
      });
    },
    end: async () => (source.isInitialized ? source.destroy() : undefined),
  };
};

const reach = async (source: DataSource): Promise<void> => {
  if (source.isInitialized) return;
  try {
    await source.initialize();
  } catch (cause) {
    throw new SkrankeError('SKR_DATABASE_UNREACHABLE', 'the database does not answer at DATABASE_URL', { cause });
  }
};

const hoursIn = (configDirectory: string): number => {
  const read = readPolicy({ configDirectory, publicUrl: 'http://127.0.0.1', demo: true });
  if (!read.ok) throw new SkrankeError('SKR_POLICY_INVALID', 'run `skranke policy check`');
  return read.value.assurance.console.login.enrolmentHours;
};

/** Her sessions end with the next request; what she holds goes back to its queues by the job that looks for it. */
const disable = async (tx: EntityManager, caseworker: string): Promise<CaseworkerAnswer> => {
  await only(tx, 'UPDATE caseworker SET disabled_at = $2 WHERE id = $1 RETURNING id', [caseworker, new Date()]);
  await shut(tx, caseworker);
  return { caseworker, state: 'disabled' };
};

/** An account begins, or begins anew: old password, authenticator and sessions count no more. */
const enrol = async (
  tx: EntityManager,
  verb: 'add' | 'reset',
  line: CaseworkerLine,
  hours: number,
): Promise<CaseworkerAnswer> => {
  const { caseworker } = line;
  await (verb === 'add' ? add(tx, line) : comeBack(tx, caseworker));
  await shut(tx, caseworker);
  const code = makeEnrolmentCode(randomBytes(20));
  const expiresAt = new Date(Date.now() + hours * hourMs);
  await tx.query(
    `INSERT INTO caseworker_login (caseworker_id, sign_in_name, enrolment_hash, enrolment_expires_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (caseworker_id) DO UPDATE SET enrolment_hash = $3, enrolment_expires_at = $4`,
    [caseworker, (line.signInName ?? caseworker).normalize('NFKC').toLowerCase(), enrolmentHash(code), expiresAt],
  );
  return {
    caseworker,
    state: 'enrolling',
    enrolmentCode: formatEnrolmentCode(code),
    expiresAt: expiresAt.toISOString(),
  };
};

const add = async (tx: EntityManager, { caseworker, name, roles }: CaseworkerLine): Promise<void> => {
  if (name === undefined || roles === undefined) throw new SkrankeError('SKR_BAD_INPUT', 'add needs name and roles');
  const insert = `INSERT INTO caseworker (id, name, roles) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id`;
  const rows = await tx.query<unknown[]>(insert, [caseworker, name, roles]);
  if (rows.length === 0) throw new SkrankeError('SKR_CONFLICT', 'there is such a caseworker already');
};

const comeBack = async (tx: EntityManager, caseworker: string): Promise<void> =>
  only(tx, 'UPDATE caseworker SET disabled_at = NULL WHERE id = $1 RETURNING id', [caseworker]);

const shut = async (tx: EntityManager, caseworker: string): Promise<void> => {
  await tx.query('DELETE FROM console_session WHERE caseworker_id = $1', [caseworker]);
  await tx.query(
    `UPDATE caseworker_login SET password_hash = NULL, totp_secret = NULL, recovery_hashes = '{}', enrolled_at = NULL,
            enrolment_hash = NULL, enrolment_expires_at = NULL WHERE caseworker_id = $1`,
    [caseworker],
  );
};

const only = async (tx: EntityManager, update: string, values: readonly unknown[]): Promise<void> => {
  const [rows] = await tx.query<[unknown[], number]>(update, [...values]);
  if (rows.length === 0) throw new SkrankeError('SKR_NOT_FOUND', 'there is no such caseworker');
};

const record = async (tx: EntityManager, verb: CaseworkerVerb, caseworker: string): Promise<void> => {
  await journal.record(tx, {
    at: new Date(),
    actor: { kind: 'operator', id: null },
    action: `caseworker-${verb}`,
    purpose: 'manage-access',
    partyId: null,
    caseId: null,
    conversationId: null,
    decision: { caseworker },
  });
};
