import { describe, expect, it } from '@jest/globals';
import { digitChains, windowsFrom, windowsOf } from './digit-groups.js';

describe('groups of digits', () => {
  it('form one chain across spacing, wrapping and quoting', () => {
    expect(digitChains('010180\n> 123 45').map(({ groups }) => groups.map(({ digits }) => digits).join('+'))).toEqual([
      '010180+123+45',
    ]);
  });

  it('part at words and at long gaps', () => {
    expect(digitChains(`12 og 34${' '.repeat(70)}56`)).toHaveLength(3);
  });

  it('are tight only across ordinary spacing', () => {
    const [tight, loose] = [digitChains('12 34')[0], digitChains('12 , 34')[0]];
    expect([tight?.tight, loose?.tight]).toEqual([[true], [false]]);
  });

  it('give every window of whole groups within the bounds and no other', () => {
    const chain = digitChains('12 345 6')[0];
    const digits = (min: number, max: number): readonly string[] =>
      chain === undefined ? [] : windowsOf(chain, min, max).map((each) => each.digits);
    expect(digits(4, 5)).toEqual(['12345', '3456']);
    expect(chain === undefined ? [] : windowsFrom(chain, 1, 1, 9).map((each) => each.digits)).toEqual(['345', '3456']);
  });
});
