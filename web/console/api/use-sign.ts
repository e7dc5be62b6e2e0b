/** Coming, going, and being away. */
import { useMutation, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query';
import { send } from './call.js';
import type { Enrolled, Enrolling } from './contract.js';
import { keys } from './queries.js';

export const useSignIn = (): UseMutationResult<unknown, Error, string> =>
  useSigned(async (caseworkerId) => send('POST', 'session', { caseworkerId }), forgetAll);

type Login = { readonly name: string; readonly password: string; readonly code: string };
type Finish = { readonly code: string; readonly password: string; readonly totp: string };

export const useLogin = (): UseMutationResult<unknown, Error, Login> =>
  useSigned(async (login) => send('POST', 'login', login), forgetAll);

export const useBeginEnrolment = (): UseMutationResult<Enrolling, Error, string> =>
  useMutation({ mutationFn: async (code) => send<Enrolling>('POST', 'enrolment', { code }) });

export const useFinishEnrolment = (): UseMutationResult<Enrolled, Error, Finish> =>
  useMutation({ mutationFn: async (finish) => send<Enrolled>('POST', 'enrolment/finish', finish) });

export const useSignOut = (): UseMutationResult<unknown, Error, void> =>
  useSigned(async () => send('DELETE', 'session', {}), forgetAll);

export const useAbsence = (): UseMutationResult<unknown, Error, boolean> =>
  useSigned(async (absent) => send('PUT', 'absence', { absent }), askAll);

function useSigned<V>(
  change: (value: V) => Promise<unknown>,
  after: (client: QueryClient) => Promise<void>,
): UseMutationResult<unknown, Error, V> {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => after(client) });
}

/** Somebody else sits here now, or nobody: nothing that was shown before stays in memory. */
async function forgetAll(client: QueryClient): Promise<void> {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] });
  await client.invalidateQueries({ queryKey: keys.session });
}

const askAll = async (client: QueryClient): Promise<void> => client.invalidateQueries();
