import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

type Answer = 'ready' | 'not-yet' | 'refused';

/** Whether a running server answers at this address with this password within the given milliseconds. */
export async function answers(url: string, patienceMs: number, hasEnded: () => boolean): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (!hasEnded()) {
    const answer = await ask(url);
    if (answer === 'ready') return true;
    // A server that says it is starting or recovering is well: it gets the time it needs.
    if (answer === 'refused' && Date.now() > deadline) return false;
    await delay(100);
  }
  return false;
}

/** Asks again and again until the server is ready or its process has ended; true when it is ready. */
export async function waitUntilReady(url: string, hasEnded: () => boolean): Promise<boolean> {
  while (!hasEnded()) {
    if ((await ask(url)) === 'ready') return true;
    await delay(20);
  }
  return false;
}

/** PostgreSQL's code for "starting up" and "in recovery mode", but also for "shutting down", which is no promise. */
const CANNOT_CONNECT_NOW = '57P03';

async function ask(url: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000, query_timeout: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    await client.end();
    return 'ready';
  } catch (error) {
    // Not awaited: after a connection that broke half-way the client may never say that it has ended.
    client.end().catch(() => undefined);
    const { code, message } = error as { code?: string; message: string };
    return code === CANNOT_CONNECT_NOW && !message.includes('shutting down') ? 'not-yet' : 'refused';
  }
}
