import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMeaning, aScene, substantial } from '../../../test/world/a-scene.js';
import { freshFlow, type Wish } from './flow-state.js';
import type { Meaning } from './meaning.js';
import { nextWishes, plan } from './plan.js';
import type { Scene } from './scene.js';
import { treatments } from './treatment.js';

const planned = (meaning: Partial<Meaning>, scene: Scene = aScene()) =>
  plan(aMeaning(meaning), scene).map((step) => {
    switch (step.do) {
      case 'say':
        return step.phrase;
      case 'answer':
        return step.wish;
      case 'file':
        return `file ${step.intent}`;
      default:
        return step.do;
    }
  });

describe('what is meant', () => {
  it('is done, each thing in its order [S8]', () => {
    expect(planned({ intents: ['balance', 'access', 'processors_inquiry'] })).toEqual([
      'balance',
      'file access',
      'inform',
    ]);
  });

  it('is not drowned in small talk', () => {
    expect(planned({ intents: ['greeting'] })).toEqual(['hello.again']);
    expect(planned({ intents: ['greeting', 'balance'] })).toEqual(['balance']);
  });

  it('is asked about twice when it is not clear, then a person is told', () => {
    const unclear = { action: 'clarify', options: ['balance'] } as const;
    expect(planned(unclear)).toEqual(['clarify']);
    expect(planned(unclear, aScene({ flow: { clarified: 1 } }))).toEqual(['clarify']);
    expect(planned(unclear, aScene({ flow: { clarified: 2 } }))).toEqual(['handed-to-person', 'file other']);
    expect(planned({ action: 'handoff' })).toEqual(['not-understood']);
    expect(planned({ action: 'handoff' }, aScene({ flow: { clarified: 2 } }))).toEqual([
      'handed-to-person',
      'file other',
    ]);
  });

  it('in a language the desk does not speak is left to a person', () => {
    expect(planned({ action: 'handoff', otherLanguage: true })).toEqual(['another-language', 'file other']);
  });
});

describe('danger to life', () => {
  it('comes before everything else, codes and commands too [S12]', () => {
    const proof = { kind: 'no-open-code' } as const;
    expect(planned({ safety: 'crisis', command: 'undo', intents: ['balance'] }, aScene({ proof }))).toEqual(['safety']);
  });

  it('puts the numbers first in every later answer, and still does what she plainly asks', () => {
    const crisis = aScene({ flow: { crisis: true } });
    expect(planned({ intents: ['balance'] }, crisis)).toEqual(['safety', 'balance']);
    expect(planned({ intents: ['thanks'] }, crisis)).toEqual(['safety']);
    expect(planned({ action: 'clarify', options: ['balance'] }, crisis)).toEqual(['safety']);
  });
});

describe('a session that has lost its level', () => {
  it('says so to who asks for something that needs it, and to nobody else', () => {
    const lost = aScene({ assuranceBefore: 'substantial' });
    expect(planned({ intents: ['balance'] }, lost)).toEqual(['identity.ended', 'balance']);
    expect(planned({ intents: ['thanks'] }, lost)).toEqual(['thanks']);
    expect(planned({ intents: ['balance'] }, aScene({ assurance: substantial }))).toEqual(['balance']);
  });

  it('that another version of the desk began says that it starts afresh', () => {
    expect(planned({ intents: ['balance'] }, aScene({ restarted: true }))).toEqual(['restarted', 'balance']);
  });
});

describe('every message', () => {
  const intents = fc.subarray(Object.keys(treatments), { maxLength: 4 });
  const action = fc.constantFrom<Meaning['action']>('act', 'clarify', 'handoff');

  it('is answered with something', () => {
    fc.assert(
      fc.property(
        intents,
        action,
        fc.boolean(),
        fc.nat(3),
        (meant, how, crisis, clarified) =>
          plan(aMeaning({ intents: meant, action: how }), aScene({ flow: { crisis, clarified } })).length > 0,
      ),
    );
  });

  it('is planned without a look at what is held: the same steps whoever asks [ND1]', () => {
    fc.assert(
      fc.property(intents, action, (meant, how) => {
        const meaning = aMeaning({ intents: meant, action: how });
        const cases = [
          {
            id: 'c',
            receipt: 'r',
            intent: 'access',
            state: 'open',
            receivedOn: '2026-11-01',
            answerBy: '2026-12-01',
          } as const,
        ];
        expect(plan(meaning, aScene({ ownCases: cases }))).toEqual(plan(meaning, aScene()));
      }),
    );
  });
});

describe('what she still wants to know', () => {
  it('is what she asked and was not answered, once', () => {
    const flow = { ...freshFlow, wishes: ['balance'] as readonly Wish[] };
    const steps = [
      { do: 'answer', wish: 'balance' },
      { do: 'answer', wish: 'payment_info' },
    ] as const;
    expect(nextWishes(flow, steps, [])).toEqual(['balance', 'payment_info']);
    expect(nextWishes(flow, steps, ['balance'])).toEqual(['payment_info']);
  });
});
