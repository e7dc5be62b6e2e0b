import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Activity, Message } from './activity.js';
import { askedFor, emptyChat, reduce, type Change, type ChatState } from './chat-state.js';
import type { Letter } from './outbox.js';

const start = emptyChat({ language: 'nb', chosen: false, online: true });
const run = (...changes: readonly Change[]): ChatState => changes.reduce(reduce, start);
const heard = (...activities: readonly Activity[]): Change => ({ type: 'activities', activities });
const letter = (key: string, state: Letter['state'] = 'waiting'): Letter => ({
  key,
  outgoing: { type: 'message', text: 'Hei', locale: 'nb-NO' },
  state,
});
const message = (id: string, more: Partial<Message> = {}): Message => ({
  kind: 'message',
  id,
  key: id,
  by: 'machine',
  text: id,
  at: '',
  lang: undefined,
  suggestions: [],
  cards: [],
  level: undefined,
  expects: undefined,
  ...more,
});
const question = message('1', {
  suggestions: [{ title: 'Ja', value: 'ja', opens: false }],
  expects: 'code',
  level: 'low',
});
const own = message('2', { by: 'you', key: 'k' });

describe('what the page shows', () => {
  it('is shown once, however often it comes', () => {
    expect(run(heard(question, own), heard(question), heard(own, question)).items).toEqual([question, own]);
  });

  it('offers the suggestions of the last message until something is written', () => {
    expect(run(heard(question)).suggestions).toHaveLength(1);
    expect(run(heard(question), { type: 'outbox', outbox: [letter('k')] })).toMatchObject({
      suggestions: [],
      expects: undefined,
    });
    expect(run(heard(question, message('3'))).suggestions).toEqual([]);
  });

  it('keeps the suggestions while an event is on its way', () => {
    const event: Letter = { key: 'e', outgoing: { type: 'event', name: 'language', value: 'nn' }, state: 'waiting' };
    expect(run(heard(question), { type: 'outbox', outbox: [event] }).suggestions).toHaveLength(1);
  });

  it('tells the assurance level the desk last told', () => {
    expect(run(heard(question), heard(message('3'))).level).toBe('low');
    expect(run(heard(question), heard(message('3', { level: 'none' }))).level).toBe('none');
  });

  it('promises an answer once a letter is taken, and no longer when it has come', () => {
    const taken: Change = { type: 'outbox', outbox: [letter('k', 'sent')] };
    expect(run({ type: 'outbox', outbox: [letter('k')] }).answering).toBe(false);
    expect(run({ type: 'outbox', outbox: [letter('k')] }, taken).answering).toBe(true);
    expect(run({ type: 'outbox', outbox: [letter('k')] }, taken, heard(own, message('3'))).answering).toBe(false);
  });

  it('promises no machine answer while a person has the conversation', () => {
    const person = run(heard({ kind: 'handoff', id: '9', to: 'person' }), heard(own));
    expect(person).toMatchObject({ withPerson: true, answering: false });
    expect(reduce(person, heard({ kind: 'handoff', id: '10', to: 'machine' })).withPerson).toBe(false);
  });

  it('follows the language of an answer, but neither that of the greeting nor against a choice', () => {
    const english = message('3', { lang: 'en' });
    expect(run(heard(english)).language).toBe('nb');
    expect(run(heard(own, english)).language).toBe('en');
    expect(run({ type: 'language', language: 'nn' }, heard(own, english)).language).toBe('nn');
  });

  it('asks for a code only in an empty box, and not of who would rather write something else', () => {
    expect(askedFor(run(heard(question)))).toBe('code');
    expect(askedFor(run({ type: 'draft', text: 'Jeg lu' }, heard(question)))).toBeUndefined();
    expect(askedFor(run(heard(question), { type: 'draft', text: '1234' }))).toBe('code');
    const declined = run(heard(question), { type: 'plain', now: { declined: true } });
    expect(askedFor(declined)).toBeUndefined();
    expect(askedFor(reduce(declined, heard(message('4', { expects: 'code' }))))).toBe('code');
  });

  it('says that the former conversation is over, clears it, and keeps what was not sent', () => {
    const anew = run(
      heard(question),
      { type: 'outbox', outbox: [letter('k')] },
      { type: 'draft', text: 'mer' },
      { type: 'beginning', anew: true },
    );
    expect(anew).toMatchObject({ items: [{ to: 'gone' }], level: 'none', draft: { text: 'mer' } });
    expect(anew.outbox).toHaveLength(1);
  });

  it('shows nothing of the conversation after the end', () => {
    const ended = run(heard(question, own), { type: 'draft', text: 'hemmelig' }, { type: 'ended', ended: 'telling' });
    expect(ended).toEqual({ ...start, ended: 'telling' });
  });

  it('is the same whichever road the news comes by and however it overlaps', () => {
    const all = [question, own, message('3'), message('4')];
    const slices = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 6 });
    fc.assert(
      fc.property(slices, (cuts) => {
        const prefixes = cuts.map(([a, b]) => heard(...all.slice(0, Math.max(a, b))));
        expect(run(...prefixes, heard(...all)).items).toEqual(all);
      }),
    );
  });
});
