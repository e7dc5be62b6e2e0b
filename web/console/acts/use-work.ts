/** Working on the case on the page: what she had read, what is new since, and sending what she does. */
import { useState } from 'react';
import type { Act, Case } from '../api/case.js';
import { faultFrom } from '../api/fault.js';
import { useAct } from '../api/use-act.js';
import { whatChanged } from '../case/changes.js';
import { useDraft, type DraftBox } from '../draft/use-draft.js';
import type { Field } from '../draft/drafts.js';
import { useDeskNow } from '../frame/desk-time.js';
import { useTell } from '../frame/results.js';
import { useWorker } from '../frame/worker.js';
import { useWords } from '../words/use-words.js';

/**
 * @property told  what is said when it went well
 * @property sent  the parts of the draft that went with it
 */
type Doing = {
  readonly act: Act;
  readonly told: string;
  readonly sent?: readonly Field[];
  readonly onError?: (error: Error) => void;
};

export type Work = {
  readonly now: Case;
  readonly box: DraftBox;
  readonly news: readonly string[];
  readonly seen: () => void;
  /** Number of the last line she has been shown. */
  readonly lastSeq: number;
  readonly busy: Act['do'] | null;
  readonly error: Error | null;
  readonly perform: (doing: Doing) => void;
  /** Takes what went wrong off the page. */
  readonly forget: () => void;
};

export function useWork(now: Case): Work {
  const { language, say } = useWords();
  const tell = useTell();
  const deskNow = useDeskNow();
  const act = useAct(now);
  const box = useDraft(useWorker().id, now.id);
  const [read, setRead] = useState(now);
  const [confronted, setConfronted] = useState(false);
  const reset = (to: Case): void => {
    setRead(to);
    setConfronted(false);
  };
  return {
    now,
    box,
    news: whatChanged(read, now, say, { language, now: deskNow }),
    seen: () => reset(now),
    lastSeq: confronted ? now.lastSeq : read.lastSeq,
    busy: act.isPending ? act.variables.do : null,
    error: act.error,
    forget: act.reset,
    perform: ({ act: doing, told, sent = [], onError }) =>
      act.mutate(doing, {
        onSuccess: (after) => {
          reset(after);
          box.clear(...sent);
          tell(told);
        },
        onError: (error) => {
          if (faultFrom(error).kind === 'stale') setConfronted(true);
          onError?.(error);
        },
      }),
  };
}
