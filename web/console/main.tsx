/** Starts the console. */
import '@digdir/designsystemet-css/theme.css';
import '@digdir/designsystemet-css';
import './style/theme.css';
import './style/frame.css';
import './style/queues.css';
import './style/case.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { attention } from './api/attention.js';
import { faultFrom } from './api/fault.js';
import { keys } from './api/queries.js';
import { App } from './app.js';
import { ResultsProvider } from './frame/results.js';
import { WordsProvider } from './words/use-words.js';

const tries = 3;
/** What another try may bring. */
const passing = new Set(['unreachable', 'too-often']);

const patience = attention(window, Date.now, () => void client.invalidateQueries());
const client: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      refetchInterval: patience,
      retry: (failed, error) => passing.has(faultFrom(error).kind) && failed < tries,
      staleTime: 2_000,
    },
  },
});
// Whoever is signed out meanwhile is led to the door.
client.getQueryCache().subscribe(({ type, query }) => {
  const key = query.queryKey as readonly unknown[];
  if (type !== 'updated' || query.state.status !== 'error' || key[0] === keys.session[0]) return;
  if (faultFrom(query.state.error).kind === 'signed-out') void client.invalidateQueries({ queryKey: keys.session });
});

const root = document.getElementById('console');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <BrowserRouter basename="/console">
          <WordsProvider>
            <ResultsProvider>
              <App />
            </ResultsProvider>
          </WordsProvider>
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  );
