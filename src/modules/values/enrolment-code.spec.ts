import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { enrolmentHash, formatEnrolmentCode, makeEnrolmentCode, readEnrolmentCode } from './enrolment-code.js';

describe('an enrolment code', () => {
  it('is read again as it was written, in whatever case and with whatever between', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (random) => {
        const code = makeEnrolmentCode(random);
        const typed = formatEnrolmentCode(code).toLowerCase().replaceAll(' ', ' - ');
        return readEnrolmentCode(typed) === code && formatEnrolmentCode(code).length === 23;
      }),
    );
  });

  it.each([['ABCDE FGHJK'], ['ABCDE FGHJK MNPQR STVWXY'], ['ABCDE FGHJK MNPQR STVW!'], [''], ['A'.repeat(500)]])(
    'is not %j',
    (text) => expect(readEnrolmentCode(text)).toBeNull(),
  );

  it('is kept as its hash', () => {
    const code = makeEnrolmentCode(new Uint8Array(20));
    expect(enrolmentHash(code).toString('utf8')).not.toContain(code);
    expect(enrolmentHash(code)).toHaveLength(32);
  });
});
