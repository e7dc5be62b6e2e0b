/** Claims whose statement was worked out once and for all, one file each, named by its story. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { StatementAnswer, StatementLine } from '../../src/modules/claims/statement-of.js';

export type Golden = Pick<StatementLine, 'asOf' | 'claim'> & {
  readonly story: string;
  readonly underBoth?: StatementAnswer;
  readonly under?: Readonly<Record<string, StatementAnswer>>;
};

const folder = 'test/corpus/statements';

export const goldenStatements: readonly (readonly [name: string, golden: Golden])[] = readdirSync(folder)
  .sort()
  .map((file) => [file.replace('.yaml', ''), parse(readFileSync(`${folder}/${file}`, 'utf8')) as Golden]);
