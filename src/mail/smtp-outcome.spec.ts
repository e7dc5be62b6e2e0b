import { describe, expect, it } from '@jest/globals';
import { outcomeOf, phaseAfter, type SmtpLogEntry, type SmtpPhase } from './smtp-outcome.js';

const dialog = (...lines: readonly (readonly [SmtpLogEntry['tnx'], string])[]): SmtpPhase =>
  lines.reduce<SmtpPhase>((phase, [tnx, message]) => phaseAfter(phase, { tnx }, message), 'connect');

describe('how far a dialog has come', () => {
  it.each([
    ['connect', []],
    [
      'connect',
      [
        ['client', 'EHLO fjordvakt.example'],
        ['server', '250 ok'],
        ['client', 'STARTTLS'],
      ],
    ],
    ['envelope', [['client', 'MAIL FROM:<>']]],
    [
      'envelope',
      [
        ['client', 'MAIL FROM:<>'],
        ['server', '250 ok'],
        ['client', 'RCPT TO:<ola@x.no>'],
      ],
    ],
    [
      'data',
      [
        ['client', 'RCPT TO:<ola@x.no>'],
        ['client', 'DATA'],
        ['server', '354 go on'],
      ],
    ],
    [
      'message-sent',
      [
        ['client', 'DATA'],
        ['message', '<412 bytes encoded mime message>'],
      ],
    ],
    [
      'message-sent',
      [
        ['message', '<412 bytes encoded mime message>'],
        ['client', 'QUIT'],
        ['client', 'DATA'],
      ],
    ],
    [
      'connect',
      [
        ['server', 'DATA'],
        ['network', 'MAIL FROM:<>'],
      ],
    ],
  ] as const)('is %s', (phase, lines) => {
    expect(dialog(...lines)).toBe(phase);
  });
});

describe('what its end means [F09]', () => {
  it.each([
    ['connect', null, { outcome: 'again', phase: 'connect', detail: 'no-reply' }],
    ['envelope', null, { outcome: 'again', phase: 'envelope', detail: 'no-reply' }],
    ['data', null, { outcome: 'again', phase: 'data', detail: 'no-reply' }],
    ['message-sent', null, { outcome: 'uncertain', detail: 'message-sent' }],
    ['connect', 421, { outcome: 'again', phase: 'connect', detail: 'smtp-421' }],
    ['envelope', 450, { outcome: 'again', phase: 'envelope', detail: 'smtp-450' }],
    ['message-sent', 451, { outcome: 'again', phase: 'data', detail: 'smtp-451' }],
    ['envelope', 550, { outcome: 'failed', detail: 'smtp-550' }],
    ['message-sent', 554, { outcome: 'failed', detail: 'smtp-554' }],
    ['envelope', 503, { outcome: 'again', phase: 'envelope', detail: 'smtp-503' }],
  ] as const)('at %s with reply %s', (phase, code, outcome) => {
    expect(outcomeOf(phase, code)).toEqual(outcome);
  });
});
