/** A built `main` of its own beside whatever else runs, by its environment. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { eventually } from './running-desk.js';

export type MainProcess = { readonly url: string; readonly process: ChildProcess; stop(): Promise<void> };

const program = resolve(import.meta.dirname, '../../dist/main.js');

/** @returns once it is ready; @throws with what it printed when it ends instead */
export const runMain = async (
  port: number,
  env: Readonly<Record<string, string | undefined>>,
): Promise<MainProcess> => {
  const url = `http://127.0.0.1:${String(port)}`;
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, NODE_OPTIONS: '', PORT: String(port), LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  await eventually('the main process', async () => {
    if (child.exitCode !== null) throw new Error(`the main process ended:\n${printed}`);
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
