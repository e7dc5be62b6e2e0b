import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { assurancePolicySchema } from './assurance.schema.js';
import { crisisLines, staleNumbers } from './crisis-lines.js';
import { crisisNumbersSchema } from './crisis-numbers.schema.js';
import { engagementKinds } from './engagement-kind.js';
import { engagementsSchema } from './engagements.schema.js';
import { filingRules, queueFaults, queueRules } from './filing-rules.js';
import { legalBasesSchema } from './legal-bases.schema.js';
import { loadYaml } from './load-yaml.service.js';
import { queuesSchema } from './queues.schema.js';
import { requestsSchema, rights } from './requests.schema.js';
import { retentionSchema } from './retention.schema.js';

const read = <T>(file: string, schema: Parameters<typeof loadYaml<T>>[1]): T => {
  const loaded = loadYaml(`config/policy/${file}.yaml`, schema);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.value;
};

const queues = read('queues', queuesSchema);
const requests = read('requests', requestsSchema);
const engagements = read('engagements', engagementsSchema);
const bases = read('legal-bases', legalBasesSchema);
const retention = read('retention', retentionSchema);
const numbers = read('crisis-numbers', crisisNumbersSchema);
const rules = filingRules(requests, queues);

/** Every intent of the contract that is ever filed; greeting, thanks and goodbye are not. */
const filed =
  'balance balance_breakdown payment_info already_paid payment_plan deferral dispute identity_theft wrong_person authenticity access rectification erasure restriction objection portability consent_withdrawal marketing_opt_out contact_preference status_of_request complaint privacy_info processors_inquiry payment_remark enforcement human hardship crisis estate third_party representative authority creditor_contact job_applicant supplier other'.split(
    ' ',
  );

describe('filingRules', () => {
  it('gives every intent that can be filed a queue that exists', () => {
    expect(queueFaults(requests, queues)).toEqual([]);
    expect(filed.filter((intent) => rules[intent] === undefined)).toEqual([]);
    expect(queueRules(queues).map(({ id }) => id)).toEqual(Object.keys(queues.queues));
  });

  it('has somebody look at a crisis within fifteen minutes', () => {
    expect(rules['crisis']?.service).toEqual({ unit: 'minutes', amount: 15 });
  });

  it('has somebody look at a dispute, wrong person, death and identity theft within one working day', () => {
    for (const intent of ['dispute', 'wrong_person', 'estate', 'identity_theft', 'human'])
      expect([intent, rules[intent]?.service]).toEqual([intent, { unit: 'workingDays', amount: 1 }]);
    expect(requests.requests['dispute']?.effect).toBe('pause');
  });

  it('answers about money within a week (domain 0)', () => {
    for (const intent of ['balance', 'balance_breakdown', 'payment_info', 'payment_plan'])
      expect([intent, rules[intent]?.service]).toEqual([intent, { unit: 'days', amount: 7 }]);
  });

  it('runs the legal clock for every right that has one month, and only for those (R1, S40-S42, S47)', () => {
    const legal = Object.entries(requests.requests).filter(([, row]) => row.clock === 'legal');
    expect(legal.map(([intent]) => intent).sort()).toEqual(
      [
        'access',
        'consent_withdrawal',
        'erasure',
        'misdelivery',
        'objection',
        'portability',
        'rectification',
        'restriction',
      ].sort(),
    );
    expect(rules['marketing_opt_out']?.right).toBeNull();
    expect(new Set(Object.values(requests.requests).flatMap(({ right }) => right ?? []))).toEqual(new Set(rights));
  });

  it('keeps objection and dispute, complaint and dispute, in different queues', () => {
    expect(rules['objection']?.queue).not.toBe(rules['dispute']?.queue);
    expect(rules['complaint']?.queue).not.toBe(rules['dispute']?.queue);
  });

  it('lets anybody file anything (R10), and two people settle erasure, mandates and warrants', () => {
    expect(Object.values(requests.requests).filter(({ fileAt }) => fileAt !== 'none')).toEqual([]);
    for (const intent of ['erasure', 'representative', 'authority', 'manual_verification', 'contact_change'])
      expect([intent, queues.queues[rules[intent]?.queue ?? '']?.fourEyes]).toEqual([intent, true]);
  });

  it('forwards every right where we are processor, and decides none [S10]', () => {
    const ours = Object.values(requests.requests).filter(({ clock, right }) => clock === 'legal' && right !== null);
    expect(ours.every(({ asProcessor }) => asProcessor === 'forward')).toBe(true);
  });
});

