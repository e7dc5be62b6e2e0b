import type { DeskPolicy } from '../policy/desk-policy.js';
import type { CaseScene } from './case-scene.js';
import type { Caseworker } from './caseworker.js';
import type { LetterRules } from './lint-letter.js';

/**
 * Everything an act is decided from.
 * @property version     of the case as the caseworker had it on her page
 * @property colleagues  who could take the case over: they clear its queue and have not left
 * @property rules       what her words are held against; null where the act has no words for the person
 */
export type ActSetting = {
  readonly scene: CaseScene;
  readonly worker: Caseworker;
  readonly version: number;
  readonly colleagues: readonly Caseworker[];
  readonly rules: LetterRules | null;
  readonly policy: DeskPolicy;
  readonly now: Date;
};
