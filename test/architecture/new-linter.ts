import { resolve } from 'node:path';
import { ESLint } from 'eslint';

/** The project's linter, for text that stands in no file: where CI is set it would read the file instead. */
export const newLinter = (): ESLint => {
  process.env['TSESTREE_SINGLE_RUN'] = 'false';
  return new ESLint({ cwd: resolve(import.meta.dirname, '../..') });
};
