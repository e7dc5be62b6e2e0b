import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Message } from './activity.js';
import { carryOver, mark, next, put, settle, type Letter, type Outbox } from './outbox.js';

const hello = { type: 'message', text: 'Hei', locale: 'nb-NO' } as const;
const event = { type: 'event', name: 'language', value: 'nn' } as const;
const two: Outbox = put(put([], 'a', hello), 'b', hello);
const echo = (key: string): Message => ({
  kind: 'message',
  id: `id-${key}`,
  key,
  by: 'you',
  text: 'Hei',
  at: '',
  lang: undefined,
  suggestions: [],
  cards: [],
  level: undefined,
  expects: undefined,
});

describe('the outbox', () => {
  it('sends one letter at a time, oldest first', () => {
    expect(next(two)?.key).toBe('a');
    expect(next(mark(two, 'a', 'sending'))).toBeUndefined();
    expect(next(mark(two, 'a', 'sent'))?.key).toBe('b');
  });

  it('keeps the key of a letter through every retry', () => {
    const again = mark(mark(two, 'a', 'sending'), 'a', 'waiting');
    expect(next(again)).toEqual(next(two));
  });

  it('goes on past a letter the server will never take, and keeps it to be seen', () => {
    const refused = mark(two, 'a', 'too-long');
    expect(next(refused)?.key).toBe('b');
    expect(refused).toHaveLength(2);
  });

  it('keeps a sent message until it is echoed, and an event no longer than it is sent', () => {
    const sent = mark(mark(put(two, 'e', event), 'e', 'sent'), 'a', 'sent');
    expect(sent.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(settle(sent, [echo('a')]).map(({ key }) => key)).toEqual(['b']);
  });

  it('is settled by the echo even when the answer to the POST was lost [chat: POST done, answer lost]', () => {
    expect(settle(mark(two, 'a', 'sending'), [echo('a')])).toEqual([two[1]]);
  });

  it('takes what was never acknowledged into a new conversation, behind its first letter', () => {
    const first: Letter = { key: 'thread-x', outgoing: event, state: 'waiting' };
    const old = put(mark(mark(two, 'a', 'sent'), 'b', 'sending'), 'c', hello);
    expect(carryOver(old, first).map(({ key, state }) => [key, state])).toEqual([
      ['thread-x', 'waiting'],
      ['b', 'waiting'],
      ['c', 'waiting'],
    ]);
  });

  it('puts the first letter there once, however often conversations begin', () => {
    const first: Letter = { key: 'thread-x', outgoing: event, state: 'waiting' };
    expect(carryOver(carryOver([], first), first)).toEqual([first]);
  });

  it('loses nothing: after any run of states every message is there until it is echoed', () => {
    const states = fc.constantFrom('waiting', 'sending', 'sent', 'refused', 'too-long');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b'), states)), (run) => {
        const end = run.reduce((outbox: Outbox, [key, state]) => mark(outbox, key, state), two);
        expect(end.map(({ key }) => key)).toEqual(['a', 'b']);
      }),
    );
  });
});
