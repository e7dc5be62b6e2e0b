/** Every question to the tables of people and their claims states its purpose, so that restriction can be looked at there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const aboutPeople =
  /\b(?:FROM|JOIN|UPDATE)\s+(?:party\b|contact_point\b|held_datum\b|claim\b|claim_party\b|posting\b|letter_code\b|\$\{table\})/i;
const ownCases = /\bFROM\s+desk_case\b[^;]*\bparty_id = \$\d/i;

/** What reads there without one, and why. */
const without: Readonly<Record<string, string>> = {
  'src/modules/intake/intake.repository.ts:find': 'our own id of a row of the case system, and nothing of the row',
  'src/modules/sample/seed.service.ts:seed': 'whether there is anybody at all',
};

type Reading = { readonly where: string; readonly purposeful: boolean };

/** The methods of a file that ask those tables, by the text of their questions or by the name of a prepared one. */
const readings = (file: string, text: string): readonly Reading[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const asks = (node: ts.Node): boolean =>
    isSql(node) && (aboutPeople.test(node.getText()) || ownCases.test(node.getText()));
  const prepared = source.statements.flatMap((statement) =>
    ts.isVariableStatement(statement) && some(statement, asks)
      ? statement.declarationList.declarations.map((one) => one.name.getText())
      : [],
  );
  const methods = source.statements.flatMap((statement) =>
    ts.isClassDeclaration(statement) ? statement.members.filter(ts.isMethodDeclaration) : [],
  );
  return methods
    .filter((method) => some(method, (node) => asks(node) || (ts.isIdentifier(node) && prepared.includes(node.text))))
    .map((method) => ({
      where: `${file}:${method.name.getText()}`,
      purposeful: method.parameters.some((one) => one.type?.getText().includes('Purpose') === true),
    }));
};

const isSql = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

const some = (node: ts.Node, test: (node: ts.Node) => boolean): boolean =>
  test(node) || ts.forEachChild(node, (child) => (some(child, test) ? true : undefined)) === true;

const house = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:repository|service|job|controller|transport)\.ts$/.test(name))
  .map((name) => join('src', name))
  .flatMap((file) => readings(file, readFileSync(file, 'utf8')));

describe('reading about people [S8, Art. 18]', () => {
  it('states its purpose', () => {
    expect(house.filter(({ where, purposeful }) => !purposeful && without[where] === undefined)).toEqual([]);
  });

  it('was looked at, exceptions too', () => {
    expect(house.filter(({ purposeful }) => purposeful).length).toBeGreaterThanOrEqual(5);
    for (const where of Object.keys(without)) expect(house.map((one) => one.where)).toContain(where);
  });

  it.each([
    'class R { async a(tx: T) { return tx.query(`SELECT 1 FROM party WHERE id = $1`); } }',
    'const all = { text: `SELECT 1 FROM claim_party JOIN claim c ON true` };\nclass R { async a(tx: T) { return run(tx, all); } }',
    'class R { private async a(tx: T) { return tx.query(`SELECT receipt FROM desk_case c WHERE c.party_id = $1`); } }',
  ])('is found where it states none: %s', (text) => {
    expect(readings('src/x.repository.ts', text)).toEqual([{ where: 'src/x.repository.ts:a', purposeful: false }]);
  });
});
