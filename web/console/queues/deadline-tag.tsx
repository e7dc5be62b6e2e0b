/** How a deadline stands, in words and colour. */
import { Tag } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Row } from '../api/contract.js';
import { deadlineOf, type DeadlineTone } from '../time/deadline.js';
import { dueAt } from '../time/oslo.js';
import { useWords } from '../words/use-words.js';

const colours = { overdue: 'danger', soon: 'warning', fine: 'neutral', met: 'success' } as const satisfies Readonly<
  Record<DeadlineTone, string>
>;

type Props = { readonly row: Pick<Row, 'deadlineAt' | 'stage'>; readonly now: string };

export function DeadlineTag({ row, now }: Props): JSX.Element {
  const { language, say } = useWords();
  const { tone, text } = deadlineOf(row, now, say);
  return (
    <span className="deadline">
      <Tag data-color={colours[tone]} data-size="sm">
        {text}
      </Tag>
      <time dateTime={row.deadlineAt}>{dueAt(row.deadlineAt, language, now)}</time>
    </span>
  );
}
