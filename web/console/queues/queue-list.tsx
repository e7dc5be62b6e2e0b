/** The queues she may open: how much waits in each and how soon. */
import { Link, Tag } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Queue } from '../api/contract.js';
import { lasting } from '../time/lasting.js';
import { dueAt } from '../time/oslo.js';
import { useWords } from '../words/use-words.js';
import { fill } from '../words/words.js';
import { Cell, Columns } from './cell.js';
import { ClaimNext } from './claim-next.js';

type Props = { readonly queues: readonly Queue[]; readonly now: string };

export function QueueList({ queues, now }: Props): JSX.Element {
  const { say } = useWords();
  return (
    <ul className="list queues">
      <Columns names={[say.queue, say.open, say.claimed, say.waiting, say.nextDeadline, say.oldest, '']} />
      {queues.map((queue) => (
        <QueueLine key={queue.id} queue={queue} now={now} />
      ))}
    </ul>
  );
}

function QueueLine({ queue, now }: { readonly queue: Queue; readonly now: string }): JSX.Element {
  const { language, say } = useWords();
  const oldest = queue.oldestReceivedAt;
  return (
    <li className={queue.overdue > 0 ? 'line overdue' : 'line'}>
      <div className="cell main">
        <Link asChild>
          <RouterLink to={`/queues/${queue.id}`}>{queue.name[language]}</RouterLink>
        </Link>
        {queue.overdue > 0 && (
          <Tag data-color="danger" data-size="sm">
            {fill(say.overdueCount, String(queue.overdue))}
          </Tag>
        )}
      </div>
      <Cell name={say.open}>{queue.open}</Cell>
      <Cell name={say.claimed}>{queue.claimed}</Cell>
      <Cell name={say.waiting}>{queue.waiting}</Cell>
      <Cell name={say.nextDeadline}>
        {queue.nextDeadlineAt === null ? '–' : dueAt(queue.nextDeadlineAt, language, now)}
      </Cell>
      <Cell name={say.oldest}>
        {oldest === null ? '–' : fill(say.age, lasting(Date.parse(now) - Date.parse(oldest), say))}
      </Cell>
      <div className="cell end">
        {queue.open > 0 && <ClaimNext queue={queue} look={{ variant: 'secondary', 'data-size': 'sm' }} />}
      </div>
    </li>
  );
}
