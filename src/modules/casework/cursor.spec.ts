import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCursor, writeCursor } from './cursor.js';

describe('a cursor', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
        fc.uuid({ version: 7 }),
        (deadlineAt, id) => {
          expect(readCursor(writeCursor({ deadlineAt, id }))).toEqual({ deadlineAt, id });
        },
      ),
    );
  });

  it('is nothing else', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(readCursor(text)).toBeNull()));
    expect(readCursor(Buffer.from('yesterday|x').toString('base64url'))).toBeNull();
  });
});
