/** The register of processors as it is told to somebody who asks for the names (S29). */
import type { Language } from './phrases.js';
import type { Processors } from './processors.schema.js';

type Place = Processors['processors'][string]['subProcessors'][number];

/** @returns one line a processor, its sub-processors after it: `Name (purpose, NO); uses Other (purpose, NO)` */
export const processorLines = ({ processors }: Processors, language: Language): string =>
  Object.values(processors)
    .map((row) => [line(row, language), ...row.subProcessors.map((sub) => `${uses[language]} ${line(sub, language)}`)])
    .map((parts) => parts.join('; '))
    .join('\n');

/** Every name that must not stand in the notice or in a general answer. */
export const processorNames = ({ processors }: Processors): readonly string[] =>
  Object.values(processors).flatMap((row) => [row.name, ...row.subProcessors.map((sub) => sub.name)]);

const uses = { nb: 'bruker', nn: 'bruker', en: 'uses' } as const;

const line = ({ name, purpose, country }: Place, language: Language): string =>
  `${name} (${purpose[language]}, ${country})`;
