/** The top of a case: what is wanted in plain words, and how it stands. */
import { Link } from '@digdir/designsystemet-react';
import type { JSX, ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Case } from '../api/case.js';
import { useQueues } from '../api/queries.js';
import { useDeskNow } from '../frame/desk-time.js';
import { Page } from '../frame/page.js';
import { DeadlineTag } from '../queues/deadline-tag.js';
import { StageTag } from '../queues/stage-tag.js';
import { isEnded } from '../time/deadline.js';
import { lasting } from '../time/lasting.js';
import { useWords } from '../words/use-words.js';
import { wanted } from '../words/wants.js';
import { fill, named } from '../words/words.js';

type Props = { readonly now: Case; readonly children: ReactNode };

export function CaseHead({ now, children }: Props): JSX.Element {
  const { language, say } = useWords();
  const deskNow = useDeskNow();
  const queue = useQueues().data?.queues.find(({ id }) => id === now.queue);
  const age = lasting(Date.parse(deskNow) - Date.parse(now.receivedAt), say);
  return (
    <Page
      title={wanted(now, say, language)}
      above={
        queue !== undefined && (
          <p className="above">
            {say.queue}:{' '}
            <Link asChild>
              <RouterLink to={`/queues/${queue.id}`}>{queue.name[language]}</RouterLink>
            </Link>
          </p>
        )
      }
      below={
        <div className="standing">
          <StageTag stage={now.stage} />
          {!isEnded(now.stage) && <DeadlineTag row={now} now={deskNow} />}
          <span>{now.receipt}</span>
          <span>{named(say, 'channel', now.channel ?? 'none')}</span>
          <span>
            {say.received.toLowerCase()} {fill(say.age, age)}
          </span>
        </div>
      }
    >
      {children}
    </Page>
  );
}
