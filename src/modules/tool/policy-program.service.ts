/** The words of `skranke policy`. */
import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparePolicies } from '../disclosure/compare-policies.js';
import { disclosurePolicySchema } from '../policy/disclosure.schema.js';
import { readPolicy } from '../policy/load-policy.service.js';
import { contradictions } from '../policy/contradictions.js';
import { loadYaml } from '../policy/load-yaml.service.js';
import { deskPlace } from './demo-environment.service.js';
import { runLines, schemaOf } from './json-lines.service.js';
import { explainCommand } from './policy-explain-command.service.js';
import { replayAll } from './policy-replay.service.js';

type Print = (line: object) => void;

export const addPolicy = (program: Command, configDirectory: string, print: Print): void => {
  const policy = program.command('policy').description('the rules of config/');
  policy
    .command('check')
    .description('every fault in config/, with file and line')
    .action(() => {
      check(configDirectory, print);
    });
  policy
    .command('docs')
    .description('the page a lawyer reads: who is told what, how proven, by which channel')
    .action(() => {
      process.stdout.write(readFileSync(join(configDirectory, '../docs/policy/disclosure.md')));
    });
  policy
    .command('explain')
    .description('why one question would be decided so: JSON lines in and out')
    .option('--schema', 'print the JSON Schema of both sides')
    .action(async ({ schema }: { schema?: boolean }) => explaining(schema === true, configDirectory, print));
  policy
    .command('replay')
    .description('whether every disclosure of the journal would be made again by the policy of its day')
    .action(async () => replaying(print));
  policy
    .command('diff <folder>')
    .description('who would learn more, and who less, under the config/ folder proposed')
    .action((folder: string) => {
      diff(configDirectory, folder, print);
    });
};

const check = (configDirectory: string, print: Print): void => {
  const read = readPolicy({ configDirectory, publicUrl: 'http://127.0.0.1', demo: true });
  print(
    read.ok
      ? { ok: true, version: read.value.disclosure.version, rules: read.value.disclosure.rules.length }
      : { ok: false, faults: read.faults },
  );
  process.exitCode = read.ok ? 0 : 1;
};

const explaining = async (schema: boolean, configDirectory: string, print: Print): Promise<void> => {
  const command = explainCommand(configDirectory);
  if (schema) print(schemaOf(command));
  else process.exitCode = (await runLines(command, process.stdin, process.stdout)) ? 0 : 1;
};

const replaying = async (print: Print): Promise<void> => {
  const place = await deskPlace(process.env);
  const found =
    place === null
      ? { error: { code: 'SKR_BAD_INPUT', message: 'DATABASE_URL is not set, and no demo has run here' } }
      : await replayAll(place.databaseUrl);
  print(found);
  process.exitCode = 'ok' in found && found.ok ? 0 : 1;
};

/** One line a question that is answered otherwise, then the sum; a proposed policy with faults is named instead. */
const diff = (configDirectory: string, folder: string, print: Print): void => {
  const [now, proposed] = [configDirectory, folder].map((each) =>
    loadYaml(join(each, 'policy/disclosure.yaml'), disclosurePolicySchema),
  );
  const faults = [now, proposed].flatMap((read) => (read?.ok === false ? read.faults : []));
  if (now?.ok !== true || proposed?.ok !== true) {
    print({ ok: false, faults });
    process.exitCode = 1;
    return;
  }
  const differences = comparePolicies(now.value, proposed.value);
  for (const difference of differences) print(difference);
  const broken = contradictions(proposed.value);
  print({
    ok: broken.length === 0,
    more: differences.filter(({ more }) => more.length > 0).length,
    less: differences.filter(({ less }) => less.length > 0).length,
    ...(broken.length === 0 ? {} : { faults: broken }),
  });
  process.exitCode = broken.length === 0 ? 0 : 1;
};
