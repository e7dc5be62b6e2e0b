import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { SkrankeError } from '../values/errors.js';

/** One command of JSON lines: what a line must be, what comes of it. */
export type LineCommand<I, O> = {
  readonly input: z.ZodType<I>;
  readonly output: z.ZodType;
  run(line: I): O | Promise<O>;
};

/**
 * Reads JSON lines, writes JSON lines, order kept, `id` echoed. A bad line becomes an error line and the rest go on.
 * @returns whether every line was good
 */
export const runLines = async <I, O extends object>(
  command: LineCommand<I, O>,
  input: Readable,
  output: Writable,
): Promise<boolean> => {
  let good = true;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    if (text.trim() === '') continue;
    const { id, value } = parsed(text);
    const result = await answer(command, value);
    good &&= result.ok;
    const line = result.ok ? { id, ...result.value } : { id, error: result.error };
    if (!output.write(`${JSON.stringify(line)}\n`)) await new Promise((drained) => output.once('drain', drained));
  }
  return good;
};

/** The JSON Schema of both sides, for `--schema`. */
export const schemaOf = <I, O>(command: LineCommand<I, O>): object => ({
  input: z.toJSONSchema(command.input, { io: 'input' }),
  output: z.toJSONSchema(command.output),
});

type Result<O> =
  | { readonly ok: true; readonly value: O }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

const parsed = (text: string): { readonly id: unknown; readonly value: unknown } => {
  try {
    const value: unknown = JSON.parse(text);
    return { id: typeof value === 'object' && value !== null && 'id' in value ? value.id : null, value };
  } catch {
    return { id: null, value: undefined };
  }
};

const answer = async <I, O>(command: LineCommand<I, O>, value: unknown): Promise<Result<O>> => {
  if (value === undefined) return { ok: false, error: { code: 'SKR_BAD_INPUT', message: 'the line is not JSON' } };
  const input = command.input.safeParse(value);
  if (!input.success) {
    const [issue] = input.error.issues;
    return {
      ok: false,
      error: { code: 'SKR_BAD_INPUT', message: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() },
    };
  }
  try {
    return { ok: true, value: await command.run(input.data) };
  } catch (error) {
    if (error instanceof SkrankeError) return { ok: false, error: { code: error.code, message: error.detail } };
    return { ok: false, error: { code: 'SKR_INTERNAL', message: 'the line could not be answered' } };
  }
};