describe('queueFaults', () => {
  it('tells of a queue that does not exist and of one nobody files to', () => {
    const { crisis, forward } = queues.queues;
    if (crisis === undefined || forward === undefined) throw new Error('the sample policy has lost its queues');
    const access = requests.requests['access'];
    if (access === undefined) throw new Error('the sample policy has lost access');
    const faults = queueFaults({ version: 'x', requests: { access } }, { version: 'x', queues: { crisis } });
    expect(faults).toEqual([
      'access: no queue "rights"',
      'queue "crisis": nothing is filed there',
      'no queue "forward" for what a creditor must decide (S10)',
    ]);
  });
});

describe('the other policy tables', () => {
  it('make us controller for collection and processor for the rest [S9, S10]', () => {
    for (const kind of engagementKinds)
      expect(engagements.engagements[kind].role).toBe(kind === 'collection' ? 'controller' : 'processor');
  });

  it('give a basis for every clause from S14 to S27', () => {
    const covered = new Set(Object.values(bases.bases).flatMap(({ clauses }) => clauses));
    const wanted = Array.from({ length: 14 }, (_, at) => `S${String(at + 14)}`);
    expect(wanted.filter((clause) => !covered.has(clause))).toEqual([]);
  });

  it('never make a debtor a target of marketing [S25]', () => {
    const marketing = Object.entries(bases.bases).filter(([id]) => id.startsWith('marketing'));
    expect(marketing.some(([, { subjects }]) => subjects.includes('debtor'))).toBe(false);
  });

  it('keep the books five years, open applications twelve months and the words of a crisis thirty days [S12, S19, S36]', () => {
    expect(retention.classes['bookkeeping']?.keep).toEqual({ unit: 'years', amount: 5 });
    expect(retention.classes['open-application']?.keep).toEqual({ unit: 'months', amount: 12 });
    expect(retention.classes['crisis-text']?.keep).toEqual({ unit: 'days', amount: 30 });
  });

  it('hold whatever an open access request may ask for (rights 5.5)', () => {
    for (const id of ['claim-file', 'bookkeeping', 'case-correspondence', 'raw-mail', 'general-conversation'])
      expect([id, retention.classes[id]?.holds.includes('openAccessRequest')]).toEqual([id, true]);
  });
});

describe('crisisLines', () => {
  it('gives the numbers to call in the language of the person, 113 first', () => {
    expect(crisisLines(numbers, 'crisis', 'nb').split('\n')[0]).toBe('Ved fare for liv: 113');
    expect(crisisLines(numbers, 'crisis', 'en')).toContain('116 123 (sidetmedord.no)');
    expect(crisisLines(numbers, 'money', 'nn')).toBe('NAV, økonomirådgiving: 55 55 33 39');
  });

  it('names a number that nobody has checked for a year', () => {
    expect(staleNumbers(numbers, '2026-11-24')).toEqual([]);
    expect(staleNumbers(numbers, '2027-12-01').length).toBe(Object.keys(numbers.numbers).length);
  });
});

describe('what the desk promises in words', () => {
  const promise = /én arbeidsdag|éin arbeidsdag|one working day/;

  it.each(['nb', 'nn', 'en'])('is what the queue promises, in %s', (language) => {
    const phrases = parse(readFileSync(`config/phrases/${language}.yaml`, 'utf8')) as Record<string, string>;
    const promised = Object.keys(phrases).filter((key) => promise.test(phrases[key] ?? ''));
    expect(promised).toContain('filed.forwarded');
    for (const key of promised) {
      const intent = key.replace('filed.', '');
      const service = intent === 'forwarded' ? queues.queues['forward']?.service : rules[intent]?.service;
      expect([key, service]).toEqual([key, { unit: 'workingDays', amount: 1 }]);
    }
  });

  it('of digits and minutes is what the rules of codes say', () => {
    const { code } = read('assurance', assurancePolicySchema);
    expect(code.digits).toBe(8);
    for (const [language, words] of [
      ['nb', 'åtte sifre'],
      ['nn', 'åtte siffer'],
      ['en', 'eight digits'],
    ] as const)
      expect(readFileSync(`config/phrases/${language}.yaml`, 'utf8')).toContain(words);
  });
});
