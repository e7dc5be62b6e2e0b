/** Mails made to break a reader: each with the one address that may be named as its sender, if any may. */
import { deflateRawSync, gzipSync } from 'node:zlib';

export type HostileMail = { readonly name: string; readonly raw: Buffer; readonly sender: string | null };

const ola = 'ola@brevdue.example';
const head = (more: readonly string[] = [], from: readonly string[] = [`From: ${ola}`]): string =>
  [...from, 'To: post@fjordvakt.example', 'Subject: Hei', 'Message-ID: <1@brevdue.example>', ...more].join('\r\n');
const mail = (name: string, more: readonly string[], body: string | Buffer, from?: readonly string[]): HostileMail => ({
  name,
  raw: Buffer.concat([Buffer.from(`${head(more, from)}\r\n\r\n`), Buffer.from(body)]),
  sender: from === undefined ? ola : null,
});
const multipart = (boundary = 'x'): readonly string[] => [`Content-Type: multipart/mixed; boundary="${boundary}"`];
const attached = (type: string, bytes: Buffer, encoding = 'base64'): string =>
  `--x\r\n\r\nse vedlegg\r\n--x\r\nContent-Type: ${type}; name="a"\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Disposition: attachment; filename="a"\r\n\r\n${bytes.toString('base64')}\r\n--x--\r\n`;
const nested = (levels: number, type = 'multipart/mixed'): string =>
  Array.from(
    { length: levels },
    (_, at) => `--b${String(at)}\r\nContent-Type: ${type}; boundary="b${String(at + 1)}"\r\n\r\n`,
  ).join('');
const megabyte = 1024 * 1024;

const structure = (): readonly HostileMail[] => [
  mail('5 000 nested multiparts', multipart('b0'), nested(5_000)),
  mail('2 000 nested alternatives', multipart('b0'), nested(2_000, 'multipart/alternative')),
  mail('99 nested multiparts', multipart('b0'), nested(99)),
  mail('200 000 empty parts', multipart(), '--x\r\n\r\n'.repeat(200_000)),
  mail('20 000 parts with headers', multipart(), '--x\r\nContent-Type: text/plain\r\n\r\na\r\n'.repeat(20_000)),
  mail('200 000 parts of a boundary in two pieces', ['Content-Type: multipart/mixed; boundary*0="ab"; boundary*1="cd"'], '--abcd\r\n\r\n'.repeat(200_000)),
  mail('200 000 parts of an encoded boundary', ["Content-Type: multipart/mixed; boundary*=utf-8''a%62"], '--ab\r\n\r\n'.repeat(200_000)),
  mail('200 000 parts of a folded boundary', ['Content-Type: multipart/mixed;\r\n boundary=\r\n "x"'], '--x\r\n\r\n'.repeat(200_000)),
  mail('200 000 parts of an empty boundary', ['Content-Type: multipart/mixed; boundary=""'], '--\r\n\r\n'.repeat(200_000)),
  mail('100 000 boundaries declared', multipart(), '--x\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n'.repeat(100_000)),
  mail('mail in mail, 500 deep', ['Content-Type: message/rfc822'], 'From: kari@x.no\r\nContent-Type: message/rfc822\r\n\r\n'.repeat(500)),
  mail('a mail in a mail with another sender', multipart(), '--x\r\n\r\nhei\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: kari@x.no\r\nSubject: nei\r\n\r\nfremmed\r\n--x--\r\n'),
  mail('a part that begins with a header of its own', multipart(), '--x\r\nFrom: kari@x.no\r\nSubject: nei\r\n\r\nhei\r\n--x--\r\n'),
]; // prettier-ignore

