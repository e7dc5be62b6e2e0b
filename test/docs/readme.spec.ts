import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { settingsSchema } from '../../src/modules/policy/settings.schema.js';
import { doorLines } from '../../src/modules/tool/door-lines.js';
import { doorPorts } from '../../src/modules/tool/door-ports.js';
import { codeBlocks, codeWords, readPaper, tableRows } from './papers.js';

const readme = readPaper('README.md');
const minute = 60_000;

describe('the settings of the README', () => {
  const rows = tableRows(readme)
    .map(([name, byDefault]) => ({ name: codeWords(name ?? '')[0] ?? '', byDefault: byDefault ?? '' }))
    .filter(({ name }) => /^[A-Z_]+$/.test(name));

  it('are those of the schema, in its order', () => {
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(settingsSchema.shape));
  });

  it.each(rows)('$name: $byDefault', ({ name, byDefault }) => {
    const field = settingsSchema.shape[name as keyof typeof settingsSchema.shape];
    const given = field.safeParse(undefined);
    if (byDefault === '**needed**') expect(given.success).toBe(false);
    else if (byDefault === 'none') expect(given).toMatchObject({ success: true, data: undefined });
    else expect(String(given.data).replace('true', 'on').replace('false', 'off')).toBe(codeWords(byDefault)[0]);
  });
});

describe('the start of the README', () => {
  it('prints what `npm start` prints', () => {
    const ports = doorPorts(undefined);
    if ('reason' in ports) throw new Error(ports.reason);
    const host = '127.0.0.1';
    const doors = {
      demo: true,
      publicUrl: `http://${host}:${String(ports.http)}`,
      imap: { host, port: ports.imap, name: 'post@fjordvakt.example' },
      smtp: { host, port: ports.smtp },
      testId: `http://${host}:${String(ports.testId)}`,
      postgres: { host, port: ports.postgres },
      dataFolder: '.skranke',
    };
    expect(codeBlocks(readme, '')).toContain(`${doorLines(doors).join('\n')}\n`);
  });

  it('names people of the sample with their own address and letter code', () => {
    const { people } = parse(readFileSync('config/sample/people.yaml', 'utf8')) as {
      people: readonly { emails: readonly { value: string }[]; claims: readonly { letterCode: string }[] }[];
    };
    const walks = [...readme.matchAll(/`([\w.]+@[\w.-]+\.example)`(?: \||,) `(\w{5}) (\w{5})`/g)];
    expect(walks).toHaveLength(4);
    for (const [, email, first, second] of walks)
      expect(
        people.some(
          ({ emails, claims }) =>
            emails.some(({ value }) => value === email) &&
            claims.some(({ letterCode }) => letterCode === `${first ?? ''}${second ?? ''}`),
        ),
      ).toBe(true);
  });
});

type Example = { readonly command: string; readonly input: string; readonly printed: string };

/** `$ echo '…' | npx skranke …` and the line below it. */
const examples = codeBlocks(readme, 'console').map((block): Example => {
  const [, input = '', command = '', printed = ''] =
    /^\$ (?:echo '(.*)' \| )?npx skranke (.*)\n(.*)\n$/.exec(block) ?? [];
  return { command, input, printed };
});

/** A score moves with every training; what it leads to shall not. */
const withoutScores = (line: string): unknown => JSON.parse(line.replace(/"score":[\d.]+/g, '"score":0'));

describe('the examples of the README', () => {
  it('show every command of the tool', () => {
    const tool = readPaper('src/modules/tool/skranke.service.ts');
    const named = [...tool.matchAll(/(?:addLines|\.command)\(\s*'([\w-]+)/g)].map(([, name]) => name ?? '');
    const shown = examples.flatMap(({ command }) => command.split(' ').filter((word) => named.includes(word)));
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => !shown.includes(name))).toEqual([]);
  });

  it.each(examples)(
    'skranke $command',
    ({ command, input, printed }) => {
      const run = [
        '--no-warnings',
        '--import',
        './test/world/typescript-hooks.ts',
        'src/modules/tool/skranke.service.ts',
      ];
      const { stdout } = spawnSync(process.execPath, [...run, ...command.split(' ')], { input, encoding: 'utf8' });
      expect(withoutScores(stdout)).toEqual(withoutScores(printed));
    },
    minute,
  );
});
