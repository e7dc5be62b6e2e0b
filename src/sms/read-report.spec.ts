import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reportMac, signatureOf, unknownNumberOf, type SignedReport } from './read-report.js';
import { loadSmsProvider } from './sms-provider.service.js';

const { reports: rules } = loadSmsProvider('config');
const key = Buffer.alloc(32, 7);
const now = new Date('2026-11-24T12:00:00Z');
const seconds = (from: Date): string => String(Math.floor(from.getTime() / 1000));
const uuid = '3f0a1b2c-4d5e-4f60-8a7b-9c0d1e2f3a4b';

const signed = (text: string, at = now, by = key): SignedReport => {
  const report = { timestamp: seconds(at), body: Buffer.from(text) };
  return { ...report, signature: reportMac(report, by).toString('hex') };
};
const isTaken = (report: SignedReport): boolean => signatureOf(report, key, rules, now) !== null;

describe('a delivery report', () => {
  it('is taken when its signature is over its time and its bytes', () => {
    expect(isTaken(signed('{"status":"unknown-number"}'))).toBe(true);
    expect(isTaken(signed(''))).toBe(true);
  });

  it.each([
    [-301, false],
    [-300, true],
    [300, true],
    [301, false],
  ])('is taken %s seconds from now: %s', (away, taken) => {
    expect(isTaken(signed('{}', new Date(now.getTime() + away * 1000)))).toBe(taken);
  });

  it('is refused with another key, no signature, an upper-cased one, or the time of another report', () => {
    const report = signed('{}');
    expect(isTaken(signed('{}', now, Buffer.alloc(32, 8)))).toBe(false);
    for (const signature of ['', '0'.repeat(64), report.signature.slice(2), report.signature.toUpperCase()])
      expect([signature, isTaken({ ...report, signature })]).toEqual([signature, false]);
    expect(isTaken({ ...report, timestamp: seconds(new Date(now.getTime() - 1000)) })).toBe(false);
    expect(isTaken({ ...report, timestamp: '' })).toBe(false);
  });

  it('is refused after any change of a byte, and for any forged signature', () => {
    const report = signed(`{"reference":"${uuid}","status":"unknown-number"}`);
    fc.assert(
      fc.property(fc.nat(report.body.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const body = Buffer.from(report.body);
        body[at] = (body[at] ?? 0) ^ flip;
        return !isTaken({ ...report, body });
      }),
    );
    fc.assert(fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), (signature) => !isTaken({ ...report, signature })));
  });
});

describe('what a report says', () => {
  it.each([
    ['the number does not exist', `{"reference":"${uuid}","status":"unknown-number"}`, uuid],
    ['the same as a form', `reference=${uuid}&status=unknown-number`, uuid],
    ['it was delivered', `{"reference":"${uuid}","status":"delivered"}`, null],
    ['the phone is off', `{"reference":"${uuid}","status":"expired"}`, null],
    ['a reference that is none of ours', '{"reference":"1; DROP TABLE party","status":"unknown-number"}', null],
    ['no reference', '{"status":"unknown-number"}', null],
    ['a list', '[1,2]', null],
    ['nothing', '', null],
    ['half a report', '{"reference":', null],
  ])('%s', (_what, body, expected) => {
    expect(unknownNumberOf(body, rules)).toBe(expected);
  });

  it('is found one level down where the provider puts it there', () => {
    const deep = { ...rules, reference: 'message.client-ref', status: 'message.result' };
    const body = JSON.stringify({ message: { 'client-ref': uuid, result: 'unknown-number' } });
    expect(unknownNumberOf(body, deep)).toBe(uuid);
    expect(unknownNumberOf('{"__proto__":{"reference":1}}', rules)).toBeNull();
  });

  it('never throws, whatever was signed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (body) => unknownNumberOf(body, rules) === null));
  });
});
