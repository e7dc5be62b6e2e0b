import { describe, expect, it } from '@jest/globals';
import { qrPicture } from './qr-picture.js';

describe('a QR picture', () => {
  it('holds the three corner marks in a quiet zone, and nothing but a path', () => {
    const { size, path } = qrPicture('otpauth://totp/Skranke:liv?secret=GEZDGNBVGY3TQOJQ');
    expect(path).toMatch(/^(?:M\d+ \d+h1v1h-1z)+$/);
    const last = size - 5;
    for (const corner of [`M4 4h`, `M${String(last)} 4h`, `M4 ${String(last)}h`]) expect(path).toContain(corner);
    expect(path).not.toContain(`M3 `);
    expect(path).not.toContain(`M${String(size - 4)} `);
  });
});
