import { describe, expect, it } from '@jest/globals';
import type { CaseScene } from './case-scene.js';
import { isAsKnown, readKnownCase } from './known-case.js';

const scene = (version: number, lastSeq: number | null): CaseScene =>
  ({ version, conversation: lastSeq === null ? null : { lastSeq } }) as CaseScene;

describe('what a page already shows of a case', () => {
  it('is a version and the number of the last line', () => {
    expect(readKnownCase('3.17')).toEqual({ version: 3, lastSeq: 17 });
  });

  it.each([undefined, '', '3', '3.', '-1.0', '3.1.2', ['3.1'], '1e3.0'])('is nothing where %p is said', (text) => {
    expect(readKnownCase(text)).toBeNull();
  });

  it('is the case while neither it nor its conversation has moved [I06]', () => {
    expect(isAsKnown(scene(3, 17), { version: 3, lastSeq: 17 })).toBe(true);
    expect(isAsKnown(scene(3, null), { version: 3, lastSeq: 0 })).toBe(true);
    expect(isAsKnown(scene(4, 17), { version: 3, lastSeq: 17 })).toBe(false);
    expect(isAsKnown(scene(3, 18), { version: 3, lastSeq: 17 })).toBe(false);
    expect(isAsKnown(scene(3, 17), null)).toBe(false);
  });
});
