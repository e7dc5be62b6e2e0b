import { describe, expect, it } from '@jest/globals';
import { fullCase } from '../fake-case.js';
import { saidFirst } from './said-first.js';

const { words, transcript } = fullCase({});
const answer = { seq: 2, author: 'desk' as const, at: '2027-03-03T12:00:01.000Z', text: 'Takk.' };

describe('the words a case began with', () => {
  it('stand once, with their time', () => {
    expect(saidFirst(words, [...transcript, answer])).toEqual({ at: '2027-03-03T12:00:00.000Z', rest: [answer] });
  });

  it('take nothing out of a conversation that began with others', () => {
    expect(saidFirst('Noe annet', transcript)).toEqual({ at: null, rest: transcript });
    expect(saidFirst('Takk.', [answer])).toEqual({ at: null, rest: [answer] });
    expect(saidFirst('', [])).toEqual({ at: null, rest: [] });
  });
});
