/** The shapes of what the console's API answers: what the OpenAPI document tells, and what every answer is held against. */
import { z } from 'zod';
import { actNames } from '../casework/act.js';
import { stages } from '../casework/transition.js';
import { inThreeLanguages } from '../policy/three-languages.schema.js';

const instant = z.iso.datetime();
const day = z.iso.date();
const language = z.enum(['nb', 'nn', 'en']);
const somebody = z.strictObject({ id: z.string(), name: z.string() });
const count = z.number().int().min(0);

const worker = z.strictObject({ id: z.string(), name: z.string(), roles: z.array(z.string()), absent: z.boolean() });

export const sessionAnswer = z.strictObject({
  worker: worker.nullable(),
  offered: z.array(worker),
  open: z.boolean(),
  demo: z.boolean(),
  collector: z.string(),
  now: instant,
});

export const workerAnswer = z.strictObject({ worker });

export const queuesAnswer = z.strictObject({
  queues: z.array(
    z.strictObject({
      id: z.string(),
      name: inThreeLanguages,
      purpose: inThreeLanguages,
      fourEyes: z.boolean(),
      open: count,
      claimed: count,
      waiting: count,
      overdue: count,
      nextDeadlineAt: instant.nullable(),
      oldestReceivedAt: instant.nullable(),
    }),
  ),
  mine: count,
});

const row = z.strictObject({
  id: z.uuid(),
  receipt: z.string(),
  queue: z.string(),
  intent: z.string(),
  kind: inThreeLanguages,
  stage: z.enum(stages),
  role: z.enum(['controller', 'processor', 'unknown']),
  identity: z.enum(['pending', 'low', 'substantial', 'high', 'manual', 'caseworker']),
  language,
  channel: z.enum(['chat', 'mail']).nullable(),
  receivedAt: instant,
  deadlineAt: instant,
  overdue: z.boolean(),
  assignee: somebody.nullable(),
  waitUntil: instant.nullable(),
  version: count,
});

export const casesAnswer = z.strictObject({ cases: z.array(row), nextCursor: z.string().nullable() });
export const claimedAnswer = z.strictObject({ caseId: z.uuid().nullable() });

const line = z.strictObject({
  seq: count,
  author: z.enum(['person', 'desk', 'caseworker']),
  at: instant,
  text: z.string(),
});
const sibling = row.pick({ id: true, receipt: true, queue: true, kind: true, stage: true });
const ground = z.strictObject({
  id: z.string(),
  title: inThreeLanguages,
  article: z.string().nullable(),
  letter: z.enum(['required', 'optional']),
  needsRemedies: z.boolean(),
});
const history = z.strictObject({
  at: instant,
  actor: z.strictObject({ kind: z.string(), name: z.string().nullable() }),
  action: z.string(),
  purpose: z.string(),
});
const mail = z.strictObject({
  id: z.uuid(),
  from: z.string().nullable(),
  attachments: z.array(z.strictObject({ name: z.string(), type: z.string(), size: count })),
  screen: z
    .strictObject({ verdict: z.enum(['proceed', 'ignore', 'quarantine']), reason: z.string().nullable() })
    .nullable(),
});

export const caseAnswer = z.strictObject({
  ...row.shape,
  person: z.strictObject({ name: z.string().nullable(), language }).nullable(),
  words: z.string(),
  subject: z.string().nullable(),
  transcript: z.array(line),
  lastSeq: count,
  siblings: z.array(sibling),
  request: z.strictObject({ right: z.string(), state: z.string(), dueStrict: day, dueLegal: day }).nullable(),
  claim: z
    .strictObject({
      caseNumber: z.string().nullable(),
      creditor: z.string(),
      outstandingOre: z.number().int().nullable(),
      status: z.enum(['open', 'paused', 'closed']),
    })
    .nullable(),
  waitReason: z.string().nullable(),
  proposal: z
    .strictObject({ ground: z.string(), letter: z.string().nullable(), by: somebody, at: instant.nullable() })
    .nullable(),
  notes: z.array(z.strictObject({ author: somebody, at: instant, text: z.string() })),
  history: z.array(history),
  mail: mail.nullable(),
  acts: z.array(z.enum(actNames)),
  grounds: z.array(ground),
  templates: z.array(z.strictObject({ id: z.string(), title: inThreeLanguages, text: z.string() })),
  colleagues: z.array(z.strictObject({ ...somebody.shape, absent: z.boolean() })),
  reach: z.enum(['chat', 'mail']).nullable(),
  mayTell: z.enum(['own-facts', 'general']),
});

const error = <S extends z.ZodRawShape>(more: S) =>
  z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string(), reference: z.string(), ...more }) });

export const errorAnswer = error({});
export const refusedAnswer = error({ refusal: z.string() });
export const stoppedAnswer = error({
  findings: z.array(
    z.strictObject({
      kind: z.enum(['amount', 'digits', 'case-number', 'creditor', 'name', 'blank']),
      text: z.string(),
      start: count,
      end: count,
      mayPass: z.boolean(),
    }),
  ),
});
