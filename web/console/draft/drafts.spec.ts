import { describe, expect, it } from '@jest/globals';
import { hasWords, keepDraft, readDraft, without, type Store } from './drafts.js';

const store = (): Store & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
};

describe('a draft', () => {
  it('is there again after a reload', () => {
    const tab = store();
    keepDraft(tab, 'amund', 'c1', { answer: 'Hei!', ground: 'granted' });
    expect(readDraft(tab, 'amund', 'c1')).toEqual({ answer: 'Hei!', ground: 'granted' });
  });

  it('belongs to one case and one caseworker', () => {
    const tab = store();
    keepDraft(tab, 'amund', 'c1', { answer: 'Hei!' });
    expect(readDraft(tab, 'amund', 'c2')).toEqual({});
    expect(readDraft(tab, 'liv', 'c1')).toEqual({});
  });

  it('loses what was sent and nothing else', () => {
    expect(without({ answer: 'Hei!', note: 'Husk', ground: 'granted' }, ['answer'])).toEqual({
      note: 'Husk',
      ground: 'granted',
    });
  });

  it('leaves nothing behind when all of it was sent', () => {
    const tab = store();
    keepDraft(tab, 'amund', 'c1', { answer: 'Hei!' });
    keepDraft(tab, 'amund', 'c1', without({ answer: 'Hei!' }, ['answer']));
    expect(tab.kept.size).toBe(0);
  });

  it('keeps nothing of an emptied field', () => {
    const tab = store();
    keepDraft(tab, 'amund', 'c1', { answer: '', note: 'Husk' });
    expect(readDraft(tab, 'amund', 'c1')).toEqual({ note: 'Husk' });
  });

  it.each(['{', '"text"', 'null', '{"answer":1}'])('that cannot be read, as %s, is none', (kept) => {
    const tab = store();
    tab.setItem('skranke-draft/amund/c1', kept);
    expect(readDraft(tab, 'amund', 'c1')).toEqual({});
  });

  it('stays on the page where the tab may keep nothing', () => {
    const full: Store = {
      getItem: () => {
        throw new Error('forbidden');
      },
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => undefined,
    };
    expect(() => keepDraft(full, 'amund', 'c1', { answer: 'Hei!' })).not.toThrow();
    expect(readDraft(full, 'amund', 'c1')).toEqual({});
  });

  it('asks before the page is left only where words would be lost', () => {
    expect(hasWords({ answer: 'Hei!' })).toBe(true);
    expect(hasWords({ waitReason: 'Svar fra banken' })).toBe(true);
    expect(hasWords({ answer: '  ', ground: 'granted', waitDay: '2027-03-05', colleague: 'liv' })).toBe(false);
  });
});
