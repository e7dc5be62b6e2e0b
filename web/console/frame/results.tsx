/** What became of what she did: one line that stays until the next thing happens, and is read out. */
import { createContext, useCallback, useContext, useMemo, useState, type JSX, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../words/use-words.js';

type Tone = 'done' | 'not-done';
type Result = { readonly text: string; readonly tone: Tone; readonly at: string };
type Results = { readonly result: Result | undefined; readonly tell: (text: string, tone?: Tone) => void };

const Told = createContext<Results>({ result: undefined, tell: () => undefined });

/** Tells a result on the page one is on when it happens, or has just been led to. */
export const useTell = (): Results['tell'] => useContext(Told).tell;

export function ResultsProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const [result, setResult] = useState<Result>();
  const { pathname } = useLocation();
  const tell = useCallback(
    (text: string, tone: Tone = 'done') => setResult({ text, tone, at: globalThis.location.pathname }),
    [],
  );
  const told = useMemo(() => ({ result, tell }), [result, tell]);
  // Told on another page: it has been read.
  const stale = result !== undefined && !result.at.endsWith(pathname);
  return <Told value={stale ? { ...told, result: undefined } : told}>{children}</Told>;
}

export function ResultLine(): JSX.Element {
  const { say } = useWords();
  const { result } = useContext(Told);
  return (
    <div role="status" aria-label={say.results} className="result">
      {result !== undefined && <p className={`told ${result.tone}`}>{result.text}</p>}
    </div>
  );
}
