import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readAccountNumber } from '../values/account-number.js';
import { parseDay } from '../values/day.js';
import { readKid } from '../values/kid.js';
import { readLetterCode } from '../values/letter-code.js';
import { readNationalId } from '../values/national-id.js';
import { readOrganisationNumber } from '../values/organisation-number.js';
import { readPhoneNumber } from '../values/phone-number.js';
import { clearances } from './clearance.js';
import { loadYaml } from './load-yaml.service.js';
import { postingKinds, type SampleClaim } from './sample-claim.schema.js';
import {
  collectorSchema,
  sampleCaseworkersSchema,
  sampleCreditorsSchema,
  samplePeopleSchema,
  type SampleCreditor,
} from './sample.schema.js';

const read = <T>(file: string, schema: Parameters<typeof loadYaml<T>>[1]): T => {
  const loaded = loadYaml(`config/sample/${file}.yaml`, schema);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.value;
};

const collector = read('collector', collectorSchema);
const { creditors } = read('creditors', sampleCreditorsSchema);
const { people } = read('people', samplePeopleSchema);
const { caseworkers } = read('caseworkers', sampleCaseworkersSchema);
const claims = people.flatMap((person) => person.claims);
const storyDay = '2026-11-24';

const today = parseDay(storyDay);

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;
const letterCodes = claims.flatMap((claim) => [
  claim.letterCode,
  ...(claim.alsoLiable ?? []).map((other) => other.letterCode),
]);

describe('the sample world', () => {
  it('holds six creditors, forty people, sixty claims and five caseworkers', () => {
    expect([creditors.length, people.length, claims.length, caseworkers.length]).toEqual([6, 40, 60, 5]);
  });

  it('has only synthetic national identity numbers, each of the birth date beside it', () => {
    for (const { key, nationalId, birthDate } of people) {
      if (nationalId === null) continue;
      const read = readNationalId(nationalId, today);
      expect([key, read?.synthetic, read?.birthDate]).toEqual([key, true, birthDate]);
    }
    expect(unique(people.flatMap(({ nationalId }) => nationalId ?? []))).toBe(true);
  });

  it('keeps no national identity number of anybody who has nothing to pay and nobody to answer for [S8]', () => {
    const without = people.filter((person) => person.nationalId === null);
    expect(without.every((person) => person.claims.length === 0)).toBe(true);
    expect(people.filter((person) => person.claims.length > 0).every(({ nationalId }) => nationalId !== null)).toBe(
      true,
    );
  });

  it('has KID, account and organisation numbers whose check digits hold', () => {
    expect(claims.filter((claim) => readKid(claim.kid, ['mod10']) === null)).toEqual([]);
    const accounts = [collector.account, ...creditors.map((creditor) => creditor.accountNumber)];
    expect(accounts.filter((account) => readAccountNumber(account) === null)).toEqual([]);
    const organisations = [
      collector.organisationNumber,
      ...creditors.map((creditor) => creditor.organisationNumber),
      ...people.flatMap((person) => person.organisation?.organisationNumber ?? []),
    ];
    expect(organisations.filter((number) => readOrganisationNumber(number) === null)).toEqual([]);
  });

  it('has no account number that could be taken for a national identity number', () => {
    expect(
      [collector.account, ...creditors.map((each) => each.accountNumber)].filter(
        (account) => readNationalId(account, today) !== null,
      ),
    ).toEqual([]);
  });

  it('gives every case number, KID, letter code, key and national id once', () => {
    expect(unique(claims.map((claim) => claim.caseNumber))).toBe(true);
    expect(unique(claims.map((claim) => claim.kid))).toBe(true);
    expect(unique(letterCodes)).toBe(true);
    expect(unique(people.map((person) => person.key))).toBe(true);
    expect(unique(people.flatMap((person) => person.phones.map((phone) => phone.value)))).toBe(true);
  });

  it('has letter codes with at least two digits, so that no word is taken for one', () => {
    expect(letterCodes.filter((code) => readLetterCode(code) !== code)).toEqual([]);
    expect(letterCodes.filter((code) => (code.match(/\d/g) ?? []).length < 2)).toEqual([]);
  });

  it('has phone numbers that read back as they stand', () => {
    const phones = people.flatMap((person) => person.phones.map(({ value }) => value));
    expect(phones.filter((phone) => readPhoneNumber(phone) !== phone)).toEqual([]);
    expect(readPhoneNumber(collector.phone)).not.toBeNull();
  });

  it('never says in the sender name what the collector does (ND2)', () => {
    expect(`${collector.desk} ${collector.domain}`).not.toMatch(/inkasso|gjeld|krav|debt|collect/i);
  });

  it('pays collection claims to the client account and the others to the creditor [S9, S10]', () => {
    const own = new Map(creditors.map((creditor) => [creditor.key, creditor.accountNumber]));
    for (const claim of claims) {
      const account = claim.engagement === 'collection' ? collector.account : own.get(claim.creditor);
      expect([claim.caseNumber, claim.accountNumber]).toEqual([claim.caseNumber, account]);
    }
  });
});

