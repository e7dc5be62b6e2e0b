/** What the notice says is what the policy does: a test for each clause that no other spec names. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { languages } from '../values/language.js';
import { disclosurePolicySchema } from './disclosure.schema.js';
import { groundsSchema } from './grounds.schema.js';
import { legalBasesSchema, subjectsOfProcessing } from './legal-bases.schema.js';
import { loadYaml } from './load-yaml.service.js';
import { parseNotice } from './notice.js';
import { processorsSchema } from './processors.schema.js';
import { queuesSchema } from './queues.schema.js';
import { requestsSchema } from './requests.schema.js';
import { retentionSchema } from './retention.schema.js';
import { sources } from './source.js';

const read = <T>(file: string, schema: Parameters<typeof loadYaml<T>>[1]): T => {
  const loaded = loadYaml(`config/${file}.yaml`, schema);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.value;
};

const { bases } = read('policy/legal-bases', legalBasesSchema);
const { requests } = read('policy/requests', requestsSchema);
const { queues } = read('policy/queues', queuesSchema);
const { classes } = read('policy/retention', retentionSchema);
const { grounds } = read('policy/grounds', groundsSchema);
const { processors } = read('notice/processors', processorsSchema);
const { rules } = read('policy/disclosure', disclosurePolicySchema);

/** What the notice says to a clause, in bokmål, nynorsk and English. */
const said = (clause: string): readonly string[] =>
  languages.map((language) => {
    const parsed = parseNotice(readFileSync(`config/notice/${language}.md`, 'utf8'));
    const paragraphs = parsed.ok ? parsed.notice.paragraphs : [];
    return paragraphs.flatMap(({ clauses, text }) => (clauses.includes(clause) ? [text] : [])).join(' ');
  });

describe('what the collector is and holds', () => {
  it('tells of security without the name or version of what protects it [S2]', () => {
    for (const text of said('S2')) expect(text).not.toMatch(/\d|postgres|node|tls|aes|kryptert med|encrypted with/i);
  });

  it('counts assessments among the data, in every language [S3]', () => {
    const [nb, nn, en] = said('S3');
    expect([nb, nn, en].map((text) => /vurdering|assessment/.test(text ?? ''))).toEqual([true, true, true]);
  });

  it('answers nothing about a claim before a proof of two possessions [S5, S17]', () => {
    const aboutClaims = Object.entries(requests).filter(([, { needsClaim }]) => needsClaim);
    expect(aboutClaims.length).toBeGreaterThan(5);
    expect(aboutClaims.filter(([, { answerAt }]) => answerAt === 'none' || answerAt === 'low')).toEqual([]);
    expect(aboutClaims.filter(([, { clauses }]) => !clauses.includes('S5'))).toEqual([]);
  });

  it('knows every kind of source the notice names, an informant as a kind and never by name [S13]', () => {
    expect(sources).toEqual(
      expect.arrayContaining(['creditor', 'person', 'creditBureau', 'publicSource', 'historicalSource', 'informant']),
    );
  });

  it('keeps most of it in an electronic case system that stands in the register [S33]', () => {
    for (const text of said('S33')) expect(text).toMatch(/elektronisk|electronic/);
    expect(processors['case-system']?.purpose.en).toBe('case system');
  });
});

describe('the legal bases', () => {
  it('rest collection on 6(1)(b) with the act and its regulation, as the notice says in every language [S14]', () => {
    expect(bases['collection']).toMatchObject({
      article: '6(1)(b)',
      statutes: ['LOV-1988-05-13-26', 'FOR-1989-07-14-562'],
    });
    const told = [/inkassoloven.*artikkel 6 nr\. 1 bokstav b/, /inkassolova.*artikkel 6 nr\. 1 bokstav b/];
    const [nb, nn, en] = said('S14');
    expect([told[0]?.test(nb ?? ''), told[1]?.test(nn ?? '')]).toEqual([true, true]);
    expect(en).toMatch(/Debt Collection Act.*Article 6\(1\)\(b\)/);
  });

  it('give every kind of data subject a basis and a purpose in three languages [S15]', () => {
    const served = new Set(Object.values(bases).flatMap(({ subjects }) => subjects));
    expect(subjectsOfProcessing.filter((subject) => !served.has(subject))).toEqual([]);
    expect(Object.values(bases).filter(({ purpose }) => Object.values(purpose).some((text) => text === ''))).toEqual(
      [],
    );
  });

  it('let a person object wherever interests are weighed, and open a case for it [S16, S27]', () => {
    const weighed = Object.values(bases).filter(({ article }) => article === '6(1)(f)');
    expect(weighed.length).toBeGreaterThan(1);
    expect(weighed.every(({ mayObject }) => mayObject)).toBe(true);
    expect(requests['objection']).toMatchObject({ queue: 'rights', right: 'objection', clock: 'legal' });
  });

  it('use what the site was told for nothing else: no web contact is a target of marketing [S21]', () => {
    const marketing = Object.entries(bases).filter(([id]) => id.startsWith('marketing'));
    expect(marketing.length).toBeGreaterThan(0);
    expect(marketing.filter(([, { subjects }]) => subjects.includes('webContact'))).toEqual([]);
  });

  it('hold supplier contacts by contract or consent, in a queue of their own [S23]', () => {
    const held = Object.values(bases).filter(({ subjects, clauses }) => clauses.includes('S23') && subjects.length > 0);
    expect(held.map(({ article }) => article).sort()).toEqual(['6(1)(a)', '6(1)(b)']);
    expect(requests['supplier']?.queue).toBe('suppliers');
  });
});

