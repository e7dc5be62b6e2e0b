/** What went wrong, in words, with the way on. */
import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import { faultFrom, type Fault } from '../api/fault.js';
import { useWords } from '../words/use-words.js';
import { fill, named, type Words } from '../words/words.js';

export const faultInWords = (fault: Fault, say: Words): string =>
  fault.kind === 'refused' ? named(say, 'refusal', fault.refusal) : say[`fault-${fault.kind}`];

type Props = { readonly error: Error | null; readonly onRetry?: () => void };

export function FaultAlert({ error, onRetry }: Props): JSX.Element | null {
  const { say } = useWords();
  if (error === null) return null;
  const fault = faultFrom(error);
  return (
    <Alert data-color={fault.kind === 'broken' ? 'danger' : 'warning'} role="alert">
      <Paragraph>{faultInWords(fault, say)}</Paragraph>
      {fault.kind === 'broken' && fault.reference !== undefined && (
        <Paragraph data-size="sm">{fill(say.reference, fault.reference)}</Paragraph>
      )}
      {onRetry !== undefined && (
        <Button variant="secondary" data-size="sm" onClick={onRetry}>
          {say.retry}
        </Button>
      )}
    </Alert>
  );
}
