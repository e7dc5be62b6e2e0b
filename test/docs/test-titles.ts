/** The titles of every test of the house, read from the sources, and the clauses and threats they name. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** @property title  the words of `describe` and `it`, outermost first */
export type TestTitle = { readonly file: string; readonly title: string; readonly ids: readonly string[] };

const isSpec = /\.(?:spec|int-spec|e2e-spec)\.ts$/;

/** Every test below `src`, `web` and `test`, by file. */
export const readTestTitles = (): readonly TestTitle[] =>
  ['src', 'test', 'web'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => isSpec.test(name))
      .map((name) => `${folder}/${name}`)
      .sort()
      .flatMap((file) => titlesIn(file, readFileSync(file, 'utf8'))),
  );

/** @param text  TypeScript of one spec */
export const titlesIn = (file: string, text: string): readonly TestTitle[] => {
  const found: TestTitle[] = [];
  const visit = (node: ts.Node, outer: readonly string[]): void => {
    const call = ts.isCallExpression(node) ? titled(node) : null;
    if (call === null) {
      ts.forEachChild(node, (child) => visit(child, outer));
      return;
    }
    const path = [...outer, call.title];
    if (call.kind === 'it') found.push({ file, title: path.join(' › '), ids: idsIn(path.join(' › ')) });
    else call.node.arguments.forEach((argument) => visit(argument, path));
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), []);
  return found;
};

type Titled = { readonly kind: 'describe' | 'it'; readonly title: string; readonly node: ts.CallExpression };

const titled = (node: ts.CallExpression): Titled | null => {
  const callee = /^(?:describeWith|describe|it|test)\b/.exec(node.expression.getText())?.[0];
  const words = node.arguments[callee === 'describeWith' ? 1 : 0];
  if (callee === undefined || words === undefined || !isText(words)) return null;
  const kind = callee.startsWith('describe') ? 'describe' : 'it';
  return { kind, title: ts.isTemplateExpression(words) ? words.getText().slice(1, -1) : words.text, node };
};

const isText = (node: ts.Expression): node is ts.StringLiteralLike | ts.TemplateExpression =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

const led = /(?:^|› )((?:[A-Z]{1,2}\d+(?:, )?)+): /g;
const named = /[[(]((?:[A-Z]{1,2}\d+(?:-[A-Z]{0,2}\d+)?(?:, ?)?)+)[\])]/g;

/** `[S40-S42, ND7]` names S40, S41, S42 and ND7; round brackets serve as well, and `R3: ` before a title. */
export const idsIn = (title: string): readonly string[] => [
  ...new Set(
    [...title.matchAll(named), ...title.matchAll(led)].flatMap((match) =>
      (match[1] ?? '').split(/, ?/).flatMap(spread),
    ),
  ),
];

const spread = (part: string): readonly string[] => {
  const [, letters = '', from = '', to = from] = /^([A-Z]{1,2})(\d+)(?:-[A-Z]{0,2}(\d+))?$/.exec(part) ?? [];
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => letters + pad(Number(from) + at, from));
};

const pad = (number: number, like: string): string =>
  String(number).padStart(like.startsWith('0') ? like.length : 1, '0');