describe('those who are no debtors', () => {
  it('keep an application for later by consent only, and never hand it to a creditor [S18]', () => {
    expect(bases['kept-application']?.needsConsent).toBe(true);
    expect(classes['kept-application']).toMatchObject({ from: 'consentGiven', ground: '17(1)(b)' });
    expect(requests['job_applicant']?.asProcessor).toBe('never');
  });

  it('keep what was written on the site half a year at most [S20]', () => {
    expect(classes['web-contact']?.keep).toEqual({ unit: 'months', amount: 6 });
  });

  it('stop marketing for the writing address at once, without login [S24, S26]', () => {
    expect(requests['marketing_opt_out']).toMatchObject({ fileAt: 'none', answerAt: 'none', effect: 'suppress' });
    expect(classes['newsletter']?.keep.amount).toBe(0);
  });

  it('tell what marketing uses in every language: name, e-mail, phone and address [S24]', () => {
    const [nb, nn, en] = said('S24');
    expect(nb).toMatch(/navn, e-post, telefonnummer og adresse/);
    expect(nn).toMatch(/namn, e-post, telefonnummer og adresse/);
    expect(en).toMatch(/name, e-mail, phone number and address/);
  });
});

describe('security, storage and erasure', () => {
  it('has an agreement with every processor, dated [S28]', () => {
    expect(Object.values(processors).filter(({ agreementOn }) => !/^\d{4}-\d\d-\d\d$/.test(agreementOn))).toEqual([]);
  });

  it('gives technical logs and backups an end of their own [S32]', () => {
    expect(classes['service-log']?.keep).toEqual({ unit: 'days', amount: 90 });
    expect(classes['backup']?.keep).toEqual({ unit: 'days', amount: 35 });
  });

  it('can refuse an erasure for what the case needs, by article, in writing, with the remedies [S34]', () => {
    for (const [id, article] of [
      ['refused-legal-obligation', '17(3)(b)'],
      ['refused-legal-claims', '17(3)(e)'],
    ] as const)
      expect(grounds[id]).toMatchObject({ article, for: ['erasure'], letter: 'required', needsRemedies: true });
  });

  it('takes a withdrawn consent at the lowest proof, and lets what rests on it go [S37, S42]', () => {
    expect(requests['consent_withdrawal']).toMatchObject({ fileAt: 'none', answerAt: 'low', article: '7(3)' });
    const consented = Object.values(classes).filter(({ ground }) => ground === '17(1)(b)');
    expect(consented.length).toBeGreaterThan(0);
    expect(consented.every(({ then }) => then === 'erase')).toBe(true);
  });
});

describe('who else learns anything', () => {
  it('opens no queue without a clearance and a purpose [S38]', () => {
    expect(
      Object.values(queues).filter(
        ({ clearance, purpose }) => clearance.length < 4 || Object.values(purpose).some((text) => text.length < 20),
      ),
    ).toEqual([]);
  });

  it('has no rule that tells an authority anything by machine, or a helper without a proof; two people look [S43, S44, ND10, ND11]', () => {
    const authority = rules.filter(({ subject }) => subject === 'authority');
    expect(authority.map(({ level, channels }) => [level, channels])).toEqual([['high', ['letter']]]);
    const helpers = rules.filter(({ subject }) => ['representative', 'guardian', 'parent'].includes(subject));
    expect(helpers.filter(({ level }) => level === 'none' || level === 'low')).toEqual([]);
    for (const intent of ['authority', 'representative'])
      expect([intent, queues[requests[intent]?.queue ?? '']?.fourEyes]).toEqual([intent, true]);
  });

  it('names where to complain below every refusal, with the address of Datatilsynet [S45]', () => {
    const refusals = Object.values(grounds).filter(({ outcome }) => outcome === 'refused');
    expect(refusals.length).toBeGreaterThan(3);
    expect(refusals.every(({ needsRemedies }) => needsRemedies)).toBe(true);
    for (const language of languages)
      expect(readFileSync(`config/phrases/${language}.yaml`, 'utf8')).toMatch(
        /^remedies: .*Datatilsynet.*Postboks 458 Sentrum, 0105 Oslo, datatilsynet\.no/m,
      );
  });
});
