import { execFile } from 'node:child_process';
import type { Account } from './unprivileged-account.js';

export type ProgramEnd = { readonly ok: boolean; readonly output: string };

type Run = {
  /** Null: the account we run under ourselves. */
  readonly account: Account | null;
  readonly timeoutMs: number;
  readonly cwd?: string;
};

/** Programs we start see none of our settings: neither secrets nor PG* variables that would mislead them. */
export const bareEnvironment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Runs a program to its end, at most as long as it may take. Never rejects: how it ended is the answer. */
export const runProgram = (file: string, words: readonly string[], run: Run): Promise<ProgramEnd> =>
  new Promise((settle) => {
    const options = {
      ...run.account,
      cwd: run.cwd ?? '/',
      env: bareEnvironment,
      timeout: run.timeoutMs,
      killSignal: 'SIGKILL' as const,
    };
    try {
      const child = execFile(file, words, options, (error, stdout, stderr) => {
        const late = error !== null && error.killed === true ? `no end within ${run.timeoutMs / 1000} s\n` : '';
        const failed = error !== null && stderr === '' ? `${error.message}\n` : '';
        settle({ ok: error === null, output: `${stdout}${stderr}${late}${failed}` });
      });
      child.stdin?.end();
    } catch (error) {
      settle({ ok: false, output: String(error) });
    }
  });
