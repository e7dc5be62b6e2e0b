import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { newLinter } from './new-linter.js';

const minute = 60_000;
const root = resolve(import.meta.dirname, '../..');

describe('the compiler [lock 1]', () => {
  const file = resolve(import.meta.dirname, 'type-bypasses.ts');
  const text = readFileSync(file, 'utf8');

  it(
    'refuses nine ways round the kernel, each at its own line',
    () => {
      const expected = text.split('\n').flatMap((line, at) => (line.includes('@ts-expect-error --') ? [at + 1] : []));
      expect(expected).toHaveLength(9);
      expect(linesWithErrors(file, text.replaceAll('@ts-expect-error', 'try'))).toEqual(expected);
    },
    minute,
  );
});

describe('the linter [lock 4]', () => {
  const eslint = newLinter();
  const findings = async (text: string, filePath = 'src/modules/claims/balance.ts'): Promise<readonly string[]> => {
    const [result] = await eslint.lintText(text, { filePath });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'unreadable');
  };

  const casts: readonly string[] = [
    `import type { Reply } from '../disclosure/reply.js';\nexport const made = (body: object): Reply => body as Reply;`,
    `import type { Disclosure } from '../disclosure/decide.js';\nexport const made = (body: object): Disclosure => body as Disclosure;`,
    `import type { Sealed } from '../disclosure/sealed.js';\nexport const made = (body: object): Sealed<string> => body as Sealed<string>;`,
    `import type { Reply } from '../disclosure/reply.js';\nexport const made = (bodies: readonly object[]): readonly Reply[] => bodies as readonly Reply[];`,
    `import type { Reply } from '../disclosure/reply.js';\nexport const made = (body: object): Readonly<Reply> => body as Readonly<Reply>;`,
    `import type { Part } from '../disclosure/render.js';\nimport type { Disclosure } from '../disclosure/decide.js';\nexport const made = (from: object): Part => ({ phrase: 'hello', from } as { phrase: 'hello'; from: Disclosure });`,
    `import type * as kernel from '../disclosure/reply.js';\nexport const made = (body: object): kernel.Reply => body as kernel.Reply;`,
    `export const made = (body: object): object => body as import('../disclosure/reply.js').Reply;`,
    `import type { Reply as Words } from '../disclosure/reply.js';\nexport const made = (body: object): Words => body as Words;`,
    `import type { Reply } from '../disclosure/reply.js';\ntype Words = Reply;\nexport const made = (body: object): Words => body as Words;`,
    `import type { Reply } from '../disclosure/reply.js';\nexport const isReply = (body: object): body is Reply => 'text' in body;`,
    `import type { FactName } from '../disclosure/facts.js';\nexport const made = (name: string): FactName => name as unknown as FactName;`,
    `import type { Reply } from '../disclosure/reply.js';\nexport const made = (body: object): Reply => body as never;`,
    `import { readSealedValue } from '../disclosure/sealed.js';\nexport const read = readSealedValue;`,
    `import { issueReply } from '../disclosure/reply.js';\nexport const issue = issueReply;`,
  ];

  it.each(casts)(
    'refuses the way round that compiles: %s',
    async (text) => {
      expect(await findings(text)).toContain('no-restricted-syntax');
    },
    minute,
  );

  it(
    'refuses `any`, said or received',
    async () => {
      expect(await findings(`export const made = (body: any): number => body;`)).toContain(
        '@typescript-eslint/no-explicit-any',
      );
      expect(
        await findings(
          `import type { Reply } from '../disclosure/reply.js';\nexport const made = (text: string): Reply => JSON.parse(text);`,
        ),
      ).toContain('@typescript-eslint/no-unsafe-return');
    },
    minute,
  );

  it(
    'lets the service silence no compiler',
    async () => {
      expect(await findings(`// @ts-expect-error -- it looks right\nexport const made: number = 'one';`)).toContain(
        '@typescript-eslint/ban-ts-comment',
      );
    },
    minute,
  );

  it(
    'finds nothing in the two files that make them, but for the two lines that say so',
    async () => {
      for (const file of ['src/modules/disclosure/decide.ts', 'src/modules/disclosure/reply.ts']) {
        const text = readFileSync(resolve(root, file), 'utf8');
        expect(await findings(text, file)).toEqual([]);
        expect(await findings(text.replace(/ \/\/ eslint-disable-line.*/g, ''), file)).toEqual([
          'no-restricted-syntax',
        ]);
      }
    },
    minute,
  );
});

/** @returns the lines of the text, put in the file's place, at which the compiler objects */
const linesWithErrors = (file: string, text: string): readonly number[] => {
  const { config } = ts.readConfigFile(resolve(root, 'tsconfig.test.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  host.readFile = (path) => (resolve(path) === file ? text : readFile(path));
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error('the file of bypasses was not read');
  return ts
    .getPreEmitDiagnostics(program, source)
    .map(({ start = 0 }) => source.getLineAndCharacterOfPosition(start).line);
};
