import { describe, expect, it } from '@jest/globals';
import { findPhone } from './find-phone.js';

describe('a typed phone number', () => {
  it('is read as it would be dialled', () => {
    for (const text of ['91 23 45 67', '912 34 567', '+47 912 34 567', '0047 91234567'])
      expect(findPhone(text)?.number).toBe('+4791234567');
    expect(findPhone('+46 70 123 45 67')?.number).toBe('+46701234567');
  });

  it('is never four and four: that is how a one-time code is shown', () => {
    expect(findPhone('9123 4567')).toBeNull();
  });

  it('is null for numbers no Norwegian phone begins with', () => {
    expect(findPhone('01 23 45 67')).toBeNull();
  });
});
