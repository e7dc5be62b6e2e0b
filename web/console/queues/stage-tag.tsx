/** Where a case stands. */
import { Tag } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import type { Stage } from '../api/contract.js';
import { useWords } from '../words/use-words.js';
import { named } from '../words/words.js';

const colours = {
  open: 'accent',
  claimed: 'info',
  waiting: 'neutral',
  proposed: 'warning',
  settled: 'success',
  forwarded: 'success',
  withdrawn: 'neutral',
} as const satisfies Readonly<Record<Stage, string>>;

export function StageTag({ stage }: { readonly stage: Stage }): JSX.Element {
  const { say } = useWords();
  return (
    <Tag data-color={colours[stage]} data-size="sm">
      {named(say, 'stage', stage)}
    </Tag>
  );
}
