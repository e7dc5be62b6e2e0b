/** Who may come in, and where each address leads. */
import type { JSX } from 'react';
import { Route, Routes } from 'react-router';
import { useSession } from './api/queries.js';
import { CasePage } from './case/case-page.js';
import { Loaded } from './frame/loaded.js';
import { NotFound } from './frame/not-found.js';
import { Shell } from './frame/shell.js';
import { WorkerContext } from './frame/worker.js';
import { LoginPage } from './login/login-page.js';
import { MinePage } from './queues/mine-page.js';
import { OverviewPage } from './queues/overview-page.js';
import { QueuePage } from './queues/queue-page.js';

export function App(): JSX.Element {
  const session = useSession();
  return (
    <Loaded query={session}>
      {(now) =>
        now.worker === null ? (
          <LoginPage session={now} />
        ) : (
          <WorkerContext value={now.worker}>
            <Routes>
              <Route element={<Shell />}>
                <Route index element={<OverviewPage />} />
                <Route path="mine" element={<MinePage />} />
                <Route path="queues/:id" element={<QueuePage />} />
                <Route path="cases/:id" element={<CasePage />} />
                <Route path="*" element={<NotFound />} />
              </Route>
            </Routes>
          </WorkerContext>
        )
      }
    </Loaded>
  );
}
