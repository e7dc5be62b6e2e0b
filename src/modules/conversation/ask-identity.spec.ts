import { describe, expect, it } from '@jest/globals';
import { aClaim, aScene, aSetting, letterOnly, mailboxOnly } from '../../../test/world/a-scene.js';
import type { AnswerPart } from './answer-part.js';
import { askFirst, askFor, askIdentity, askLetter, askMailbox } from './ask-identity.js';

const phrases = ({ parts = [] }: AnswerPart): readonly string[] => parts.map(({ phrase }) => phrase);

describe('asking who somebody is', () => {
  it('is shorter the second time', () => {
    expect(phrases(askIdentity(aSetting()))).toEqual(['identity.ask']);
    expect(phrases(askIdentity(aSetting({ scene: aScene({ flow: { awaiting: 'address' } }) })))).toEqual([
      'identity.ask-again',
    ]);
  });

  it('offers a phone where this desk sends text messages', () => {
    const texts = aSetting({ scene: aScene({ canText: true }) });
    for (const ask of [askIdentity, askFirst, askMailbox]) expect(phrases(ask(texts))).toContain('identity.or-phone');
    expect(phrases(askFor('receipt.pending', texts))).toContain('identity.or-phone');
    expect(phrases(askLetter(texts))).toEqual(['identity.need-letter']);
  });

  it('is the same whatever is held of whoever asks [ND1]', () => {
    for (const assurance of [mailboxOnly, letterOnly('1')])
      for (const ask of [askIdentity, askFirst, askMailbox, askLetter])
        expect(ask(aSetting({ scene: aScene({ assurance, claims: [aClaim('1')] }) }))).toEqual(
          ask(aSetting({ scene: aScene({ assurance }) })),
        );
  });
});
