import { describe, expect, it } from '@jest/globals';
import { aScene, aSetting, sceneTime } from '../../../test/world/a-scene.js';
import { open } from '../disclosure/open.js';
import { seal } from '../disclosure/sealed.js';
import { recent, sendCode } from './answer-code.js';

const target = seal('kari@brevdue.example');
const asked = (times: number) =>
  sendCode(
    'email',
    target,
    aSetting({ scene: aScene({ flow: { codesAskedAt: Array.from({ length: times }, () => sceneTime.getTime()) } }) }),
  );

describe('asking for a code', () => {
  it('always makes one and says the fixed sentence: who has the address is found out elsewhere [ND1]', () => {
    const { parts, challenge, awaiting } = asked(0);
    expect(parts?.map(({ phrase }) => phrase)).toEqual(['identity.code-sent']);
    expect([challenge?.kind, challenge?.code, open(challenge?.target ?? seal(''))]).toEqual([
      'email',
      '12345678',
      'kari@brevdue.example',
    ]);
    expect(awaiting).toBe('code');
  });

  it('is allowed five times an hour in one session, whatever the address', () => {
    expect(asked(4).challenge).toBeDefined();
    expect(asked(5)).toMatchObject({ options: ['option.human'] });
    expect(asked(5).challenge).toBeUndefined();
  });

  it('counts the last hour only', () => {
    const hour = 3_600_000;
    expect(recent([0, hour, 2 * hour - 1], new Date(2 * hour))).toEqual([2 * hour - 1]);
  });
});
