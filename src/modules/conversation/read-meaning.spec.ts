import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deskForStrangers } from '../../../test/world/a-turn.js';
import { loadUnderstanding } from '../understanding/load-model.service.js';
import { makeReceipt } from '../values/receipt.js';

const take = deskForStrangers();
const isAlarm = (text: string): boolean => {
  const { flow, cases } = take(text, 'nb');
  return flow.crisis || cases.some(({ queue }) => queue === 'crisis');
};
const commands = Object.values(loadUnderstanding('config').commands).flat();
const sign = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ'));
const letterCode = fc
  .array(sign, { minLength: 10, maxLength: 10 })
  .map((signs) => signs.join(''))
  .filter((code) => /\d/.test(code));

describe('what is plainly something else', () => {
  it('is no cry for help: none of the words the desk itself asks people to write', () => {
    expect(commands.length).toBeGreaterThan(30);
    expect(commands.filter(isAlarm)).toEqual([]);
  });

  it('is no cry for help: the code of a letter, however it is grouped', () => {
    fc.assert(
      fc.property(letterCode, fc.constantFrom('', ' ', '-'), (code, gap) => {
        expect(isAlarm(`${code.slice(0, 5)}${gap}${code.slice(5)}`)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('is no cry for help: a receipt', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 17, maxLength: 17 }), (random) => {
        expect(isAlarm(makeReceipt(random))).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a cry for help', () => {
  it.each(['selvmordet', 'jeg vil ta livet mitt', 'Koden er AVAX6 NNF98, men jeg vil ta livet mitt'])(
    'is heard also where it has the shape of a code, or stands beside one: %s [S12]',
    (text) => {
      expect(isAlarm(text)).toBe(true);
    },
  );
});
