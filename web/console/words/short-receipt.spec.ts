import { describe, expect, it } from '@jest/globals';
import { shortReceipt } from './short-receipt.js';

describe('a receipt in a list', () => {
  it('is as much of it as tells it from another', () => {
    expect(shortReceipt('EAM4C-BCRYN-39H7V-RV5P1-G9N7Y9')).toBe('EAM4C-BCRYN…');
    expect(shortReceipt('EAM4C-BCRYN')).toBe('EAM4C-BCRYN');
  });
});