describe('the claims of the sample world', () => {
  const creditorOf = (claim: SampleClaim): SampleCreditor => {
    const found = creditors.find(({ key }) => key === claim.creditor);
    if (found === undefined) throw new Error(`${claim.caseNumber}: no creditor ${claim.creditor}`);
    return found;
  };

  it('belong to an engagement their creditor has', () => {
    for (const claim of claims)
      expect(creditorOf(claim).engagements.map(({ kind }) => kind)).toContain(claim.engagement);
  });

  it('use every kind of posting, every kind of engagement and both roles [S9, S10]', () => {
    const kinds = new Set(claims.flatMap((claim) => claim.postings.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual([...postingKinds].sort());
    expect(new Set(claims.map((claim) => claim.engagement)).size).toBe(5);
    const engagements = creditors.flatMap((creditor) => creditor.engagements);
    expect(engagements.every(({ kind, role }) => (kind === 'collection') === (role === 'controller'))).toBe(true);
  });

  it('fall due from 2023 to the day of the story, after delivery, and are posted in order', () => {
    for (const { caseNumber, dueDate, deliveredOn, postings } of claims) {
      const days = postings.map(({ date }) => date);
      expect([caseNumber, [...days].sort()]).toEqual([caseNumber, days]);
      expect(deliveredOn < dueDate && dueDate >= '2023-01-01' && dueDate < storyDay).toBe(true);
      expect(days.every((day) => day < storyDay)).toBe(true);
    }
    expect(new Set(claims.map(({ dueDate }) => dueDate.slice(0, 4)))).toEqual(
      new Set(['2023', '2024', '2025', '2026']),
    );
  });

  const satsOf = (day: string): number => (day >= '2026-01-01' ? 75_000 : 70_000);
  const bands: readonly (readonly [number, number])[] = [
    [50_000, 0.25],
    [100_000, 0.35],
    [250_000, 0.4],
    [1_000_000, 0.8],
    [5_000_000, 1.6],
    [25_000_000, 3.6],
  ];
  const lightCap = (claim: SampleClaim, day: string): number => {
    const multiplier = bands.find(([to]) => claim.principalOre <= to)?.[1] ?? 7.2;
    const factor = claim.debtorKind === 'business' ? 1.5 : creditorOf(claim).deductsVat ? 1 : 1.25;
    return Math.round(satsOf(day) * multiplier * factor);
  };
  const daysAfter = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

  it('carry no reminder or notice fee above a twentieth of the rate of its day, nor before 14 days (domain 1.3)', () => {
    for (const claim of claims) {
      const fees = claim.postings.filter(({ kind }) => kind === 'reminder' || kind === 'collectionNotice');
      expect(fees.length).toBeLessThanOrEqual(2);
      for (const { date, amountOre } of fees) {
        expect(amountOre).toBe(date >= '2026-01-01' ? 3_800 : 3_500);
        expect(daysAfter(claim.dueDate, date)).toBeGreaterThanOrEqual(14);
      }
    }
  });

  it('carry a demand only when the notice has run out, and a fee within its band (domain 1.3)', () => {
    for (const claim of claims) {
      const notice = claim.postings.find(({ kind }) => kind === 'collectionNotice');
      const demand = claim.postings.find(({ kind }) => kind === 'paymentDemand');
      const fees = claim.postings.filter(({ kind }) => kind === 'collectionFee');
      if (demand === undefined) expect(fees).toEqual([]);
      else expect(daysAfter(notice?.date ?? demand.date, demand.date)).toBeGreaterThan(14);
      expect(fees.every((fee) => (fee.amountOre ?? 0) <= lightCap(claim, fee.date))).toBe(true);
      expect(fees.length).toBeLessThanOrEqual(2);
      if (fees[1] !== undefined) expect(daysAfter(demand?.date ?? '', fees[1].date)).toBeGreaterThanOrEqual(43);
    }
  });

  it('carry no cost from the day of a dispute until it is settled (domain 0)', () => {
    for (const { caseNumber, postings } of claims) {
      const from = postings.findIndex(({ kind }) => kind === 'disputed');
      const to = postings.findIndex(({ kind }) => kind === 'disputeSettled');
      const during = from < 0 ? [] : postings.slice(from, to < 0 ? undefined : to);
      const costs = during.filter(({ kind }) => /reminder|Notice|Demand|Fee/.test(kind));
      expect([caseNumber, costs]).toEqual([caseNumber, []]);
    }
  });
});

describe('the people of the sample world', () => {
  const find = (key: string) => people.find((person) => person.key === key);

  it('include namesakes, two of them born on the same day (A5)', () => {
    const pairs = people.flatMap((one, at) => people.slice(at + 1).filter((other) => other.name === one.name));
    expect(pairs.length).toBeGreaterThanOrEqual(2);
    const births = people.map(({ name, birthDate }) => `${name} ${String(birthDate)}`);
    expect(new Set(births).size).toBe(births.length - 1);
  });

  it('include a mailbox that two people share, both with claims', () => {
    const boxes = people.filter(({ claims: own }) => own.length > 0).flatMap(({ emails }) => emails[0]?.value ?? []);
    expect(new Set(boxes).size).toBe(boxes.length - 1);
  });

  it('include somebody without e-mail, without phone, with a bounced address, and with a protected one', () => {
    const debtors = people.filter((person) => person.claims.length > 0);
    expect(debtors.some(({ emails }) => emails.length === 0)).toBe(true);
    expect(debtors.some(({ phones }) => phones.length === 0)).toBe(true);
    expect(debtors.some(({ emails }) => emails.some(({ state }) => state === 'bounced'))).toBe(true);
    expect(debtors.some(({ protectedAddress }) => protectedAddress === 'code6')).toBe(true);
  });

  it('include every kind of data subject of the notice [S4]', () => {
    expect(new Set(people.map(({ kind }) => kind)).size).toBe(11);
    expect(people.some(({ deceasedOn }) => deceasedOn !== undefined)).toBe(true);
    expect(people.some(({ applications }) => applications?.some(({ hasCv }) => hasCv))).toBe(true);
    for (const { guardian } of people) if (guardian !== undefined) expect(find(guardian)?.mandates).toBeDefined();
  });

  it('include one on whom every category of the notice is on file [S11]', () => {
    const full = people.find(({ onFile }) => Object.values(onFile ?? {}).length === 6);
    expect(full?.claims.some(({ postings }) => postings.some(({ kind }) => kind === 'payment'))).toBe(true);
    expect(full?.nationalId !== null && full?.address !== null).toBe(true);
    expect([full?.emails.length, full?.phones.length]).toEqual([1, 1]);
  });

  it('include one with several creditors and both roles [S9, S10]', () => {
    const roles = people.map(({ claims: own }) => ({
      creditors: new Set(own.map(({ creditor }) => creditor)).size,
      both: own.some((one) => one.engagement === 'collection') && own.some((one) => one.engagement !== 'collection'),
    }));
    expect(roles.some(({ creditors: many, both }) => many >= 3 && both)).toBe(true);
  });

  it('write bokmål, nynorsk and English', () => {
    expect(new Set(people.map(({ language }) => language))).toEqual(new Set(['nb', 'nn', 'en']));
  });

  it('name only people that exist as liable together or as guardians', () => {
    const named = people.flatMap((person) => [
      ...(person.mandates ?? []).map((mandate) => mandate.for),
      ...person.claims.flatMap((claim) => (claim.alsoLiable ?? []).map((other) => other.person)),
    ]);
    expect(named.filter((key) => find(key) === undefined)).toEqual([]);
  });
});

describe('the caseworkers of the sample world', () => {
  it('hold every clearance, each by at least two when two must look (four eyes)', () => {
    for (const clearance of clearances) {
      const cleared = caseworkers.filter(({ roles }) => roles.includes(clearance));
      expect([clearance, cleared.length >= 2]).toEqual([clearance, true]);
    }
  });
});

describe('the mails of the sample world', () => {
  const mails = readdirSync('config/sample/mails').map((file) => readFileSync(`config/sample/mails/${file}`, 'utf8'));

  it('are six, all to the desk, from addresses that cannot exist', () => {
    expect(mails).toHaveLength(6);
    const addresses = mails.flatMap((mail) => mail.match(/[^\s<>@]+@[^\s<>]+/g) ?? []);
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
    expect(mails.filter((mail) => !/^To: .*post@fjordvakt\.example/m.test(mail))).toEqual([]);
  });

  it('claim no verdict of their own about who sent them (E03)', () => {
    expect(mails.filter((mail) => /^Authentication-Results:/im.test(mail))).toEqual([]);
  });
});
