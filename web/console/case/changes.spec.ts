import { describe, expect, it } from '@jest/globals';
import { fullCase, now } from '../fake-case.js';
import { words } from '../words/words.js';
import { whatChanged } from './changes.js';

const before = fullCase({});
const liv = { id: 'liv', name: 'Liv Moe' };
const changed = (part: Parameters<typeof fullCase>[0]): string[] =>
  whatChanged(before, fullCase({ version: 2, ...part }), words.nb, { language: 'nb', now });

describe('what is new in a case', () => {
  it('is nothing where nothing has changed', () => {
    expect(whatChanged(before, before, words.nb, { language: 'nb', now })).toEqual([]);
  });

  it('tells who has it and how it stands', () => {
    expect(changed({ stage: 'claimed', assignee: liv })).toEqual([
      'Status er nå «Under arbeid».',
      'Saken er nå hos Liv Moe.',
    ]);
  });

  it('tells of messages that came, whatever their numbers', () => {
    const more = ['2027-03-04T08:00:00.000Z', '2027-03-04T09:00:00.000Z'].map((at) => ({
      seq: 1,
      author: 'person' as const,
      at,
      text: 'Hallo?',
    }));
    expect(changed({ transcript: [...before.transcript, ...more.slice(0, 1)] })).toEqual(['1 ny melding i samtalen.']);
    expect(changed({ transcript: [...before.transcript, ...more] })).toEqual(['2 nye meldinger i samtalen.']);
  });

  it('tells of notes, of another deadline, queue and identity', () => {
    expect(
      changed({
        notes: [{ author: liv, at: now, text: 'Ring henne.' }],
        deadlineAt: '2027-03-20T12:00:00Z',
        queue: 'people',
        identity: 'substantial',
      }),
    ).toEqual([
      'Saken er flyttet til en annen kø.',
      '1 nytt notat.',
      'Fristen er nå 20. mars 13:00.',
      'Identitet: Bekreftet med to ting.',
    ]);
  });

  it('never keeps silent about a version it has no words for', () => {
    expect(changed({})).toEqual(['Noe annet i saken er endret.']);
  });
});
