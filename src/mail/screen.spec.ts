import { describe, expect, it } from '@jest/globals';
import { desk, macKey, screenedMail, type Fields } from '../../test/world/mails.js';
import { bearsLoopMark, loopHeader, loopMark } from './loop-mark.js';
import { needsPerson, screen } from './screen.js';

const verdictOf = async (fields: Fields, body?: string) => {
  const screened = await screenedMail(fields, body);
  return screen({ ...screened, ownLoop: bearsLoopMark(screened.mail.fields, macKey) });
};

describe('a mail is screened before anybody reads its words', () => {
  it.each([
    ['a person’s mail', {}, 'proceed', 'none'],
    ['one without a Message-ID', { 'Message-ID': null }, 'proceed', 'none'],
    ['one without a Date', { Date: null }, 'proceed', 'none'],
    ['one dated 2050', { Date: 'Mon, 3 Jan 2050 10:00:00 +0100' }, 'proceed', 'none'],
    ['one without a subject', { Subject: null }, 'proceed', 'none'],
    ['two senders [E06]', { From: ['ola@x.no', 'kari@x.no'] }, 'quarantine', 'sender-unknown'],
    ['51 hops [E12]', { Received: Array<string>(51).fill('from a by b') }, 'quarantine', 'too-many-hops'],
    ['50 hops [E12]', { Received: Array<string>(50).fill('from a by b') }, 'proceed', 'none'],
    ['our own mail, come back [E12]', { [loopHeader]: loopMark('<a@b>', macKey) }, 'quarantine', 'own-mail-came-back'],
    ['a loop mark anybody could write [E12]', { [loopHeader]: '<a@b> aaaaaaaaaaaaaaaaaaaaaaaaaa' }, 'proceed', 'none'],
    ['one a mailbox rule sent on', { 'X-MS-Exchange-Inbox-Rules-Loop': 'ola@brevdue.example' }, 'proceed', 'none'],
    ['our own address as the sender', { From: desk.address }, 'ignore', 'own-address'],
    ['an automatic reply [E13]', { 'Auto-Submitted': 'auto-replied' }, 'ignore', 'automatic-reply'],
    ['somebody away [E13]', { Subject: 'Ute av kontoret' }, 'ignore', 'out-of-office'],
    ['a list [E13]', { 'List-Id': '<x.y>' }, 'ignore', 'list'],
    ['a bounce [ND16]', { 'Return-Path': '<>' }, 'ignore', 'bounce'],
    [
      'a read receipt',
      { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=x' },
      'ignore',
      'read-receipt',
    ],
    [
      'a complaint report',
      { 'Content-Type': 'multipart/report; report-type=feedback-report; boundary=x' },
      'ignore',
      'feedback-report',
    ],
    ['an invitation', { 'Content-Type': 'text/calendar' }, 'ignore', 'calendar'],
    ['encrypted words', { 'Content-Type': 'multipart/encrypted; boundary=x' }, 'quarantine', 'encrypted'],
    [
      'S/MIME, encrypted',
      { 'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data' },
      'quarantine',
      'encrypted',
    ],
    [
      'S/MIME that wraps its words',
      { 'Content-Type': 'application/pkcs7-mime; smime-type=signed-data' },
      'quarantine',
      'encrypted',
    ],
    ['S/MIME that leaves them readable', { 'Content-Type': 'multipart/signed; boundary=x' }, 'proceed', 'none'],
    [
      '101 recipients',
      { Cc: Array.from({ length: 101 }, (_, at) => `a${String(at)}@x.no`).join(', ') },
      'quarantine',
      'too-complex',
    ],
  ] as const)('%s', async (_, fields, verdict, reason) => {
    expect(await verdictOf(fields)).toEqual({ verdict, reason });
  });

  it('and words in PGP are nobody’s to read', async () => {
    expect(await verdictOf({}, '-----BEGIN PGP MESSAGE-----\r\n\r\nhQEM\r\n')).toEqual({
      verdict: 'quarantine',
      reason: 'encrypted',
    });
  });

  it('and the antivirus test file is kept from everybody [E22]', async () => {
    const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
    const body = `--x\r\nContent-Type: text/plain\r\n\r\nse vedlegg\r\n--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=a.com\r\n\r\n${eicar}\r\n--x--`;
    expect(await verdictOf({ 'Content-Type': 'multipart/mixed; boundary=x' }, body)).toEqual({
      verdict: 'quarantine',
      reason: 'malware',
    });
  });

  it('and no field of ours, and no field at all, makes a decision', async () => {
    const ordered = {
      'X-Skranke-Verdict': 'proceed',
      'X-Skranke-Party': '1',
      'X-Skranke-Case': '1',
      'X-Priority': '1',
    };
    expect(await verdictOf({ ...ordered, From: ['ola@x.no', 'kari@x.no'] })).toMatchObject({ verdict: 'quarantine' });
    expect(await verdictOf(ordered)).toEqual({ verdict: 'proceed', reason: 'none' });
  });

  it('and a doubtful one is shown to a person, one that only ran in circles is not', async () => {
    expect(needsPerson(await verdictOf({ From: ['ola@x.no', 'kari@x.no'] }))).toBe(true);
    expect(needsPerson(await verdictOf({ 'Content-Type': 'multipart/encrypted; boundary=x' }))).toBe(true);
    expect(needsPerson(await verdictOf({ [loopHeader]: loopMark('<a@b>', macKey) }))).toBe(false);
    expect(needsPerson(await verdictOf({ 'Return-Path': '<>' }))).toBe(false);
    expect(needsPerson(await verdictOf({}))).toBe(false);
  });
});
