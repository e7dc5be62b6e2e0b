/** Tells what went wrong where there is no form to tell it beside. */
import { useCallback } from 'react';
import { faultFrom } from '../api/fault.js';
import { useWords } from '../words/use-words.js';
import { faultInWords } from './fault-alert.js';
import { useTell } from './results.js';

export function useTellFault(): (error: unknown) => void {
  const { say } = useWords();
  const tell = useTell();
  return useCallback((error) => tell(faultInWords(faultFrom(error), say), 'not-done'), [say, tell]);
}
