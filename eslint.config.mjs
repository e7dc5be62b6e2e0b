import tseslint from 'typescript-eslint';
import prettier from 'eslint-config-prettier';
import { suffixes, top } from './.dependency-cruiser.mjs';

const brandCasts = [
  { selector: "TSAsExpression > TSTypeReference > Identifier[name=/^(Disclosure|Reply|Sealed)$/]", message: 'Only the kernel makes a Disclosure, a Reply or a Sealed value.' },
  { selector: "TSTypeAssertion > TSTypeReference > Identifier[name=/^(Disclosure|Reply|Sealed)$/]", message: 'Only the kernel makes a Disclosure, a Reply or a Sealed value.' },
  { selector: "TSAsExpression > TSAsExpression > TSUnknownKeyword", message: '`as unknown as` defeats every lock at once.' },
];

/** A plain-named file is told the time and handed its chances; it never asks for them (house, rule 1). */
const clockAndChance = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time is a parameter.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is a parameter.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance is a parameter.' },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: 'Time is a parameter.' },
  { selector: "MemberExpression[object.name='process']", message: 'Only settings.ts reads the process.' },
  { selector: "ImportSpecifier[imported.name=/^random(Bytes|Int|UUID|FillSync|Fill)$/]", message: 'Chance is a parameter.' },
];
const namedExports = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.skranke', 'test/artefacts', 'coverage', 'web/**/dist', '**/*.mjs', '**/*.cjs', 'test/corpus'] },
  ...tseslint.configs.strictTypeChecked,
  prettier,
  {
    languageOptions: { parserOptions: { project: ['tsconfig.test.json', 'web/chat/tsconfig.json', 'web/console/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', ...brandCasts, namedExports],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
      // Nest takes its options as plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: [...suffixes.map((suffix) => `src/**/*.${suffix}.ts`), ...top.map((name) => `src/${name}.ts`), 'src/**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...brandCasts, namedExports, ...clockAndChance] },
  },
  // A migration is read once, from top to bottom, and never changed again.
  { files: ['**/*.migration.ts'], rules: { 'max-lines': 'off' } },
  { files: ['test/**/*.ts', 'bench/**/*.ts', '**/*.spec.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
