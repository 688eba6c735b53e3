/**
 * Every specification of the domain in one test file, but for the walks over large and random input
 * (`*.properties.spec.ts`), which are a project of their own. The domain has no state and no outside world, so nothing is gained
 * by a fresh sandbox for each file, and a sandbox costs ten times what the tests in it do.
 */
const { readdirSync } = require('node:fs');
const { join, relative, sep } = require('node:path');
const { describe } = require('@jest/globals');
const fc = require('fast-check');

// Alone (`npm run jest -- --selectProjects domain --testPathPatterns numbering`) a file walks fast-check's usual 100.
fc.configureGlobal({ numRuns: 25 });

const specs = readdirSync(__dirname, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name.endsWith('.spec.ts') && !entry.name.includes('.properties.'))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

for (const spec of specs) {
  describe(relative(__dirname, spec).split(sep).join('/'), () => {
    require(spec);
  });
}
