import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainName } from './plain-name.js';

describe('a name given by a stranger [E26]', () => {
  it.each([
    ['an ending turned round', 'faktura\u202Efdp.exe', 'faktura[U+202E]fdp.exe'],
    ['an isolate', 'kvittering\u2067gpj.scr', 'kvittering[U+2067]gpj.scr'],
    ['a letter without width', 'kvit\u200Btering.pdf', 'kvit[U+200B]tering.pdf'],
    ['a soft hyphen', 'kvit\u00ADtering.pdf', 'kvit[U+00AD]tering.pdf'],
    ['a line break', 'a\r\nb.pdf', 'a[U+000D][U+000A]b.pdf'],
    ['a tag beyond the first plane', 'a\u{E0041}.pdf', 'a[U+E0041].pdf'],
  ])('shows %s', (_, name, shown) => expect(plainName(name)).toBe(shown));

  it.each(['Kvittering for strøm.pdf', 'Příjem č. 3.pdf', 'فاتورة.pdf', 'uuml: u\u0308.pdf', '📎.png'])(
    'leaves what can be seen alone: %s',
    (name) => expect(plainName(name)).toBe(name),
  );

  it('never holds a letter that cannot be seen', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => !/[\p{Cc}\p{Cf}]/u.test(plainName(name))));
  });
});
