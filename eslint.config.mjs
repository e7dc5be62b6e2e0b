import tseslint from 'typescript-eslint';
import prettier from 'eslint-config-prettier';

const brandCasts = [
  { selector: "TSAsExpression > TSTypeReference > Identifier[name=/^(Disclosure|Reply|Sealed)$/]", message: 'Only the kernel makes a Disclosure, a Reply or a Sealed value.' },
  { selector: "TSTypeAssertion > TSTypeReference > Identifier[name=/^(Disclosure|Reply|Sealed)$/]", message: 'Only the kernel makes a Disclosure, a Reply or a Sealed value.' },
  { selector: "TSAsExpression > TSAsExpression > TSUnknownKeyword", message: '`as unknown as` defeats every lock at once.' },
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.skranke', 'test/artefacts', 'coverage', 'web/**/dist', '**/*.mjs', '**/*.cjs', 'test/corpus'] },
  ...tseslint.configs.strictTypeChecked,
  prettier,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: [] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', ...brandCasts, { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      'max-lines': ['error', { max: 300 }],
    },
  },
  { files: ['test/**/*.ts', 'bench/**/*.ts', '**/*.spec.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
