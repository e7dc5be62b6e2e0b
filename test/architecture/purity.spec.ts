import { beforeAll, describe, expect, it } from '@jest/globals';
import { newLinter } from './new-linter.js';
import { cruiseHouse, type Cruised } from './cruise-house.js';

const minute = 60_000;

describe('a plain-named file', () => {
  let house: Cruised;

  beforeAll(async () => {
    house = await cruiseHouse();
  }, minute);

  it('is pure: it imports nothing that touches the world', () => {
    expect(house.violations.filter(({ rule }) => rule.startsWith('plain-'))).toEqual([]);
  });
});

/** One small wrong each; all are read as if they stood in a plain-named file of the house. */
const clockAndChance = [
  `export const at = (): number => Date.now();`,
  `export const at = (): Date => new Date();`,
  `export const chance = (): number => Math.random();`,
  `import { randomBytes } from 'node:crypto';\nexport const chance = (): Buffer => randomBytes(1);`,
  `export const key = (): string | undefined => process.env['SKRANKE_KEY'];`,
];

describe('time and chance', () => {
  const eslint = newLinter();
  const findings = async (filePath: string, text: string): Promise<readonly string[]> => {
    const [result] = await eslint.lintText(text, { filePath });
    return (result?.messages ?? [])
      .filter(({ ruleId }) => ruleId === 'no-restricted-syntax')
      .map(({ message }) => message);
  };

  it.each(clockAndChance)(
    'are parameters of a plain-named file: it may not say `%s`',
    async (text) => {
      expect(await findings('src/modules/claims/balance.ts', text)).toHaveLength(1);
    },
    minute,
  );

  it.each(clockAndChance)(
    'may be asked for where the world is touched: `%s`',
    async (text) => {
      expect(await findings('src/modules/claims/claims.repository.ts', text)).toEqual([]);
    },
    minute,
  );
});
