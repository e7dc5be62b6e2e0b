/** A second `main` beside a running desk: the same database, the same keys, another port. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseUrl } from './desk-database.js';
import { runMain, type MainProcess } from './main-process.js';
import type { RunningDesk } from './running-desk.js';

/** Between the desk's own doors: HTTP, +25 SMTP, +143 IMAP, +2432 Postgres. */
const distance = 7;

export const startSecondMain = async (desk: RunningDesk): Promise<MainProcess> => {
  const { imapPassword, ...keys } = JSON.parse(await readFile(join(desk.dataFolder, 'secrets.json'), 'utf8')) as Record<
    string,
    string
  >;
  const http = Number(new URL(desk.url).port);
  return runMain(http + distance, {
    ...keys,
    SKRANKE_MODE: 'demo',
    DATABASE_URL: await databaseUrl(desk, 'app'),
    KEYS_DATABASE_URL: await databaseUrl(desk, 'keys'),
    IMAP_HOST: '127.0.0.1',
    IMAP_PORT: String(http + 143),
    IMAP_USER: 'nobody',
    IMAP_PASSWORD: imapPassword,
    IMAP_TLS: 'off',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(http + 25),
    SMTP_TLS: 'off',
  });
};
