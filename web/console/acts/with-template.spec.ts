import { describe, expect, it } from '@jest/globals';
import { firstBlank, withTemplate } from './with-template.js';

describe('a template', () => {
  it('is the letter where nothing was written', () => {
    expect(withTemplate('  \n', 'Hei!')).toBe('Hei!');
  });

  it('comes below what was written and takes nothing away', () => {
    expect(withTemplate('Takk.\n', 'Hei!')).toBe('Takk.\n\nHei!');
  });

  it('is added once, however often it is chosen', () => {
    expect(withTemplate('Takk.\n\nHei!', 'Hei!\n')).toBe('Takk.\n\nHei!');
  });

  it('shows the first place that is still to be filled in', () => {
    const letter = 'Vi trenger:\n- […]\n- […]';
    expect(letter.slice(...(firstBlank(letter) ?? [0, 0]))).toBe('[…]');
    expect(firstBlank(letter)?.[0]).toBe(14);
    expect(firstBlank('Hei [navn]')).toBeNull();
  });
});
