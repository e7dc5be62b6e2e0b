import { describe, expect, it } from '@jest/globals';
import { aScene, aSetting, letterOnly, mailboxOnly, substantial } from '../../../test/world/a-scene.js';
import type { OwnCase, Scene } from './scene.js';
import { statusAnswer } from './status-answer.js';

const own = (state: OwnCase['state']): OwnCase => ({
  id: state,
  receipt: `R-${state}`,
  intent: 'access',
  state,
  receivedOn: '2026-11-01',
  answerBy: '2026-12-01',
});
const told = (scene: Partial<Scene>) => statusAnswer(aSetting({ scene: aScene(scene) }));
const phrases = (scene: Partial<Scene>): readonly string[] => (told(scene).parts ?? []).map(({ phrase }) => phrase);

describe('the state of her requests [S40, S47]', () => {
  it('is told at substantial, with a deadline while there is one', () => {
    const ownCases = [own('open'), own('waiting'), own('settled'), own('withdrawn')];
    expect(phrases({ assurance: substantial, ownCases })).toEqual([
      'status.some',
      'status.line',
      'status.line',
      'status.done',
      'status.done',
    ]);
    expect(told({ assurance: substantial, ownCases }).parts?.[1]?.from.facts).toMatchObject({
      receipt: 'R-open',
      answerBy: '2026-12-01',
    });
  });

  it('is that there are none where there are none', () => {
    expect(phrases({ assurance: substantial })).toEqual(['status.none']);
  });

  it('is withheld below, in words that do not depend on whether there are any [ND7]', () => {
    for (const ownCases of [[], [own('open')]]) {
      expect(phrases({ assurance: mailboxOnly, ownCases })).toEqual(['identity.need-letter']);
      expect(phrases({ assurance: letterOnly('1'), ownCases })).toEqual(['identity.need-mailbox']);
    }
    expect(told({ assurance: mailboxOnly }).wishes).toEqual(['status_of_request']);
  });
});
