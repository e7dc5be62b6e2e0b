/** An address that leads nowhere. */
import { Link, Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import { Link as RouterLink } from 'react-router';
import { useWords } from '../words/use-words.js';
import { Page } from './page.js';

export function NotFound(): JSX.Element {
  const { say } = useWords();
  return (
    <Page title={say.notFoundTitle}>
      <Paragraph>{say.notFound}</Paragraph>
      <Link asChild>
        <RouterLink to="/">{say.overview}</RouterLink>
      </Link>
    </Page>
  );
}
