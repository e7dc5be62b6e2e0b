/** Keeps the demo's IMAP server running in a process of its own. */
import { fork, type ChildProcess } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart } from './cannot-start.js';
import type { FromHoodiecrow, ToHoodiecrow } from './hoodiecrow.service.js';

export type ImapWish = { readonly port: number; readonly name: string; readonly password: string };

export type ImapProcess = {
  /** Puts a raw message into the inbox; rejects when the server is not there. */
  readonly deliver: (raw: Buffer) => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly kill: () => void;
};

const upWithinMs = 10_000;
const deliveredWithinMs = 5_000;
const pauseBeforeAnotherMs = 500;

/** @throws CannotStart when the port is taken or the server does not come up */
export const startImap = async (wish: ImapWish): Promise<ImapProcess> => {
  let uidvalidity = Math.floor(Date.now() / 1000);
  let stopping = false;
  let current = await begin(wish, uidvalidity);
  const replace = (): void => {
    if (stopping) return;
    // Its mail is gone with it, which is what a new uidvalidity says.
    uidvalidity = Math.max(uidvalidity + 1, Math.floor(Date.now() / 1000));
    setTimeout(() => {
      if (stopping) return;
      begin(wish, uidvalidity).then((next) => {
        current = next;
        next.once('exit', replace);
        if (stopping) next.kill('SIGKILL');
      }, replace);
    }, pauseBeforeAnotherMs).unref();
  };
  current.once('exit', replace);
  let last = 0;
  return {
    deliver: async (raw) => await deliver(current, (last += 1), raw),
    stop: async () => {
      stopping = true;
      await end(current);
    },
    kill: () => {
      stopping = true;
      current.kill('SIGKILL');
    },
  };
};

const begin = async (wish: ImapWish, uidvalidity: number): Promise<ChildProcess> => {
  // Beside us, compiled or not.
  const entry = new URL(`./hoodiecrow.service${extname(import.meta.url)}`, import.meta.url);
  const child = fork(fileURLToPath(entry), [], {
    execArgv: ['--no-warnings'],
    env: {},
    serialization: 'advanced',
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  say(child, { kind: 'listen', ...wish, uidvalidity });
  const answer = await heard(child, upWithinMs, (message) => (message.kind === 'delivered' ? null : message));
  if (answer?.kind === 'listening') {
    child.unref();
    child.channel?.unref();
    return child;
  }
  child.kill('SIGKILL');
  if (answer?.kind === 'refused' && answer.code === 'EADDRINUSE') {
    throw new CannotStart(`Port ${wish.port}, wanted for IMAP, is taken by another program.`);
  }
  throw new CannotStart(`The demo's IMAP server does not start (${answer?.code ?? 'no answer'}).`);
};

const deliver = async (child: ChildProcess, id: number, raw: Buffer): Promise<void> => {
  const delivered = heard(child, deliveredWithinMs, (message) =>
    message.kind === 'delivered' && message.id === id ? message : null,
  );
  say(child, { kind: 'deliver', id, raw });
  if ((await delivered) === null) throw new Error("The demo's IMAP server took no mail.");
};

const say = (child: ChildProcess, message: ToHoodiecrow): void => {
  child.send(message, () => undefined);
};

/** Waits for the message `pick` answers for. @returns null when the time is up or the process has ended */
const heard = <T>(
  child: ChildProcess,
  withinMs: number,
  pick: (message: FromHoodiecrow) => T | null,
): Promise<T | null> =>
  new Promise((settle) => {
    const finish = (answer: T | null): void => {
      clearTimeout(timer);
      child.off('message', listen).off('exit', leave).off('error', leave);
      settle(answer);
    };
    const listen = (message: FromHoodiecrow): void => {
      const picked = pick(message);
      if (picked !== null) finish(picked);
    };
    const leave = (): void => finish(null);
    const timer = setTimeout(leave, withinMs);
    child.on('message', listen).on('exit', leave).on('error', leave);
  });

const end = (child: ChildProcess): Promise<void> =>
  new Promise((settle) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      settle();
      return;
    }
    child.ref();
    child.once('exit', () => settle());
    // Nothing to save: its mail lives in memory.
    child.kill('SIGKILL');
  });
