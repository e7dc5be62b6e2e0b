/** What keeps three language versions of one privacy notice from being used together. */
import { allClauses, type Notice } from './notice.js';

/**
 * @param notices  the same notice in each language
 * @param hidden   names that must not stand in it: the processors' (S29)
 * @returns        one sentence a fault: another version, another order of clauses, a clause left out, a hidden name
 */
export const noticeFaults = (notices: readonly Notice[], hidden: readonly string[] = []): readonly string[] => {
  const [first] = notices;
  return notices.flatMap((notice) => [
    ...(first === undefined ? [] : differences(first, notice)),
    ...allClauses
      .filter((clause) => !notice.paragraphs.some(({ clauses }) => clauses.includes(clause)))
      .map((clause) => `${notice.language}: ${clause} is not covered`),
    ...hidden
      .filter((name) => notice.paragraphs.some(({ text }) => text.toLowerCase().includes(name.toLowerCase())))
      .map((name) => `${notice.language}: "${name}" must not be named in the notice`),
  ]);
};

const differences = (first: Notice, other: Notice): readonly string[] => [
  ...(first.version === other.version ? [] : [`${other.language}: is version ${other.version}, not ${first.version}`]),
  ...(first.validFrom === other.validFrom
    ? []
    : [`${other.language}: is valid from another day than ${first.language}`]),
  ...(outline(first) === outline(other) ? [] : [`${other.language}: has other paragraphs than ${first.language}`]),
];

const outline = (notice: Notice): string =>
  notice.paragraphs.map(({ id, clauses }) => `${id}:${clauses.join('+')}`).join(' ');
