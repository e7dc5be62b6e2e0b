/** Reads everything the desk goes by from `config/`, checks it, and refuses to start on the first thing that is wrong. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { SkrankeError } from '../values/errors.js';
import { languages } from '../values/language.js';
import { assurancePolicySchema } from './assurance.schema.js';
import { bannedWordsSchema } from './banned-words.schema.js';
import { registeredColumns, registerFaults, type RegisteredColumn } from './column-register.js';
import { columnsSchema } from './columns.schema.js';
import { contradictions } from './contradictions.js';
import { cookiesSchema } from './cookies.schema.js';
import { crisisLines } from './crisis-lines.js';
import { crisisNumbersSchema } from './crisis-numbers.schema.js';
import type { Collector, DeskPolicy } from './desk-policy.js';
import { disclosurePolicySchema } from './disclosure.schema.js';
import { engagementsSchema } from './engagements.schema.js';
import { filingRules, queueFaults, queueRules } from './filing-rules.js';
import { legalBasesSchema } from './legal-bases.schema.js';
import { groundRules, groundsSchema } from './grounds.schema.js';
import { lettersSchema } from './letters.schema.js';
import { loadYaml, type ConfigFault, type Loaded } from './load-yaml.service.js';
import { noticeFaults } from './notice-faults.js';
import { parseNotice, type Notice } from './notice.js';
import { phraseFaults, type Language, type PhraseFault, type PhraseFile } from './phrases.js';
import { stampedVersion } from './policy-version.js';
import { processorLines, processorNames } from './processor-lines.js';
import { processorsSchema } from './processors.schema.js';
import { queuesSchema } from './queues.schema.js';
import { withoutSample } from './rate-on.js';
import { readingFaults } from './readability.js';
import { feesSchema, holidaysSchema, lateInterestSchema, regimesSchema } from './rates.schema.js';
import { requestsSchema } from './requests.schema.js';
import { retentionSchema } from './retention.schema.js';
import { collectorSchema } from './sample.schema.js';
import { templateFaults, templateRules, templatesSchema, templateTexts } from './templates.schema.js';
import { wordFaults } from './word-faults.js';

const phraseFile = z.record(z.string(), z.string());

/** What differs between a demo and the real thing. */
export type PolicyUse = { readonly configDirectory: string; readonly publicUrl: string; readonly demo: boolean };

/**
 * @returns the rules of the day in one frozen piece
 * @throws  SKR_POLICY_INVALID whose detail names every fault, one a line, with file and line where there is one
 */
export const loadPolicy = (use: PolicyUse): DeskPolicy => {
  const found = readPolicy(use);
  if (!found.ok) throw new SkrankeError('SKR_POLICY_INVALID', found.faults.join('\n'));
  return found.value;
};

/**
 * The register of columns, for whoever brings the schema up to date.
 * @throws SKR_POLICY_INVALID
 */
export const loadColumns = (configDirectory: string): readonly RegisteredColumn[] => {
  const read = loadYaml(join(configDirectory, 'policy/columns.yaml'), columnsSchema);
  if (!read.ok) throw new SkrankeError('SKR_POLICY_INVALID', read.faults.join('\n'));
  return registeredColumns(read.value);
};

/** As `loadPolicy`, with the faults as a value: what `skranke policy check` prints. */
export const readPolicy = (use: PolicyUse): Loaded<DeskPolicy> => {
  const files = readFiles(use);
  const faults = Object.values(files).flatMap((file) => (file.ok ? [] : file.faults));
  if (faults.length > 0) return { ok: false, faults };
  const read = valuesOf(files);
  const cross = crossFaults(read, use.configDirectory);
  return cross.length > 0 ? { ok: false, faults: cross } : { ok: true, value: assemble(read, use) };
};

const readFiles = ({ configDirectory, demo }: PolicyUse) => {
  const at = (...path: string[]): string => join(configDirectory, ...path);
  const own = at('collector.yaml');
  return {
    disclosure: loadYaml(at('policy/disclosure.yaml'), disclosurePolicySchema),
    assurance: loadYaml(at('policy/assurance.yaml'), assurancePolicySchema),
    queues: loadYaml(at('policy/queues.yaml'), queuesSchema),
    requests: loadYaml(at('policy/requests.yaml'), requestsSchema),
    grounds: loadYaml(at('policy/grounds.yaml'), groundsSchema),
    letters: loadYaml(at('policy/letters.yaml'), lettersSchema),
    templates: loadYaml(at('policy/templates.yaml'), templatesSchema),
    crisis: loadYaml(at('policy/crisis-numbers.yaml'), crisisNumbersSchema),
    processors: loadYaml(at('notice/processors.yaml'), processorsSchema),
    retention: loadYaml(at('policy/retention.yaml'), retentionSchema),
    legalBases: loadYaml(at('policy/legal-bases.yaml'), legalBasesSchema),
    columns: loadYaml(at('policy/columns.yaml'), columnsSchema),
    engagements: loadYaml(at('policy/engagements.yaml'), engagementsSchema),
    cookies: loadYaml(at('notice/cookies.yaml'), cookiesSchema),
    collector: loadYaml(demo && !existsSync(own) ? at('sample/collector.yaml') : own, collectorSchema),
    lateInterest: loadYaml(at('rates/late-interest.yaml'), lateInterestSchema),
    fees: loadYaml(at('rates/fees.yaml'), feesSchema),
    holidays: loadYaml(at('rates/holidays.yaml'), holidaysSchema),
    regimes: loadYaml(at('rates/regimes.yaml'), regimesSchema),
    nb: loadYaml(at('phrases/nb.yaml'), phraseFile),
    nn: loadYaml(at('phrases/nn.yaml'), phraseFile),
    en: loadYaml(at('phrases/en.yaml'), phraseFile),
    banned: loadYaml(at('phrases/banned.yaml'), bannedWordsSchema),
    noticeNb: loadNotice(at('notice/nb.md')),
    noticeNn: loadNotice(at('notice/nn.md')),
    noticeEn: loadNotice(at('notice/en.md')),
  };
};

