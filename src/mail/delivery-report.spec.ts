import { describe, expect, it } from '@jest/globals';
import { readReport } from './delivery-report.js';

const report = (action: string, status: string): string =>
  `Reporting-MTA: dns; ut.brevdue.example\n\nFinal-Recipient: rfc822; ola@brevdue.example\nAction: ${action}\nStatus: ${status}\n`;

describe('a delivery report says [E36]', () => {
  it.each([
    ['that there is no such mailbox', 'failed', '5.1.1', 'gone'],
    ['that the domain takes no mail', 'failed', '5.1.10', 'gone'],
    ['that the mailbox is full', 'failed', '5.2.2', 'failed'],
    ['that the mail was not wanted', 'failed', '5.7.1', 'failed'],
    ['that it takes longer', 'delayed', '4.4.1', null],
    ['that it arrived', 'delivered', '2.0.0', null],
    ['that it went on', 'relayed', '2.0.0', null],
  ])('%s', (_, action, status, found) => {
    expect(readReport(report(action, status))).toBe(found);
  });

  it('nothing when it is none', () => {
    expect([readReport(''), readReport('failed 5.1.1'), readReport('The action: failed')]).toEqual([null, null, null]);
  });
});
