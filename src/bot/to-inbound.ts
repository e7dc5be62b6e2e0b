import { seal } from '../modules/disclosure/sealed.js';
import type { InboundMessage } from '../modules/conversation/inbound-message.js';
import type { Language } from '../modules/policy/phrases.js';
import type { ClientActivity } from './activity.schema.js';

/**
 * Makes an inbound message of what a client sent. Who sent it comes from the token, never from the activity (C13).
 * @returns null for activities that say nothing
 */
export const toInbound = (
  activity: ClientActivity,
  conversationId: string,
  receivedAt: Date,
): InboundMessage | null => {
  if (activity.type === 'quiet') return null;
  return {
    channel: 'chat',
    conversationId,
    clientId: activity.channelData?.clientActivityID ?? null,
    receivedAt,
    text: seal(activity.type === 'message' ? activity.text : ''),
    language: languageOf(activity.locale),
    event: activity.type === 'event' ? { name: activity.name, value: activity.value } : null,
    mail: null,
  };
};

/** nb for Norwegian of no particular kind; null for languages the desk does not speak. */
export const languageOf = (locale: string | undefined): Language | null => {
  const tag = locale?.toLowerCase().split(/[-_,;]/)[0];
  if (tag === 'nn') return 'nn';
  if (tag === 'nb' || tag === 'no') return 'nb';
  return tag === 'en' ? 'en' : null;
};
