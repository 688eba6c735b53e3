import { bootstrap } from '../../tools/bootstrap.mjs';

/** Jest calls this once before the tests of the project `system`; its servers are stopped by global-teardown.mjs. */
export default async function setUp() {
  await bootstrap();
  const { startTestServers } = await import('../../dist/test/support/servers.js');
  globalThis.stopTestServers = await startTestServers();
}
