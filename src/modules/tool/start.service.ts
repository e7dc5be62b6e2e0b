/** `npm start`: raises the desk, prints its doors, and takes it down again in order. */
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CannotStart } from './cannot-start.js';
import { deskParts } from './desk-parts.js';
import { raiseDesk, type DeskWish } from './desk.service.js';
import { doorLines } from './door-lines.js';
import { doorPorts } from './door-ports.js';
import { progressLine } from './progress-line.service.js';
import { readStartFlags, startHelp } from './start-flags.js';
import { Teardown } from './teardown.js';

/** npm passes Ctrl-C on although the terminal sent it to us as well: two at once are one. */
const samePressMs = 1_000;
const startPatienceMs = 30_000;

const built = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const house = new Teardown();
const progress = progressLine(process.stdout);
let stoppingSince: number | null = null;

const stop = async (code: number, reason: string | null): Promise<void> => {
  if (stoppingSince !== null) return;
  stoppingSince = Date.now();
  progress.clear();
  if (reason !== null) process.stderr.write(`${reason}\n`);
  await house.run();
  // What was being raised at this moment notices by itself, and takes itself down.
  await Promise.race([starting.catch(() => undefined), pause(startPatienceMs)]);
  process.exit(code);
};

const onSignal = (): void => {
  if (stoppingSince === null) {
    void stop(0, null);
  } else if (Date.now() - stoppingSince > samePressMs) {
    house.killAll();
    process.exit(130);
  }
};

const onBroken = (error: unknown): void => {
  void stop(1, error instanceof CannotStart ? error.message : `Skranke broke: ${String(error)}`);
};

const wishOf = (fresh: boolean, env: NodeJS.ProcessEnv): DeskWish | { readonly reason: string } => {
  const parts = deskParts(env, fresh);
  const ports = doorPorts(env['PORT']);
  if ('reason' in parts) return parts;
  if ('reason' in ports) return ports;
  const dataFolder = resolve(env['SKRANKE_DATA'] ?? resolve(built, '../.skranke'));
  const onGivenUp = (reason: string): void => void stop(1, reason);
  return {
    parts,
    ports,
    fresh,
    dataFolder,
    logFolder: join(dataFolder, 'log'),
    built,
    env,
    say: progress.say,
    onGivenUp,
  };
};

const start = async (): Promise<void> => {
  const flags = readStartFlags(process.argv.slice(2));
  if (flags.kind === 'help') {
    process.stdout.write(`${startHelp}\n`);
    return;
  }
  const wish = flags.kind === 'refused' ? flags : wishOf(flags.fresh, process.env);
  if ('reason' in wish) throw new CannotStart(wish.reason);
  const doors = await raiseDesk(wish, house);
  progress.clear();
  process.stdout.write(`${doorLines(doors).join('\n')}\n`);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
// A terminal that is gone takes no more text; that is no reason to fall.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
process.once('disconnect', onSignal);
process.on('uncaughtException', onBroken);
process.on('unhandledRejection', onBroken);
const starting = start();
starting.catch(onBroken);
