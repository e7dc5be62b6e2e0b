/** What the demo's SMTP sink took, kept where the desk's dev door reads it. */
import { Pool } from 'pg';
import type { SunkMail } from './smtp-sink.service.js';

export type SentMail = {
  readonly keep: (mail: SunkMail) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** @param databaseUrl  with the application's role */
export const sentMailAt = (databaseUrl: string): SentMail => {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 2,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
  });
  pool.on('error', () => undefined);
  return {
    keep: async ({ envelopeFrom, envelopeTo, raw }) => {
      await pool.query('INSERT INTO dev_sent_mail (envelope_from, envelope_to, raw) VALUES ($1, $2, $3)', [
        envelopeFrom,
        envelopeTo,
        raw,
      ]);
    },
    close: async () => await pool.end(),
  };
};
