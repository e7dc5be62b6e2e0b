import { describe, expect, it } from '@jest/globals';
import { titleOf } from './title.js';

describe('the title of a tab', () => {
  it('is the page, and the alarm before it [S12]', () => {
    expect(titleOf('Oversikt', 'Skranke', undefined)).toBe('Oversikt · Skranke');
    expect(titleOf('Oversikt', 'Skranke', 'Noen kan være i fare')).toBe(
      '(!) Noen kan være i fare · Oversikt · Skranke',
    );
  });
});
