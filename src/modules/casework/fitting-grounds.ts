import type { GroundOutcome, GroundRule } from '../policy/grounds.schema.js';
import type { CaseScene } from './case-scene.js';

/** Where a request of the data subject stands after its case has ended. */
export type RequestState =
  'decided_granted' | 'decided_partial' | 'decided_refused' | 'unidentified_closed' | 'forwarded' | 'closed';

type Asked = Pick<CaseScene, 'role' | 'request'>;

/**
 * The grounds a case may end on. What a creditor must decide is forwarded and nothing else; what the collector must
 * decide itself is never forwarded.
 * @param grounds  the closed list of `config/policy/grounds.yaml`
 * @source         S9, S10; Art. 28(3)(e); rights 5.9, L4, L9
 */
export const fittingGrounds = (scene: Asked, grounds: readonly GroundRule[]): readonly GroundRule[] =>
  grounds.filter((ground) => fitsRole(ground, scene) && fitsKind(ground, scene));

const fitsRole = (ground: GroundRule, { role, request }: Asked): boolean => {
  if (ground.outcome === 'forwarded') return role !== 'controller';
  return role !== 'processor' || request === null;
};

const fitsKind = (ground: GroundRule, { request }: Asked): boolean => {
  if (ground.for === 'any') return true;
  if (ground.for === 'service') return request === null;
  if (request === null) return false;
  return ground.for === 'rights' || ground.for.some((right) => right === request.right);
};

const states: Readonly<Record<GroundOutcome, RequestState>> = {
  granted: 'decided_granted',
  partial: 'decided_partial',
  refused: 'decided_refused',
  unidentified: 'unidentified_closed',
  forwarded: 'forwarded',
  done: 'closed',
};

export const requestStateAfter = (outcome: GroundOutcome): RequestState => states[outcome];
