import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Delivery reports on their way from the door to the worker. The door writes one row and looks nobody up. */
@Injectable()
export class SmsReportsRepository {
  constructor(private readonly source: DataSource) {}

  /**
   * Keeps a report and wakes the worker.
   * @param messageUuid  the message whose number does not exist; null when there is nothing to do
   * @returns            false when the same report was kept before: a replay
   */
  async keep(mac: Buffer, messageUuid: string | null, now: Date): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      `INSERT INTO sms_report (mac, message_uuid, received_at, read_at)
       VALUES ($1, $2, $3, CASE WHEN $2::uuid IS NULL THEN $3::timestamptz END) ON CONFLICT DO NOTHING RETURNING 1`,
      [mac, messageUuid, now],
    );
    if (rows.length > 0 && messageUuid !== null) await this.source.query(`SELECT pg_notify('sms_report', '')`);
    return rows.length > 0;
  }

  /** The messages of the reports that wait; each is given out once. */
  async take(now: Date): Promise<readonly string[]> {
    const rows = await this.source.query<{ readonly uuid: string }[]>(
      `WITH taken AS (UPDATE sms_report SET read_at = $1 WHERE read_at IS NULL RETURNING message_uuid AS uuid)
       SELECT uuid FROM taken`,
      [now],
    );
    return rows.map(({ uuid }) => uuid);
  }

  /** Forgets what was read and is too old to be taken again. */
  async forget(before: Date): Promise<void> {
    await this.source.query('DELETE FROM sms_report WHERE read_at IS NOT NULL AND received_at < $1', [before]);
  }
}
