import { describe, expect, it } from '@jest/globals';
import type { Ground } from '../api/case.js';
import { settleFault } from './settle-fault.js';

const ground = (letter: Ground['letter']): Ground => ({
  id: 'refused',
  title: { nb: '', nn: '', en: '' },
  article: '12(4)',
  letter,
  needsRemedies: true,
});

describe('settling', () => {
  it('needs a ground', () => {
    expect(settleFault(undefined, 'Hei', 'mail')).toBe('no-ground');
  });

  it('needs a letter where the ground asks for one [L4]', () => {
    expect(settleFault(ground('required'), ' ', 'mail')).toBe('no-letter');
    expect(settleFault(ground('required'), 'Hei', 'mail')).toBeNull();
  });

  it('needs none where it may be left out, or nobody can be reached', () => {
    expect(settleFault(ground('optional'), '', 'mail')).toBeNull();
    expect(settleFault(ground('required'), '', null)).toBeNull();
  });
});
