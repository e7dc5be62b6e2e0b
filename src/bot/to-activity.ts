import { assertReply, type ReplyBody } from '../modules/disclosure/reply.js';
import type { ChatLine } from '../modules/conversation/chat-line.js';

/** A Direct Line activity as clients read it. */
export type WireActivity = {
  readonly type: 'message' | 'event';
  readonly id: string;
  readonly timestamp: string;
  readonly channelId: 'directline';
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'user' | 'bot' };
  readonly text?: string;
  readonly textFormat?: 'plain';
  readonly name?: string;
  readonly value?: string;
  readonly locale?: string;
  readonly replyToId?: string;
  readonly suggestedActions?: {
    readonly to: readonly string[];
    readonly actions: readonly {
      readonly type: 'imBack' | 'openUrl';
      readonly title: string;
      readonly value: string;
    }[];
  };
  readonly channelData?: Readonly<Record<string, unknown>>;
};

/** Where a login with eID begins, on our own origin. */
export const eidStart = '/eid/start';

/** One stored line in the words of Direct Line 3.0. Text is text: no HTML, no markdown. */
export const toActivity = (line: ChatLine, conversation: string, desk: string): WireActivity => {
  const base = {
    id: line.publicId,
    timestamp: line.at.toISOString(),
    channelId: 'directline' as const,
    conversation: { id: conversation },
  };
  if (line.author === 'person') {
    return {
      ...base,
      // What has no words was an event: a choice of language, a thread opened.
      ...(line.text === '' ? { type: 'event', name: 'received' } : { type: 'message', text: line.text }),
      from: { id: 'person', role: 'user' },
      ...(line.clientId === null ? {} : { channelData: { clientActivityID: line.clientId } }),
    };
  }
  const { reply } = line;
  assertReply(reply);
  return {
    ...base,
    type: 'message',
    from: { id: line.author, name: desk, role: 'bot' },
    text: reply.text,
    textFormat: 'plain',
    locale: { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }[reply.lang],
    ...(line.replyToId === null ? {} : { replyToId: line.replyToId }),
    ...suggested(reply),
    channelData: { skranke: pageFacts(reply, line) },
  };
};

/** The eID stands first: it is the shortest way, and leads to a page of our own. */
const suggested = ({ options, login }: ReplyBody): Pick<WireActivity, 'suggestedActions'> => {
  const actions = [
    ...(login === undefined ? [] : [{ type: 'openUrl' as const, title: login, value: eidStart }]),
    ...options.map((option) => ({ type: 'imBack' as const, title: option, value: option })),
  ];
  return actions.length === 0 ? {} : { suggestedActions: { to: [], actions } };
};

/** What the page draws beside the text: cards, the level, who answers and what is asked for. */
const pageFacts = (
  reply: ReplyBody,
  line: Extract<ChatLine, { author: 'desk' | 'caseworker' }>,
): Readonly<Record<string, unknown>> => ({
  lang: reply.lang,
  level: line.level,
  author: line.author,
  ...(reply.lead === undefined ? {} : { lead: reply.lead }),
  cards: reply.cards.map((card) => ({
    title: card.title,
    notes: card.notes,
    rows: card.rows.map(rowOf),
    ...(card.total === undefined ? {} : { total: rowOf(card.total) }),
  })),
  ...(reply.expects === undefined ? {} : { expects: reply.expects === 'address' ? 'email' : reply.expects }),
});

const rowOf = ({
  label,
  value,
  copy,
}: ReplyBody['cards'][number]['rows'][number]): readonly [string, string, boolean] => [label, value, copy];
