import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** An account as it is kept; the caseworker may have left meanwhile, then there is none. */
export type Account = {
  readonly caseworkerId: string;
  readonly keyOwner: string;
  readonly signInName: string;
  readonly passwordHash: string | null;
  readonly totpSecret: Buffer | null;
};

const columns = `l.caseworker_id AS "caseworkerId", l.key_owner AS "keyOwner", l.sign_in_name AS "signInName", l.password_hash AS "passwordHash",
  l.totp_secret AS "totpSecret"`;
const present = `FROM caseworker_login l JOIN caseworker w ON w.id = l.caseworker_id AND w.disabled_at IS NULL`;

/** The desk's own accounts of caseworkers. Whatever may be used once is used up by the statement that checks it. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly source: DataSource) {}

  /** Whether anybody could sign in. */
  async areAny(): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(`SELECT 1 ${present} LIMIT 1`);
    return rows.length > 0;
  }

  /** Who has taken her account up. */
  async named(signInName: string): Promise<Account | null> {
    return this.one(`SELECT ${columns} ${present} WHERE l.sign_in_name = $1 AND l.enrolled_at IS NOT NULL`, [
      signInName,
    ]);
  }

  /** Whose enrolment the code opens now. */
  async enrolling(hash: Buffer, now: Date): Promise<Account | null> {
    return this.one(`SELECT ${columns} ${present} WHERE l.enrolment_hash = $1 AND l.enrolment_expires_at > $2`, [
      hash,
      now,
    ]);
  }

  async keepSecret(hash: Buffer, secret: Buffer): Promise<void> {
    await this.source.query('UPDATE caseworker_login SET totp_secret = $2 WHERE enrolment_hash = $1', [hash, secret]);
  }

  /** Takes the account up and uses the code up. @returns false when somebody was quicker */
  async enrol(
    hash: Buffer,
    now: Date,
    kept: { readonly passwordHash: string; readonly step: number; readonly recovery: readonly Buffer[] },
  ): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      `WITH taken AS (
         UPDATE caseworker_login SET password_hash = $3, totp_step = $4, recovery_hashes = $5, enrolled_at = $2,
                enrolment_hash = NULL, enrolment_expires_at = NULL
          WHERE enrolment_hash = $1 AND enrolment_expires_at > $2 RETURNING 1)
       SELECT * FROM taken`,
      [hash, now, kept.passwordHash, kept.step, kept.recovery],
    );
    return rows.length === 1;
  }

  /** Uses the digits of a step up. @returns false where they, or later ones, were used before */
  async spendStep(caseworkerId: string, step: number): Promise<boolean> {
    return this.spent(`UPDATE caseworker_login SET totp_step = $2 WHERE caseworker_id = $1 AND totp_step < $2`, [
      caseworkerId,
      step,
    ]);
  }

  async spendRecovery(caseworkerId: string, hash: Buffer): Promise<boolean> {
    return this.spent(
      `UPDATE caseworker_login SET recovery_hashes = array_remove(recovery_hashes, $2)
        WHERE caseworker_id = $1 AND $2 = ANY(recovery_hashes)`,
      [caseworkerId, hash],
    );
  }

  private async spent(update: string, values: readonly unknown[]): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(`WITH spent AS (${update} RETURNING 1) SELECT * FROM spent`, [
      ...values,
    ]);
    return rows.length === 1;
  }

  private async one(select: string, values: readonly unknown[]): Promise<Account | null> {
    const [row] = await this.source.query<Account[]>(select, [...values]);
    return row ?? null;
  }
}
