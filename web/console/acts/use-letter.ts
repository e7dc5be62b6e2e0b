/** A letter on its way: what the desk found in it, and whether she has looked at it a second time. */
import { useState } from 'react';
import { faultFrom, type Finding } from '../api/fault.js';
import { moved } from './mark.js';

type Linted = { readonly letter: string; readonly findings: readonly Finding[] };

export type LetterCheck = {
  /** Where they are in the letter as it stands now. */
  readonly findings: readonly Finding[];
  /** The desk has read the letter exactly as it stands, and found something. */
  readonly asks: boolean;
  readonly looked: boolean;
  readonly look: (looked: boolean) => void;
  readonly onError: (error: Error) => void;
};

/** A second look holds for the letter that was looked at: one more word, and the desk reads it anew. */
export function useLetter(letter: string): LetterCheck {
  const [linted, setLinted] = useState<Linted>({ letter: '', findings: [] });
  const [lookedAt, setLookedAt] = useState<string>();
  const asks = linted.findings.length > 0 && linted.letter === letter;
  return {
    findings: linted.letter === letter ? linted.findings : moved(linted.findings, linted.letter, letter),
    asks,
    looked: asks && lookedAt === letter,
    look: (looked) => setLookedAt(looked ? letter : undefined),
    onError: (error) => {
      const fault = faultFrom(error);
      if (fault.kind === 'lint') setLinted({ letter, findings: fault.findings });
    },
  };
}
