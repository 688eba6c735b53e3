import config from './jest.config.mjs';

/** The specs of the rules of rights alone, for `npm run mutants`: pure and in one file, so that a mutant costs little. */
const domain = config.projects.find(({ displayName }) => displayName === 'domain');

export default {
  ...domain,
  displayName: 'mutants',
  roots: ['<rootDir>/tools'],
  testMatch: ['<rootDir>/tools/mutants.spec.cjs'],
  moduleNameMapper: {
    // Policies ask each other through a feature's door, behind which stand its services and the framework.
    '^\\.\\./meetings/index\\.js$': '<rootDir>/libs/features/meetings/meetings.policy.ts',
    ...domain.moduleNameMapper,
  },
};
