/**
 * The authorisation matrix: every topic x subject x level x scope x channel x whose, read from the policy's own file and
 * asked of `decide` cell by cell. What is expected is worked out here, row by row, without the code under test.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { channels, topics } from '../../../test/world/questions.js';
import { shippedPolicy } from '../../../test/world/shipped-policy.js';
import { subjectKinds } from '../policy/disclosure.schema.js';
import { assuranceLevels } from './assurance.js';
import { decide } from './decide.js';
import { factKinds } from './facts.js';

type Row = {
  readonly id: string;
  readonly topic: string;
  readonly subject: string;
  readonly level: (typeof assuranceLevels)[number];
  readonly scope?: 'case';
  readonly channels: readonly string[];
  readonly facts: readonly string[];
};

const { rules } = parse(readFileSync('config/policy/disclosure.yaml', 'utf8')) as { readonly rules: readonly Row[] };
const everything = Object.fromEntries(Object.keys(factKinds).map((name) => [name, `the ${name}`]));
const scopes = ['person', 'this case', 'another case'] as const;
const whose = ['her own', "another's", "nobody's"] as const;

const cells = [...topics, 'no such topic'].flatMap((topic) =>
  subjectKinds.flatMap((subject) =>
    assuranceLevels.flatMap((level) =>
      scopes.flatMap((scope) =>
        channels.flatMap((channel) => whose.map((about) => ({ topic, subject, level, scope, channel, about }))),
      ),
    ),
  ),
);
type Cell = (typeof cells)[number];

/** The rows that let this cell through, by the words of confidentiality "Assurance". */
const open = (cell: Cell): readonly Row[] =>
  rules.filter(
    (row) =>
      row.topic === cell.topic &&
      row.subject === cell.subject &&
      row.channels.includes(cell.channel) &&
      assuranceLevels.indexOf(row.level) <= assuranceLevels.indexOf(cell.level) &&
      (row.scope === 'case' ? cell.scope === 'this case' : cell.scope === 'person' || row.level === 'none') &&
      (cell.about === 'her own' ? cell.subject !== 'anyone' : cell.about === "nobody's" && row.subject === 'anyone'),
  );

const asked = (cell: Cell) => {
  const partyId = cell.subject === 'anyone' ? null : 'party-kari';
  return decide(
    { kind: cell.subject, partyId },
    {
      level: cell.level,
      partyId,
      scope:
        cell.scope === 'person'
          ? { kind: 'person' }
          : { kind: 'case', claimId: cell.scope === 'this case' ? 'claim-1' : 'claim-2' },
    },
    {
      topic: cell.topic,
      channel: cell.channel,
      about: { 'her own': 'party-kari', "another's": 'party-ola', "nobody's": null }[cell.about],
      claimId: 'claim-1',
      facts: everything,
    },
    shippedPolicy.disclosure,
  );
};

describe('the authorisation matrix [S17, S39, ND7, C25]', () => {
  it('has no empty dimension', () => {
    expect(cells).toHaveLength((topics.length + 1) * subjectKinds.length * 4 * 3 * 4 * 3);
    expect(cells.length).toBeGreaterThan(4_000);
  });

  it.each([...topics, 'no such topic'])('is what `decide` answers in every cell of "%s"', (topic) => {
    for (const cell of cells.filter((one) => one.topic === topic)) {
      const decision = asked(cell);
      const expected = open(cell).toSorted((a, b) => b.facts.length - a.facts.length)[0];
      expect([cell, decision.outcome === 'disclose' ? Object.keys(decision.disclosure.facts) : []]).toEqual([
        cell,
        expected?.facts ?? [],
      ]);
    }
  });

  it('asks for more proof only where more proof would help', () => {
    for (const cell of cells) {
      const decision = asked(cell);
      if (decision.outcome !== 'step-up') continue;
      expect(asked({ ...cell, level: decision.needed, scope: 'person' }).outcome).toBe('disclose');
      expect(asked(cell).outcome).not.toBe('disclose');
    }
  });

  it.each(rules.map(({ id }) => id))('holds a cell that rule %s opens and one that it does not', (id) => {
    const answers = cells.map(asked);
    expect(answers.some((decision) => decision.outcome === 'disclose' && decision.rule === id)).toBe(true);
    const row = rules.find((one) => one.id === id);
    const near = cells.filter((cell) => cell.topic === row?.topic && asked(cell).outcome !== 'disclose');
    expect(near.length).toBeGreaterThan(0);
  });
});
