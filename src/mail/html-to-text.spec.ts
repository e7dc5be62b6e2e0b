import { describe, expect, it } from '@jest/globals';
import { htmlToText } from './html-to-text.js';
import { newWords } from './new-words.js';

describe('the text of a simple HTML mail', () => {
  it('keeps words, lines and paragraphs, and nothing of scripts, styles and titles', () => {
    const html = `<html><head><title>Faktura</title><style>p{color:red}</style></head><body><script>alert(1)</script>
      <p>Hei &amp; hå,</p><p>jeg skylder<br>ingenting &lt;3&nbsp;kr&gt;.</p><ul><li>en</li><li>to</li></ul><pre>a
  b</pre></body></html>`;
    expect(htmlToText(html).replaceAll('\u00a0', ' ')).toBe(
      'Hei & hå,\n\njeg skylder\ningenting <3 kr>.\n\n- en\n- to\n\na\n  b',
    );
  });

  it('writes each div of Outlook and Gmail on a line of its own', () => {
    expect(htmlToText('<div>Hei</div><div><br></div><div>Ola <b>Nord</b>mann</div>')).toBe('Hei\n\nOla Nordmann');
  });

  it('puts > before what a program marked as quoted, and not before what it only indented', () => {
    expect(htmlToText('<div>Ja</div><blockquote type="cite"><div>Nei?</div></blockquote>')).toContain('> Nei?');
    expect(htmlToText('<blockquote style="margin:0 0 0 40px;border:none">mine ord</blockquote>')).toBe('mine ord');
  });

  it.each([
    [
      'Gmail',
      `<div dir="ltr">Jeg har betalt.<div>Ola</div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Den man. 3. mars 2026 kl. 10:15 skrev Fjordvakt &lt;<a href="mailto:p@f.example">p@f.example</a>&gt;:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><p>Hei</p></blockquote></div>`,
    ],
    [
      'Outlook',
      `<div class="WordSection1"><p class="MsoNormal">Jeg har betalt.<o:p></o:p></p><p class="MsoNormal" style="margin:0">Ola</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Fra:</b> Fjordvakt &lt;p@f.example&gt; <br><b>Sendt:</b> tirsdag 3. mars 2026 10:15<br><b>Til:</b> Ola<br><b>Emne:</b> SV: Faktura</p></div></div><p>Hei</p></div>`,
    ],
    [
      'Outlook on the web',
      `<div>Jeg har betalt.</div><div>Ola</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>Fra:</b> Fjordvakt &lt;p@f.example&gt;<br><b>Sendt:</b> tirsdag 3. mars 2026 10:15<br><b>Til:</b> Ola<br><b>Emne:</b> SV: Faktura</font><div>&nbsp;</div></div><p>Hei</p>`,
    ],
    [
      'Apple Mail',
      `<html><body><div>Jeg har betalt.</div><div>Ola</div><div dir="ltr">Sendt fra min iPhone</div><div dir="ltr"><br><blockquote type="cite">3. mars 2026 kl. 10:15 skrev Fjordvakt &lt;p@f.example&gt;:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">Hei</div></blockquote></body></html>`,
    ],
    [
      'Thunderbird',
      `<p>Jeg har betalt.</p><p>Ola</p><div class="moz-cite-prefix">Den 03.03.2026 10:15, skrev Fjordvakt:<br></div><blockquote type="cite" cite="mid:x@y"><p>Hei</p></blockquote>`,
    ],
    [
      'Yahoo',
      `<div>Jeg har betalt.</div><div>Ola</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>tirsdag 3. mars 2026 kl. 10:15:22 CET skrev Fjordvakt &lt;p@f.example&gt; følgende:</div><div>Hei</div></div>`,
    ],
    [
      'GMX',
      `<div>Jeg har betalt.</div><div>Ola<div name="quote" style="margin:10px 5px"><div><b>Gesendet:</b> 3. mars</div><div name="quoted-content">Hei</div></div></div>`,
    ],
  ])('leaves the own words of %s alone', (_, html) => {
    expect(newWords(htmlToText(html)).replace(/\n+/g, '\n')).toBe('Jeg har betalt.\nOla');
  });

  it.each([
    ['nested blocks', '<div>'.repeat(20_000)],
    ['nested tables', '<table><tr><td>'.repeat(6_500)],
    ['links', '<a href="https://x.example">x</a>'.repeat(3_000)],
    ['open angles', '<'.repeat(100_000)],
    ['entities', '&lt;'.repeat(25_000)],
    ['blockquotes', '<blockquote type="cite">a'.repeat(4_000)],
  ])('takes little time for 100 kB of %s [E18]', (_, html) => {
    const started = performance.now();
    htmlToText(html.slice(0, 100_000));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
