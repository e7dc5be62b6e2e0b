import { describe, expect, it } from '@jest/globals';
import { aCase, aProvenCase, deskPolicy } from '../../../test/world/case-scenes.js';
import { offeredTemplates } from './offered-templates.js';

const ids = (scene: Parameters<typeof offeredTemplates>[0]): readonly string[] =>
  offeredTemplates(scene, deskPolicy).map(({ id }) => id);

describe('the templates offered', () => {
  it('begin with those written for what was asked', () => {
    expect(ids(aProvenCase({ intent: 'dispute' })).slice(0, 2)).toEqual(['dispute-received', 'dispute-paused']);
  });

  it('say nothing of a case to who is not proven', () => {
    expect(ids(aCase({ intent: 'dispute' }))).toContain('dispute-received');
    expect(ids(aCase({ intent: 'dispute' }))).not.toContain('dispute-paused');
  });

  it('come in the language of the case, with our name filled in and nothing left to fill but what is marked', () => {
    for (const language of ['nb', 'nn', 'en'] as const)
      for (const { text } of offeredTemplates(aProvenCase({ language }), deskPolicy)) {
        expect(text).not.toMatch(/\{\w+\}/);
        expect(text).not.toMatch(/\s$/);
      }
    expect(offeredTemplates(aCase({ language: 'nn' }), deskPolicy)[0]?.text).toContain('Helsing Fjordvakt');
  });
});
