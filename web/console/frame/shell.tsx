/** What stands around every page behind the sign-in. */
import { SkipLink } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import { Outlet } from 'react-router';
import { useSession } from '../api/queries.js';
import { CrisisAlert } from '../queues/crisis-alert.js';
import { useWords } from '../words/use-words.js';
import { FaultAlert } from './fault-alert.js';
import { Header } from './header.js';
import { AwayNote } from './person-menu.js';
import { ResultLine } from './results.js';

export function Shell(): JSX.Element {
  const { say } = useWords();
  const { error } = useSession();
  return (
    <>
      <SkipLink href="#main">{say.skip}</SkipLink>
      <Header />
      <main id="main" tabIndex={-1}>
        <CrisisAlert />
        <FaultAlert error={error} />
        <AwayNote />
        <ResultLine />
        <Outlet />
      </main>
    </>
  );
}
