import { describe, expect, it } from '@jest/globals';
import { factKinds, isPersonal, type FactName } from '../disclosure/facts.js';
import { actingKinds, disclosurePolicySchema, subjectKinds, type DisclosureRule } from './disclosure.schema.js';
import { loadYaml } from './load-yaml.service.js';

const loaded = loadYaml('config/policy/disclosure.yaml', disclosurePolicySchema);
const rules: readonly DisclosureRule[] = loaded.ok ? loaded.value.rules : [];
const telling = (fact: FactName): readonly DisclosureRule[] => rules.filter(({ facts }) => facts.includes(fact));

const personal = (Object.keys(factKinds) as FactName[]).filter(isPersonal);

describe('the disclosure rules', () => {
  it('are read whole', () => {
    expect(loaded).toMatchObject({ ok: true });
    expect(personal).toContain('outstanding');
    expect(personal).toContain('requestState');
  });

  it('tell nothing of anybody below a proof, whatever the channel [S17, ND7]', () => {
    const free = rules.filter(({ level }) => level === 'none');
    const told = free.flatMap(({ id, facts }) => facts.filter(isPersonal).map((fact) => `${id}: ${fact}`));
    expect(told).toEqual([]);
  });

  it('tell of a claim at substantial, or by the letter of that one case, and to an authority by post alone [S17, S39]', () => {
    for (const { subject, level, scope, channels } of telling('outstanding'))
      if (subject === 'authority') expect([level, channels]).toEqual(['high', ['letter']]);
      else expect([subject, scope === 'case' ? 'low' : 'substantial']).toEqual([subject, level]);
    expect(telling('outstanding').length).toBeGreaterThan(10);
  });

  it('tell a creditor its own claims and nothing of the person but the name [S39, ND12]', () => {
    const told = rules.filter(({ subject }) => subject === 'creditor-user').flatMap(({ facts }) => facts);
    const never = [
      'address',
      'phone',
      'email',
      'healthNotes',
      'notes',
      'assessments',
      'nationalIdMasked',
      'creditHistory',
    ];
    expect(told).toContain('debtorName');
    expect(never.filter((fact) => told.includes(fact as FactName))).toEqual([]);
  });

  it('tell health notes to herself alone, at high [S12, ND12]', () => {
    expect(new Set(telling('healthNotes').map(({ subject }) => subject))).toEqual(
      new Set(['debtor', 'co-debtor', 'guarantor', 'sole-proprietor']),
    );
    expect(telling('healthNotes').every(({ level }) => level === 'high')).toBe(true);
  });

  it('have a row for every category of the notice, for notes, assessments, sources and recipients [S3, S11, S13]', () => {
    const kept: readonly FactName[] = [
      'name',
      'address',
      'phone',
      'email',
      'birthDate',
      'nationalIdMasked',
      'property',
      'vehicles',
      'otherAssets',
      'employer',
      'paymentHistory',
      'creditHistory',
      'creditRatings',
      'notes',
      'assessments',
      'healthNotes',
      'sources',
      'recipients',
      'accessCopy',
    ];
    for (const fact of kept)
      expect([fact, telling(fact).some(({ subject }) => subject === 'debtor')]).toEqual([fact, true]);
  });

  it('have a row for every kind of subject, and tell whoever acts for somebody nothing below substantial [S4, ND10]', () => {
    expect(subjectKinds.filter((kind) => !rules.some(({ subject }) => subject === kind))).toEqual([]);
    expect(
      rules.filter(({ subject, level }) => actingKinds.includes(subject) && !['substantial', 'high'].includes(level)),
    ).toEqual([]);
  });

  it('say who looked by day and purpose, and never by name [S38]', () => {
    expect(telling('views').every(({ facts }) => facts.length === 1)).toBe(true);
  });

  it('name the processors under a topic of their own, never with a general answer or the notice [S29]', () => {
    expect(new Set(telling('processors').map(({ topic }) => topic))).toEqual(new Set(['processors', 'own-recipients']));
  });

  it('send nothing about a claim by mail [S17, ND2]', () => {
    const mailed = rules.filter(({ channels }) => channels.includes('mail') || channels.includes('code'));
    const told = mailed.flatMap(({ facts }) => facts.filter(isPersonal));
    expect(told).toEqual([]);
  });

  it('let a code mail hold the code and its minutes, nothing else [ND2]', () => {
    expect(telling('code').map(({ facts }) => facts)).toEqual([['code', 'minutes']]);
  });

  it('give anybody the way to a person and the address of the firm [S1, S7]', () => {
    const general = rules.find(({ id }) => id === 'general-to-anyone');
    const wanted = [
      'collector',
      'collectorAddress',
      'collectorPhone',
      'collectorEmail',
      'generalManager',
      'openingHours',
    ];
    expect(wanted.filter((fact) => !general?.facts.includes(fact as FactName))).toEqual([]);
    expect(general?.level).toBe('none');
  });

  it('give the version with every answer from the notice [S46]', () => {
    expect(telling('noticeText').map(({ facts }) => facts)).toEqual([['noticeText', 'noticeVersion', 'siteUrl']]);
  });
});
