/** Who may do what with a case now. The table says what its stage allows; this says whose it is to do. */
import type { ActName } from './act.js';
import { actNames } from './act.js';
import { isReachable, type CaseScene } from './case-scene.js';
import { isSamePerson, type Caseworker } from './caseworker.js';
import type { Refusal } from './refusal.js';
import { transition, type Step } from './transition.js';

const lead = 'lead';
export const crisisQueue = 'crisis';

/** The step of the table an act takes; settling where four eyes look only proposes. */
export const stepOf = (act: ActName, scene: Pick<CaseScene, 'queue'>): Step =>
  act === 'settle' && scene.queue.fourEyes ? 'propose' : act;

/**
 * @param scene   the case; that the worker clears its queue has been seen to, or there would be no scene
 * @param worker  who would do it
 * @returns       null when it may be done, else why not
 * @source        I01, I04, I05
 */
export const refusalOf = (act: ActName, scene: CaseScene, worker: Caseworker): Refusal | null => {
  const move = transition(scene.stage, stepOf(act, scene));
  if ('refused' in move) return move.refused;
  const isHers = scene.assignee === worker.id;
  const leads = worker.roles.includes(lead);
  switch (act) {
    case 'note':
      return null;
    case 'claim':
      return worker.absent ? 'absent' : null;
    case 'reassign':
      return isHers || leads ? null : 'not-yours';
    case 'resume':
      return isHers || leads || scene.stage === 'proposed' ? null : 'not-yours';
    case 'approve':
      return scene.proposal === null || isSamePerson(scene.proposal.by, worker) ? 'same-person' : null;
    case 'answer':
      if (!isHers) return 'not-yours';
      return isReachable(scene) ? null : 'unreachable';
    case 'resume-desk':
      if (!isHers) return 'not-yours';
      return hasSomethingToGiveBack(scene) ? null : 'not-here';
    case 'release':
    case 'wait':
    case 'settle':
      return isHers ? null : 'not-yours';
  }
};

/** A conversation a person took over, or one the desk only repeats the help lines in. */
const hasSomethingToGiveBack = ({ queue, conversation }: CaseScene): boolean =>
  conversation !== null && (conversation.owner === 'human' || queue.id === crisisQueue);

/** What the page may offer. */
export const allowedActs = (scene: CaseScene, worker: Caseworker): readonly ActName[] =>
  actNames.filter((act) => refusalOf(act, scene, worker) === null);
