import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { allClauses } from '../../src/modules/policy/notice.js';
import { generatedPages, readClauseNotes, readCoverage, readThreats } from './pages.js';
import { idsIn, readTestTitles, titlesIn } from './test-titles.js';
import { unknownIds } from './threats-page.js';

describe('the generated pages', () => {
  it.each(Object.entries(generatedPages()))('%s is what `npm run policy:docs` writes', (path, text) => {
    expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(text);
  });
});

describe('the clauses of the notice', () => {
  const open = readCoverage().filter(({ lacks }) => lacks.length > 0);

  it('are all on the page', () => {
    expect(Object.keys(readClauseNotes().clauses)).toEqual(allClauses);
  });

  it('are covered, but for those that are listed as open with a reason', () => {
    expect(open.map(({ clause, lacks }) => `${clause} lacks ${lacks.join(', ')}`)).toEqual(
      open
        .filter(({ clause }) => clause in readClauseNotes().open)
        .map(({ clause, lacks }) => `${clause} lacks ${lacks.join(', ')}`),
    );
    expect(Object.keys(readClauseNotes().open).filter((clause) => !open.some((one) => one.clause === clause))).toEqual(
      [],
    );
  });
});

describe('the tests', () => {
  it('name only threats, faults and rules that the catalogue holds', () => {
    expect(unknownIds(readThreats(), readTestTitles())).toEqual([]);
  });

  it('are read with the words of their groups, whatever way they are written', () => {
    const text = `
      describe('a thing', () => {
        it('keeps still [S17, ND7]', () => undefined);
        it.each([1, 2])('counts %i [E30]', () => undefined);
        describe.each(['x'])('in %s', () => { it(\`says \${1} (S40-S42)\`, () => undefined); });
      });
      describeWith('dovecot', 'mail', () => { it('comes once', () => undefined); });`;
    expect(titlesIn('x.spec.ts', text).map(({ title }) => title)).toEqual([
      'a thing › keeps still [S17, ND7]',
      'a thing › counts %i [E30]',
      'a thing › in %s › says ${1} (S40-S42)',
      'mail › comes once',
    ]);
  });

  it.each([
    ['a [S17, ND7]', ['S17', 'ND7']],
    ['a (S40-S42, R5)', ['S40', 'S41', 'S42', 'R5']],
    ['a [E01] and [C10]', ['E01', 'C10']],
    ['a [sealed] thing (domain 1.3), [F08-F10]', ['F08', 'F09', 'F10']],
    ['a thing › R3, F11: leaves out Sundays', ['R3', 'F11']],
    ['none', []],
  ])('name ids in brackets: %s', (title, ids) => {
    expect(idsIn(title)).toEqual(ids);
  });
});
