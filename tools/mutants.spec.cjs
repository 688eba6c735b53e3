/** The specs of the rules of rights in one test file, for `npm run mutants`: a sandbox costs ten times what the tests in it do. */
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const { describe } = require('@jest/globals');

const libs = join(__dirname, '..', 'libs');
const isOfRights = (path) => /domain.rights.[^/\\]+\.spec\.ts$|\.policy\.spec\.ts$/.test(path);

for (const spec of readdirSync(libs, { recursive: true }).filter(isOfRights).sort()) {
  describe(spec, () => {
    require(join(libs, spec));
  });
}
