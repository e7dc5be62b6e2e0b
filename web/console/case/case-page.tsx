/** A case one can work in: what is wanted, what was said, what can be done, and what is known. */
import { Link, Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { useWork } from '../acts/use-work.js';
import { WorkPanel } from '../acts/work-panel.js';
import type { Case } from '../api/case.js';
import { faultFrom } from '../api/fault.js';
import { useCase } from '../api/queries.js';
import { Loaded } from '../frame/loaded.js';
import { Page } from '../frame/page.js';
import { useWords } from '../words/use-words.js';
import { CaseHead } from './case-head.js';
import { CaseFacts } from './case-facts.js';
import { History } from './history.js';
import { News } from './news.js';
import { OwnWords } from './own-words.js';
import { saidFirst } from './said-first.js';
import { Transcript } from './transcript.js';

export function CasePage(): JSX.Element {
  const { say } = useWords();
  const { id = '' } = useParams();
  const query = useCase(id);
  if (query.error !== null && faultFrom(query.error).kind === 'gone')
    return (
      <Page title={say.caseGoneTitle}>
        <Paragraph>{say.caseGone}</Paragraph>
        <Link asChild>
          <RouterLink to="/">{say.overview}</RouterLink>
        </Link>
      </Page>
    );
  return <Loaded query={query}>{(now) => <OneCase key={now.id} now={now} />}</Loaded>;
}

function OneCase({ now }: { readonly now: Case }): JSX.Element {
  const work = useWork(now);
  const { at, rest } = saidFirst(now.words, now.transcript);
  return (
    <CaseHead now={now}>
      <News work={work} />
      <div className="case">
        <div className="said">
          <OwnWords now={now} at={at} />
          <Transcript lines={rest} language={now.language} />
        </div>
        <WorkPanel work={work} />
        <CaseFacts now={now} />
        <History lines={now.history} />
      </div>
    </CaseHead>
  );
}
