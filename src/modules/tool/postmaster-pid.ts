/** Reads what a Postgres server writes about itself into `postmaster.pid`. */

export type PostmasterPid = {
  readonly pid: number;
  /** Null while the file is only half written. */
  readonly port: number | null;
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby' | 'unknown';
};

const statuses = ['starting', 'stopping', 'ready', 'standby'] as const;
const line = { pid: 0, port: 3, status: 7 } as const;

/**
 * @param text  the file as it stands, perhaps half written
 * @returns     null when not even the process id can be read
 */
export const readPostmasterPid = (text: string): PostmasterPid | null => {
  const lines = text.split('\n').map((each) => each.trim());
  const pid = positive(lines[line.pid]);
  if (pid === null) return null;
  const status = statuses.find((each) => each === lines[line.status]) ?? 'unknown';
  return { pid, port: positive(lines[line.port]), status };
};

const positive = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
