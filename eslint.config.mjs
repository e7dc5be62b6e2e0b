import tseslint from 'typescript-eslint';
import prettier from 'eslint-config-prettier';
import { suffixes, top } from './.dependency-cruiser.mjs';

/** The three types only the kernel makes, however they are reached: by a cast at any depth, another name or a predicate (lock 4). */
const branded = '/^(Disclosure|Reply|Sealed)$/';
const onlyTheKernel = 'Only the kernel makes a Disclosure, a Reply or a Sealed value.';
const brandCasts = [
  { selector: `TSAsExpression > .typeAnnotation Identifier[name=${branded}]`, message: onlyTheKernel },
  { selector: `TSTypeAssertion > .typeAnnotation Identifier[name=${branded}]`, message: onlyTheKernel },
  { selector: `TSTypePredicate Identifier[name=${branded}]`, message: onlyTheKernel },
  { selector: `ImportSpecifier[imported.name=${branded}][local.name!=${branded}]`, message: 'A branded type keeps its name, so that its casts are found.' },
  { selector: `TSTypeAliasDeclaration > TSTypeReference.typeAnnotation > Identifier[name=${branded}]`, message: 'A branded type keeps its name, so that its casts are found.' },
  { selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword', message: '`as unknown as` defeats every lock at once.' },
];

/** Each of these is imported by one file: the door, and the maker of replies. */
const kernelDoors = [
  { name: 'readSealedValue', file: 'src/modules/disclosure/open.ts' },
  { name: 'issueReply', file: 'src/modules/disclosure/render.ts' },
];
const closedDoors = kernelDoors.map(({ name, file }) => ({ selector: `ImportSpecifier[imported.name='${name}']`, message: `Only ${file} uses ${name}.` }));

/** A plain-named file is told the time and handed its chances; it never asks for them (house, rule 1). */
const clockAndChance = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time is a parameter.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is a parameter.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance is a parameter.' },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: 'Time is a parameter.' },
  { selector: "MemberExpression[object.name='process']", message: 'Only settings.ts reads the process.' },
  { selector: "ImportSpecifier[imported.name=/^random(Bytes|Int|UUID|FillSync|Fill)$/]", message: 'Chance is a parameter.' },
];
const neverCast = { selector: 'TSAsExpression > TSNeverKeyword.typeAnnotation', message: '`as never` passes as anything, a Reply too.' };
const locks = (file) => [...brandCasts, ...closedDoors.filter((_, at) => kernelDoors[at]?.file !== file)];
const namedExports = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.skranke', 'test/artefacts', 'coverage', 'web/**/dist', '**/*.mjs', '**/*.cjs', 'test/corpus'] },
  ...tseslint.configs.strictTypeChecked,
  prettier,
  {
    languageOptions: { parserOptions: { project: ['tsconfig.test.json', 'web/chat/tsconfig.json', 'web/console/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', ...locks(), namedExports],
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
  { files: ['src/**/*.ts'], ignores: ['src/**/*.spec.ts'], rules: { 'no-restricted-syntax': ['error', ...locks(), neverCast, namedExports] } },
  {
    files: ['src/**/*.ts'],
    ignores: [...suffixes.map((suffix) => `src/**/*.${suffix}.ts`), ...top.map((name) => `src/${name}.ts`), 'src/**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...locks(), neverCast, namedExports, ...clockAndChance] },
  },
  ...kernelDoors.map(({ file }) => ({ files: [file], rules: { 'no-restricted-syntax': ['error', ...locks(file), neverCast, namedExports, ...clockAndChance] } })),
  // A test may say that the compiler refuses a line; the service has nothing to be silent about.
  { files: ['src/**/*.ts'], ignores: ['src/**/*.spec.ts'], rules: { '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }] } },
  // A migration is read once, from top to bottom, and never changed again.
  { files: ['**/*.migration.ts'], rules: { 'max-lines': 'off' } },
  { files: ['src/modules/disclosure/*.spec.ts'], rules: { 'no-restricted-syntax': ['error', ...brandCasts, namedExports] } },
  { files: ['test/**/*.ts', 'bench/**/*.ts', '**/*.spec.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
