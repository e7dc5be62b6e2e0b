import { describe, expect, it } from '@jest/globals';
import { isChildAge, namesOnlyAdults } from './child-age.js';

describe('the age of a child', () => {
  it('is five to seventeen, in digits or words of either language', () => {
    expect(['5', '17', 'tretten', 'sixteen'].every(isChildAge)).toBe(true);
  });

  it('is denied where only the ages of grown-ups stand', () => {
    expect([namesOnlyAdults(['45', 'år']), namesOnlyAdults(['45', '14']), namesOnlyAdults(['ingen'])]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is never eighteen, nothing and not part of a number', () => {
    expect(['18', 'atten', '', '115', '1'].some(isChildAge)).toBe(false);
  });
});