const headers = (): readonly HostileMail[] => [
  mail('one header line of 10 MB', [`X-Long: ${'a'.repeat(10 * megabyte)}`], 'hei'),
  mail('one folded header of 9 MB', [`X-Long: ${'a\r\n '.repeat(2 * megabyte)}`], 'hei'),
  mail('200 000 header lines', Array<string>(200_000).fill('X-A: b'), 'hei'),
  { name: 'a header that never ends', raw: Buffer.from(`${head()}\r\n${'A: b\r\n'.repeat(300_000)}`), sender: ola },
  mail('100 000 in Cc', [`Cc: ${Array.from({ length: 100_000 }, (_, at) => `a${String(at)}@x.no`).join(', ')}`], 'hei'),
  mail('20 000 in To, in a group', [`To: alle: ${'a@x.no, '.repeat(20_000)};`], 'hei'),
  mail('3 000 open brackets in Cc', [`Cc: ${'<'.repeat(3_000)}`], 'hei'),
  mail('30 000 open comments in Cc', [`Cc: ${'('.repeat(30_000)}`], 'hei'),
  mail('90 kB of encoded words in the subject', [`X: y\r\nSubject: ${'=?utf-8?q?a?= '.repeat(6_000)}`], 'hei'),
  mail('90 kB of open encoded words', [`X-A: ${'=?utf-8?q?'.repeat(9_000)}`], 'hei'),
  mail('an encoded word that is cut', ['X-A: =?utf-8?b?w6U'], 'hei'),
  mail('90 kB of References', [`References: ${'<a@b> '.repeat(15_000)}`], 'hei'),
  mail('90 kB of open angles in References', [`References: ${'<'.repeat(90_000)}`], 'hei'),
  mail('a content type of 90 kB', [`Content-Type: text/plain; ${'a=b; '.repeat(18_000)}`], 'hei'),
  mail('a content type of pieces', [`Content-Type: text/plain; ${Array.from({ length: 5_000 }, (_, at) => `name*${String(at)}=a`).join('; ')}`], 'hei'),
  mail('a hundred Authentication-Results', Array<string>(100).fill('Authentication-Results: mx.fjordvakt.example; dmarc=pass header.from=brevdue.example'), 'hei'),
  mail('500 Received', Array<string>(500).fill('Received: from a by b'), 'hei'),
  { name: 'no line ends at all', raw: Buffer.from(`From: ${ola} Subject: hei`), sender: null },
]; // prettier-ignore

const senders = (): readonly HostileMail[] =>
  (
    [
      ['two From', [`From: ${ola}`, 'From: kari@x.no']],
      ['two From, far apart', [`From: ${ola}`, ...Array<string>(50).fill('X-A: b'), 'from: kari@x.no']],
      ['a From behind a lone CR', [`From: ${ola}\rFrom: kari@x.no`]],
      ['a From behind a no-break space', [`From: ${ola}`, '\u00a0From: kari@x.no']],
      ['a From behind a byte order mark', [`From: ${ola}`, '\ufeffFrom: kari@x.no']],
      ['a From set apart', ['From : kari@x.no']],
      ['no From', []],
      ['an empty From', ['From:']],
      ['a group', [`From: Alle: ${ola}, kari@x.no;`]],
      ['two in one From', [`From: ${ola}, kari@x.no`]],
      ['two in angles', [`From: <${ola}> <kari@x.no>`]],
      ['an address for a name', [`From: kari@x.no <${ola}>`]],
      ['a comment that is not closed', [`From: ${ola} (kari@x.no`]],
      ['a quote that is not closed', [`From: "kari@x.no <${ola}>`]],
      ['a quoted local part', ['From: "kari@x.no"@brevdue.example']],
      ['a NUL in the address', [`From: ola\0@brevdue.example`]],
      ['an encoded address', ['From: =?utf-8?q?=3Ckari=40x=2Eno=3E?=']],
      ['a route', [`From: <@kari.example:${ola}>`]],
      ['a percent route', ['From: kari%x.no@']],
      ['another Sender', [`From: ${ola}`, 'Sender: kari@x.no']],
      ['a resent mail that says nothing of its sender', ['Resent-From: kari@x.no']],
      ['a From only in the body', ['X-A: b\r\n\r\nFrom: kari@x.no']],
    ] as const
  ).map(([name, from]) => mail(name, [], 'hei', from)); // prettier-ignore

