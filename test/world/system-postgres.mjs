// The machine's own PostgreSQL 15 for the integration tests: a throw-away cluster on loopback, without crash safety.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bin = '/usr/lib/postgresql/15/bin';

export const hasSystemPostgres = existsSync(join(bin, 'postgres'));

/** PostgreSQL does not run as root: there it is the account that came with the package. */
const run = (program, args) => {
  const command = [join(bin, program), ...args];
  const [first, ...rest] = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  const { status, stderr } = spawnSync(first, rest, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    cwd: '/',
  });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
};

const freePort = () =>
  new Promise((settle, reject) => {
    const server = createServer();
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => settle(port));
    });
  });

/** @returns the address for a superuser, and what ends the cluster */
export const startSystemPostgres = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'skranke-pg15-'));
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  const word = join(folder, 'word');
  writeFileSync(word, 'of-a-test\n', { mode: 0o644 });
  run('initdb', [
    '-D',
    data,
    '-U',
    'keeper',
    '--auth=scram-sha-256',
    `--pwfile=${word}`,
    '--no-locale',
    '-E',
    'UTF8',
    '-N',
  ]);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'fsync=off'];
  const options = [`-p ${port}`, ...settings.map((one) => `-c ${one}`)].join(' ');
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  return {
    url: `postgres://keeper:of-a-test@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
