/** Cases in a list, overdue first: what each is about and how it stands; never whose it is. */
import { Link } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Row } from '../api/contract.js';
import { useWorker } from '../frame/worker.js';
import { lasting } from '../time/lasting.js';
import { useWords } from '../words/use-words.js';
import { shortReceipt } from '../words/short-receipt.js';
import { wanted } from '../words/wants.js';
import { fill, named } from '../words/words.js';
import { Cell, Columns } from './cell.js';
import { DeadlineTag } from './deadline-tag.js';
import { byDeadline } from './order.js';
import { StageTag } from './stage-tag.js';

type Props = { readonly rows: readonly Row[]; readonly now: string };

export function CaseList({ rows, now }: Props): JSX.Element {
  const { say } = useWords();
  return (
    <ul className="list cases">
      <Columns names={[say.kind, say.deadline, say.stage, say.assignee, say.identity, say.received]} />
      {byDeadline(rows).map((row) => (
        <CaseLine key={row.id} row={row} now={now} />
      ))}
    </ul>
  );
}

function CaseLine({ row, now }: { readonly row: Row; readonly now: string }): JSX.Element {
  const { language, say } = useWords();
  const me = useWorker();
  const age = lasting(Date.parse(now) - Date.parse(row.receivedAt), say);
  return (
    <li className={row.overdue ? 'line overdue' : 'line'}>
      <div className="cell main">
        <Link asChild>
          <RouterLink to={`/cases/${row.id}`}>{wanted(row, say, language)}</RouterLink>
        </Link>
        <small>
          {shortReceipt(row.receipt)} · {named(say, 'channel', row.channel ?? 'none')} ·{' '}
          {named(say, 'lang', row.language)}
        </small>
      </div>
      <Cell name={say.deadline}>
        <DeadlineTag row={row} now={now} />
      </Cell>
      <Cell name={say.stage}>
        <StageTag stage={row.stage} />
      </Cell>
      <Cell name={say.assignee}>{row.assignee?.id === me.id ? say.isYou : (row.assignee?.name ?? say.nobody)}</Cell>
      <Cell name={say.identity}>{named(say, 'identity', row.identity)}</Cell>
      <Cell name={say.received}>{fill(say.age, age)}</Cell>
    </li>
  );
}
