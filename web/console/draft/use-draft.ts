/** The draft of the case on the page. */
import { useCallback, useEffect, useState } from 'react';
import { hasWords, keepDraft, readDraft, without, type Draft, type Field } from './drafts.js';

export type DraftBox = {
  readonly draft: Draft;
  readonly write: (field: Field, text: string) => void;
  /** After it was sent. */
  readonly clear: (...fields: readonly Field[]) => void;
};

export function useDraft(worker: string, caseId: string): DraftBox {
  const [draft, setDraft] = useState<Draft>(() => readDraft(sessionStorage, worker, caseId));
  const change = useCallback((next: (now: Draft) => Draft) => setDraft(next), []);
  useEffect(() => keepDraft(sessionStorage, worker, caseId, draft), [worker, caseId, draft]);
  useEffect(() => {
    if (!hasWords(draft)) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [draft]);
  return {
    draft,
    write: useCallback((field, text) => change((now) => ({ ...now, [field]: text })), [change]),
    clear: useCallback((...fields) => change((now) => without(now, fields)), [change]),
  };
}
