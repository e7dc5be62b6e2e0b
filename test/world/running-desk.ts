/** The product itself, started as `npm start` starts it, in a folder and on ports of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type RunningDesk = {
  readonly url: string;
  readonly output: () => string;
  readonly process: ChildProcess;
  readonly dataFolder: string;
  stop(): Promise<void>;
};

export type DevPerson = {
  readonly key: string;
  readonly name: string;
  readonly nationalId: string | null;
  readonly birthDate: string | null;
  readonly address: { readonly street: string; readonly postcode: string; readonly city: string } | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: 'nb' | 'nn' | 'en';
  readonly kind: string;
  readonly cases: readonly {
    readonly caseNumber: string;
    readonly letterCode: string;
    readonly kid: string;
    readonly accountNumber: string;
    readonly creditor: string;
    readonly outstandingOre: number;
    readonly engagement: string;
  }[];
};

export type SentMail = {
  readonly id: string;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
  readonly html: string;
};

const program = resolve(import.meta.dirname, '../../dist/modules/tool/start.service.js');
const patienceMs = 60_000;

/** @returns once every door answers; @throws with what the program printed when it does not come up */
export const startDesk = async (env: Readonly<Record<string, string>> = {}): Promise<RunningDesk> => {
  const dataFolder = env['SKRANKE_DATA'] ?? (await mkdtemp(join(tmpdir(), 'skranke-e2e-')));
  const port = Number(env['PORT'] ?? (await freePortBase()));
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: String(port), SKRANKE_DATA: dataFolder, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  await up(child, () => printed);
  return {
    url: `http://127.0.0.1:${String(port)}`,
    output: () => printed,
    process: child,
    dataFolder,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};

export const people = async (desk: RunningDesk): Promise<readonly DevPerson[]> =>
  (await fetch(`${desk.url}/dev/people.json`)).json() as Promise<readonly DevPerson[]>;

export const sentTo = async (desk: RunningDesk, to: string): Promise<readonly SentMail[]> =>
  (await fetch(`${desk.url}/dev/mailbox.json?to=${encodeURIComponent(to)}`)).json() as Promise<readonly SentMail[]>;

/** Asks again until the answer is there; the desk promises chat within 5 s and mail within 10 s. */
export const eventually = async <T>(
  what: string,
  ask: () => Promise<T | null | undefined>,
  withinMs = 15_000,
): Promise<T> => {
  for (const start = Date.now(); Date.now() - start < withinMs; await new Promise((wake) => setTimeout(wake, 100))) {
    const found = await ask();
    if (found !== null && found !== undefined) return found;
  }
  throw new Error(`${what} did not come within ${String(withinMs)} ms`);
};

const up = async (child: ChildProcess, printed: () => string): Promise<void> => {
  for (const start = Date.now(); Date.now() - start < patienceMs; await new Promise((wake) => setTimeout(wake, 50))) {
    if (printed().includes('Skranke is up')) return;
    if (child.exitCode !== null) break;
  }
  child.kill('SIGKILL');
  throw new Error(`the desk did not come up:\n${printed()}`);
};

/** A port whose followers (+25, +100, +143, +2432) are free as well. */
const freePortBase = async (): Promise<number> => {
  for (let tries = 0; tries < 50; tries += 1) {
    const base = 20_000 + Math.floor(Math.random() * 20_000);
    const free = await Promise.all([0, 25, 100, 143, 2432].map((step) => isFree(base + step)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('no free ports');
};

const isFree = async (port: number): Promise<boolean> =>
  new Promise((settle) => {
    const server = createServer().once('error', () => settle(false));
    server.listen(port, '127.0.0.1', () => server.close(() => settle(true)));
  });
