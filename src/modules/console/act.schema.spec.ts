import { describe, expect, it } from '@jest/globals';
import { open } from '../disclosure/open.js';
import { actSchema, toAct } from './act.schema.js';

const read = (body: unknown): boolean => actSchema.safeParse(body).success;

describe('an act over the wire', () => {
  it('has its words put under seal at the door', () => {
    const act = toAct(actSchema.parse({ do: 'answer', version: 1, text: ' Hei ', ifLastSeq: 3 }));
    expect(JSON.stringify(act)).not.toContain('Hei');
    expect(act.do === 'answer' ? [open(act.text), act.secondLook] : []).toEqual(['Hei', false]);
  });

  it.each([
    [{ do: 'settle', version: 1, ground: 'granted' }, true],
    [{ do: 'settle', version: 1, ground: 'granted', text: null, secondLook: true }, true],
    [{ do: 'wait', version: 1, until: '2026-11-25T10:00:00+01:00', reason: 'x' }, true],
    [{ do: 'wait', version: 1, until: '2026-11-25', reason: 'x' }, false],
    [{ do: 'wait', version: 1, until: '2026-11-25T10:00:00Z' }, false],
    [{ do: 'answer', version: 1, text: 'Hei' }, false],
    [{ do: 'answer', version: 1, text: '   ', ifLastSeq: 1 }, false],
    [{ do: 'claim' }, false],
    [{ do: 'claim', version: 1, assignee: 'liv' }, false],
    [{ do: 'wake', version: 1 }, false],
    [{ do: 'answer', version: 1, ifLastSeq: 1, text: 'x'.repeat(20_001) }, false],
    [null, false],
    ['claim', false],
  ])('is %j: %s', (body, sound) => {
    expect(read(body)).toBe(sound);
  });
});
