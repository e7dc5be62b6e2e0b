import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { parseDay } from './day.js';
import { readNationalId } from './national-id.js';

const today = parseDay('2026-11-24');
const read = (text: string, asOf = today) => readNationalId(text, asOf);

describe('a national identity number', () => {
  it.each([
    '01818512321',
    '15869223120',
    '29829633386',
    '24927140213',
    '07910374596',
    '31886611989',
    '12830165574',
    '09895829959',
  ])('accepts the synthetic %s', (digits) => {
    expect(read(digits)).toMatchObject({ kind: 'national-id', synthetic: true });
  });

  it.each(['41818512315', '55869223114', '69829633450'])('accepts the synthetic D-number %s', (digits) => {
    expect(read(digits)).toMatchObject({ kind: 'd-number', synthetic: true });
  });

  it('tells the birth date where the number does', () => {
    expect(read('018185 12321')?.birthDate).toBe('1985-01-01');
    expect(read('41818512315')?.birthDate).toBe('1985-01-01');
    expect(read('12830165574')?.birthDate).toBe('2001-03-12');
  });

  it.each(['01818512348', '15869223147', '29829633483'])(
    'accepts %s of the rule of 2032, whose digits do not tell the birth date',
    (digits) => {
      expect(read(digits)).toMatchObject({ synthetic: true, birthDate: null });
    },
  );

  it('accepts real numbers of the new rule from 1 January 2032 only', () => {
    const newRule = '01010050061';
    expect(read(newRule)).toBeNull();
    expect(read(newRule, parseDay('2031-12-31'))).toBeNull();
    expect(read(newRule, parseDay('2032-01-01'))).toMatchObject({ kind: 'national-id', synthetic: false });
  });

  it.each([
    '',
    '0181851232',
    '018185123210',
    '01818512322',
    '00000000000',
    '32818512321',
    'abcdefghijk',
    '０１８１８５１２３２１',
  ])('refuses "%s"', (text) => {
    expect(read(text)).toBeNull();
  });

  it('S14: never prints', () => {
    const id = read('01818512321');
    const printed = [
      String(id),
      JSON.stringify({ id }),
      inspect(id, { showHidden: true, depth: 9 }),
      inspect({ id }),
      Object.values(id ?? {}).join(),
    ].join();
    expect(printed).not.toContain('01818512321');
    expect(printed).toContain('[national id]');
    expect(id?.reveal()).toBe('01818512321');
  });
});
