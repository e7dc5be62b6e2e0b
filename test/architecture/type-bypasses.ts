/* eslint-disable @typescript-eslint/no-unsafe-assignment -- what does not compile has no type */
/**
 * Nine ways round the kernel that the compiler refuses (lock 1). `npm run types` fails when one of them compiles;
 * `locks.spec.ts` takes the comments away and counts the errors. The tenth, a cast, is the linter's.
 */
import type { Decision, Disclosure } from '../../src/modules/disclosure/decide.js';
import { render } from '../../src/modules/disclosure/render.js';
import type { Reply, ReplyBody } from '../../src/modules/disclosure/reply.js';
import type { Sealed } from '../../src/modules/disclosure/sealed.js';
import type { Outgoing } from '../../src/modules/outbox/outgoing.js';
import type { Phrases } from '../../src/modules/policy/phrases.js';

declare const send: (reply: Reply) => void;
declare const decision: Decision;
declare const body: ReplyBody;
declare const sealed: Sealed<string>;
declare const outgoing: Outgoing;
declare const phrases: Phrases;
declare const ownBrand: unique symbol;

// @ts-expect-error -- 1: words are no reply
send('Kravet er på 100 kroner.');

// @ts-expect-error -- 2: neither is an object that looks like one
send({ lang: 'nb', text: 'Kravet er på 100 kroner.', cards: [], options: [] });

// @ts-expect-error -- 3: nor the body of one that was stored
send(body);

// @ts-expect-error -- 4: nor anything with a brand of its own
send({ ...body, [ownBrand]: 'Reply' });

// @ts-expect-error -- 5: a decision is asked for its outcome before it holds a disclosure
export const unasked: Disclosure = decision.disclosure;

// @ts-expect-error -- 6: and a withheld one holds none
export const withheld = decision.outcome === 'withhold' ? decision.disclosure : null;

// @ts-expect-error -- 7: facts without a decision are not rendered
render({ lang: 'nb', parts: [{ phrase: 'balance.one', from: { facts: { outstanding: 1 } } }] }, phrases);

// @ts-expect-error -- 8: a sealed value is no text
outgoing.reply.text.concat(sealed);

// @ts-expect-error -- 9: an issued reply is not written to
outgoing.reply.text = 'Kravet er på 100 kroner.';
