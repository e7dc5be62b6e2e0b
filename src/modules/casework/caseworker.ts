import type { QueueRule } from '../policy/desk-policy.js';

/** Who sits at the desk. Roles are the clearances of `config/policy/queues.yaml`, read afresh with every request. */
export type Caseworker = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly absent: boolean;
};

/** Who did something, and when. */
export type By = { readonly worker: Caseworker; readonly now: Date };

/** Whether somebody may open what lies in a queue; a case in another queue is not there for her (I01). */
export const clears = (worker: Pick<Caseworker, 'roles'>, queue: Pick<QueueRule, 'clearance'>): boolean =>
  worker.roles.includes(queue.clearance);

/** Whether somebody can be given work now. */
export const isAtWork = ({ absent }: Pick<Caseworker, 'absent'>): boolean => !absent;

/**
 * Whether two accounts are one person: four eyes are two people, not two log-ins.
 * @source I05
 */
export const isSamePerson = (a: Pick<Caseworker, 'id' | 'name'>, b: Pick<Caseworker, 'id' | 'name'>): boolean =>
  a.id === b.id || plain(a.name) === plain(b.name);

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
