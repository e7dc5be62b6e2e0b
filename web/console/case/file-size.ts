const units = ['B', 'kB', 'MB', 'GB'];
const step = 1_000;

/** @param bytes  >= 0; told in the largest unit that leaves a whole number of at least 1 */
export function sizeInWords(bytes: number): string {
  const power = Math.min(units.length - 1, bytes < step ? 0 : Math.floor(Math.log10(bytes) / 3));
  return `${String(Math.round(bytes / step ** power))} ${units[power] ?? 'B'}`;
}
