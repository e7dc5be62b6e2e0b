import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import type { ChatLine } from '../modules/conversation/chat-line.js';
import { loadPolicy } from '../modules/policy/load-policy.service.js';
import { simpleEnd, simplePage } from './simple-page.js';

const { phrases } = loadPolicy({ configDirectory: 'config', publicUrl: 'http://127.0.0.1', demo: true });

const said = (text: string, seq = 1): ChatLine => ({
  author: 'person',
  seq,
  publicId: `p${String(seq)}`,
  at: new Date('2026-11-25T10:00:00Z'),
  text,
  clientId: null,
});

const page = (lines: readonly ChatLine[], language: 'nb' | 'nn' | 'en' = 'nb'): string =>
  simplePage({ language, collector: 'Fjordvakt', lines, sendId: 'next' }, phrases);

describe('the page without JavaScript', () => {
  it('shows what was said as text, whatever it holds [C11, C12]', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const html = page([said(`<img src=x onerror=alert(1)>"'${text}<script>`)]);
        return !html.includes('<img') && !html.includes('<script') && html.includes('&lt;script&gt;');
      }),
    );
  });

  it('has no script at all, and posts to this site only', () => {
    const html = page([said('hei')]);
    expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
    expect([...html.matchAll(/action="([^"]*)"/g)].map(([, action]) => action)).toEqual(Array(3).fill('/simple'));
  });

  it.each(['nb', 'nn', 'en'] as const)('speaks %s and says that it is a machine', (language) => {
    const html = page([], language);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toMatch(/maskin|machine/);
  });

  it('gives the next message an id, so that a form sent twice counts once [C04]', () => {
    expect(page([])).toContain('<input type="hidden" name="id" value="next">');
  });

  it('keeps nothing of the conversation on the screen after its end [C22]', () => {
    expect(simpleEnd({ language: 'nb', collector: 'Fjordvakt' }, phrases)).not.toMatch(/<li>|<li /);
  });
});
