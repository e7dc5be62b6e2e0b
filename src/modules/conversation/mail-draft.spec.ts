import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aClaim, aMailPart, aScene, aSetting, mailboxOnly, substantial } from '../../../test/world/a-scene.js';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { render } from '../disclosure/render.js';
import { mailDraft } from './mail-draft.js';
import { plan } from './plan.js';
import { respond } from './respond.js';
import type { Scene } from './scene.js';

const intents = [
  'balance',
  'access',
  'dispute',
  'human',
  'privacy_info',
  'processors_inquiry',
  'third_party',
  'authority',
  'greeting',
  'other',
] as const;

const mailed = (meant: readonly string[], scene: Partial<Scene> = {}, text = 'please') => {
  const setting = aSetting({
    scene: aScene({ channel: 'mail', threadRef: 'thread', ...scene }),
    meaning: { intents: meant },
    text,
    inbound: { mail: aMailPart },
  });
  return render(mailDraft(respond(plan(setting.meaning, setting.scene), setting), setting), shippedPolicy.phrases);
};

describe('the automatic answer to a mail', () => {
  it.each(intents)('to %s is the same whoever wrote and whatever is held of her [ND1, E01]', (intent) => {
    const neutral = mailed([intent]);
    const worlds: readonly Partial<Scene>[] = [
      { claims: [aClaim('1')] },
      { assurance: mailboxOnly, claims: [aClaim('1')] },
      { assurance: substantial, claims: [aClaim('1')] },
    ];
    for (const world of worlds)
      expect({ ...mailed([intent], { ...world, assurance: neutralAssurance }), cards: [] }).toEqual(neutral);
  });

  it('never quotes what was written [ND4]', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[b-df-hj-np-tv-z]{12,40}$/),
        (words) => !JSON.stringify(mailed(['access'], {}, words)).includes(words),
      ),
      { numRuns: 100 },
    );
  });

  it('has a subject that tells nothing [ND2]', () => {
    for (const intent of intents) expect(mailed([intent]).subject).toBe(mailed(['other']).subject);
    expect(mailed(['balance']).subject).not.toMatch(/inkasso|debt|claim|krav|\d/i);
  });

  it('says how to go on safely and how to stop mail [ND14]', () => {
    const { text } = mailed(['access']);
    expect(text).toContain('/t/thread');
    expect(text).toMatch(/STOP/);
  });

  it('lists the receipts that no answer has told yet', () => {
    const untold = ['AAAAA-AAAAA-AAAAA-AAAAA-AAAAAA'];
    expect(
      mailed(['access'], {
        mail: { toSenderToday: 0, crisisToSenderToday: 0, toAnybodyThisHour: 0, stopped: false, untold },
      }).text,
    ).toContain(untold[0]);
  });

  it('to a cry for help holds nothing but help', () => {
    const setting = aSetting({
      scene: aScene({ channel: 'mail', threadRef: 'thread' }),
      meaning: { safety: 'crisis' },
      inbound: { mail: aMailPart },
    });
    const { text } = render(
      mailDraft(respond(plan(setting.meaning, setting.scene), setting), setting),
      shippedPolicy.phrases,
    );
    expect(text).not.toMatch(/\/t\/thread|STOP/);
  });
});

/** A mail proves nothing, whatever its sender has proven elsewhere. */
const neutralAssurance = aScene().assurance;
