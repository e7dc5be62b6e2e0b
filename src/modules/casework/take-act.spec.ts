import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aCase,
  aProvenCase,
  idun,
  inChat,
  liv,
  now,
  peder,
  queueNamed,
  settingOf,
} from '../../../test/world/case-scenes.js';
import { seal } from '../disclosure/sealed.js';
import type { Act } from './act.js';
import type { Acted } from './act-outcome.js';
import type { CaseScene } from './case-scene.js';
import { isSamePerson } from './caseworker.js';
import { takeAct } from './take-act.js';

const answer = (text: string, ifLastSeq: number | null = null, secondLook = false): Act => ({
  do: 'answer',
  text: seal(text),
  ifLastSeq,
  secondLook,
});

describe('an answer', () => {
  it('takes the conversation over: from then on the desk is silent', () => {
    expect(takeAct(answer('Hei'), settingOf(aProvenCase()))).toMatchObject({
      outcome: 'done',
      acted: { owner: 'human', change: null, letter: { to: { kind: 'chat' } } },
    });
  });

  it('is refused on an old page, and past a line she had not read', () => {
    expect(takeAct(answer('Hei'), settingOf(aCase(), { version: 2 }))).toEqual({
      outcome: 'refused',
      refusal: 'stale',
    });
    expect(takeAct(answer('Hei', 6), settingOf(aProvenCase()))).toEqual({ outcome: 'refused', refusal: 'moved-on' });
    expect(takeAct(answer('Hei', 7), settingOf(aProvenCase()))).toMatchObject({ outcome: 'done' });
  });

  it('is not written over somebody else’s case', () => {
    expect(takeAct(answer('Hei'), settingOf(aCase(), { worker: peder }))).toEqual({
      outcome: 'refused',
      refusal: 'not-yours',
    });
  });

  it('is stopped where it tells what may not be told, and a second look changes that only where it may [ND2]', () => {
    expect(takeAct(answer('Det er 500 kr'), settingOf(aCase()))).toMatchObject({ outcome: 'stopped' });
    expect(takeAct(answer('Det er 500 kr', null, true), settingOf(aCase()))).toMatchObject({ outcome: 'stopped' });
    expect(takeAct(answer('Det er 500 kr', null, true), settingOf(aProvenCase()))).toMatchObject({ outcome: 'done' });
  });
});

/** Plays an outcome on the scene as `commit` writes it. */
const played = (scene: CaseScene, acted: Acted, by: { readonly id: string; readonly name: string }): CaseScene => ({
  ...scene,
  version: scene.version + 1,
  ...(acted.change === null ? {} : { stage: acted.change.stage, assignee: acted.change.assignee }),
  proposal:
    acted.proposal.kind === 'propose'
      ? { ground: acted.proposal.ground, letter: acted.proposal.letter, by }
      : acted.proposal.kind === 'none'
        ? scene.proposal
        : null,
  request:
    scene.request === null || acted.request === null ? scene.request : { ...scene.request, state: acted.request.state },
});

const text = fc.constantFrom('Hei', 'Hei igjen', 'Takk', 'Det er 500 kr', 'til […]').map(seal);
const ground = fc.constantFrom('granted', 'refused-legal-claims', 'answered', 'forwarded-to-controller', 'because');
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>({ do: 'claim' }, { do: 'release' }, { do: 'resume' }, { do: 'approve' }, { do: 'resume-desk' }),
  fc.constantFrom('liv', 'idun', 'peder', 'nobody').map((to): Act => ({ do: 'reassign', to })),
  fc
    .integer({ min: -1, max: 1 })
    .map((ahead): Act => ({ do: 'wait', until: new Date(now.getTime() + ahead), reason: seal('x') })),
  text.map((words): Act => ({ do: 'note', text: words })),
  fc
    .tuple(text, fc.boolean())
    .map(([words, secondLook]): Act => ({ do: 'answer', text: words, ifLastSeq: null, secondLook })),
  fc
    .tuple(ground, fc.option(text), fc.boolean())
    .map(([on, words, secondLook]): Act => ({ do: 'settle', ground: on, text: words, secondLook })),
);
const anyScene: fc.Arbitrary<CaseScene> = fc
  .record({
    queue: fc.constantFrom('erasure', 'payments', 'rectification', 'crisis').map(queueNamed),
    role: fc.constantFrom('controller' as const, 'processor' as const, 'unknown' as const),
    conversation: fc.constantFrom(inChat, null),
    isRight: fc.boolean(),
  })
  .map(({ isRight, ...rest }) =>
    aProvenCase({
      ...rest,
      stage: 'open',
      assignee: null,
      request: isRight ? { id: 'r', right: 'erasure', state: 'received' } : null,
    }),
  );
