/** Keeps a door open for the demo's issuer of electronic ids, and begins the issuer itself when somebody comes. */
import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type Socket } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart } from './cannot-start.js';
import type { TestIdWish } from './test-id-configuration.service.js';
import type { ToTestId } from './test-id-provider.service.js';

export type TestId = { readonly stop: () => Promise<void>; readonly kill: () => void };

/**
 * Until the first connection it costs nothing but a port: neither the start nor the memory of the desk knows of it.
 * @throws CannotStart when the port is taken
 */
export const startTestId = async (port: number, wish: TestIdWish): Promise<TestId> => {
  let provider: ChildProcess | null = null;
  const door = createServer({ pauseOnConnect: true }, (socket) => {
    provider = isAlive(provider) ? provider : begin(wish);
    handOver(provider, socket);
  });
  await listening(door, port);
  const kill = (): void => {
    door.close();
    provider?.kill('SIGKILL');
  };
  return {
    kill,
    stop: () => {
      // Its logins live in memory and nobody waits for them.
      kill();
      return Promise.resolve();
    },
  };
};

const isAlive = (child: ChildProcess | null): child is ChildProcess =>
  child !== null && child.connected && child.exitCode === null && child.signalCode === null;

const begin = (wish: TestIdWish): ChildProcess => {
  // Beside us, compiled or not.
  const entry = new URL(`./test-id-provider.service${extname(import.meta.url)}`, import.meta.url);
  const child = fork(fileURLToPath(entry), [], {
    execArgv: ['--no-warnings'],
    env: {},
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', () => undefined);
  const message: ToTestId = { kind: 'open', wish };
  child.send(message, () => undefined);
  child.unref();
  child.channel?.unref();
  return child;
};

const handOver = (child: ChildProcess, socket: Socket): void => {
  socket.on('error', () => socket.destroy());
  const message: ToTestId = { kind: 'socket' };
  child.send(message, socket, (error) => {
    if (error !== null) socket.destroy();
  });
};

const listening = async (door: ReturnType<typeof createServer>, port: number): Promise<void> =>
  new Promise((settle, refuse) => {
    door.once('error', () => refuse(new CannotStart(`Port ${port}, wanted for Test-ID, is taken by another program.`)));
    door.listen(port, '127.0.0.1', () => settle());
  });
