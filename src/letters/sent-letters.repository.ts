import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { printedLetterCode } from '../modules/values/letter-code.js';
import type { Letter } from './compose-letter.js';
import { shownRecipient } from './shown-recipient.js';

/** A letter as the demo's postman got it, in the shape of the contract. @property code  a letter code in its text */
export type SentLetter = {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly code: string | null;
};

const mostShown = 500;

/** The demo's postman: a table instead of a printer. */
@Injectable()
export class SentLettersRepository {
  constructor(private readonly source: DataSource) {}

  async keep({ to, page }: Letter, pdf: Buffer): Promise<void> {
    const text = page.blocks
      .flatMap((block) =>
        block.kind === 'rows' ? block.rows.map((row) => row.join(': ')) : block.kind === 'heading' ? [] : [block.text],
      )
      .join('\n\n');
    await this.source.query(
      'INSERT INTO dev_sent_letter (at, recipient, subject, body, pdf) VALUES ($1, $2, $3, $4, $5)',
      [page.at, shownRecipient(to), page.title, text, pdf],
    );
  }

  /** @param to  only letters whose addressee holds this, name or street; oldest first, the newest 500 */
  async sent(to: string | null): Promise<readonly SentLetter[]> {
    const rows = await this.source.query<(Omit<SentLetter, 'at' | 'code'> & { readonly at: Date })[]>(
      `SELECT * FROM (SELECT id, at, recipient AS to, subject, body AS text FROM dev_sent_letter
        WHERE $1::text IS NULL OR strpos(lower(recipient), lower($1)) > 0
        ORDER BY id DESC LIMIT ${String(mostShown)}) newest ORDER BY id`,
      [to],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString(), code: printedLetterCode(row.text) }));
  }

  /** The sheet itself; null for a letter that is not there. */
  async pdf(id: string): Promise<Buffer | null> {
    if (!/^\d{1,15}$/.test(id)) return null;
    const [row] = await this.source.query<{ readonly pdf: Buffer }[]>('SELECT pdf FROM dev_sent_letter WHERE id = $1', [
      id,
    ]);
    return row?.pdf ?? null;
  }
}
