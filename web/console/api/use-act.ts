/** Doing something with a case, and what follows on the page. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { send } from './call.js';
import type { Act, Case } from './case.js';
import { keys } from './queries.js';

/** Sends an act with the version that was on the page; the answer is the case as it stands now. */
export function useAct({ id, version }: Pick<Case, 'id' | 'version'>): UseMutationResult<Case, Error, Act> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (act: Act) => send<Case>('POST', `cases/${encodeURIComponent(id)}/acts`, { version, ...act }),
    onSuccess: (now) => {
      client.setQueryData(keys.case(id), now);
      void client.invalidateQueries({ queryKey: keys.queues });
      void client.invalidateQueries({ queryKey: ['cases'] });
    },
    onError: () => client.invalidateQueries({ queryKey: keys.case(id) }),
  });
}

/** @returns the case she got, or null when nothing was free */
export function useClaimNext(): UseMutationResult<string | null, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (queue: string) => {
      const path = `queues/${encodeURIComponent(queue)}/claim-next`;
      return (await send<{ readonly caseId: string | null }>('POST', path, {})).caseId;
    },
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'case' }),
  });
}

type Reprocessed = { readonly again: boolean };

export const useReprocess = (mailId: string): UseMutationResult<Reprocessed, Error, void> =>
  useMutation({
    mutationFn: async () => send<Reprocessed>('POST', `mails/${encodeURIComponent(mailId)}/reprocess`, {}),
  });
