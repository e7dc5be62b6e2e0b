/** Acts that move a case about and say nothing to anybody. */
import { serviceDeadline } from '../requests/service-deadline.js';
import type { Act } from './act.js';
import type { Acted, ActOutcome, CaseChange } from './act-outcome.js';
import type { ActSetting } from './act-setting.js';
import { isAtWork } from './caseworker.js';
import { nothingElse } from './nothing-else.js';

export type Moving = Extract<
  Act,
  { do: 'claim' | 'release' | 'reassign' | 'wait' | 'resume' | 'note' | 'resume-desk' }
>;

/** @returns where the case goes, or why it does not; that the step is hers to take has been seen to */
export const moveCase = (act: Moving, setting: ActSetting): ActOutcome => {
  const { scene, worker } = setting;
  switch (act.do) {
    case 'claim':
      return done(act.do, { ...claimedBy(worker.id), request: takenUp(setting) });
    case 'release':
      return done(act.do, { change: { ...free, stage: 'open' } });
    case 'reassign': {
      const to = setting.colleagues.find(({ id }) => id === act.to);
      if (to === undefined || !isAtWork(to)) return { outcome: 'refused', refusal: 'no-such-colleague' };
      return done(act.do, { ...claimedBy(to.id), record: { to: to.id }, request: takenUp(setting) });
    }
    case 'wait':
      if (act.until <= setting.now) return { outcome: 'refused', refusal: 'not-ahead' };
      return done(act.do, {
        change: { stage: 'waiting', assignee: worker.id, wait: { until: act.until, reason: act.reason }, ending: null },
      });
    case 'resume':
      return done(act.do, { ...claimedBy(scene.assignee ?? worker.id), proposal: { kind: 'drop' } });
    case 'note':
      return done(act.do, { change: null, note: act.text });
    case 'resume-desk':
      return done(act.do, { change: null, owner: 'bot', calmed: true });
  }
};

/** How long a proposal waits for its second pair of eyes before it goes back to who made it (I04). */
export const secondPairBy = (now: Date): Date => serviceDeadline(now, { unit: 'workingDays', amount: 3 });

const free: CaseChange = { stage: 'open', assignee: null, wait: null, ending: null };

const claimedBy = (assignee: string): Pick<Acted, 'change'> => ({ change: { ...free, stage: 'claimed', assignee } });

/** A right of the data subject is in progress from when somebody takes it up; who has asked may still be unknown. */
const takenUp = ({ scene }: ActSetting): Acted['request'] =>
  scene.request?.state === 'received' ? { state: 'in_progress', event: 'taken', reason: null } : null;

const done = (act: Moving['do'], what: Partial<Acted>): ActOutcome => ({
  outcome: 'done',
  acted: { ...nothingElse, act, ...what },
});