const bodies = (): readonly HostileMail[] => [
  mail('20 MB of quoted-printable', ['Content-Transfer-Encoding: quoted-printable'], Buffer.alloc(20 * megabyte, '=C3=A5=\r\n')),
  mail('9 MB of quoted-printable', ['Content-Transfer-Encoding: quoted-printable'], Buffer.alloc(9 * megabyte, '=C3=A5=\r\n')),
  mail('9 MB of soft line breaks', ['Content-Transfer-Encoding: quoted-printable'], Buffer.alloc(9 * megabyte, '=\r\n')),
  mail('9 MB of base64', ['Content-Transfer-Encoding: base64'], Buffer.alloc(9 * megabyte, 'w6Ugw6Ug\r\n')),
  mail('9 MB of nothing but line ends', [], Buffer.alloc(9 * megabyte, '\n')),
  mail('9 MB of one line', [], Buffer.alloc(9 * megabyte, 'a')),
  mail('9 MB of hyphens', [], Buffer.alloc(9 * megabyte, '-')),
  mail('9 MB of lines that look like boundaries', multipart(), Buffer.alloc(9 * megabyte, '--y\n')),
  mail('9 MB of >', [], Buffer.alloc(9 * megabyte, '> ')),
  mail('9 MB of attributions', [], Buffer.alloc(9 * megabyte, 'Den 3. mars 2026 kl. 10:15 skrev Kari:\n')),
  mail('190 000 attributions', [], 'Den 3. mars 2026 kl. 10:15 skrev Kari:\n'.repeat(190_000)),
  mail('190 000 quoted-printable lines', ['Content-Transfer-Encoding: quoted-printable'], '=C3=A5=C3=A5=C3=A5=C3=A5\r\n'.repeat(190_000)),
  mail('190 000 lines of a calendar', ['Content-Type: text/calendar'], 'BEGIN:VEVENT\n'.repeat(190_000)),
  mail('190 000 lines of Latin-1', [], Buffer.from('p\u00e5 g\u00e5\n'.repeat(190_000), 'latin1')),
  mail('9 MB of Latin-1 in one line', [], Buffer.from('p\u00e5 g\u00e5 '.repeat(1_500_000), 'latin1')),
  mail('190 000 empty parts of an empty boundary', ['Content-Type: multipart/mixed; boundary=""'], '--\r\n\r\n'.repeat(95_000)),
  mail('9 MB of header blocks', [], Buffer.alloc(9 * megabyte, 'Fra: a\nSendt: b\nTil: c\n')),
  mail('9 MB of format=flowed', ['Content-Type: text/plain; format=flowed; delsp=yes'], Buffer.alloc(9 * megabyte, 'a \n')),
  mail('200 000 links', [], 'https://x.no/a '.repeat(200_000)),
  mail('200 000 nested div', ['Content-Type: text/html'], '<div>'.repeat(200_000)),
  mail('99 kB of nested div', ['Content-Type: text/html'], '<div>'.repeat(19_800)),
  mail('99 kB of nested tables', ['Content-Type: text/html'], '<table><tr><td>'.repeat(6_600)),
  mail('99 kB of open angles', ['Content-Type: text/html'], '<'.repeat(99_000)),
  mail('99 kB of open comments', ['Content-Type: text/html'], '<!--'.repeat(24_000)),
  mail('99 kB of entities', ['Content-Type: text/html'], '&#x41;'.repeat(16_000)),
  mail('99 kB of attributes', ['Content-Type: text/html'], `<p ${'a=b '.repeat(24_000)}>`),
  mail('99 kB of cited quotes', ['Content-Type: text/html'], '<blockquote type="cite">'.repeat(4_100)),
  mail('5 MB of style', ['Content-Type: text/html'], `<style>${'a{b:c}'.repeat(800_000)}</style>hei`),
  mail('NUL', [], 'h\0e\0i'),
  mail('every byte there is', [], Buffer.from(Array.from({ length: 65_536 }, (_, at) => at % 256))),
  mail('UTF-7', ['Content-Type: text/plain; charset=utf-7'], '+ADw-script+AD4-alert(1)+ADw-/script+AD4-'),
  mail('ISO-2022-JP that never comes back', ['Content-Type: text/plain; charset=iso-2022-jp'], '\u001b$B'.repeat(100_000)),
  mail('UTF-16', ['Content-Type: text/plain; charset=utf-16'], Buffer.from('hei', 'utf16le')),
  mail('a charset that is none', ['Content-Type: text/plain; charset="\'); DROP"'], 'hei'),
  mail('base64 that is cut', ['Content-Transfer-Encoding: base64'], 'aGVpIQ=\u00e5=='),
  mail('an encoding that is none', ['Content-Transfer-Encoding: x-none'], 'hei'),
  mail('bidi', ['X-A: b'], '\u202e\u2066hei\u202c'),
  mail('10 000 half letters', ['Content-Type: text/plain; charset=utf-8'], Buffer.alloc(10_000, 0xed)),
  mail('uuencode', [], `begin 644 a.exe\n${'M'.repeat(61)}\n`.repeat(1_000)),
]; // prettier-ignore

