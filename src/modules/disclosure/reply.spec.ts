import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { disclosed } from '../../../test/world/disclosed.js';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { assertIssued, type Disclosure } from './decide.js';
import { render, type Draft } from './render.js';
import { assertReply, issueReply, reissue, store, type Reply } from './reply.js';

const { phrases } = shippedPolicy;
const key = Buffer.alloc(32, 1);
const balance = disclosed({ topic: 'claim', facts: { creditor: 'Tindevind', outstanding: 10171, asOf: '2026-11-24' } });
const draft = (from: Disclosure): Draft => ({
  lang: 'nb',
  parts: [{ phrase: 'balance.total', from }],
  cards: [{ title: 'status.some', from, rows: ['totalOutstanding'], copy: [] }],
});
const total = disclosed({
  topic: 'claims-total',
  facts: { totalOutstanding: 10171, claimCount: 1, asOf: '2026-11-24' },
});
const reply = render(draft(total), phrases);
const stored = store(reply, 'decision-1', key);
const kept = (body: Reply): string => store(body, 'decision-1', key).serialised;
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Ways round the kernel that compile; each is tried on what renders and on what sends. */
const forgeries: readonly (readonly [string, () => unknown])[] = [
  [
    'a cast of an object that looks like a disclosure',
    () => render(draft({ facts: { totalOutstanding: 1, claimCount: 1, asOf: '2026-11-24' } } as never), phrases),
  ],
  ['a disclosure that went through JSON', () => render(draft(copy(total)), phrases)],
  [
    'a disclosure that was spread, with another fact',
    () => render(draft({ ...total, facts: { ...total.facts, totalOutstanding: 0 } }), phrases),
  ],
  ['a structured clone of a disclosure', () => render(draft(structuredClone(total)), phrases)],
  ['a proxy of a disclosure', () => render(draft(new Proxy(total, {})), phrases)],
  ['an heir of a disclosure', () => render(draft(Object.create(total) as never), phrases)],
  ['a phrase that asks for a fact its decision did not set free', () => render(draft(balance), phrases)],
  ['a fact put into a disclosure afterwards', () => Object.assign(total.facts, { kid: '2713736317286' })],
  [
    'a reply without any decision',
    () => issueReply({ lang: 'nb', text: 'Kravet er på 100 kroner.', cards: [], options: [] }, []),
  ],
  [
    'a cast of an object that looks like a reply',
    () => kept({ lang: 'nb', text: 'hei', cards: [], options: [] } as never),
  ],
  ['a reply that was spread, with other words', () => kept({ ...reply, text: 'Kravet er på 100 kroner.' })],
  ['a reply that went through JSON', () => kept(copy(reply))],
  ['a proxy of a reply', () => assertReply(new Proxy(reply, {}))],
  ['a merger of a reply and other words', () => kept(Object.assign({}, reply, { text: 'hei' }))],
  ['other words put into a reply afterwards', () => Object.assign(reply, { text: 'hei' })],
  [
    'a row put into a card afterwards',
    () => (reply.cards[0]?.rows as unknown[]).push({ label: 'KID', value: '1', copy: true }),
  ],
  ['a value changed in a row afterwards', () => Object.assign(reply.cards[0]?.rows[0] ?? {}, { value: '1' })],
];

describe('the kernel at run time [lock 2]', () => {
  it.each(forgeries)('refuses %s', (_, forge) => {
    expect(forge).toThrow(/SKR_DISCLOSURE_FORGED|SKR_FACT_NOT_DISCLOSED|SKR_REPLY_NOT_ISSUED|read only|not extensible/);
  });

  it('lets through what a decision made', () => {
    expect(() => {
      assertIssued(total);
      assertReply(reply);
    }).not.toThrow();
    expect(reply.text).toContain('101,71');
  });
});

describe('a stored reply [lock 5, ND13]', () => {
  it('comes back as the same reply, frozen to the bottom', () => {
    const back = reissue(stored, key);
    expect(back).toEqual(reply);
    expect(store(back, 'decision-1', key).serialised).toBe(stored.serialised);
    expect(() => (back.options as string[]).push('hei')).toThrow(TypeError);
  });

  it('is refused with other words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(text !== reply.text);
        const altered = { ...stored, serialised: JSON.stringify({ ...reply, text }) };
        expect(() => reissue(altered, key)).toThrow('SKR_REPLY_NOT_ISSUED');
      }),
    );
  });

  it('is refused under the decision of another', () => {
    expect(() => reissue({ ...stored, decisionId: 'decision-2' }, key)).toThrow('SKR_REPLY_NOT_ISSUED');
    const moved = { decisionId: 'decision', serialised: `-1${stored.serialised}`, mac: stored.mac };
    expect(() => reissue(moved, key)).toThrow('SKR_REPLY_NOT_ISSUED');
  });

  it('is refused under a seal that was cut, changed or made with another key', () => {
    const macs = [
      Buffer.alloc(0),
      stored.mac.subarray(0, 16),
      Buffer.concat([stored.mac, Buffer.of(0)]),
      store(reply, 'decision-1', Buffer.alloc(32, 2)).mac,
      ...Array.from({ length: 32 }, (_, at) => {
        const changed = Buffer.from(stored.mac);
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
        return changed;
      }),
    ];
    for (const mac of macs) expect(() => reissue({ ...stored, mac }, key)).toThrow('SKR_REPLY_NOT_ISSUED');
  });

  it('is written down only when it was issued', () => {
    const bodies: readonly unknown[] = [null, undefined, 'hei', {}, { ...reply }];
    for (const body of bodies) expect(() => kept(body as never)).toThrow();
  });
});
