/** Whether two people look at a case of this queue before it ends. */
import { useQueues } from '../api/queries.js';

export const useFourEyes = (queue: string): boolean =>
  useQueues().data?.queues.some(({ id, fourEyes }) => id === queue && fourEyes) ?? false;
