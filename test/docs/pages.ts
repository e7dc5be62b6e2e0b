/** The generated pages of `docs/`, by path. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { assurancePolicySchema } from '../../src/modules/policy/assurance.schema.js';
import { disclosurePolicySchema } from '../../src/modules/policy/disclosure.schema.js';
import { parseNotice, type Notice } from '../../src/modules/policy/notice.js';
import { phraseKeys } from '../../src/modules/policy/phrase-keys.js';
import { languages } from '../../src/modules/values/language.js';
import { readConfigRows } from './config-rows.js';
import { disclosurePage } from './disclosure-page.js';
import { coverageOf, coveragePage, type ClauseNotes, type Coverage } from './notice-coverage.js';
import { readTestTitles } from './test-titles.js';
import { threatsPage, type Threats } from './threats-page.js';

export const readThreats = (): Threats => yaml('test/docs/threats.yaml') as Threats;
export const readClauseNotes = (): ClauseNotes => yaml('test/docs/clauses.yaml') as ClauseNotes;

export const readCoverage = (): readonly Coverage[] =>
  coverageOf({
    notes: readClauseNotes(),
    notices: readNotices(),
    rows: readConfigRows(),
    phraseKeys,
    questions: yaml('test/corpus/notice-questions.yaml') as readonly { readonly clause: string }[],
    tests: readTestTitles(),
  });

/** @returns path below the root of the repository, and what must stand there */
export const generatedPages = (): Readonly<Record<string, string>> => ({
  'docs/notice-coverage.md': coveragePage(readCoverage(), readClauseNotes(), readNotices()[0]?.version ?? ''),
  'docs/threats.md': threatsPage(readThreats(), readTestTitles()),
  'docs/policy/disclosure.md': disclosurePage(
    disclosurePolicySchema.parse(yaml('config/policy/disclosure.yaml')),
    assurancePolicySchema.parse(yaml('config/policy/assurance.yaml')),
  ),
});

const readNotices = (): readonly Notice[] =>
  languages.flatMap((language) => {
    const parsed = parseNotice(readFileSync(`config/notice/${language}.md`, 'utf8'));
    return parsed.ok ? [parsed.notice] : [];
  });

const yaml = (path: string): unknown => parse(readFileSync(path, 'utf8'));
