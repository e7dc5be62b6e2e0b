/**
 * What may leave the house. A `Reply` comes from disclosures through `render`, or from the database through
 * `reissue`, which checks that the text is the one a decision was made for (locks 1, 2 and 5).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { secretKey } from '../values/secret-key.js';
import { SkrankeError } from '../values/errors.js';
import type { Language } from '../policy/phrases.js';
import { assertIssued, type Disclosure } from './decide.js';

declare const replyBrand: unique symbol;

/** A table of facts the page draws; `copy` marks what people carry over to their bank. */
export type Card = {
  readonly title: string;
  readonly notes: readonly string[];
  readonly rows: readonly CardRow[];
  readonly total?: CardRow;
};

type CardRow = { readonly label: string; readonly value: string; readonly copy: boolean };

/**
 * The words of a reply as they are stored and sent; `lead` is the text without what the cards show as well,
 * `login` what stands on the button to the eID.
 */
export type ReplyBody = {
  readonly lang: Language;
  readonly subject?: string;
  readonly text: string;
  readonly lead?: string;
  readonly cards: readonly Card[];
  readonly options: readonly string[];
  readonly login?: string;
  readonly expects?: 'code' | 'letter-code' | 'address';
};

export type Reply = ReplyBody & { readonly [replyBrand]: 'Reply' };

const issued = new WeakSet<object>();

/**
 * Issues a reply from what decisions set free.
 * @throws SKR_DISCLOSURE_FORGED when one of the disclosures was not made by `decide`
 * @throws SKR_REPLY_NOT_ISSUED when there is no disclosure at all
 */
export const issueReply = (body: ReplyBody, disclosures: readonly Disclosure[]): Reply => {
  if (disclosures.length === 0) throw new SkrankeError('SKR_REPLY_NOT_ISSUED', 'a reply without a decision');
  disclosures.forEach(assertIssued);
  return brand(body);
};

/** @throws SKR_REPLY_NOT_ISSUED for anything that is not a reply of this process */
export const assertReply = (reply: Reply): void => {
  if (!issued.has(reply)) throw new SkrankeError('SKR_REPLY_NOT_ISSUED', 'a reply that was not issued');
};

/** A reply as it stands in the database; `mac` ties its text to its decision. */
export type StoredReply = { readonly decisionId: string; readonly serialised: string; readonly mac: Uint8Array };

/**
 * The stored form of a reply under the decision it was made for. Only an issued reply gets a seal.
 * @throws SKR_REPLY_NOT_ISSUED
 */
export const store = (reply: Reply, decisionId: string, key: Uint8Array): StoredReply & { readonly mac: Buffer } => {
  assertReply(reply);
  const serialised = JSON.stringify(reply);
  return { decisionId, serialised, mac: macOf(decisionId, serialised, key) };
};

/**
 * The same reply on the other side of the database.
 * @throws SKR_REPLY_NOT_ISSUED when the text is not the one the decision was made for
 */
export const reissue = (stored: StoredReply, key: Uint8Array): Reply => {
  const expected = macOf(stored.decisionId, stored.serialised, key);
  const given = Buffer.from(stored.mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new SkrankeError('SKR_REPLY_NOT_ISSUED', 'a stored reply that does not match its decision');
  }
  return brand(JSON.parse(stored.serialised) as ReplyBody);
};

const macOf = (decisionId: string, serialised: string, key: Uint8Array): Buffer =>
  createHmac('sha256', secretKey(key)).update(`${decisionId}\u0000${serialised}`, 'utf8').digest();

const brand = (body: ReplyBody): Reply => {
  const reply = frozen({ ...body }) as Reply; // eslint-disable-line no-restricted-syntax -- the one place that makes a Reply
  issued.add(reply);
  return reply;
};

/** To the bottom: a card's row must not change between the decision and the wire. */
const frozen = <T extends object>(value: T): T => {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) frozen(part as object);
  return Object.freeze(value);
};
