/** What a page already shows of a case. Looking at that once more is no reading of the case. */
import type { CaseScene } from './case-scene.js';

/** @property lastSeq  of its conversation; 0 where there is none */
export type KnownCase = { readonly version: number; readonly lastSeq: number };

/** @param text  `version.lastSeq`; null for everything that is not such a pair */
export const readKnownCase = (text: unknown): KnownCase | null => {
  const [, version, lastSeq] = (typeof text === 'string' ? /^(\d{1,9})\.(\d{1,9})$/.exec(text) : null) ?? [];
  return version === undefined || lastSeq === undefined ? null : { version: Number(version), lastSeq: Number(lastSeq) };
};

export const isAsKnown = ({ version, conversation }: CaseScene, known: KnownCase | null): boolean =>
  known !== null && version === known.version && (conversation?.lastSeq ?? 0) === known.lastSeq;
