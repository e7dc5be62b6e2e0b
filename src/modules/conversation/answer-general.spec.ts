import { describe, expect, it } from '@jest/globals';
import { aClaim, aScene, aSetting, substantial } from '../../../test/world/a-scene.js';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { answerGeneral } from './answer-general.js';

const abouts = ['privacy', 'processors', 'remark', 'enforcement', 'authenticity'] as const;

describe('a general answer', () => {
  it.each(abouts)('about %s is the same for a stranger and for a debtor, and about nobody [ND1]', (about) => {
    const stranger = answerGeneral(about, aSetting({ text: 'How long do you keep my data?' }));
    const debtor = answerGeneral(
      about,
      aSetting({
        text: 'How long do you keep my data?',
        scene: aScene({ assurance: substantial, claims: [aClaim('1')] }),
      }),
    );
    expect(debtor).toEqual(stranger);
    for (const { from } of stranger.parts ?? []) expect(from.about).toBeNull();
  });

  it('about privacy quotes the paragraph that was asked for, with its version [S5, S45]', () => {
    const [part] = answerGeneral('privacy', aSetting({ text: 'Which cookies do you use?' })).parts ?? [];
    expect(String(part?.from.facts.noticeText)).toMatch(/cookie/i);
    expect(part?.from.facts.noticeVersion).toBe(shippedPolicy.notice.en.version);
  });

  it('names the processors when somebody asks for them, and only then [S29]', () => {
    const names = shippedPolicy.processors.en.split(' (')[0] ?? '?';
    for (const about of abouts)
      expect([about, JSON.stringify(answerGeneral(about, aSetting({ text: 'x' }))).includes(names)]).toEqual([
        about,
        about === 'processors',
      ]);
  });
});
