/** What a caseworker does in the console, always on a fresh page; every case shown is held against the API's own shape. */
import { caseAnswer } from '../../src/modules/console/answer.schema.js';
import type { ActBody, ConsoleAnswer, ConsoleClient } from './console-client.js';
import type { OpenedCase } from './opened-case.js';

export const opened = async (worker: ConsoleClient, id: string): Promise<OpenedCase> => {
  const body = await worker.get<OpenedCase>(`cases/${id}`);
  caseAnswer.parse(body);
  return body;
};

/** Does something with the case as it now stands. @returns what was said to it, whatever that is */
export const act = async (worker: ConsoleClient, id: string, what: ActBody): Promise<ConsoleAnswer> =>
  worker.act(id, { version: (await opened(worker, id)).version, ...what });

/** @returns the case afterwards; @throws when it was not done */
export const done = async (worker: ConsoleClient, id: string, what: ActBody): Promise<OpenedCase> => {
  const { status, body } = await act(worker, id, what);
  if (status !== 200) throw new Error(`${what.do}: ${String(status)} ${JSON.stringify(body)}`);
  return body as OpenedCase;
};
