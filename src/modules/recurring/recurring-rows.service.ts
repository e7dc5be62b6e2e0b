import { join } from 'node:path';
import { loadYaml } from '../policy/load-yaml.service.js';
import { SkrankeError } from '../values/errors.js';
import { recurringSchema, type RecurringRow, type RecurringWork } from './recurring.schema.js';

export type RecurringRows = readonly RecurringRow[];

/** Injection token: the rows of `config/recurring.yaml`. */
export const RECURRING_ROWS = Symbol('recurring rows');

/**
 * Reads the schedule and holds it against what can be run: a row nobody runs, or work no row names, stops the start.
 * @throws SKR_POLICY_INVALID
 */
export const loadRecurring = (configDirectory: string, works: readonly RecurringWork[]): RecurringRows => {
  const loaded = loadYaml(join(configDirectory, 'recurring.yaml'), recurringSchema);
  if (!loaded.ok) throw new SkrankeError('SKR_POLICY_INVALID', loaded.faults.join('\n'));
  const names = loaded.value.map((row) => row.name);
  const faults = [
    ...names
      .filter((name) => !works.some((work) => work.name === name))
      .map((name) => `config/recurring.yaml: nobody runs "${name}"`),
    ...works
      .filter((work) => !names.includes(work.name))
      .map((work) => `config/recurring.yaml: "${work.name}" has no schedule`),
  ];
  if (faults.length > 0) throw new SkrankeError('SKR_POLICY_INVALID', faults.join('\n'));
  return loaded.value;
};
