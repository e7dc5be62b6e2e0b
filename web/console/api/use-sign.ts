/** Coming, going, and being away. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { send } from './call.js';
import { keys } from './queries.js';

export const useSignIn = (): UseMutationResult<unknown, Error, string> =>
  useSigned(async (caseworkerId) => send('POST', 'session', { caseworkerId }));

export const useSignOut = (): UseMutationResult<unknown, Error, void> =>
  useSigned(async () => send('DELETE', 'session', {}));

export const useAbsence = (): UseMutationResult<unknown, Error, boolean> =>
  useSigned(async (absent) => send('PUT', 'absence', { absent }));

/** Who sits here has changed: nothing that was shown to her before stays in memory. */
function useSigned<V>(change: (value: V) => Promise<unknown>): UseMutationResult<unknown, Error, V> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === 'case' || queryKey[0] === 'cases' });
      await client.invalidateQueries({ queryKey: keys.session });
      await client.invalidateQueries({ queryKey: keys.queues });
    },
  });
}
