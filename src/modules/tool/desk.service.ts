/** Raises the whole desk, bottom up: what the demo brings along, then the two processes. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { childEnvironment } from './child-environment.js';
import { takeDataFolder } from './data-folder.service.js';
import { raiseDemo, type Demo, type DemoWish } from './demo.service.js';
import { startDeskProcess, type DeskProcessWish } from './desk-process.service.js';
import type { OpenDoors } from './door-lines.js';
import { portState } from './free-port.service.js';
import { answersReady, saysReady } from './readiness.service.js';
import type { Teardown } from './teardown.js';
import { waitUntil } from './wait-until.service.js';

export type DeskWish = DemoWish;

const loopback = '127.0.0.1';
/** The processes of a desk that was killed need a moment to notice. */
const portPatienceMs = 3_000;

/**
 * @param house  takes down whatever had been raised, also when raising stops half way
 * @returns      the doors, once every one of them answers
 * @throws       CannotStart with the one readable reason
 */
export const raiseDesk = async (wish: DeskWish, house: Teardown): Promise<OpenDoors> => {
  await assertBuilt(wish.built);
  if (wish.parts.mode === 'demo') await house.add(await takeDataFolder(wish.dataFolder), () => undefined);
  await assertPortsFree(wish);
  const along = wish.parts.mode === 'demo' ? await raiseDemo(wish, house) : nothingAlong(wish);
  const env = childEnvironment(wish.env, along);
  wish.say('bringing up the chat, the console and the worker');
  await raiseProcesses(wish, house, env);
  return openDoors(wish, env, along);
};

const assertBuilt = async (built: string): Promise<void> => {
  await Promise.all(['main.js', 'worker.js'].map((each) => access(join(built, each)))).catch(() => {
    throw new CannotStart('The desk has not been built yet: run `npm ci` first.');
  });
};

const assertPortsFree = async ({ parts, ports }: DeskWish): Promise<void> => {
  const mailbox = [
    { door: 'IMAP', port: ports.imap },
    { door: 'SMTP', port: ports.smtp },
  ];
  const testId = parts.testId ? [{ door: 'Test-ID', port: ports.testId }] : [];
  const wanted = [{ door: 'the web', port: ports.http }, ...(parts.embeddedMailbox ? mailbox : []), ...testId];
  for (const { door, port } of wanted) {
    const free = await waitUntil(async () => ((await portState(port)) === 'free' ? 'free' : null), portPatienceMs, 100);
    const state = free ?? (await portState(port));
    if (state === 'forbidden')
      throw new CannotStart(`Port ${port}, wanted for ${door}, may not be used by this account.`);
    if (state === 'taken') {
      const advice = `PORT=${ports.http + 1000} npm start moves every door.`;
      throw new CannotStart(`Port ${port}, wanted for ${door}, is taken by another program. ${advice}`);
    }
  }
};

const nothingAlong = (wish: DeskWish): Demo => ({
  mode: 'production',
  port: wish.ports.http,
  database: null,
  mailbox: null,
  testId: null,
  keys: {},
  postgres: null,
});

const raiseProcesses = async (wish: DeskWish, house: Teardown, env: NodeJS.ProcessEnv): Promise<void> => {
  const common = { env, logFolder: wish.parts.mode === 'demo' ? wish.logFolder : null, onGivenUp: wish.onGivenUp };
  const processes: readonly Pick<DeskProcessWish, 'name' | 'answers'>[] = [
    { name: 'main', answers: answersReady(`http://${reachable(env['HOST'])}:${wish.ports.http}/readyz`) },
    { name: 'worker', answers: saysReady },
  ];
  const ready = processes.map(async (each) => {
    const started = await startDeskProcess({ ...common, ...each, entry: join(wish.built, `${each.name}.js`) });
    await house.add(started.stop, started.kill);
    await started.ready;
  });
  await Promise.all(ready);
};

/** An address to listen on everywhere is none to call. */
const reachable = (host: string | undefined): string =>
  host === undefined || host === '' || host === '0.0.0.0' || host === '::' ? loopback : host;

const openDoors = (wish: DeskWish, env: NodeJS.ProcessEnv, along: Demo): OpenDoors => ({
  demo: wish.parts.mode === 'demo',
  publicUrl: (env['PUBLIC_URL'] ?? `http://${env['HOST'] ?? loopback}:${wish.ports.http}`).replace(/\/$/, ''),
  imap: along.mailbox === null ? null : { host: loopback, port: along.mailbox.imapPort, name: along.mailbox.name },
  smtp: along.mailbox === null ? null : { host: loopback, port: along.mailbox.smtpPort },
  testId: along.testId?.issuer ?? null,
  postgres: along.postgres,
  dataFolder: wish.dataFolder,
});
