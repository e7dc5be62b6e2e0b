/** What a client may send: Direct Line 3.0 activities, everything not named here dropped. */
import { z } from 'zod';

/** As much as is read at all (language.md, "Pipeline"). */
const longestText = 20_000;

const channelData = z
  .object({ clientActivityID: z.string().max(200).optional() })
  .optional()
  .catch(undefined);

const message = z.object({
  type: z.literal('message'),
  text: z.string(),
  locale: z.string().max(35).optional(),
  channelData,
});

const event = z.object({
  type: z.literal('event'),
  name: z.enum(['language', 'thread']),
  value: z.string().max(200),
  locale: z.string().max(35).optional(),
  channelData,
});

/** Stock clients announce themselves and tell that somebody types; both are taken and change nothing. */
const quiet = z
  .object({ type: z.enum(['conversationUpdate', 'typing', 'endOfConversation', 'messageReaction', 'invoke', 'event']) })
  .transform(({ type }) => ({ type: 'quiet' as const, was: type }));

const clientActivity = z.union([message, event, quiet]);

export type ClientActivity = z.infer<typeof clientActivity>;

/** What a client's body is, or why it is none. */
export const readActivity = (body: unknown): ClientActivity | 'malformed' | 'too-long' => {
  const { success, data } = clientActivity.safeParse(body);
  if (!success) return 'malformed';
  return data.type === 'message' && data.text.length > longestText ? 'too-long' : data;
};

/** The watermark of a poll: a dense sequence number, absent for everything. */
export const watermarkSchema = z
  .union([z.literal(''), z.string().regex(/^\d{1,9}$/)])
  .optional()
  .transform((text) => Number(text ?? 0));
