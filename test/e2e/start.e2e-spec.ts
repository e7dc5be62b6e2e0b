/** `npm start` as a newcomer and as an operator meets it: doors that answer, one readable reason when they cannot. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, people, startDesk, type RunningDesk } from '../world/running-desk.js';

const minute = 60_000;
const running: RunningDesk[] = [];
const folders: string[] = [];

const raise = async (env: Readonly<Record<string, string>> = {}): Promise<RunningDesk> => {
  const desk = await startDesk(env);
  running.push(desk);
  return desk;
};

/** A copy of the configuration to break. */
const configWith = (file: string, change: (text: string) => string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'skranke-config-'));
  folders.push(folder);
  cpSync('config', folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
};

const processesOf = (desk: RunningDesk): readonly string[] =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(desk.dataFolder));

const greets = async (port: number): Promise<boolean> => {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    const [greeting] = (await once(socket, 'data')) as [Buffer];
    return greeting.length > 0;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

const portOf = (desk: RunningDesk): number => Number(new URL(desk.url).port);

afterEach(async () => {
  await Promise.all(running.splice(0).map((desk) => desk.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}, minute);

describe('a start', () => {
  it(
    'names every door, and each of them answers',
    async () => {
      const desk = await raise();
      const addresses = [...desk.output().matchAll(/http:\/\/127\.0\.0\.1:\d+\S*/g)].map(([address]) => address);
      expect(addresses.map((address) => new URL(address).pathname)).toEqual(['/', '/console', '/dev/mailbox', '/']);
      for (const address of [...addresses, `${desk.url}/healthz`, `${desk.url}/readyz`, `${desk.url}/metrics`])
        expect((await fetch(address)).status).toBe(200);
      expect(await greets(portOf(desk) + 25)).toBe(true);
      expect(await greets(portOf(desk) + 143)).toBe(true);
      expect(await people(desk)).toHaveLength(40);
    },
    minute,
  );

  it(
    'is stopped by Ctrl-C and leaves no process and no open door behind',
    async () => {
      const desk = await raise();
      expect(processesOf(desk)).not.toEqual([]);
      desk.process.kill('SIGINT');
      const [code] = (await once(desk.process, 'exit')) as [number];
      expect(code).toBe(0);
      expect(processesOf(desk)).toEqual([]);
      await expect(fetch(desk.url)).rejects.toThrow();
    },
    minute,
  );

  it(
    'comes up again after it was killed, with what was there [F01, F03]',
    async () => {
      const first = await raise();
      first.process.kill('SIGKILL');
      await once(first.process, 'exit');
      await eventually('its port', async () => ((await greets(portOf(first) + 25)) ? null : true));
      const again = await raise({ SKRANKE_DATA: first.dataFolder, PORT: String(portOf(first)) });
      expect(await people(again)).toHaveLength(40);
      await again.stop();
      expect(processesOf(first)).toEqual([]);
    },
    2 * minute,
  );

  it(
    'beside a running one in the same folder is refused, and the running one is left alone',
    async () => {
      const desk = await raise();
      await expect(startDesk({ SKRANKE_DATA: desk.dataFolder, PORT: String(portOf(desk) + 1) })).rejects.toThrow(
        /already runs here \(process \d+\)\. Stop it first/,
      );
      expect((await fetch(`${desk.url}/readyz`)).status).toBe(200);
    },
    minute,
  );

  it(
    'names the port that is taken',
    async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as { port: number };
      await expect(startDesk({ PORT: String(port) })).rejects.toThrow(String(port));
      other.close();
    },
    minute,
  );
});

describe('a configuration with faults', () => {
  it.each([
    [
      'policy/queues.yaml',
      (text: string) => text.replace('clearance: crisis', 'clearence: crisis'),
      /queues\.yaml:\d+/,
    ],
    ['policy/assurance.yaml', (text: string) => `${text}\ncode: {}\n`, /assurance\.yaml:\d+/],
    ['phrases/nn.yaml', (text: string) => text.replace(/^hello: .*\n/m, ''), /nn\.yaml.*hello/],
    ['rates/late-interest.yaml', (text: string) => text.replace('2026-01-01', '2026-13-01'), /late-interest\.yaml:\d+/],
  ])(
    'stops the start and is named with file and line: %s',
    async (file, change, named) => {
      await expect(startDesk({ SKRANKE_CONFIG: configWith(file, change) })).rejects.toThrow(named);
    },
    minute,
  );

  it(
    'in the environment is named as well: a setting that is none, and every one production misses',
    async () => {
      await expect(startDesk({ SKRANKE_MOOD: 'good' })).rejects.toThrow('SKRANKE_MOOD: is not a setting');
      const production = startDesk({ SKRANKE_MODE: 'production' });
      await expect(production).rejects.toThrow(/DATABASE_URL[\s\S]*SKRANKE_KEY[\s\S]*IMAP_HOST[\s\S]*SMTP_HOST/);
    },
    minute,
  );
});
