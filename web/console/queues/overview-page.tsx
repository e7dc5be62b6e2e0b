/** Where the day begins: her own cases, then what waits. */
import { Details, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import { Link as RouterLink } from 'react-router';
import { useQueues } from '../api/queries.js';
import { useDeskNow } from '../frame/desk-time.js';
import { Loaded } from '../frame/loaded.js';
import { Page } from '../frame/page.js';
import { useWords } from '../words/use-words.js';
import { byUrgency, isEmpty } from './order.js';
import { PagesOfCases } from './pages-of-cases.js';
import { QueueList } from './queue-list.js';

export function OverviewPage(): JSX.Element {
  const { language, say } = useWords();
  const query = useQueues();
  const now = useDeskNow();
  return (
    <Page title={say.overview}>
      <section aria-labelledby="mine">
        <Heading level={2} data-size="2xs" id="mine">
          {say.mine}
        </Heading>
        <PagesOfCases list="mine=1" empty={say.noMine} />
      </section>
      <section aria-labelledby="queues">
        <Heading level={2} data-size="2xs" id="queues">
          {say.queues}
        </Heading>
        <Loaded query={query}>
          {({ queues }) => {
            const busy = byUrgency(queues.filter((queue) => !isEmpty(queue)));
            const empty = queues.filter(isEmpty);
            return (
              <>
                {busy.length === 0 ? <Paragraph>{say.noQueues}</Paragraph> : <QueueList queues={busy} now={now} />}
                {empty.length > 0 && (
                  <Details className="empties">
                    <Details.Summary>
                      {say.emptyQueues} ({empty.length})
                    </Details.Summary>
                    <Details.Content>
                      <ul className="links">
                        {empty.map(({ id, name }) => (
                          <li key={id}>
                            <Link asChild>
                              <RouterLink to={`/queues/${id}`}>{name[language]}</RouterLink>
                            </Link>
                          </li>
                        ))}
                      </ul>
                    </Details.Content>
                  </Details>
                )}
              </>
            );
          }}
        </Loaded>
      </section>
    </Page>
  );
}
