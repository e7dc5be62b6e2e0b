import { describe, expect, it } from '@jest/globals';
import { initials } from './initials.js';

describe('initials', () => {
  it('are those of the first and the last name', () => {
    expect(initials('Amund Furuset Dale')).toBe('AD');
    expect(initials(' øystein  åsen ')).toBe('ØÅ');
    expect(initials('Idun')).toBe('I');
    expect(initials('')).toBe('');
  });
});
