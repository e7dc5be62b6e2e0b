/** `skranke`, the operator's tool, run as an operator runs it: JSON lines in, JSON lines out. */
import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

type Line = Readonly<Record<string, unknown>>;
type Run = { readonly code: number; readonly lines: readonly Line[] };

const program = resolve(import.meta.dirname, '../../bin/skranke.mjs');
const minute = 60_000;

const skranke = async (args: readonly string[], input: string | Buffer = ''): Promise<Run> => {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number];
  return {
    code,
    lines: printed
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line),
  };
};

const asLines = (lines: readonly unknown[]): string => lines.map((line) => JSON.stringify(line)).join('\n');

describe('skranke', () => {
  it(
    'answers each line in order with its id, names a bad line and goes on, and ends with 1',
    async () => {
      const good = { id: 'a', received: '2026-08-31T10:00:00+02:00' };
      const input = `${asLines([good])}\nno json\n${asLines([
        { id: 7, received: 'yesterday' },
        { ...good, id: 'c' },
      ])}\n`;
      const { code, lines } = await skranke(['deadline'], input);
      expect(code).toBe(1);
      expect(lines.map(({ id }) => id)).toEqual(['a', null, 7, 'c']);
      expect(lines.map((line) => (line['error'] as { code?: string } | undefined)?.code ?? null)).toEqual([
        null,
        'SKR_BAD_INPUT',
        'SKR_BAD_INPUT',
        null,
      ]);
      expect(lines[0]).toMatchObject({ dueStrict: '2026-09-30', dueLegal: '2026-09-30', extended: false });
    },
    minute,
  );

  it(
    'understand says what is meant, in which language and what must be hidden',
    async () => {
      const { code, lines } = await skranke(
        ['understand'],
        asLines([
          { id: 1, channel: 'chat', text: 'Kor mykje er kravet på no?' },
          { id: 2, channel: 'mail', subject: 'hello', text: 'My number is 01 81 85 12 321, please delete my data.' },
        ]),
      );
      expect(code).toBe(0);
      expect(lines[0]).toMatchObject({ lang: 'nn', action: 'act', safety: null, masked: [] });
      expect(lines[0]?.['intents']).toMatchObject([{ intent: 'balance' }]);
      expect(lines[1]).toMatchObject({ lang: 'en', masked: [[13, 28, 'national-id']] });
    },
    minute,
  );

  it(
    'read-mail reads every sample mail, from files and from standard input alike',
    async () => {
      const folder = 'config/sample/mails';
      const files = readdirSync(folder).sort();
      const { code, lines } = await skranke(['read-mail', ...files.map((file) => join(folder, file))]);
      expect(code).toBe(0);
      expect(lines.map(({ id }) => id)).toEqual(files);
      expect(lines.map(({ screen }) => (screen as { verdict: string }).verdict)).toEqual([
        ...Array<string>(4).fill('proceed'),
        'ignore',
        'proceed',
      ]);
      const odd = await skranke(['read-mail'], Buffer.from('\u0000\u0000no mail at all'));
      expect(odd.lines).toMatchObject([
        { id: 'stdin', from: null, senderKnown: false, screen: { verdict: 'quarantine' } },
      ]);
    },
    minute,
  );

  it(
    'policy check finds the shipped rules sound',
    async () => {
      const { code, lines } = await skranke(['policy', 'check']);
      expect(code).toBe(0);
      expect(lines).toMatchObject([{ ok: true }]);
    },
    minute,
  );

  it.each(['understand', 'deadline', 'read-mail'])(
    '%s prints the JSON Schema of both sides',
    async (command) => {
      const { code, lines } = await skranke([command, '--schema']);
      expect(code).toBe(0);
      expect(Object.keys(lines[0] ?? {})).toEqual(['input', 'output']);
    },
    minute,
  );
});
