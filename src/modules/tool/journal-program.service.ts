/** The words of `skranke journal`. */
import type { Command } from 'commander';
import { deskPlace } from './demo-environment.service.js';
import { exportEntry, exportHeads, publicKeyOf, verifyJournal } from './journal-command.service.js';
import { journalExportSchema, journalVerifySchema } from './journal-schema.js';

type Options = {
  readonly schema?: boolean;
  readonly heads?: string;
  readonly publicKey?: readonly string[];
  readonly entry?: string;
};
type Print = (line: object) => void;

export const addJournal = (program: Command, configDirectory: string, print: Print): void => {
  const journal = program.command('journal').description('the sealed record of what was told, done and read');
  journal
    .command('verify')
    .description('whether every line is the one that was sealed')
    .option('--schema', 'print the JSON Schema')
    .option('--heads <file>', 'signed heads that were kept elsewhere')
    .option('--public-key <base64...>', 'keys that sign, today and before')
    .action(async (options: Options) =>
      options.schema ? print(journalVerifySchema) : verify(options, configDirectory, print),
    );
  journal
    .command('export')
    .description('the signed heads, for whoever keeps them where the database is not')
    .option('--schema', 'print the JSON Schema')
    .option('--entry <id>', 'the proof that one line is sealed instead')
    .action(async (options: Options) => (options.schema ? print(journalExportSchema) : exporting(options, print)));
};

const verify = async (options: Options, configDirectory: string, print: Print): Promise<void> => {
  const place = await deskPlace(process.env);
  if (place === null) {
    refuse(print, 'DATABASE_URL is not set, and no demo has run here');
    return;
  }
  const publicKeys = options.publicKey ?? (place.journalKey === null ? [] : [publicKeyOf(place.journalKey)]);
  if (publicKeys.length === 0) {
    refuse(print, 'name the key by --public-key, or set SKRANKE_JOURNAL_KEY');
    return;
  }
  const headsFile = options.heads ?? place.headsFile;
  const verified = await verifyJournal({ databaseUrl: place.databaseUrl, publicKeys, headsFile, configDirectory });
  print(verified);
  process.exitCode = verified.ok ? 0 : 1;
};

const exporting = async (options: Options, print: Print): Promise<void> => {
  const place = await deskPlace(process.env);
  if (place === null) {
    refuse(print, 'DATABASE_URL is not set, and no demo has run here');
    return;
  }
  if (options.entry === undefined) {
    for (const head of await exportHeads(place.databaseUrl)) print(head);
    return;
  }
  const proof = await exportEntry(place.databaseUrl, options.entry);
  if (proof === null) {
    refuse(print, 'no head covers such a line');
    return;
  }
  print(proof);
};

const refuse = (print: Print, message: string): void => {
  print({ error: { code: 'SKR_BAD_INPUT', message } });
  process.exitCode = 1;
};
