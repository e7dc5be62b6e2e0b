import { describe, expect, it } from '@jest/globals';
import { asReceived } from './as-received.js';

const received = (raw: string): string => asReceived('X-Seen: 1\r\n', Buffer.from(raw, 'utf8')).toString('utf8');

describe('a mail in the mailbox [RFC 5321 § 4.1.1.4]', () => {
  it('has the header of the receiving server above it', () => {
    expect(received('Subject: hei\r\n\r\nHei\r\n')).toBe('X-Seen: 1\r\nSubject: hei\r\n\r\nHei\r\n');
  });

  it.each(['Subject: hei\r\n\r\nHei', 'Subject: hei\r\n\r\nBlåbær, ', 'Subject: hei\r\n\r\nHei\n', ''])(
    'ends with the end of a line, however it was handed over: %j',
    (raw) => {
      expect(received(raw)).toBe(raw === '' ? 'X-Seen: 1\r\n' : `X-Seen: 1\r\n${raw}\r\n`);
    },
  );
});
