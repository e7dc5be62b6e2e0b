/** How a case ends: on a ground that fits, in words where the ground asks for them, by two people where two are needed. */
import type { GroundRule } from '../policy/grounds.schema.js';
import type { Sealed } from '../disclosure/sealed.js';
import type { Acted, ActOutcome } from './act-outcome.js';
import type { ActSetting } from './act-setting.js';
import { crisisQueue } from './allowed.js';
import { isReachable, type CaseScene } from './case-scene.js';
import { stopsOf, type Looks } from './check-letter.js';
import { fittingGrounds, requestStateAfter } from './fitting-grounds.js';
import { secondPairBy } from './move-case.js';
import { nothingElse } from './nothing-else.js';
import { tellThatItWaits, writeLetter } from './write-letter.js';

/** What somebody would end a case with. */
export type Ending = { readonly ground: string; readonly text: Sealed<string> | null; readonly looks: Looks };

/** @returns the case ended, or proposed to a colleague where four eyes look; @source I04, L4, L9, S9, S10 */
export const settle = (ending: Ending, setting: ActSetting): ActOutcome => {
  const checked = check(ending, setting);
  if ('outcome' in checked) return checked;
  const { scene, worker, now } = setting;
  if (!scene.queue.fourEyes) return done('settle', checked, setting);
  return {
    outcome: 'done',
    acted: {
      ...nothingElse,
      act: 'settle',
      record: { proposed: checked.ground.id },
      change: {
        stage: 'proposed',
        assignee: worker.id,
        wait: { until: secondPairBy(now), reason: null },
        ending: null,
      },
      proposal: { kind: 'propose', ground: checked.ground.id, letter: checked.text },
    },
  };
};

/** The second person's yes: everything is looked at anew, because the case may have changed since it was proposed. */
export const approve = (setting: ActSetting): ActOutcome => {
  const { proposal } = setting.scene;
  if (proposal === null) return { outcome: 'refused', refusal: 'not-proposed' };
  const checked = check({ ground: proposal.ground, text: proposal.letter, looks: 'second' }, setting);
  return 'outcome' in checked ? checked : done('approve', checked, setting);
};

type Checked = { readonly ground: GroundRule; readonly text: Sealed<string> | null };

const check = (ending: Ending, { scene, rules, policy }: ActSetting): Checked | ActOutcome => {
  const ground = fittingGrounds(scene, policy.grounds).find(({ id }) => id === ending.ground);
  if (ground === undefined) return { outcome: 'refused', refusal: 'ground-unfit' };
  const { text } = ending;
  if (text === null)
    return ground.letter === 'required' && isReachable(scene)
      ? { outcome: 'refused', refusal: 'letter-needed' }
      : { ground, text };
  if (rules === null || writeLetter(scene, text, ground.needsRemedies, policy) === null)
    return { outcome: 'refused', refusal: 'unreachable' };
  const findings = stopsOf(text, rules, ending.looks, policy.letters);
  return findings.length > 0 ? { outcome: 'stopped', findings } : { ground, text };
};

const done = (act: 'settle' | 'approve', { ground, text }: Checked, setting: ActSetting): ActOutcome => {
  const { scene, worker, policy } = setting;
  const letter = text === null ? null : writeLetter(scene, text, ground.needsRemedies, policy);
  const acted: Acted = {
    ...nothingElse,
    act,
    record: { ground: ground.id, article: ground.article, dpv: ground.dpv, ...secondLook(scene) },
    change: {
      stage: ground.outcome === 'forwarded' ? 'forwarded' : 'settled',
      assignee: scene.assignee,
      wait: null,
      ending: { ground: ground.id, by: worker.id },
    },
    proposal: { kind: act === 'approve' ? 'approve' : 'none' },
    letter,
    waits: letter === null ? null : tellThatItWaits(scene, policy),
    ...givenBack(scene),
    request:
      scene.request === null ? null : { state: requestStateAfter(ground.outcome), event: 'decided', reason: ground.id },
  };
  return { outcome: 'done', acted };
};

const secondLook = ({ proposal }: CaseScene) => (proposal === null ? {} : { proposedBy: proposal.by.id });

/** With its last case the conversation goes back to the desk. */
const givenBack = ({ conversation, queue }: CaseScene): Pick<Acted, 'owner' | 'calmed'> => ({
  owner: conversation?.owner === 'human' && !conversation.shared ? 'bot' : null,
  calmed: conversation !== null && queue.id === crisisQueue && !conversation.shared,
});
