import { describe, expect, it } from '@jest/globals';
import { factKinds, isPersonal, type FactName } from '../disclosure/facts.js';
import { disclosurePolicySchema, type DisclosureRule } from './disclosure.schema.js';
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

  it('tell of a claim to its own debtor only, at substantial or by the letter of that one case [S17, S39]', () => {
    for (const rule of telling('outstanding'))
      expect([rule.subject, rule.scope === 'case' ? 'low' : 'substantial']).toEqual(['debtor', rule.level]);
    expect(telling('outstanding')).toHaveLength(2);
  });

  it('name the processors under a topic of their own, never with a general answer or the notice [S29]', () => {
    expect(telling('processors').map(({ topic, facts }) => [topic, facts])).toEqual([['processors', ['processors']]]);
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
