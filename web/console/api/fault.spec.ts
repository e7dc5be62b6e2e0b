import { describe, expect, it } from '@jest/globals';
import { Failed, faultFrom, faultOf } from './fault.js';

const error = (part: object): { readonly error: object } => ({ error: { code: 'SKR_X', message: '', ...part } });

describe('why a call did not do what was asked', () => {
  it.each([
    [401, 'signed-out'],
    [404, 'gone'],
    [412, 'stale'],
    [400, 'unfit'],
    [413, 'unfit'],
    [429, 'too-often'],
    [503, 'unreachable'],
    [500, 'broken'],
  ])('%d is %s', (status, kind) => {
    expect(faultOf(status, error({})).kind).toBe(kind);
  });

  it('is the rule that stands in the way, whatever the status', () => {
    expect(faultOf(409, error({ refusal: 'taken' }))).toEqual({ kind: 'refused', refusal: 'taken' });
    expect(faultOf(409, error({ refusal: 'same-person' }))).toEqual({ kind: 'refused', refusal: 'same-person' });
  });

  it('is an old page where the case or its conversation has moved on', () => {
    expect(faultOf(412, error({ refusal: 'moved-on' }))).toEqual({ kind: 'stale' });
    expect(faultOf(409, error({ refusal: 'stale' }))).toEqual({ kind: 'stale' });
  });

  it('is what was found in a letter, with its places', () => {
    const findings = [{ kind: 'amount', text: '1 kr', start: 0, end: 4, mayPass: false }];
    expect(faultOf(422, error({ findings }))).toEqual({ kind: 'lint', findings });
  });

  it('keeps the reference of what broke', () => {
    expect(faultOf(500, error({ reference: 'r1' }))).toEqual({ kind: 'broken', reference: 'r1' });
    expect(faultOf(500, undefined)).toEqual({ kind: 'broken', reference: undefined });
    expect(faultOf(500, { error: 'text' })).toEqual({ kind: 'broken', reference: undefined });
  });

  it('is no contact where the call never arrived', () => {
    expect(faultFrom(new TypeError('Failed to fetch'))).toEqual({ kind: 'unreachable' });
    expect(faultFrom(new Failed({ kind: 'gone' }))).toEqual({ kind: 'gone' });
  });
});
