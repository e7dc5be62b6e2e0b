/** The personal fields of the sample world, each with whose it is and which fact may tell it. */
import { formatDay, parseDay } from '../../../src/modules/values/day.js';
import { formatOre, type Ore } from '../../../src/modules/values/money.js';
import { loadSampleWorld } from '../../../src/modules/sample/sample-world.service.js';
import type { DevPerson } from '../../world/running-desk.js';

/**
 * @property value   at least six letters or digits
 * @property owners  keys of the people it is true of
 * @property facts   names of the facts that may tell it, empty for what is never told
 */
export type Marker = {
  readonly kind: string;
  readonly value: string;
  readonly owners: readonly string[];
  readonly facts: readonly string[];
};

const languages = ['nb', 'nn', 'en'] as const;
const amounts = ['outstanding', 'totalOutstanding', 'principal', 'paid', 'fees', 'lateInterest', 'overpaid'];
const shortest = 6;

/** @param people  as the demo shows them, for what is outstanding today */
export const markersOf = (people: readonly DevPerson[]): readonly Marker[] => {
  const world = loadSampleWorld('config');
  const fields = world.people.flatMap((person) => {
    const own = (kind: string, value: string | null | undefined, facts: readonly string[] = []) => ({
      kind,
      value: value ?? '',
      owner: person.key,
      facts,
    });
    return [
      own('name', person.name),
      own('national id', person.nationalId),
      ...(person.birthDate === null
        ? []
        : [own('birth date', person.birthDate), own('birth date', person.birthDate.split('-').reverse().join('.'))]),
      ...(person.birthDate === null
        ? []
        : languages.map((language) => own('birth date', formatDay(parseDay(person.birthDate ?? ''), language)))),
      own('street', person.address?.street),
      ...person.emails.map(({ value }) => own('e-mail', value)),
      ...person.phones.flatMap(({ value }) => [own('phone', value), own('phone', value.slice(3))]),
      ...Object.values(person.onFile ?? {}).flatMap((found) => (found ?? []).map(({ text }) => own('on file', text))),
      ...(person.volunteered ?? []).map(({ text }) => own('volunteered', text)),
      own('adaptation', person.consideration?.adaptation),
      ...(person.applications ?? []).map(({ position }) => own('application', position)),
    ];
  });
  const cases = people.flatMap((person) =>
    person.cases.flatMap((one) => {
      const own = (kind: string, value: string, facts: readonly string[]) => ({
        kind,
        value,
        owner: person.key,
        facts,
      });
      return [
        own('case number', one.caseNumber, ['caseNumber']),
        own('KID', one.kid, ['kid']),
        own('account', one.accountNumber, ['accountNumber']),
        own('creditor', one.creditor, ['creditor']),
        own('letter code', one.letterCode, []),
        ...languages.map((language) => own('amount', formatOre(one.outstandingOre as Ore, language), amounts)),
      ];
    }),
  );
  const invoices = world.people.flatMap((person) =>
    person.claims.flatMap((claim) =>
      [person.key, ...(claim.alsoLiable ?? []).map((one) => one.person)].map((owner) => ({
        kind: 'invoice',
        value: claim.invoiceNumber,
        owner,
        facts: ['invoiceNumber'],
      })),
    ),
  );
  return joined(
    [...fields, ...cases, ...invoices].filter(({ value }) => value.replace(/[^\p{L}\p{N}]/gu, '').length >= shortest),
  );
};

type Field = {
  readonly kind: string;
  readonly value: string;
  readonly owner: string;
  readonly facts: readonly string[];
};

/** A value several people share is one marker. */
const joined = (fields: readonly Field[]): readonly Marker[] => {
  const byValue = new Map<string, Marker>();
  for (const { kind, value, owner, facts } of fields) {
    const known = byValue.get(`${kind}|${value}`);
    byValue.set(`${kind}|${value}`, { kind, value, facts, owners: [...new Set([...(known?.owners ?? []), owner])] });
  }
  return [...byValue.values()];
};
