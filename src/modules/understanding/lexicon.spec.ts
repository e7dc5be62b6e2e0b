import { describe, expect, it } from '@jest/globals';
import { commandsSchema, safetySchema } from './lexicon.schema.js';
import { compileLexicon } from './lexicon.js';

const nothing = { cues: [], quiet: [] };
const files = {
  safety: { crisis: nothing, threat: nothing, minor: nothing, death: nothing },
  caseNumbers: { prefixes: [], words: [], minDigits: 4, maxDigits: 8 },
  foreign: {},
};

describe('the word lists', () => {
  it('are refused when a phrase cannot be read', () => {
    const broken = { ...files, safety: { ...files.safety, crisis: { cues: ['.. selvmord'], quiet: [] } } };
    expect(() => compileLexicon(broken)).toThrow(RangeError);
    expect(() => compileLexicon(files)).not.toThrow();
  });

  it('are refused when a kind of danger or a command is missing or unknown', () => {
    expect(safetySchema.safeParse({ ...files.safety, flood: nothing }).success).toBe(false);
    expect(commandsSchema.safeParse({ undo: ['angre'] }).success).toBe(false);
  });
});
