import { describe, expect, it } from '@jest/globals';
import { aScene, aSetting, letterOnly, mailboxOnly, substantial } from '../../../test/world/a-scene.js';
import { seal } from '../disclosure/sealed.js';
import { answerLetters } from './answer-letters.js';

const waitingLetters = [
  { id: 'l1', text: seal('Kravet er rettet.') },
  { id: 'l2', text: seal('Og rentene med det.') },
];

describe('what a caseworker has answered meanwhile [S40]', () => {
  it('is told at substantial, each letter under a decision of its own', () => {
    const { parts, told } = answerLetters(aSetting({ scene: aScene({ assurance: substantial, waitingLetters }) }));
    expect(parts?.map(({ phrase }) => phrase)).toEqual(['letters.waiting', 'letter.answer', 'letter.answer']);
    expect(told).toEqual(['l1', 'l2']);
  });

  it.each([mailboxOnly, letterOnly('1')])('is not told below, nor that it waits: %j [ND7]', (assurance) => {
    expect(answerLetters(aSetting({ scene: aScene({ assurance, waitingLetters }) }))).toEqual({});
  });
});
