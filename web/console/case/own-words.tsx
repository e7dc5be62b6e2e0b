/** What the person wrote, as she wrote it. Text and nothing else: no links, no pictures. */
import { Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Case } from '../api/case.js';
import { useDeskNow } from '../frame/desk-time.js';
import { moment } from '../time/oslo.js';
import { useWords } from '../words/use-words.js';
import { fill } from '../words/words.js';
import { Panel } from './panel.js';

export function OwnWords({ now, at }: { readonly now: Case; readonly at: string | null }): JSX.Element {
  const { language, say } = useWords();
  const deskNow = useDeskNow();
  return (
    <Panel title={say.inTheirWords}>
      {(now.subject ?? '') !== '' && (
        <Paragraph data-size="sm" lang={now.language}>
          {fill(say.subject, now.subject ?? '')}
        </Paragraph>
      )}
      {now.words.trim() === '' ? (
        <Paragraph>{say.noWords}</Paragraph>
      ) : (
        <blockquote className="words" lang={now.language}>
          {now.words}
        </blockquote>
      )}
      {at !== null && <time dateTime={at}>{moment(at, language, deskNow)}</time>}
    </Panel>
  );
}
