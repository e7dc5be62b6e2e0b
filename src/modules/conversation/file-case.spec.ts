import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aClaim,
  aMailPart,
  aScene,
  aSetting,
  kari,
  letterOnly,
  mailboxOnly,
  sharedMailbox,
  substantial,
} from '../../../test/world/a-scene.js';
import { fileCase } from './file-case.js';
import type { Scene } from './scene.js';

const filed = (intent: string, scene: Partial<Scene> = {}, text = 'x') =>
  fileCase(intent, aSetting({ scene: aScene(scene), text }));
const own = aClaim('1');
const carried = [
  aClaim('2', { role: 'processor', engagementId: 'e2' }),
  aClaim('3', { role: 'processor', engagementId: 'e2' }),
  aClaim('4', { role: 'processor', engagementId: 'e4' }),
];

describe('a case', () => {
  it('of somebody unproven is filed at once, identity pending, about nobody [ND17]', () => {
    expect(filed('access')).toMatchObject([
      { identity: 'pending', partyId: null, claimId: null, role: 'unknown', request: { right: 'access' } },
    ]);
  });

  it('runs its legal clock from receipt, proven or not [R1]', () => {
    for (const assurance of [undefined, substantial])
      expect(filed('access', assurance === undefined ? {} : { assurance })[0]?.request).toMatchObject({
        dueStrict: '2026-12-25',
      });
  });

  it.each([mailboxOnly, sharedMailbox])(
    'below substantial is one, however many engagements there are: %j [ND7]',
    (assurance) => {
      expect(filed('access', { assurance, claims: [own, ...carried] })).toHaveLength(1);
    },
  );

  it('of a proven person is split by who decides: the collector once, each engagement it carries out once [S9, S10]', () => {
    const split = filed('access', { assurance: substantial, claims: [own, ...carried] });
    expect(split.map(({ role, engagementId, queue }) => [role, engagementId, queue])).toEqual([
      ['controller', null, split[0]?.queue],
      ['processor', 'e2', 'forward'],
      ['processor', 'e4', 'forward'],
    ]);
    expect(filed('access', { assurance: substantial, claims: carried }).map(({ role }) => role)).toEqual([
      'processor',
      'processor',
    ]);
    expect(filed('access', { assurance: substantial }).map(({ role }) => role)).toEqual(['controller']);
  });

  it('that is no right is about her only open claim, or about none in particular', () => {
    expect(
      filed('dispute', { assurance: substantial, claims: [own, aClaim('9', { status: 'closed' })] }),
    ).toMatchObject([{ claimId: '1', partyId: kari }]);
    expect(filed('dispute', { assurance: substantial, claims: [own, ...carried] })).toMatchObject([{ claimId: null }]);
  });

  it('by letter is about the case the letter was printed for', () => {
    expect(filed('dispute', { assurance: letterOnly('1'), claims: [own, ...carried] })).toMatchObject([
      { claimId: '1', identity: 'low' },
    ]);
  });

  it('of an intent without a rule goes where everything else goes', () => {
    expect(filed('no such intent')[0]?.queue).toBe(filed('other')[0]?.queue);
  });
});

describe('the same case', () => {
  const keyOf = (text: string, scene: Partial<Scene> = {}, intent = 'access') =>
    filed(intent, scene, text)[0]?.businessKey;

  it('is known again by its words, whatever their case and blanks', () => {
    expect(keyOf('Jeg vil ha innsyn')).toBe(keyOf('  jeg VIL ha\n innsyn '));
  });

  it('is another with other words, another kind, in another mail, or after it was taken back', () => {
    const base = keyOf('x');
    const mail = fileCase(
      'access',
      aSetting({ scene: aScene({ channel: 'mail' }), text: 'x', inbound: { mail: aMailPart } }),
    )[0]?.businessKey;
    expect(
      new Set([
        base,
        keyOf('y'),
        keyOf('x', {}, 'erasure'),
        keyOf('x', { flow: { ...aScene().flow, undone: 1 } }),
        mail,
      ]).size,
    ).toBe(5);
  });

  it('tells nothing of its words', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 4 }),
        (words) => keyOf(words)?.includes(words) === false && keyOf(words)?.length === 43,
      ),
    );
  });
});
