/** One Jest project per kind of test, so that each can be run alone: `npm run jest -- --selectProjects domain`. */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/data'],
};

export default {
  projects: [
    { ...shared, displayName: 'domain', testMatch: ['<rootDir>/libs/domain/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'libs',
      testMatch: [
        '<rootDir>/libs/{contracts,rendering,platform}/**/*.spec.ts',
        '<rootDir>/libs/features/**/*.spec.ts',
      ],
    },
    {
      ...shared,
      displayName: 'system',
      // Servers are started in beforeAll; a busy machine takes its time over that.
      testTimeout: 60_000,
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
