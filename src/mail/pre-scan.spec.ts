import { describe, expect, it } from '@jest/globals';
import { rawMail } from '../../test/world/mails.js';
import { caps, preScan } from './pre-scan.js';

const multipart = (parts: number, boundary = 'x'): Buffer =>
  rawMail({ 'Content-Type': `multipart/mixed; boundary="${boundary}"` }, `--${boundary}\r\n\r\n`.repeat(parts));
const addresses = (count: number): string => Array.from({ length: count }, (_, at) => `a${String(at)}@x.no`).join(', ');

describe('what a mail would cost is known before a parser sees it [E17]', () => {
  it.each([
    ['a person’s mail', rawMail(), null],
    ['100 parts', multipart(caps.parts - 1), null],
    ['101 parts', multipart(caps.parts + 1), 'many-parts'],
    ['101 parts behind an unquoted boundary', Buffer.from(multipart(101).toString().replaceAll('"', '')), 'many-parts'],
    [
      'a hundred boundaries and more',
      rawMail({}, Array.from({ length: 101 }, (_, at) => `x; boundary=b${String(at)}\r\n`).join('')),
      'many-parts',
    ],
    ['9 MB of an attachment', rawMail({}, `${'a'.repeat(76)}\r\n`.repeat(120_000)), null],
    ['more lines than any attachment has', rawMail({}, `${'a'.repeat(40)}\n`.repeat(caps.lines)), 'many-lines'],
    ['25 000 lines of words', rawMail({}, 'hei\n'.repeat(caps.shortLines - 10)), null],
    ['more words than anybody writes', rawMail({}, `${'hei '.repeat(20)}\n`.repeat(caps.shortLines)), 'many-lines'],
    ['lines that look like boundaries nobody declared', rawMail({}, '--x\r\n'.repeat(1_000)), null],
    ['100 recipients', rawMail({ To: 'post@fjordvakt.example', Cc: addresses(99) }), null],
    ['101 recipients', rawMail({ To: 'post@fjordvakt.example', Cc: addresses(100) }), 'many-recipients'],
    ['recipients without an @', rawMail({ To: 'a,'.repeat(200) }), 'many-recipients'],
    ['a header of 101 KiB', rawMail({ 'X-Long': 'a'.repeat(caps.headerBytes) }), 'long-header'],
    ['a header that never ends', Buffer.alloc(caps.headerBytes + 10, 'a: b\n'), 'long-header'],
    ['10 MiB and a byte', rawMail({}, 'a'.repeat(caps.messageBytes)), 'too-large'],
    ['no bytes at all', Buffer.alloc(0), null],
  ] as const)('%s', (_, raw, fault) => {
    expect(preScan(raw)).toBe(fault);
  });

  it('and finding it out takes little time for the worst of 10 MiB [E17, E18]', () => {
    const worst = [
      Buffer.alloc(caps.messageBytes, '\n'),
      Buffer.alloc(caps.messageBytes, '--x\n'),
      Buffer.alloc(caps.messageBytes, 'boundary=\n'),
      Buffer.alloc(caps.messageBytes, ' boundary = "'),
      Buffer.alloc(caps.messageBytes, `${'boundary '.repeat(100)}\n`),
    ];
    for (const body of worst) {
      const started = performance.now();
      preScan(body.subarray(0, caps.messageBytes));
      preScan(Buffer.concat([Buffer.from('A: b\n\n'), body]).subarray(0, caps.messageBytes));
      expect(performance.now() - started).toBeLessThan(3_000);
    }
  });
});
