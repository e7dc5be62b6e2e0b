/** The journal's lines on this case: who read and did what, and why. */
import { Details, Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { HistoryLine } from '../api/case.js';
import { useDeskNow } from '../frame/desk-time.js';
import { moment } from '../time/oslo.js';
import { useWords } from '../words/use-words.js';
import { fill, named } from '../words/words.js';

export function History({ lines }: { readonly lines: readonly HistoryLine[] }): JSX.Element {
  const { language, say } = useWords();
  const deskNow = useDeskNow();
  return (
    <Details className="history">
      <Details.Summary>
        {say.history} ({lines.length})
      </Details.Summary>
      <Details.Content>
        <Paragraph data-size="sm">{lines.length === 0 ? say.noHistory : say.historyNote}</Paragraph>
        <ol>
          {lines.map(({ at, actor, action, purpose }, index) => (
            <li key={`${at}-${String(index)}`}>
              <time dateTime={at}>{moment(at, language, deskNow)}</time>
              <span>
                <strong>{actor.name ?? named(say, 'actor', actor.kind)}</strong> {named(say, 'action', action)}
              </span>
              <small>{fill(say.why, named(say, 'purpose', purpose))}</small>
            </li>
          ))}
        </ol>
      </Details.Content>
    </Details>
  );
}
