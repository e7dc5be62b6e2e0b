import { describe, expect, it } from '@jest/globals';
import { attributionAt } from './quote-attribution.js';

const at = (text: string) => attributionAt(text.split('\n'), 0);

describe('the line above a quote [E38]', () => {
  it.each([
    ['Den man. 3. mars 2026 kl. 10:15 skrev Ola Nordmann <ola@x.no>:', 1, true],
    ['Den 3. mars 2026 kl. 10:15 skreiv Ola <ola@x.no>:', 1, true],
    ['Den lør. 7. mars 2026 kl. 10:15 skrev Ola Nordmann <\nola@x.no>:', 2, true],
    ['On Tue, Mar 3, 2026 at 10:15 AM Ola Nordmann <ola@x.no>\nwrote:', 2, true],
    ['På 03.03.2026 10:15, skrev Ola Nordmann:', 1, true],
    ['2026-03-03 10:15 GMT+01:00 Ola <ola@x.no>:', 1, true],
    ['---- På tir., 03 mars 2026 10:15:22 +0100 Ola <ola@x.no> skrev ----', 1, true],
    ['Ola Nordmann skrev den 03.03.2026 10:15:', 1, false],
    ['Kari Olsen skrev:', 1, false],
    ['Siterer Ola <ola@x.no>:', 1, false],
    ['Den 3. mars 2026 skrev Anne de Vries:', 1, false],
    ['ty. den 03. 03. 2026 klokka 10:15 (+0100) skreiv Ola Nordmann:', 1, true],
    ['03.03.2026, 10:15 av ola@x.no:', 1, true],
    ['Mar 3, 2026, 10:15 by ola@x.no:', 1, true],
    ['Op di 3 mrt 2026 om 10:15 schreef Ola Nordmann <ola@x.no>:', 1, true],
    ['вт, 3 бер. 2026 р. о 10:15 Ola Nordmann <ola@x.no> пише:', 1, true],
    ['Ola svarte 3. mars 2026 kl. 10:15:', 1, false],
  ] as const)('is found: %s', (text, lines, strong) => {
    expect(at(text)).toMatchObject({ lines, strong });
  });

  it.each([
    'Den 3. mars 2026 kl. 10:15 skrev jeg følgende:',
    'Den 3. mars fikk jeg et brev der det sto:',
    'Jeg skrev:',
    'Jeg sendte dette den 3. mars 2026 kl. 10:15 til <post@x.no>:',
    'Dere skrev den 3. mars at:',
    'Hei Ola:',
    'Dette er viktig:',
    'Den 3. mars 2026 kl. 10:15 skrev Ola',
    '> Den 3. mars 2026 kl. 10:15 skrev Ola:',
    '',
  ])('is not found in a person’s own: %s', (text) => {
    expect(at(text)).toBeNull();
  });
});
