/** A list that grows by a page at a time; each page is asked for again by itself. */
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState, type JSX } from 'react';
import { useCases } from '../api/queries.js';
import { useDeskNow } from '../frame/desk-time.js';
import { Loaded } from '../frame/loaded.js';
import { useWords } from '../words/use-words.js';
import { CaseList } from './case-list.js';

type Props = { readonly list: string; readonly empty: string };

export function PagesOfCases({ list, empty }: Props): JSX.Element {
  const { say } = useWords();
  const query = useCases(list);
  const now = useDeskNow();
  const [more, setMore] = useState(false);
  return (
    <Loaded query={query}>
      {({ cases, nextCursor }) => (
        <>
          {cases.length === 0 ? <Paragraph>{empty}</Paragraph> : <CaseList rows={cases} now={now} />}
          {nextCursor !== null && more && (
            <PagesOfCases
              list={`${list.replace(/&cursor=.*$/u, '')}&cursor=${encodeURIComponent(nextCursor)}`}
              empty={say.noCases}
            />
          )}
          {nextCursor !== null && !more && (
            <Button variant="secondary" onClick={() => setMore(true)}>
              {say.more}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}
