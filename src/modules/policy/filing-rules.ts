/** What the conversation needs to file a case, joined from the tables of requests and queues. */
import type { FilingRule, QueueRule } from './desk-policy.js';
import type { QueuesPolicy } from './queues.schema.js';
import type { RequestsPolicy } from './requests.schema.js';

/**
 * One filing rule an intent. `right` is set only where the legal clock runs; what is settled on the spot, such as
 * stopping marketing, is filed as service.
 * @throws never; run `queueFaults` first
 */
export const filingRules = (
  { requests }: RequestsPolicy,
  { queues }: QueuesPolicy,
): Readonly<Record<string, FilingRule>> =>
  Object.fromEntries(
    Object.entries(requests).flatMap(([intent, row]) => {
      const service = row.service ?? queues[row.queue]?.service;
      if (service === undefined) return [];
      const right = row.clock === 'legal' ? row.right : null;
      return [[intent, { intent, queue: row.queue, right, answerAt: row.answerAt, service }]];
    }),
  );

/** The queues as the console lists them, in the order of the file. */
export const queueRules = ({ queues }: QueuesPolicy): readonly QueueRule[] =>
  Object.entries(queues).map(([id, { name, purpose, clearance, fourEyes }]) => ({
    id,
    name,
    purpose,
    clearance,
    fourEyes,
  }));

/** What would leave a case without a place: a queue that is named and does not exist, or one nobody files to. */
export const queueFaults = ({ requests }: RequestsPolicy, { queues }: QueuesPolicy): readonly string[] => {
  const rows = Object.entries(requests);
  const used = new Set<string>([...rows.map(([, row]) => row.queue), 'forward']);
  return [
    ...rows.flatMap(([intent, row]) => (queues[row.queue] === undefined ? [`${intent}: no queue "${row.queue}"`] : [])),
    ...Object.keys(queues).flatMap((id) => (used.has(id) ? [] : [`queue "${id}": nothing is filed there`])),
    ...(queues['forward'] === undefined ? ['no queue "forward" for what a creditor must decide (S10)'] : []),
    ...rows.flatMap(([intent, row]) =>
      row.clock === 'legal' && queues[row.queue]?.clock === 'service'
        ? [`${intent}: legal clock in a service queue`]
        : [],
    ),
  ];
};
