import { describe, expect, it } from '@jest/globals';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { passwordFault } from './password-fault.js';

const rule = shippedPolicy.assurance.console.login;

describe('a password', () => {
  it.each([
    ['elleve tegn', 'short'],
    ['tolv tegn ja', null],
    ['aaaaaaaaaaab', null],
    ['æøåæøåæøåæøå', null],
    ['🐑'.repeat(12), null],
    ['x'.repeat(128), null],
    ['x'.repeat(129), 'long'],
    ['Password1234', 'common'],
    ['000000000000', 'common'],
  ])('%j is at fault: %s', (password, fault) => expect(passwordFault(password, rule)).toBe(fault));

  it('that is listed as too common is long enough to matter', () => {
    expect(rule.tooCommon.filter((one) => one.length < rule.passwordLeast)).toEqual([]);
  });
});
