/** Replies of any words, issued as the outbox issues them: by the seal that ties a text to its decision. */
import { reissue, replyMac, type Reply, type ReplyBody } from '../../src/modules/disclosure/reply.js';

const key = Buffer.alloc(32, 7);
const decisionId = '00000000-0000-7000-8000-000000000000';

export const replyOf = (body: Partial<ReplyBody>): Reply => {
  const serialised = JSON.stringify({ lang: 'nb', text: 'Hei', cards: [], options: [], ...body });
  return reissue({ decisionId, serialised, mac: replyMac(decisionId, serialised, key) }, key);
};
