import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { macKey } from '../../test/world/mails.js';
import { bearsLoopMark, loopHeader, loopMark } from './loop-mark.js';

const bears = (...values: readonly string[]): boolean =>
  bearsLoopMark(
    values.map((value) => ({ name: loopHeader.toLowerCase(), value, plain: true })),
    macKey,
  );

describe('the loop mark [E12]', () => {
  it('is known again on a mail of ours, also below others', () => {
    expect(bears(loopMark('<1@fjordvakt.example>', macKey))).toBe(true);
    expect(bears('<2@x.no> nothing', `  ${loopMark('<1@fjordvakt.example>', macKey)} `)).toBe(true);
  });

  it('means nothing when anybody else made it, so that nobody can silence another’s mail with it', () => {
    expect(bears(loopMark('<1@fjordvakt.example>', Buffer.alloc(32, 8)))).toBe(false);
    expect(bears('<2@x.no> '.concat(loopMark('<1@x.no>', macKey).split(' ')[1] ?? ''))).toBe(false);
    fc.assert(fc.property(fc.string(), (value) => !bears(value)));
  });
});
