/** One Jest project per kind of test, so that each can be run alone: `npm run jest -- --selectProjects domain`. */
const transformTo = (type) => ({
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
      module: { type },
      sourceMaps: 'inline',
    },
  ],
});

const shared = {
  testEnvironment: 'node',
  injectGlobals: false,
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/data', '<rootDir>/reports'],
};
const asModules = { ...shared, extensionsToTreatAsEsm: ['.ts'], transform: transformTo('es6') };

/** Whether the command names files: then the domain's are run one by one, and else all in one (domain.spec.cjs). */
const namesFiles = process.argv.some(
  (word) => word.startsWith('--testPathPattern') || word.endsWith('.spec.ts'),
);

export default {
  // A file that is asked for tells each of its tests; telling the domain's 1,400, which are one file, takes a third of their time.
  ...(namesFiles ? {} : { verbose: false }),
  // Servers are started in beforeAll; a busy machine takes its time over that. Jest reads it here only.
  testTimeout: 60_000,
  // Modules of a file stay in the memory of the process that ran it: after some thirty of them it collects garbage all the time.
  workerIdleMemoryLimit: '2GB',
  projects: [
    {
      ...shared,
      // The domain imports nothing, so it needs no native modules, which are dear to link.
      transform: transformTo('commonjs'),
      displayName: 'domain',
      roots: ['<rootDir>/libs/domain'],
      testMatch: [
        namesFiles ? '<rootDir>/libs/domain/**/*.spec.ts' : '<rootDir>/libs/domain/domain.spec.cjs',
      ],
    },
    {
      ...shared,
      transform: transformTo('commonjs'),
      displayName: 'properties',
      testMatch: ['<rootDir>/libs/domain/**/*.properties.spec.ts'],
    },
    {
      ...asModules,
      displayName: 'libs',
      testMatch: [
        '<rootDir>/libs/{contracts,rendering,platform}/**/*.spec.ts',
        '<rootDir>/libs/features/**/*.spec.ts',
      ],
    },
    { ...asModules, displayName: 'web', testMatch: ['<rootDir>/apps/web/src/**/*.spec.ts'] },
    {
      ...asModules,
      displayName: 'system',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
