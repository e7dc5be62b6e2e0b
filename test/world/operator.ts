/** `skranke caseworker` as an operator runs it against a desk: JSON lines in, JSON lines out. */
import { Readable, Writable } from 'node:stream';
import { caseworkerCommand, type CaseworkerVerb } from '../../src/modules/tool/caseworker-command.service.js';
import { runLines } from '../../src/modules/tool/json-lines.service.js';

export type OperatorLine = Readonly<Record<string, unknown>>;

export const operate = async (
  desk: { readonly config: string; readonly databaseUrl: string },
  verb: CaseworkerVerb,
  lines: readonly OperatorLine[],
): Promise<readonly OperatorLine[]> => {
  let out = '';
  const sink = new Writable({
    write: (chunk: Buffer, _, next): void => {
      out += chunk.toString('utf8');
      next();
    },
  });
  const command = caseworkerCommand(verb, desk.config, desk.databaseUrl);
  await runLines(command, Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`)), sink);
  await command.end();
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as OperatorLine);
};
