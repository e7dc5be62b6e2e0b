/** Other cases that began with the same message. */
import { Link } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Case } from '../api/case.js';
import { useQueues } from '../api/queries.js';
import { StageTag } from '../queues/stage-tag.js';
import { useWords } from '../words/use-words.js';
import { shortReceipt } from '../words/short-receipt.js';
import { capitalised } from '../words/wants.js';
import { Panel } from './panel.js';

export function Siblings({ now }: { readonly now: Case }): JSX.Element | null {
  const { language, say } = useWords();
  const cleared = useQueues().data?.queues ?? [];
  if (now.siblings.length === 0) return null;
  return (
    <Panel title={say.siblings}>
      <ul className="links">
        {now.siblings.map(({ id, receipt, kind, queue, stage }) => (
          <li key={id}>
            {cleared.some((one) => one.id === queue) ? (
              <Link asChild>
                <RouterLink to={`/cases/${id}`}>{capitalised(kind[language])}</RouterLink>
              </Link>
            ) : (
              capitalised(kind[language])
            )}{' '}
            <small>{shortReceipt(receipt)}</small> <StageTag stage={stage} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
