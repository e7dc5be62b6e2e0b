import { describe, expect, it } from '@jest/globals';
import { rawMail, type Fields } from '../../test/world/mails.js';
import { contentHash, messageIdOf } from './content-hash.js';

const key = Buffer.alloc(32, 3);
const hashOf = (fields: Fields = {}, body?: string): string => contentHash(rawMail(fields, body), key).toString('hex');

describe('a mail is known again by what its sender wrote [E44]', () => {
  it.each([
    ['another way here', { Received: ['from a by b', 'from c by d'], 'Delivered-To': 'post@fjordvakt.example' }],
    ['another verdict', { 'Authentication-Results': 'mx; dmarc=pass', 'DKIM-Signature': 'v=1' }],
    ['another return path', { 'Return-Path': '<x@y.no>', 'X-Spam-Score': '1' }],
  ])('so %s makes no other mail of it', (_, fields) => {
    expect(hashOf(fields)).toBe(hashOf());
  });

  it.each([
    ['another word', {}, 'Hva er kravet på i dag?'],
    ['another subject', { Subject: 'Hallo' }, undefined],
    ['another sender', { From: 'kari@x.no' }, undefined],
    ['another date', { Date: 'Wed, 4 Mar 2026 10:15:22 +0100' }, undefined],
    ['another charset', { 'Content-Type': 'text/plain; charset=utf-8' }, undefined],
    ['another reply address', { 'Reply-To': 'kari@x.no' }, undefined],
  ] as const)('and %s makes another, under the same Message-ID', (_, fields, body) => {
    expect(hashOf(fields, body)).not.toBe(hashOf());
  });

  it('and without the key nobody can tell from the hash what it said', () => {
    expect(contentHash(rawMail(), Buffer.alloc(32, 4)).toString('hex')).not.toBe(hashOf());
  });

  it('and a field’s text cannot be moved into the next one', () => {
    expect(hashOf({ Subject: 'a', 'In-Reply-To': 'b' })).not.toBe(hashOf({ Subject: 'ab', 'In-Reply-To': '' }));
  });
});

describe('the name of a mail', () => {
  it('is its Message-ID, null where there is none or it is unreadable', () => {
    expect(messageIdOf(rawMail())).toBe('<1@brevdue.example>');
    expect(messageIdOf(rawMail({ 'Message-ID': 'abc <a@b> (x)' }))).toBe('<a@b>');
    expect(messageIdOf(rawMail({ 'Message-ID': null }))).toBeNull();
    expect(messageIdOf(rawMail({ 'Message-ID': `<${'a'.repeat(5_000)}>` }))).toBeNull();
  });
});
