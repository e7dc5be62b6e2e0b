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
import { decide, type Mandate } from './decide.js';
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

type Written = Omit<Row, 'subject'> & { readonly subject: string | readonly string[] };

const written = parse(readFileSync('config/policy/disclosure.yaml', 'utf8')) as { readonly rules: readonly Written[] };
const rules: readonly Row[] = written.rules.flatMap((row) =>
  typeof row.subject === 'string'
    ? [{ ...row, subject: row.subject }]
    : row.subject.map((subject) => ({ ...row, subject, id: `${row.id}.${subject}` })),
);
const everything = Object.fromEntries(Object.keys(factKinds).map((name) => [name, `the ${name}`]));
const scopes = ['person', 'this case', 'another case'] as const;
const whose = ['her own', "another's", "nobody's", 'within the mandate', 'outside the mandate'] as const;
const acting = 'parent guardian representative estate bankruptcy-trustee signatory creditor-user authority'.split(' ');

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
      aboutFits(cell, row),
  );

const aboutFits = ({ about, subject }: Cell, row: Row): boolean => {
  if (row.subject === 'anyone') return about === "nobody's";
  return acting.includes(subject) ? about === 'within the mandate' : about === 'her own';
};

const aboutOf = {
  'her own': 'party-kari',
  "another's": 'party-ola',
  "nobody's": null,
  'within the mandate': 'party-ola',
  'outside the mandate': 'party-ola',
} as const;

/** A creditor's user goes by the claims, everybody else by whom they act for; one claim is within, the other is not. */
const mandateOf = ({ subject, about }: Cell): { readonly mandate?: Mandate } => {
  if (!about.endsWith('the mandate')) return {};
  const principal = subject === 'creditor-user' ? null : 'party-ola';
  return { mandate: { principal, topics: 'all', claims: [about === 'within the mandate' ? 'claim-1' : 'claim-2'] } };
};

const asked = (cell: Cell) => {
  const partyId = cell.subject === 'anyone' ? null : 'party-kari';
  return decide(
    { kind: cell.subject, partyId, ...mandateOf(cell) },
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
      about: aboutOf[cell.about],
      claimId: 'claim-1',
      facts: everything,
    },
    shippedPolicy.disclosure,
  );
};

describe('the authorisation matrix [S17, S39, ND7, C25]', () => {
  it('has no empty dimension', () => {
    expect(cells).toHaveLength((topics.length + 1) * subjectKinds.length * 4 * 3 * 5 * 5);
    expect(cells.length).toBeGreaterThan(100_000);
  });

  it.each([...topics, 'no such topic'])('is what `decide` answers in every cell of "%s"', (topic) => {
    const wrong = cells
      .filter((one) => one.topic === topic)
      .filter((cell) => {
        const decision = asked(cell);
        const told = decision.outcome === 'disclose' ? Object.keys(decision.disclosure.facts) : [];
        const expected = open(cell).toSorted((a, b) => b.facts.length - a.facts.length)[0]?.facts ?? [];
        return told.join() !== expected.join();
      });
    expect(wrong).toEqual([]);
  });

  it('asks for more proof only where more proof would help', () => {
    const stepUps = cells.flatMap((cell) => {
      const decision = asked(cell);
      return decision.outcome === 'step-up' ? [{ ...cell, level: decision.needed, scope: 'person' as const }] : [];
    });
    expect(stepUps.length).toBeGreaterThan(500);
    expect(stepUps.filter((cell) => asked(cell).outcome !== 'disclose')).toEqual([]);
  });

  const opened = new Map(cells.map((cell) => [cell, asked(cell)] as const));

  it.each(rules.map(({ id }) => id))('holds a cell that rule %s opens and one that it does not', (id) => {
    const topic = rules.find((one) => one.id === id)?.topic;
    const ofTopic = [...opened].filter(([cell]) => cell.topic === topic).map(([, decision]) => decision);
    expect(ofTopic.some((decision) => decision.outcome === 'disclose' && decision.rule === id)).toBe(true);
    expect(ofTopic.some(({ outcome }) => outcome !== 'disclose')).toBe(true);
  });
});
