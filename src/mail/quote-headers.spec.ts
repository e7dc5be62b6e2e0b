import { describe, expect, it } from '@jest/globals';
import { headerBlockAt } from './quote-headers.js';

const at = (text: string, line = 0) => headerBlockAt(text.split('\n'), line);

describe('the header block above a quoted mail [E38]', () => {
  it.each([
    ['Outlook', 'Fra: Kari <kari@x.no>\nSendt: 3. mars 2026 10:15\nTil: Ola\nEmne: Faktura', 4, true],
    ['nynorsk', 'Frå: Kari\nSendt: 3. mars 2026 10:15\nTil: Ola\nKopi: Per\nEmne: Faktura', 5, true],
    ['English', 'From: Kari\nSent: Tuesday, March 3, 2026 10:15 AM\nTo: Ola\nSubject: Invoice', 4, true],
    ['bold', '*Fra:* Kari\n*Sendt:* 3. mars 2026 10:15\n*Til:* Ola\n*Emne:* Faktura', 4, true],
    ['spaced out', 'Fra: Kari\n\nSendt: 3. mars 2026 10:15\n\nTil: Ola\n\nEmne: Faktura', 7, true],
    ['wrapped', 'Fra: Kari\nSendt: 3. mars 2026 10:15\nTil: Ola <ola@x.no>;\n Per <per@x.no>\nEmne: Faktura', 5, true],
    ['in one line', 'Fra: Kari Sendt: 3. mars 2026 10:15 Til: Ola Emne: Faktura', 1, true],
    ['without a time of day', 'Fra: Kari <kari@x.no>\nDato: 3. mars 2026\nTil: Ola\nEmne: Faktura', 4, false],
  ])('is found: %s', (_, text, lines, machine) => {
    expect(at(text)).toEqual({ lines, machine });
  });

  it.each([
    ['a move', 'Fra: Storgata 1\nTil: Lillegata 2'],
    ['two labels', 'Fra: Ola\nDato: 3. mars'],
    ['a subject', 'Emne: Klage\n\nJeg klager.'],
    ['a sentence', 'Til: dere som leser dette'],
    ['no label', 'Hei'],
    ['nothing', ''],
  ])('is not found in %s', (_, text) => {
    expect(at(text)).toBeNull();
  });
});
