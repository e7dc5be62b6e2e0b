import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readPhoneNumber } from '../modules/values/phone-number.js';
import type { Sms } from './compose-sms.js';

/** A text message as the demo's phones got it, in the shape of the contract. */
export type SentSms = { readonly id: string; readonly at: string; readonly to: string; readonly text: string };

const mostShown = 500;

/** The demo's phones: a table instead of a provider. */
@Injectable()
export class SentSmsRepository {
  constructor(private readonly source: DataSource) {}

  async keep({ to, text }: Sms, at: Date): Promise<void> {
    await this.source.query('INSERT INTO dev_sent_sms (at, recipient, body) VALUES ($1, $2, $3)', [at, to, text]);
  }

  /** @param to  only what went to this number, however it is written, its plus lost on the way or not; oldest first, the newest 500 */
  async sent(to: string | null): Promise<readonly SentSms[]> {
    const rows = await this.source.query<(Omit<SentSms, 'at'> & { readonly at: Date })[]>(
      `SELECT * FROM (SELECT id, at, recipient AS to, body AS text FROM dev_sent_sms
        WHERE $1::text IS NULL OR recipient = $1
        ORDER BY id DESC LIMIT ${String(mostShown)}) newest ORDER BY id`,
      [to === null ? null : (readPhoneNumber(to) ?? `+${to.replace(/\D/g, '')}`)],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
