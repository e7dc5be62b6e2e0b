/** Four projects, one per kind of test: a suite is chosen with `--selectProjects`. */
const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['<rootDir>/test/world/setup.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/world/patience.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.skranke'],
};

export default {
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    { ...common, displayName: 'web', testMatch: ['<rootDir>/web/**/*.spec.ts'] },
    {
      ...common,
      displayName: 'architecture',
      testMatch: ['<rootDir>/test/architecture/*.spec.ts', '<rootDir>/test/docs/*.spec.ts'],
    },
    {
      ...common,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/integration/*.int-spec.ts'],
      globalSetup: '<rootDir>/test/world/cluster.setup.ts',
      globalTeardown: '<rootDir>/test/world/cluster.teardown.ts',
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/world/cluster.setup.ts',
      globalTeardown: '<rootDir>/test/world/cluster.teardown.ts',
    },
  ],
};
