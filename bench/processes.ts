/** What the operating system says of a process (Linux). */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ticks = 100;

/** User and system time of a process and its threads, in seconds. */
export const cpuOf = (pid: number): number => {
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticks;
};

export const residentMb = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024);

/** The child of a process that runs a program; 0 when there is none. */
export const childWith = (parent: number, program: string): number => {
  const list = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(parent)], { encoding: 'utf8' });
  const line = list.split('\n').find((one) => one.includes(program));
  return Number(line?.trim().split(' ')[0] ?? 0);
};
