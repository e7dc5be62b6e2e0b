import { DataSource, type DataSourceOptions } from 'typeorm';
import { TheHouse1764000000001 } from './migrations/0001-the-house.migration.js';
import { TheSecondPairOfEyes1764000000002 } from './migrations/0002-the-second-pair-of-eyes.migration.js';
import { ACaseThatWaits1764000000003 } from './migrations/0003-a-case-that-waits.migration.js';
import { NamesOfTheCaseSystem1764000000004 } from './migrations/0004-names-of-the-case-system.migration.js';
import { LettersThatWait1764000000005 } from './migrations/0005-letters-that-wait.migration.js';
import { CodesBySms1764000000006 } from './migrations/0006-codes-by-sms.migration.js';
import { AutomaticAnswers1764000000007 } from './migrations/0007-automatic-answers.migration.js';
import { CodesByTarget1764000000008 } from './migrations/0008-codes-by-target.migration.js';
import { WordsAndTheirDecision1764000000009 } from './migrations/0009-words-and-their-decision.migration.js';
import { EidLogins1764000000011 } from './migrations/0011-eid-logins.migration.js';
import { AccountsOfCaseworkers1764000000013 } from './migrations/0013-accounts-of-caseworkers.migration.js';
import { ASealedJournal1764000000015 } from './migrations/0015-a-sealed-journal.migration.js';
import { Letters1764000000017 } from './migrations/0017-letters.migration.js';
import { PoliciesOfTheirDay1764000000016 } from './migrations/0016-policies-of-their-day.migration.js';

/**
 * How the service reaches Postgres. Logging is off for good: TypeORM's query logger prints parameters.
 * @param url   the application's role for the service, the owner's for migrations
 * @param pool  connections at most
 */
export const dataSourceOptions = (url: string, pool = 10): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities: [],
  migrations: [
    TheHouse1764000000001,
    TheSecondPairOfEyes1764000000002,
    ACaseThatWaits1764000000003,
    NamesOfTheCaseSystem1764000000004,
    LettersThatWait1764000000005,
    CodesBySms1764000000006,
    AutomaticAnswers1764000000007,
    CodesByTarget1764000000008,
    WordsAndTheirDecision1764000000009,
    EidLogins1764000000011,
    AccountsOfCaseworkers1764000000013,
    ASealedJournal1764000000015,
    Letters1764000000017,
    PoliciesOfTheirDay1764000000016,
  ],
  migrationsTableName: 'schema_migration',
  synchronize: false,
  migrationsRun: false,
  logging: false,
  poolErrorHandler: () => undefined,
  extra: { max: pool, statement_timeout: 30_000 },
});

/** A data source of its own, for migrations and tests. */
export const newDataSource = (url: string, pool?: number): DataSource => new DataSource(dataSourceOptions(url, pool));
