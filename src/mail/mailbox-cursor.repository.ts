import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How far a mailbox has been read. @property uidnext  the lowest uid not yet known to be stored */
export type Cursor = { readonly uidvalidity: bigint; readonly uidnext: number };

/** Where reading goes on after a restart, and whether anything on the server is missing here. */
@Injectable()
export class MailboxCursorRepository {
  constructor(private readonly source: DataSource) {}

  async read(mailbox: string): Promise<Cursor | null> {
    const [row] = await this.source.query<{ readonly uidvalidity: string; readonly uidnext: string }[]>(
      'SELECT uidvalidity, uidnext FROM mailbox_cursor WHERE mailbox = $1',
      [mailbox],
    );
    return row === undefined ? null : { uidvalidity: BigInt(row.uidvalidity), uidnext: Number(row.uidnext) };
  }

  /** Moves on, never back while the numbering is the same. */
  async advance(mailbox: string, cursor: Cursor): Promise<void> {
    await this.source.query(
      `INSERT INTO mailbox_cursor (mailbox, uidvalidity, uidnext) VALUES ($1, $2, $3)
       ON CONFLICT (mailbox) DO UPDATE SET uidvalidity = EXCLUDED.uidvalidity,
         uidnext = CASE WHEN mailbox_cursor.uidvalidity = EXCLUDED.uidvalidity
           THEN greatest(mailbox_cursor.uidnext, EXCLUDED.uidnext) ELSE EXCLUDED.uidnext END`,
      [mailbox, String(cursor.uidvalidity), cursor.uidnext],
    );
  }

  /** Which of these uids have a row. */
  async stored(mailbox: string, uidvalidity: bigint, uids: readonly number[]): Promise<ReadonlySet<number>> {
    const rows = await this.source.query<{ readonly uid: string }[]>(
      'SELECT uid FROM inbound_mail WHERE mailbox = $1 AND uidvalidity = $2 AND uid = ANY($3::bigint[])',
      [mailbox, String(uidvalidity), uids],
    );
    return new Set(rows.map((row) => Number(row.uid)));
  }

  /** The gauge for operators: how many mails the server has that have no row here. */
  async reconciled(mailbox: string, unaccounted: number, at: Date): Promise<void> {
    await this.source.query('UPDATE mailbox_cursor SET unaccounted = $2, reconciled_at = $3 WHERE mailbox = $1', [
      mailbox,
      unaccounted,
      at,
    ]);
  }
}
