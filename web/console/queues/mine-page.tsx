/** The cases she has taken. */
import type { JSX } from 'react';
import { Page } from '../frame/page.js';
import { useWords } from '../words/use-words.js';
import { PagesOfCases } from './pages-of-cases.js';

export function MinePage(): JSX.Element {
  const { say } = useWords();
  return (
    <Page title={say.mine}>
      <PagesOfCases list="mine=1" empty={say.noMine} />
    </Page>
  );
}
