import { join } from 'node:path';
import { loadYaml, type ConfigFault, type Loaded } from '../policy/load-yaml.service.js';
import {
  collectorSchema,
  sampleCaseworkersSchema,
  sampleCreditorsSchema,
  samplePeopleSchema,
  type SampleWorld,
} from '../policy/sample.schema.js';
import { SkrankeError } from '../values/errors.js';

/** Injection token of the sample world; demo mode only. */
export const SAMPLE_WORLD = Symbol('sample world');

/** @throws SKR_POLICY_INVALID naming every fault with file and line */
export const loadSampleWorld = (configDirectory: string): SampleWorld => {
  const at = (name: string): string => join(configDirectory, 'sample', name);
  const collector = loadYaml(at('collector.yaml'), collectorSchema);
  const creditors = loadYaml(at('creditors.yaml'), sampleCreditorsSchema);
  const people = loadYaml(at('people.yaml'), samplePeopleSchema);
  const caseworkers = loadYaml(at('caseworkers.yaml'), sampleCaseworkersSchema);
  if (collector.ok && creditors.ok && people.ok && caseworkers.ok) {
    return {
      collector: collector.value,
      creditors: creditors.value.creditors,
      people: people.value.people,
      caseworkers: caseworkers.value.caseworkers,
    };
  }
  throw new SkrankeError(
    'SKR_POLICY_INVALID',
    [collector, creditors, people, caseworkers].flatMap(faultsOf).join('\n'),
  );
};

const faultsOf = (loaded: Loaded<unknown>): readonly ConfigFault[] => (loaded.ok ? [] : loaded.faults);
