/** One of the desk's two processes: started, watched, started again when it falls. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from './cannot-start.js';
import { fatalReason } from './fatal-reason.js';
import { openLog, readLog } from './log-file.service.js';
import { sendSignal } from './process-life.service.js';
import { restartPlan } from './restart-plan.js';

export type DeskProcessWish = {
  readonly name: string;
  /** The compiled entry point. */
  readonly entry: string;
  readonly env: NodeJS.ProcessEnv;
  /** Null: what it writes goes to our own output. */
  readonly logFolder: string | null;
  /** Settles with true when it answers; asked anew for each process started. */
  readonly answers: (child: ChildProcess) => Promise<boolean>;
  /** Told once, when it has fallen too often. */
  readonly onGivenUp: (reason: string) => void;
};

export type DeskProcess = { readonly stop: () => Promise<void>; readonly kill: () => void };

type Begun = { readonly child: ChildProcess; readonly ended: Promise<string> };

const stopWithinMs = 12_000;

/** Begins at once; `ready` settles when the process answers, and rejects with CannotStart when it ends before. */
export const startDeskProcess = async (
  wish: DeskProcessWish,
): Promise<DeskProcess & { readonly ready: Promise<void> }> => {
  let current = await begin(wish);
  let stopping = false;
  const falls: number[] = [];
  const isStopping = (): boolean => stopping;
  const watch = async (): Promise<void> => {
    for (;;) {
      const reason = await current.ended;
      if (isStopping()) return;
      falls.push(Date.now());
      const plan = restartPlan(falls, Date.now());
      if (plan.kind === 'give-up') {
        wish.onGivenUp(`${wish.name} fell ${plan.falls} times within a minute: ${reason}`);
        return;
      }
      await pause(plan.afterMs);
      if (isStopping()) return;
      current = await begin(wish);
      // A stop that came while it was begun has ended the one before.
      if (isStopping()) killGroup(current.child);
    }
  };
  const ready = firstAnswer(wish, current).then(() => {
    watch().catch((error: unknown) => wish.onGivenUp(`${wish.name} cannot be started again: ${String(error)}`));
  });
  return {
    ready,
    stop: async () => {
      stopping = true;
      await end(current);
    },
    kill: () => {
      stopping = true;
      killGroup(current.child);
    },
  };
};

const firstAnswer = async (wish: DeskProcessWish, begun: Begun): Promise<void> => {
  const ended = begun.ended.then((reason) => new CannotStart(`${wish.name} ends at once: ${reason}`));
  const first = await Promise.race([ended, wish.answers(begun.child)]);
  if (first instanceof CannotStart) throw first;
  if (!first) throw new CannotStart(`${wish.name} does not answer${whereLog(wish)}.`);
};

const begin = async (wish: DeskProcessWish): Promise<Begun> => {
  const log = wish.logFolder === null ? null : await openLog(logPath(wish.logFolder, wish.name));
  const offset = log === null ? 0 : (await log.stat()).size;
  const output = log?.fd ?? 'inherit';
  // A process group of its own: Ctrl-C reaches it through us, in our order.
  const child = fork(wish.entry, [], { env: wish.env, detached: true, stdio: ['ignore', output, output, 'ipc'] });
  let fatal: string | null = null;
  child.on('message', (message) => (fatal = fatalOf(message) ?? fatal));
  const ended = new Promise<string>((settle) => {
    const leave = async (plain: string): Promise<void> => {
      const written = log === null ? null : fatalReason(await readLog(log, offset));
      await log?.close();
      settle(fatal ?? `${written ?? plain}${whereLog(wish)}`);
    };
    child.once(
      'exit',
      (code, signal) => void leave(signal ?? `exit code ${String(code)}`).catch(() => settle(String(code))),
    );
    child.once('error', (error) => void leave(error.message).catch(() => settle(error.message)));
  });
  return { child, ended };
};

const fatalOf = (message: unknown): string | null =>
  typeof message === 'object' && message !== null && 'fatal' in message && typeof message.fatal === 'string'
    ? message.fatal
    : null;

const logPath = (folder: string, name: string): string => join(folder, `${name}.log`);

const whereLog = (wish: DeskProcessWish): string =>
  wish.logFolder === null ? '' : ` (${logPath(wish.logFolder, wish.name)})`;

const end = async ({ child, ended }: Begun): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const late = pause(stopWithinMs, 'late' as const, { ref: false });
  if ((await Promise.race([ended, late])) === 'late') killGroup(child);
  await ended;
};

const killGroup = (child: ChildProcess): void => {
  if (child.pid !== undefined) sendSignal(-child.pid, 'SIGKILL');
};