type Files = ReturnType<typeof readFiles>;
type Values = { readonly [K in keyof Files]: Extract<Files[K], { ok: true }>['value'] };

/** Every file is known to have been read: the caller has looked for faults. */
const valuesOf = (files: Files): Values =>
  Object.fromEntries(Object.entries(files).flatMap(([name, file]) => (file.ok ? [[name, file.value]] : []))) as Values;

const loadNotice = (path: string): Loaded<Notice> => {
  const shown = relative(process.cwd(), path);
  if (!existsSync(path)) return { ok: false, faults: [`${shown}: cannot be read`] };
  const read = parseNotice(readFileSync(path, 'utf8'));
  return read.ok
    ? { ok: true, value: read.notice }
    : { ok: false, faults: read.faults.map((fault) => `${shown}: ${fault}`) };
};

/** What only shows when files are held beside each other. */
const crossFaults = (read: Values, configDirectory: string): readonly ConfigFault[] => [
  ...contradictions(read.disclosure).map((fault) => `config/policy/disclosure.yaml: ${fault}`),
  ...phraseFaults(phraseFilesOf(read)).map((fault) => phraseFault(fault, configDirectory)),
  ...languages.flatMap((language) => badWords(read, language, configDirectory)),
  ...registerFaults(read.columns, read.legalBases, read.retention).map(
    (fault) => `config/policy/columns.yaml: ${fault}`,
  ),
  ...queueFaults(read.requests, read.queues).map((fault) => `config/policy/requests.yaml: ${fault}`),
  ...templateFaults(read.templates, {
    intents: Object.keys(read.requests.requests),
    grounds: Object.keys(read.grounds.grounds),
  }).map((fault) => `config/policy/templates.yaml: ${fault}`),
  ...[read.noticeNb, read.noticeNn, read.noticeEn]
    .filter((notice) => notice.collector !== read.collector.name)
    .map((notice) => `config/notice/${notice.language}.md: is the notice of another collector than collector.yaml`),
  ...noticeFaults([read.noticeNb, read.noticeNn, read.noticeEn], processorNames(read.processors)).map(
    (fault) => `config/notice: ${fault}`,
  ),
];

/** With the line its key stands on; a phrase that is missing belongs at the end. */
const phraseFault = ({ language, key, what }: PhraseFault, configDirectory: string): ConfigFault => {
  const path = join(configDirectory, 'phrases', `${language}.yaml`);
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.startsWith(`${key}:`));
  return `${relative(process.cwd(), path)}:${String(at < 0 ? lines.length : at + 1)}: "${key}" ${what}`;
};

/** Words the desk does not say, in its phrases, in the notice and in the templates of letters, and sentences too hard to read. */
const badWords = (read: Values, language: Language, configDirectory: string): readonly ConfigFault[] => {
  const notice = { nb: read.noticeNb, nn: read.noticeNn, en: read.noticeEn }[language];
  const paragraphs = Object.fromEntries(notice.paragraphs.map(({ id, text }) => [id, text]));
  const banned = read.banned.banned[language];
  return [
    ...[...wordFaults(read[language], banned), ...readingFaults(read[language])].map((fault) =>
      phraseFault({ language, ...fault }, configDirectory),
    ),
    ...wordFaults(paragraphs, banned).map(({ key, what }) => `config/notice/${language}.md: "${key}" ${what}`),
    ...wordFaults(templateTexts(read.templates, language), banned).map(
      ({ key, what }) => `config/policy/templates.yaml: "${key}" ${what}`,
    ),
  ];
};

const phraseFilesOf = ({ nb, nn, en }: Values): Readonly<Record<Language, PhraseFile>> => ({ nb, nn, en });

const inEach = <T>(make: (language: Language) => T): Readonly<Record<Language, T>> => ({
  nb: make('nb'),
  nn: make('nn'),
  en: make('en'),
});

const assemble = (read: Values, use: PolicyUse): DeskPolicy => {
  const { privacyEmail: _, organisationNumber: __, ...collector } = read.collector;
  const rates = {
    lateInterest: read.lateInterest,
    fees: read.fees,
    holidays: read.holidays,
    regimes: read.regimes.regimes,
  };
  const notices = { nb: read.noticeNb, nn: read.noticeNn, en: read.noticeEn };
  return Object.freeze({
    disclosure: { ...read.disclosure, version: stampedVersion(read.disclosure) },
    assurance: read.assurance,
    phrases: phraseFilesOf(read),
    filing: filingRules(read.requests, read.queues),
    queues: queueRules(read.queues),
    grounds: groundRules(read.grounds),
    letters: read.letters,
    templates: templateRules(read.templates),
    collector: { ...collector, siteUrl: use.publicUrl } satisfies Collector,
    crisisNumbers: inEach((language) => crisisLines(read.crisis, 'crisis', language)),
    processors: inEach((language) => processorLines(read.processors, language)),
    notice: inEach((language) => notices[language]),
    rates: use.demo ? rates : withoutSample(rates),
  });
};
