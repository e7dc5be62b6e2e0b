import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';

const folders = ['/usr/bin', '/usr/sbin', '/usr/local/bin'];

/** A suite that needs a program of the machine; `npm test` names it as left out where the program is missing. */
export const describeWith = (program: 'chromium' | 'dovecot' | 'pdftotext', name: string, tests: () => void): void => {
  if (folders.some((folder) => existsSync(`${folder}/${program}`))) describe(name, tests);
  else describe.skip(`${name} (left out: ${program} is not installed)`, tests);
};
