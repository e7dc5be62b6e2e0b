import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAligned } from './authentication.js';
import type { RawHeader } from './raw-headers.js';

const ours = 'mx.fjordvakt.example';
const verdicts = (...values: readonly string[]): readonly RawHeader[] =>
  values.map((value) => ({ name: 'authentication-results', value, plain: true }));
const pass = `${ours}; dmarc=pass (p=reject) header.from=brevdue.example`;
const aligned = (...values: readonly string[]): boolean => isAligned(verdicts(...values), ours, 'brevdue.example');

describe('the From domain is vouched for', () => {
  it.each([
    ['as Postfix and OpenDMARC write it', pass],
    [
      'with everything a large provider adds',
      `${ours};\tspf=pass smtp.mailfrom=ola@brevdue.example; dkim=pass (2048-bit key) header.d=brevdue.example header.i=@brevdue.example; dmarc=pass (policy=none) header.from=brevdue.example`,
    ],
    ['with a version behind the server', `${ours} 1; dmarc=pass header.from=brevdue.example`],
    ['with spaces around its signs', `${ours} ; dmarc = pass header.from = brevdue.example`],
    ['quoted', `"${ours}"; dmarc=pass header.from="brevdue.example"`],
    ['in capitals', `MX.FJORDVAKT.EXAMPLE; DMARC=Pass header.from=Brevdue.Example`],
  ])('by our own server: %s', (_, value) => {
    expect(aligned(value)).toBe(true);
  });

  it('for a domain beyond ASCII in either spelling', () => {
    const by = (from: string): boolean =>
      isAligned(verdicts(`${ours}; dmarc=pass header.from=${from}`), ours, 'xn--bcher-kva.example');
    expect([by('bücher.example'), by('xn--bcher-kva.example')]).toEqual([true, true]);
  });
});

describe('nobody vouches', () => {
  it.each<[string, string[]]>([
    ['without a verdict [E05]', []],
    ['when DMARC failed [E01]', [`${ours}; dmarc=fail header.from=brevdue.example`]],
    ['when only SPF passed [E01]', [`${ours}; spf=pass smtp.mailfrom=brevdue.example`]],
    [
      'when DKIM passed for another domain [E02]',
      [`${ours}; dkim=pass header.d=evil.example; dmarc=fail header.from=brevdue.example`],
    ],
    ['when DMARC passed for another domain [E02]', [`${ours}; dmarc=pass header.from=evil.example`]],
    ['for a subdomain [E02]', [`${ours}; dmarc=pass header.from=mail.brevdue.example`]],
    ['when another server says so [E03]', ['mx.evil.example; dmarc=pass header.from=brevdue.example']],
    ['when a name only begins like ours [E03]', [`${ours}.evil.example; dmarc=pass header.from=brevdue.example`]],
    ['when the pass stands below our own fail [E03]', [`${ours}; dmarc=fail header.from=brevdue.example`, pass]],
    ['when passes stand five deep below our fail [E03]', [`${ours}; dmarc=none`, pass, pass, pass, pass, pass]],
    [
      'when the pass stands in a comment [E03]',
      [`${ours}; dmarc=fail (dmarc=pass header.from=brevdue.example) header.from=brevdue.example`],
    ],
    [
      'when the pass stands in quotes [E03]',
      [`${ours}; dmarc=fail reason="x; dmarc=pass header.from=brevdue.example"`],
    ],
    [
      'when there are two verdicts on DMARC [E03]',
      [`${ours}; dmarc=fail header.from=brevdue.example; dmarc=pass header.from=brevdue.example`],
    ],
    ['when the field tells no domain [E03]', [`${ours}; dmarc=pass`]],
    ['when an unclosed comment swallows it [E03]', [`${ours} (; dmarc=pass header.from=brevdue.example`]],
  ])('%s', (_, values) => {
    expect(aligned(...values)).toBe(false);
  });

  it('by an ARC chain, whoever sealed it [E04]', () => {
    const fields = [
      { name: 'arc-authentication-results', value: `i=1; ${pass}`, plain: true },
      { name: 'arc-seal', value: 'i=1; cv=none; d=evil.example', plain: true },
    ];
    expect(isAligned(fields, ours, 'brevdue.example')).toBe(false);
  });

  it('where no server is trusted, or the From has no domain', () => {
    expect(isAligned(verdicts(pass), null, 'brevdue.example')).toBe(false);
    expect(isAligned(verdicts(`; dmarc=pass header.from=brevdue.example`), '', 'brevdue.example')).toBe(false);
    expect(isAligned(verdicts(`${ours}; dmarc=pass header.from=`), ours, '')).toBe(false);
  });

  it('whatever a sender writes below our own verdict [E03]', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant(pass)), { maxLength: 6 }), (forged) => {
        return !aligned(`${ours}; dmarc=fail header.from=brevdue.example`, ...forged);
      }),
    );
  });
});
