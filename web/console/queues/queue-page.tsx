/** One queue: what it is for, and what waits in it. */
import { Paragraph, Tag } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import { useParams } from 'react-router';
import type { Queue } from '../api/contract.js';
import { useQueues } from '../api/queries.js';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page } from '../frame/page.js';
import { useWords } from '../words/use-words.js';
import { ClaimNext } from './claim-next.js';
import { PagesOfCases } from './pages-of-cases.js';

export function QueuePage(): JSX.Element {
  const { id } = useParams();
  const query = useQueues();
  return (
    <Loaded query={query}>
      {({ queues }) => {
        const queue = queues.find((one) => one.id === id);
        return queue === undefined ? <NotFound /> : <QueueOf key={queue.id} queue={queue} />;
      }}
    </Loaded>
  );
}

function QueueOf({ queue }: { readonly queue: Queue }): JSX.Element {
  const { language, say } = useWords();
  return (
    <Page title={queue.name[language]} beside={queue.open > 0 && <ClaimNext queue={queue} />}>
      <div className="about">
        <Paragraph>{queue.purpose[language]}</Paragraph>
        {queue.fourEyes && <Tag data-color="info">{say.fourEyes}</Tag>}
      </div>
      <PagesOfCases list={`queue=${encodeURIComponent(queue.id)}`} empty={say.noCases} />
    </Page>
  );
}
