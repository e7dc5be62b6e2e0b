/** Takes the case that should be taken next; nobody chooses the easy ones. */
import { Button } from '@digdir/designsystemet-react';
import type { ComponentProps, JSX } from 'react';
import { useNavigate } from 'react-router';
import { useClaimNext } from '../api/use-act.js';
import type { Queue } from '../api/contract.js';
import { useTell } from '../frame/results.js';
import { useTellFault } from '../frame/use-tell-fault.js';
import { useWorker } from '../frame/worker.js';
import { useWords } from '../words/use-words.js';
import { fill } from '../words/words.js';

type Props = {
  readonly queue: Pick<Queue, 'id' | 'name'>;
  readonly words?: string;
  readonly look?: Pick<ComponentProps<typeof Button>, 'variant' | 'data-size'>;
};

export function ClaimNext({ queue, words, look = {} }: Props): JSX.Element {
  const { language, say } = useWords();
  const { absent } = useWorker();
  const go = useNavigate();
  const tell = useTell();
  const tellFault = useTellFault();
  const claim = useClaimNext();
  const claimed = (caseId: string | null): void => {
    if (caseId === null) {
      tell(say.nothingFree, 'not-done');
      return;
    }
    void go(`/cases/${caseId}`);
    tell(say['done-claim']);
  };
  // The button may be gone by then: an alarm that is answered leaves the page.
  const take = (): void => void claim.mutateAsync(queue.id).then(claimed, tellFault);
  return (
    <Button
      {...look}
      aria-label={words ?? fill(say.takeNextIn, queue.name[language])}
      loading={claim.isPending}
      disabled={absent}
      onClick={take}
    >
      {words ?? say.takeNext}
    </Button>
  );
}
