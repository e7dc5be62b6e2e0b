/** The word lists beside the model: what calls a person, how case numbers look, which languages are foreign. */
import { caseNumberFinder, type CaseNumberFinder, type CaseNumberShapes } from './case-numbers.js';
import { compileForeign, type ForeignLexicon, type ForeignWords } from './foreign.js';
import { compileSafety, type SafetyLexicon, type SafetyLists } from './safety.js';

export type LexiconFiles = {
  readonly safety: SafetyLists;
  readonly caseNumbers: CaseNumberShapes;
  readonly foreign: ForeignWords;
};

export type Lexicon = {
  readonly safety: SafetyLexicon;
  readonly findCaseNumbers: CaseNumberFinder;
  readonly foreign: ForeignLexicon;
};

/** @throws RangeError for a phrase that cannot be read */
export function compileLexicon(files: LexiconFiles): Lexicon {
  return {
    safety: compileSafety(files.safety),
    findCaseNumbers: caseNumberFinder(files.caseNumbers),
    foreign: compileForeign(files.foreign),
  };
}
