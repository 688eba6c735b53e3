import { startTestApi } from './test-api.js';
import type { TestApi } from './test-api.js';

/** A test api that listens on a port of its own, for what is asked more plainly, or more rudely, than supertest asks. */
export async function startListeningApi(): Promise<{ api: TestApi; port: number }> {
  const api = await startTestApi();
  await api.app.listen(0, '127.0.0.1');
  return { api, port: Number(new URL(await api.app.getUrl()).port) };
}
