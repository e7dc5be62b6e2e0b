/** `skranke`, the operator's tool: JSON lines in, JSON lines out. It needs no running desk, and no database unless said. */
import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ReadMailService } from '../../mail/read-mail.service.js';
import { caseworkerCommand, type CaseworkerVerb } from './caseworker-command.service.js';
import { deadlineCommand } from './deadline-command.js';
import { addJournal } from './journal-program.service.js';
import { runLines, schemaOf, type LineCommand } from './json-lines.service.js';
import { addPolicy } from './policy-program.service.js';
import { readMailSchema } from './read-mail-command.js';
import { statementCommand } from './statement-command.service.js';
import { understandCommand } from './understand-command.service.js';

const configDirectory = resolve(
  process.env['SKRANKE_CONFIG'] ?? resolve(fileURLToPath(import.meta.url), '../../../../config'),
);
const program = new Command('skranke')
  .description('The tool of the desk: JSON lines in, JSON lines out.')
  .showHelpAfterError();

const addLines = <I, O extends object>(name: string, description: string, make: () => LineCommand<I, O>): void => {
  program
    .command(name)
    .description(description)
    .option('--schema', 'print the JSON Schema of both sides')
    .action(async ({ schema }: { schema?: boolean }) => {
      if (schema === true) {
        print(schemaOf(make()));
        return;
      }
      process.exitCode = (await runLines(make(), process.stdin, process.stdout)) ? 0 : 1;
    });
};

addLines('understand', 'what a message means, how surely, and what in it must be hidden', () =>
  understandCommand(configDirectory),
);
addLines('statement', 'what a claim comes to on a day: interest, fees, payments', () =>
  statementCommand(configDirectory),
);
addLines('deadline', 'when an answer is due by law, and why', () => deadlineCommand);

program
  .command('read-mail [files...]')
  .description('what the desk makes of raw messages')
  .option('--schema', 'print the JSON Schema of both sides')
  .action(async (files: string[], { schema }: { schema?: boolean }) => {
    if (schema === true) {
      print(readMailSchema);
      return;
    }
    const reader = new ReadMailService();
    if (files.length === 0) print(await reader.read(await stdinBytes(), 'stdin'));
    for (const file of files) {
      const raw = fileBytes(file);
      print(raw === null ? unreadable(basename(file)) : await reader.read(raw, basename(file)));
    }
    await reader.end();
  });

const caseworker = program.command('caseworker').description('who works at the desk; needs DATABASE_URL');
const verbs: readonly (readonly [CaseworkerVerb, string])[] = [
  ['add', 'somebody new, with a code that opens her account once'],
  ['reset', 'a new code for somebody who lost password or authenticator; what she had counts no more'],
  ['disable', 'somebody leaves: her sessions end at once'],
];
for (const [verb, description] of verbs)
  caseworker
    .command(verb)
    .description(description)
    .option('--schema', 'print the JSON Schema of both sides')
    .action(async ({ schema }: { schema?: boolean }) => {
      const command = caseworkerCommand(verb, configDirectory, process.env['DATABASE_URL']);
      if (schema === true) print(schemaOf(command));
      else process.exitCode = (await runLines(command, process.stdin, process.stdout)) ? 0 : 1;
      await command.end();
    });

addPolicy(program, configDirectory, print);
addJournal(program, configDirectory, print);

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const fileBytes = (file: string): Buffer | null => {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
};

const unreadable = (id: string): object => {
  process.exitCode = 1;
  return { id, error: { code: 'SKR_BAD_INPUT', message: 'the file cannot be read' } };
};

const stdinBytes = async (): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

await program.parseAsync();
