import type { Language } from '../policy/phrases.js';

/** A conversation as its row holds it; `state` is ciphertext. */
export type ConversationRow = {
  readonly id: string;
  readonly publicId: string;
  readonly channel: 'chat' | 'mail';
  readonly threadRef: string | null;
  readonly language: Language | null;
  readonly owner: 'bot' | 'human' | 'closed';
  readonly lastSeq: number;
  readonly state: Buffer | null;
  readonly level: 'none' | 'low' | 'substantial' | 'high';
  readonly tokenEpoch: number;
  readonly epochChangedAt: Date | null;
  readonly epochRefreshed: boolean;
  readonly lastActivityAt: Date;
};

/** The columns of `ConversationRow`, for every question that reads one. */
export const conversationColumns = `id, public_id AS "publicId", channel, thread_ref AS "threadRef", language, owner, last_seq AS "lastSeq",
  state, level, token_epoch AS "tokenEpoch", epoch_changed_at AS "epochChangedAt", epoch_refreshed AS "epochRefreshed",
  last_activity_at AS "lastActivityAt"`;
