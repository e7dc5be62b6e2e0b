/** What the page asks the desk for again and again; react-query keeps the answers. */
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { nothingNew, read } from './call.js';
import type { Case } from './case.js';
import type { Queues, Rows, Session } from './contract.js';
import { Failed } from './fault.js';

export const keys = {
  session: ['session'],
  queues: ['queues'],
  cases: (list: string) => ['cases', list],
  case: (id: string) => ['case', id],
} as const;

export const useSession = (): UseQueryResult<Session> =>
  useQuery({ queryKey: keys.session, queryFn: async () => fresh<Session>('session') });

export const useQueues = (): UseQueryResult<Queues> =>
  useQuery({
    queryKey: keys.queues,
    queryFn: async () => fresh<Queues>('queues'),
    // Somebody may be in danger while another tab is in front.
    refetchIntervalInBackground: true,
  });

/** @param list  `queue=ID` or `mine=1`, with a cursor where there is more */
export const useCases = (list: string): UseQueryResult<Rows> =>
  useQuery({ queryKey: keys.cases(list), queryFn: async () => fresh<Rows>(`cases?${list}`) });

/** Asks only for what is new: reading a case is written down, and looking at an unchanged page is no reading. */
export function useCase(id: string): UseQueryResult<Case> {
  const client = useQueryClient();
  return useQuery({
    queryKey: keys.case(id),
    queryFn: async () => {
      const known = client.getQueryData<Case>(keys.case(id));
      const since = known === undefined ? '' : `?known=${String(known.version)}.${String(known.lastSeq)}`;
      const answer = await read<Case>(`cases/${encodeURIComponent(id)}${since}`);
      if (answer !== nothingNew) return answer;
      if (known === undefined) throw new Failed({ kind: 'broken', reference: undefined });
      return known;
    },
  });
}

async function fresh<T>(path: string): Promise<T> {
  const answer = await read<T>(path);
  if (answer === nothingNew) throw new Failed({ kind: 'broken', reference: undefined });
  return answer;
}
