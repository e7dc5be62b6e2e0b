import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstOf, hasField, readRawHeaders, valuesOf } from './raw-headers.js';

const read = (text: string, limit?: number) => readRawHeaders(Buffer.from(text, 'latin1'), limit);

describe('the header block as it stands in the bytes [E06]', () => {
  it('gives every field in its order, unfolded, its name in lower case', () => {
    const { fields, bytes } = read(
      'From: a@x.no\r\nSUBJECT: en\r\n to\r\n\ttre\r\nfrom: b@x.no\r\n\r\nSubject: fire\r\n',
    );
    expect(fields).toEqual([
      { name: 'from', value: 'a@x.no', plain: true },
      { name: 'subject', value: 'en to tre', plain: true },
      { name: 'from', value: 'b@x.no', plain: true },
    ]);
    expect(bytes).toBe('From: a@x.no\r\nSUBJECT: en\r\n to\r\n\ttre\r\nfrom: b@x.no\r\n\r\n'.length);
  });

  it('ends at the first empty line, however its lines end', () => {
    expect(read('A: 1\n\nB: 2\n').fields).toHaveLength(1);
    expect(read('A: 1\n\r\nB: 2\n').fields).toHaveLength(1);
    expect(read('A: 1\r\n\nB: 2\n').fields).toHaveLength(1);
  });

  it('marks a name that does not stand directly before its colon', () => {
    expect(read('From : a@x.no\n\n').fields).toEqual([{ name: 'from', value: 'a@x.no', plain: false }]);
  });

  it('sees a second field behind a lone carriage return, where some parsers do', () => {
    expect(valuesOf(read('From: a@x.no\rFrom: b@x.no\n\n').fields, 'from')).toEqual(['a@x.no', 'b@x.no']);
  });

  it('leaves out the mbox line and lines that are no fields', () => {
    expect(read('From ola Tue Mar 3\nFrom: a@x.no\nnothing\n: none\n\n').fields.map(({ name }) => name)).toEqual([
      'from',
    ]);
  });

  it('reads UTF-8 where that holds, else Latin-1', () => {
    expect(firstOf(readRawHeaders(Buffer.from('Subject: få\n\n', 'utf8')).fields, 'subject')).toBe('få');
    expect(firstOf(readRawHeaders(Buffer.from('Subject: få\n\n', 'latin1')).fields, 'subject')).toBe('få');
  });

  it('looks no further than the limit', () => {
    const { fields, bytes } = read(`A: 1\n${'B: 2\n'.repeat(1_000)}`, 100);
    expect(bytes).toBe(100);
    expect(fields.length).toBeLessThan(25);
  });

  it('throws for no bytes whatever, and tells a length within them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const found = readRawHeaders(bytes);
        return found.bytes <= bytes.length && found.fields.every(({ name }) => name === name.toLowerCase());
      }),
    );
  });

  it('answers by name: the topmost value, all values, whether there is one', () => {
    const { fields } = read('X: En\nX: to\n\n');
    expect([firstOf(fields, 'x'), valuesOf(fields, 'x'), hasField(fields, 'y')]).toEqual(['en', ['En', 'to'], false]);
  });
});