const second = { ...liv, id: 'liv-2' };
const everybody = [liv, second, idun, peder];
/** Mostly whoever has the case: strangers are refused whatever they try. */
const anybody = fc.constantFrom('holder' as const, 'holder' as const, 'holder' as const, ...everybody);

type Somebody = 'holder' | typeof liv;

const whoIs = (somebody: Somebody, { assignee }: CaseScene): typeof liv =>
  somebody === 'holder' ? (everybody.find(({ id }) => id === assignee) ?? liv) : somebody;

type Taken = { readonly before: CaseScene; readonly acted: Acted; readonly by: typeof liv };

/** Everything that was done of a random row of acts, one after the other. */
const playedOut = (start: CaseScene, row: readonly (readonly [Act, Somebody])[]): readonly Taken[] => {
  const taken: Taken[] = [];
  row.reduce((scene, [act, somebody]) => {
    const by = whoIs(somebody, scene);
    const outcome = takeAct(act, settingOf(scene, { worker: by }));
    if (outcome.outcome !== 'done') return scene;
    taken.push({ before: scene, acted: outcome.acted, by });
    return played(scene, outcome.acted, by);
  }, start);
  return taken;
};

/** So many that some of them meet a proposal with somebody else's approval. */
const manyRuns = 4_000;

const always = (holds: (taken: readonly Taken[]) => void, numRuns = 500): void =>
  fc.assert(
    fc.property(anyScene, fc.array(fc.tuple(anyAct, anybody), { minLength: 20, maxLength: 40 }), (start, row) =>
      holds(playedOut(start, row)),
    ),
    { numRuns },
  );

describe('whatever is done to a case, in whatever order', () => {
  it('one that has ended never changes again, but for a note', () => {
    let endings = 0;
    always((taken) => {
      const end = taken.findIndex(({ acted }) => acted.change?.ending != null);
      if (end < 0) return;
      endings += 1;
      expect(taken.slice(end + 1).filter(({ acted }) => acted.act !== 'note')).toEqual([]);
    });
    expect(endings).toBeGreaterThan(20);
  });

  it('none ends without a ground that fits, and none is refused without words [L4]', () => {
    always((taken) => {
      for (const { before, acted } of taken.filter((one) => one.acted.change?.ending != null)) {
        const on = acted.change?.ending?.ground;
        expect(on === 'forwarded-to-controller').toBe(acted.change?.stage === 'forwarded');
        if (before.role === 'controller') expect(on).not.toBe('forwarded-to-controller');
        if (on === 'refused-legal-claims' && before.conversation !== null) expect(acted.letter).not.toBeNull();
      }
    });
  });

  it('four eyes are two people [I04, I05]', () => {
    let approvals = 0;
    always((taken) => {
      for (const { before, acted, by } of taken) {
        if (before.queue.fourEyes && acted.change?.ending != null) expect(acted.act).toBe('approve');
        if (acted.act !== 'approve') continue;
        approvals += 1;
        expect(before.proposal !== null && isSamePerson(before.proposal.by, by)).toBe(false);
      }
    }, manyRuns);
    expect(approvals).toBeGreaterThan(0);
  });

  it('nobody answers or ends a case she does not have, and nobody takes one from under a colleague', () => {
    always((taken) => {
      for (const { before, acted, by } of taken) {
        if (['answer', 'wait', 'release', 'settle'].includes(acted.act)) expect(before.assignee).toBe(by.id);
        if (acted.act === 'claim') expect(before.assignee).toBeNull();
      }
    });
  });

  it('every case somebody has is claimed by somebody, and a free one by nobody', () => {
    always((taken) => {
      for (const { before, acted, by } of taken) {
        const { stage, assignee } = played(before, acted, by);
        if (stage === 'open') expect(assignee).toBeNull();
        if (stage === 'claimed' || stage === 'proposed') expect(assignee).not.toBeNull();
      }
    });
  });
});
