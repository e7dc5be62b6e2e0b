/** Replies of any words. Whoever holds the key can make the seal that ties a text to its decision; the product cannot. */
import { createHmac } from 'node:crypto';
import { reissue, type Reply, type ReplyBody } from '../../src/modules/disclosure/reply.js';

const key = Buffer.alloc(32, 7);
const decisionId = '00000000-0000-7000-8000-000000000000';

export const replyOf = (body: Partial<ReplyBody>): Reply => {
  const serialised = JSON.stringify({ lang: 'nb', text: 'Hei', cards: [], options: [], ...body });
  const mac = createHmac('sha256', key).update(`${decisionId}\u0000${serialised}`, 'utf8').digest();
  return reissue({ decisionId, serialised, mac }, key);
};
