/** Draws what a question brought; before that that it is on its way, and else why it is not here. */
import { Spinner } from '@digdir/designsystemet-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { faultFrom } from '../api/fault.js';
import { useWords } from '../words/use-words.js';
import { FaultAlert } from './fault-alert.js';

type Props<T> = { readonly query: UseQueryResult<T>; readonly children: (value: T) => ReactNode };

export function Loaded<T>({ query, children }: Props<T>): JSX.Element {
  const { say } = useWords();
  const { data, error } = query;
  // A poll that failed takes nothing off the page; that the desk is away is told once, by the shell.
  const lost = error !== null && faultFrom(error).kind === 'gone';
  if (data !== undefined && !lost) return <>{children(data)}</>;
  if (error !== null) return <FaultAlert error={error} onRetry={() => void query.refetch()} />;
  return (
    <div className="loading">
      <Spinner aria-label={say.loading} />
    </div>
  );
}
