/** The rules of disclosure the desk ships with, kept where no collector edits them: what "looser" is measured by. */
import { fileURLToPath } from 'node:url';
import { SkrankeError } from '../values/errors.js';
import { disclosurePolicySchema, type DisclosurePolicy } from './disclosure.schema.js';
import { loadYaml } from './load-yaml.service.js';

const path = fileURLToPath(new URL('../../../config/shipped/disclosure.yaml', import.meta.url));

/** @throws SKR_POLICY_INVALID when the desk's own copy is gone or damaged */
export const readShippedDisclosure = (): DisclosurePolicy => {
  const read = loadYaml(path, disclosurePolicySchema);
  if (!read.ok) throw new SkrankeError('SKR_POLICY_INVALID', read.faults.join('\n'));
  return read.value;
};
