/** Somebody may be in danger and nobody has looked yet: on top of every page, with the time that is left. */
import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Queue } from '../api/contract.js';
import { useQueues } from '../api/queries.js';
import { useDeskNow } from '../frame/desk-time.js';
import { lasting, timer } from '../time/lasting.js';
import { useWords } from '../words/use-words.js';
import { count, fill } from '../words/words.js';
import { ClaimNext } from './claim-next.js';
import { isAlarming } from './order.js';

export function CrisisAlert(): JSX.Element {
  const { say } = useWords();
  const { data } = useQueues();
  const queue = data?.queues.find(isAlarming);
  return (
    <>
      <div role="alert" className="ds-sr-only">
        {queue !== undefined && `${say.crisisTitle}. ${count(say.crisisCount, queue.open)}`}
      </div>
      {queue !== undefined && <Alarm queue={queue} />}
    </>
  );
}

function Alarm({ queue }: { readonly queue: Queue }): JSX.Element {
  const { say } = useWords();
  return (
    <Alert data-color="danger" className="crisis" role="region" aria-label={say.crisisTitle}>
      <div className="apart">
        <div>
          <Heading level={2} data-size="2xs">
            {say.crisisTitle}
          </Heading>
          <Paragraph>
            {count(say.crisisCount, queue.open)}{' '}
            {queue.nextDeadlineAt !== null && <Left until={queue.nextDeadlineAt} />}
          </Paragraph>
        </div>
        <ClaimNext queue={queue} words={say.crisisTake} />
      </div>
    </Alert>
  );
}

function Left({ until }: { readonly until: string }): JSX.Element {
  const { say } = useWords();
  const left = Date.parse(until) - Date.parse(useDeskNow(1_000));
  return left >= 0 ? (
    <>{fill(say.crisisLeft, timer(left))}</>
  ) : (
    <strong>{fill(say.crisisOver, fill(say.age, lasting(left, say)))}</strong>
  );
}
