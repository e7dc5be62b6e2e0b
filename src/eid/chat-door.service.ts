import type { Request, Response } from 'express';
import type { ConversationRow } from '../modules/conversation/session-row.js';

/** Injection token: the chat's own door, whose cookie says whose conversation a browser has open. */
export const CHAT_DOOR = Symbol('chat door');

/** What the login needs of the chat's door. */
export type ChatDoor = {
  /** @throws SKR_TOKEN_MISSING, SKR_TOKEN_EXPIRED, SKR_NOT_FOUND where no conversation is open */
  enterToRefresh(request: Request): Promise<ConversationRow>;
  /** @throws SKR_TOO_MANY when this conversation asks for too much in a minute */
  countMessage(publicId: string): Promise<void>;
  /** Sets the cookie anew: the login has rotated it. */
  tokenFor(row: Pick<ConversationRow, 'publicId' | 'tokenEpoch'>, response: Response): unknown;
};
