/** The one line worth showing from the log of a process that ended. */

const longest = 300;

/**
 * @param log  the last kilobytes of the log: JSON lines of the logger, or what the runtime printed
 * @returns    the last fatal entry's message, else the last `…Error: …` line; null when there is neither
 */
export const fatalReason = (log: string): string | null => {
  const lines = log.split('\n').reverse();
  const told = firstOf(lines, fatalMessage) ?? firstOf(lines, thrownError);
  return told === null ? null : told.slice(0, longest);
};

const firstOf = (lines: readonly string[], read: (line: string) => string | null): string | null => {
  for (const line of lines) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
};

/** pino's levels: 60 is fatal. */
const fatalMessage = (line: string): string | null => {
  if (!line.startsWith('{') || !line.includes('"level":60')) return null;
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === 'object' && entry !== null && 'msg' in entry && typeof entry.msg === 'string'
      ? entry.msg
      : null;
  } catch {
    return null;
  }
};

const thrownError = (line: string): string | null => {
  if (line.startsWith('{')) return null;
  return /(?:^|\s)(?:Uncaught )?(\w*Error(?: \[\w+\])?: .+)$/.exec(line)?.[1] ?? null;
};
