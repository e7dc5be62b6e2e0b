/** A second `main` beside a running desk: the same database, the same keys, another port. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { databaseUrl } from './desk-database.js';
import { eventually, type RunningDesk } from './running-desk.js';

export type SecondMain = { readonly url: string; readonly process: ChildProcess; stop(): Promise<void> };

const program = resolve(import.meta.dirname, '../../dist/main.js');
/** Between the desk's own doors: HTTP, +25 SMTP, +143 IMAP, +2432 Postgres. */
const distance = 7;

export const startSecondMain = async (desk: RunningDesk): Promise<SecondMain> => {
  const { imapPassword, ...keys } = JSON.parse(await readFile(join(desk.dataFolder, 'secrets.json'), 'utf8')) as Record<
    string,
    string
  >;
  const http = Number(new URL(desk.url).port);
  const url = `http://127.0.0.1:${String(http + distance)}`;
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      ...keys,
      NODE_OPTIONS: '',
      PORT: String(http + distance),
      SKRANKE_MODE: 'demo',
      LOG_LEVEL: 'error',
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
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  await eventually('the second main', async () => {
    if (child.exitCode !== null) throw new Error(`the second main ended:\n${printed}`);
    return fetch(`${url}/readyz`).then(
      (response) => (response.ok ? true : null),
      () => null,
    );
  });
  return {
    url,
    process: child,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
};
