/** What has changed while she was reading or writing; it stays until she has seen it. */
import { Alert, Button, Heading } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Work } from '../acts/use-work.js';
import { useWords } from '../words/use-words.js';

export function News({ work }: { readonly work: Work }): JSX.Element {
  const { say } = useWords();
  return (
    <div role="status" aria-label={say.changed} className="result">
      {work.news.length > 0 && (
        <Alert data-color="info" className="news">
          <div className="apart">
            <div>
              <Heading level={2} data-size="2xs">
                {say.changed}
              </Heading>
              <ul>
                {work.news.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </div>
            <Button variant="secondary" data-size="sm" onClick={work.seen}>
              {say.seen}
            </Button>
          </div>
        </Alert>
      )}
    </div>
  );
}
