import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { columnComment, registeredColumns, registerFaults } from './column-register.js';
import { columnsSchema, type ColumnsPolicy } from './columns.schema.js';
import { legalBasesSchema } from './legal-bases.schema.js';
import { retentionSchema } from './retention.schema.js';

const read = (file: string): unknown => parse(readFileSync(`config/policy/${file}.yaml`, 'utf8'));
const shipped = columnsSchema.parse(read('columns'));
const bases = legalBasesSchema.parse(read('legal-bases'));
const retention = retentionSchema.parse(read('retention'));
const party = shipped.tables['party']!;
const withParty = (changes: Partial<typeof party>): ColumnsPolicy => ({
  ...shipped,
  tables: { ...shipped.tables, party: { ...party, ...changes } },
});
const faults = (register: ColumnsPolicy) => registerFaults(register, bases, retention);

describe('the register of columns [S11, S13, S36]', () => {
  it('is sound as shipped', () => {
    expect(faults(shipped)).toEqual([]);
  });

  it('gives every personal column a ground and a time to go, but for the demo mailbox', () => {
    const loose = registeredColumns(shipped).filter(
      ({ table, personal, basis, keep }) =>
        personal && (basis.length === 0 || keep.length === 0) && !table.startsWith('dev_sent_'),
    );
    expect(loose).toEqual([]);
  });

  it('is written beside each column in one line', () => {
    const column = registeredColumns(shipped).find(
      ({ table, column: name }) => table === 'contact_point' && name === 'value',
    );
    expect(column?.personal).toBe(true);
    expect(column === undefined ? '' : columnComment(column)).toBe(
      'category=contact; source=row; basis=collection+other-engagements; keep=claim-file+replaced-contact-point',
    );
  });

  it.each([
    ['a basis nobody has declared', { basis: ['habit'] }, 'party: no legal basis "habit"'],
    ['a retention class that is none', { keep: ['for-ever', 'claim-file'] }, 'party: no retention class "for-ever"'],
    [
      'a class that does not name the table',
      { keep: ['journal', 'claim-file'] },
      'party: is not among the records of "journal"',
    ],
    ['a category that is none', { columns: { ...party.columns, gossip: ['nickname'] } }, 'party: no category "gossip"'],
    ['a column twice', { columns: { ...party.columns, link: ['id', 'name'] } }, 'party.name stands twice'],
    [
      'the source of a column that is not there',
      { otherSources: { nickname: 'person' } },
      'party: no column "nickname"',
    ],
    ['silence about a class that names it', { keep: [] }, 'party: is kept as "claim-file" says, and does not say so'],
  ] as const)('does not start with %s', (_, changes, fault) => {
    expect(faults(withParty(changes as Partial<typeof party>))).toEqual([fault]);
  });
});
