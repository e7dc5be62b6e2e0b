/** What the person wrote, as she wrote it. Text and nothing else: no links, no pictures. */
import { Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Case } from '../api/case.js';
import { useWords } from '../words/use-words.js';
import { fill } from '../words/words.js';
import { Panel } from './panel.js';

export function OwnWords({ now }: { readonly now: Case }): JSX.Element {
  const { say } = useWords();
  return (
    <Panel title={say.inTheirWords}>
      {now.subject !== null && (
        <Paragraph data-size="sm" lang={now.language}>
          {fill(say.subject, now.subject)}
        </Paragraph>
      )}
      {now.words.trim() === '' ? (
        <Paragraph>{say.noWords}</Paragraph>
      ) : (
        <blockquote className="words" lang={now.language}>
          {now.words}
        </blockquote>
      )}
    </Panel>
  );
}
