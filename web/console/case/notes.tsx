/** What colleagues noted for each other. */
import { Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Note } from '../api/case.js';
import { useDeskNow } from '../frame/desk-time.js';
import { moment } from '../time/oslo.js';
import { useWords } from '../words/use-words.js';
import { Panel } from './panel.js';

export function Notes({ notes }: { readonly notes: readonly Note[] }): JSX.Element {
  const { language, say } = useWords();
  const deskNow = useDeskNow();
  return (
    <Panel title={say.notes}>
      {notes.length === 0 && <Paragraph data-size="sm">{say.noNotes}</Paragraph>}
      <ul className="notes">
        {notes.map(({ author, at, text }) => (
          <li key={`${at}-${author.id}`}>
            <p className="by">
              {author.name} <time dateTime={at}>{moment(at, language, deskNow)}</time>
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
