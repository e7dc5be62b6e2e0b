import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadUnderstanding } from '../understanding/load-model.service.js';
import { commandOf, mentionIn } from './command.js';

const { commands } = loadUnderstanding('config');

describe('a word that steers', () => {
  it.each([
    ['ANGRE', 'undo'],
    ['  Angre! ', 'undo'],
    ['stopp', 'stop'],
    ['Ny kode.', 'new-code'],
    ['ja', 'yes'],
    ['never mind', 'cancel'],
  ])('is known whatever its case and its marks: %s', (text, command) => {
    expect(commandOf(text, commands)).toBe(command);
  });

  it('is one only when it is all there is', () => {
    for (const text of ['jeg vil angre på kjøpet', 'ja, men hva er kravet på?', '', '?!'])
      expect(commandOf(text, commands)).toBeNull();
  });

  it('is written in one way only', () => {
    const all = Object.values(commands)
      .flat()
      .map((word) => commandOf(word, commands));
    expect(all).not.toContain(null);
    const named = Object.entries(commands).flatMap(([command, words]) => words.map((word) => [word, command]));
    expect(named.map(([word]) => commandOf(word ?? '', commands))).toEqual(named.map(([, command]) => command));
  });

  it('is never read out of a long text', () => {
    fc.assert(fc.property(fc.string({ minLength: 61 }), (text) => commandOf(text, commands) === null));
  });
});

describe('what she speaks of', () => {
  const words = { code: ['kode', 'koden'], letter: ['brev', 'brevet'] };

  it.each([
    ['Jeg får ikke koden', 'code'],
    ['Eg finn ikkje BREVET!', 'letter'],
    ['kodeverk og brevvekt', null],
  ])('is heard by whole words: %s', (text, heard) => {
    expect(mentionIn(text, words)).toBe(heard);
  });
});
