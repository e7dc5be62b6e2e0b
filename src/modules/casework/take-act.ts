/** The heart of road 3: from a case as it stands and what a caseworker does to everything that follows. */
import type { Act } from './act.js';
import type { ActOutcome } from './act-outcome.js';
import type { ActSetting } from './act-setting.js';
import { refusalOf } from './allowed.js';
import { stopsOf } from './check-letter.js';
import { moveCase } from './move-case.js';
import { nothingElse } from './nothing-else.js';
import { approve, settle } from './settle.js';
import { tellThatItWaits, writeLetter } from './write-letter.js';

/**
 * Transition, ground, deadline, decide, render: pure. Nothing has happened yet.
 * @returns what to write, why it may not be done, or what in the letter stops it
 */
export const takeAct = (act: Act, setting: ActSetting): ActOutcome => {
  const { scene, worker, version } = setting;
  if (version !== scene.version) return { outcome: 'refused', refusal: 'stale' };
  const refusal = refusalOf(act.do, scene, worker);
  if (refusal !== null) return { outcome: 'refused', refusal };
  switch (act.do) {
    case 'answer':
      return answer(act, setting);
    case 'settle':
      return settle({ ground: act.ground, text: act.text, looks: act.secondLook ? 'second' : 'first' }, setting);
    case 'approve':
      return approve(setting);
    default:
      return moveCase(act, setting);
  }
};

/** Her words go where the person wrote from; from then on a person answers there and the desk is silent. */
const answer = (act: Extract<Act, { do: 'answer' }>, setting: ActSetting): ActOutcome => {
  const { scene, rules, policy } = setting;
  if (act.ifLastSeq !== null && act.ifLastSeq !== scene.conversation?.lastSeq)
    return { outcome: 'refused', refusal: 'moved-on' };
  const letter = writeLetter(scene, act.text, false, policy);
  if (letter === null || rules === null) return { outcome: 'refused', refusal: 'unreachable' };
  const findings = stopsOf(act.text, rules, act.secondLook ? 'second' : 'first', policy.letters);
  if (findings.length > 0) return { outcome: 'stopped', findings };
  return {
    outcome: 'done',
    acted: {
      ...nothingElse,
      act: 'answer',
      record: { secondLook: act.secondLook },
      letter,
      waits: tellThatItWaits(scene, policy),
      owner: 'human',
    },
  };
};
