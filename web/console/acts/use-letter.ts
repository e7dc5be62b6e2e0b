/** A letter on its way: what the desk found in it, and whether she has looked at it a second time. */
import { useState } from 'react';
import { faultFrom, type Finding } from '../api/fault.js';
import { moved, shifted } from './mark.js';

type Linted = { readonly letter: string; readonly findings: readonly Finding[] };

/**
 * @property findings  where they are in the letter as it stands now
 * @property asks      the desk has read the letter exactly as it stands, and found something
 * @property mayPass   a second look would let all of it go
 * @property holds     it is no use to send it as it stands
 */
export type LetterCheck = {
  readonly findings: readonly Finding[];
  readonly asks: boolean;
  readonly mayPass: boolean;
  readonly looked: boolean;
  readonly holds: boolean;
  readonly look: (looked: boolean) => void;
  readonly onError: (error: Error) => void;
};

/** A second look holds for the letter that was looked at: one more word, and the desk reads it anew. */
export function useLetter(letter: string): LetterCheck {
  const [linted, setLinted] = useState<Linted>({ letter: '', findings: [] });
  const [lookedAt, setLookedAt] = useState<string>();
  const asks = linted.findings.length > 0 && linted.letter === letter;
  const mayPass = linted.findings.every((finding) => finding.mayPass);
  const looked = asks && mayPass && lookedAt === letter;
  return {
    findings: linted.letter === letter ? linted.findings : moved(linted.findings, linted.letter, letter),
    asks,
    mayPass,
    looked,
    holds: asks && !looked,
    look: (now) => setLookedAt(now ? letter : undefined),
    onError: (error) => {
      const fault = faultFrom(error);
      // The desk reads a letter without the space around it.
      if (fault.kind === 'lint')
        setLinted({ letter, findings: shifted(fault.findings, letter.length - letter.trimStart().length) });
    },
  };
}