const bomb = gzipSync(Buffer.alloc(200 * megabyte));

/** A zip with one entry that says of itself what it likes. */
const zip = (name: string, content: Buffer): Buffer => {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  return Buffer.concat([local, Buffer.from(name), packed]);
};

const parts = (): readonly HostileMail[] => [
  mail('a gzip bomb', multipart(), attached('application/gzip', bomb)),
  mail('a zip bomb', multipart(), attached('application/zip', zip('a', Buffer.alloc(100 * megabyte)))),
  mail('a zip that wants to be a docx', multipart(), attached('application/vnd.openxmlformats', zip('[Content_Types].xml', Buffer.alloc(50 * megabyte, '<')))),
  mail('a zip that climbs out', multipart(), attached('application/zip', zip('../../etc/passwd', Buffer.from('x')))),
  mail('winmail.dat', multipart(), attached('application/ms-tnef', Buffer.from('789f3e2200010690080004000000', 'hex'))),
  mail('winmail.dat that is cut', ['Content-Type: application/ms-tnef; name=winmail.dat', 'Content-Transfer-Encoding: base64'], 'eJ8+Ig=='),
  mail('an image of 60 000 times 60 000', multipart(), attached('image/png', Buffer.from('89504e470d0a1a0a0000000d494844520000ea600000ea600802000000', 'hex'))),
  mail('an EICAR', multipart(), attached('application/octet-stream', Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'))),
  mail('a name of 90 kB', multipart(), `--x\r\n\r\nhei\r\n--x\r\nContent-Disposition: attachment; filename="${'a'.repeat(90_000)}"\r\n\r\nx\r\n--x--\r\n`),
  mail('a name that is a path', multipart(), '--x\r\nContent-Disposition: attachment; filename="../../etc/passwd\\0"\r\n\r\nx\r\n--x--\r\n'),
  mail('S/MIME', ['Content-Type: application/pkcs7-mime; smime-type=enveloped-data', 'Content-Transfer-Encoding: base64'], 'MIAGCSqGSIb3DQEHA6CAMIACAQAxgg=='),
  mail('PGP', ['Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x'], '--x\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--x--\r\n'),
  mail('a calendar of 5 MB', ['Content-Type: text/calendar'], Buffer.alloc(5 * megabyte, 'BEGIN:VEVENT\n')),
]; // prettier-ignore

/** All of them; made anew at each call, because together they are large. */
export const hostileMails = (): readonly HostileMail[] => [
  ...structure(),
  ...headers(),
  ...senders(),
  ...bodies(),
  ...parts(),
  { name: 'nothing', raw: Buffer.alloc(0), sender: null },
  { name: 'one byte', raw: Buffer.from([0]), sender: null },
  { name: 'only line ends', raw: Buffer.alloc(100_000, '\r\n'), sender: null },
  { name: 'random bytes', raw: Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 2_654_435_761) >>> 24)), sender: null },
  { name: '30 MB', raw: Buffer.concat([Buffer.from(`${head()}\r\n\r\n`), Buffer.alloc(30 * megabyte, 'a\n')]), sender: ola },
]; // prettier-ignore
