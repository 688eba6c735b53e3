/** `npm run mutants`: every rule of rights is broken in every small way, and a table has to notice. */
export default {
  mutate: [
    'libs/domain/rights/*.ts',
    'libs/features/**/*.policy.ts',
    '!libs/**/index.ts',
    '!libs/**/*.spec.ts',
  ],
  testRunner: 'jest',
  jest: { configFile: 'jest.mutants.config.mjs', enableFindRelatedTests: false },
  // The project's packages hold the plugin: looking for others would read all of them.
  plugins: ['@stryker-mutator/jest-runner'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignorePatterns: ['dist', 'data', 'coverage', 'reports', 'apps/web', 'test'],
  tempDirName: 'reports/mutants/tmp',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: true, logTests: false },
  jsonReporter: { fileName: 'reports/mutants/mutants.json' },
  thresholds: { high: 100, low: 95, break: 95 },
};
