import type { Reply } from '../disclosure/reply.js';

/** One line of a chat as its page may show it. A reply was re-issued from its stored decision. */
export type ChatLine =
  | {
      readonly author: 'person';
      readonly seq: number;
      readonly publicId: string;
      readonly at: Date;
      readonly text: string;
      readonly clientId: string | null;
    }
  | {
      readonly author: 'desk' | 'caseworker';
      readonly seq: number;
      readonly publicId: string;
      readonly at: Date;
      readonly reply: Reply;
      readonly replyToId: string | null;
      readonly level: 'none' | 'low' | 'substantial' | 'high';
    };
