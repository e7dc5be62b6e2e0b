import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOwnOrigin } from './own-origin.js';

describe('an origin', () => {
  it('is ours when it is the address of the page, to the letter [C10]', () => {
    expect(isOwnOrigin('https://post.collector.example', 'https://post.collector.example')).toBe(true);
    expect(isOwnOrigin('https://post.collector.example:8443', 'https://post.collector.example:8443/')).toBe(true);
  });

  it.each([
    'null',
    '',
    'http://post.collector.example',
    'https://post.collector.example:444',
    'https://post.collector.example.evil.example',
    'https://evilpost.collector.example',
    'https://collector.example',
    'https://post.collector.example@evil.example',
    'https://POST.collector.example',
    'https://post.collector.example/',
    'https://localhost',
    'http://127.0.0.1',
    'file://',
    'chrome-extension://post.collector.example',
  ])('is foreign: %s [C08, C09, C10]', (origin) => {
    expect(isOwnOrigin(origin, 'https://post.collector.example')).toBe(false);
  });

  it('may name the loopback as it likes, on the same port only', () => {
    const page = 'http://127.0.0.1:3000';
    for (const own of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
      expect(isOwnOrigin(own, page)).toBe(true);
    for (const foreign of [
      'http://localhost:3001',
      'https://localhost:3000',
      'http://localhost',
      'http://10.0.0.1:3000',
    ])
      expect(isOwnOrigin(foreign, page)).toBe(false);
  });

  it('is never ours by accident [C10]', () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        fc.pre(new URL(url).origin !== 'https://post.collector.example');
        expect(isOwnOrigin(new URL(url).origin, 'https://post.collector.example')).toBe(false);
      }),
    );
  });
});
