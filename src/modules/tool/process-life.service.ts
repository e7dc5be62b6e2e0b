/** Which processes are alive, and whether one is still the one it was. */
import { readFile, stat } from 'node:fs/promises';
import { runProgram } from './run-program.service.js';

export type LivingProcess = {
  /** Differs between two processes that had the same number, before and after a reboot included. */
  readonly birth: string;
  readonly commandLine: string;
  readonly uid: number | null;
};

/** @returns null when no such process runs; one that only waits to be collected counts as dead */
export const livingProcess = async (pid: number): Promise<LivingProcess | null> => {
  if (!signalled(pid)) return null;
  return process.platform === 'linux' ? await fromProc(pid) : await fromPs(pid);
};

/**
 * Sends a signal to a process that may be gone by now.
 * @param pid  a process, or the negative of a process group
 */
export const sendSignal = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in the meantime, which is what was wanted.
  }
};

/** Whether the process takes signals at all: cheap, and true of a dead one not yet collected. */
const signalled = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const fromProc = async (pid: number): Promise<LivingProcess | null> => {
  try {
    const [status, words, boot, folder] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'latin1'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'latin1').catch(() => ''),
      stat(`/proc/${pid}`),
    ]);
    // The name may hold spaces and brackets: fields are counted behind its last bracket.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    if (state === 'Z' || state === 'X') return null;
    return {
      birth: `${boot.trim()}/${fields[19] ?? ''}`,
      commandLine: words.replaceAll('\0', ' ').trim(),
      uid: folder.uid,
    };
  } catch {
    return null;
  }
};

const fromPs = async (pid: number): Promise<LivingProcess | null> => {
  const ps = await runProgram('ps', ['-o', 'stat=,uid=,lstart=,command=', '-p', String(pid)], {
    account: null,
    timeoutMs: 5_000,
  });
  const found = /^\s*(\S+)\s+(-?\d+)\s+(\S+\s+\S+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/m.exec(ps.output);
  if (!ps.ok || found === null) return null;
  const [, state = '', uid, birth = '', commandLine = ''] = found;
  return state.startsWith('Z') ? null : { birth, commandLine, uid: Number(uid) >>> 0 };
};
