import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { createApi } from '../../apps/api/create-api.js';
import { Clock } from '../../libs/platform/clock/clock.js';
import { LOCAL_ACCESS } from '../../libs/platform/config/access.js';
import type { AccessConfig } from '../../libs/platform/config/access.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { newId } from '../../libs/platform/ids/new-id.js';
import { testDatabase } from './database.js';
import type { TestDatabase } from './database.js';

/** An api that listens, for tests of who gets in: its clock can be moved, and what it logs is kept. */
export interface SignInApi {
  readonly url: string;
  readonly database: TestDatabase;
  readonly dataDir: string;
  /** Every line that was logged so far. */
  readonly logged: string[];
  /** Lets time pass for the api, without waiting. */
  pass(minutes: number): void;
  /** Makes a person whom a provider knows by a subject. */
  person(name: string, issuer: string, subject: string): Promise<string>;
  /** What was recorded under a name, newest last. */
  events(name: string): Promise<{ subjectId: string; data: Record<string, unknown> }[]>;
  /** A service of the api. */
  get<Service>(type: Type<Service>): Service;
  /** Stops the api and leaves its database to others. */
  close(): Promise<void>;
  stop(): Promise<void>;
}

/** Somewhere to listen that is free just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** The usual access configuration of a port, with what a test wants otherwise. */
export function accessOn(port: number, otherwise: Partial<AccessConfig> = {}): AccessConfig {
  return { ...LOCAL_ACCESS, publicUrl: `http://127.0.0.1:${port}`, ...otherwise };
}

/** Starts an api on the port of its public address; `stop` it in `afterAll`. */
export async function startSignInApi(access: AccessConfig, given?: TestDatabase): Promise<SignInApi> {
  const database = given ?? (await testDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'dagsorden-test-sign-in-'));
  const logged: string[] = [];
  const app = await createApi({
    ...{ databaseUrl: database.url, dataDir, applicationName: 'dagsorden-test-sign-in' },
    logger: createLogger('test', 'debug', { write: (line) => void logged.push(line) }),
    access,
  });
  const clock = app.get(Clock);
  let ahead = 0;
  clock.now = () => new Date(Date.now() + ahead);
  const { port } = new URL(access.publicUrl);
  await app.listen(Number(port), '127.0.0.1');
  const close = async (): Promise<void> => {
    await app.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return {
    ...{ url: access.publicUrl, database, dataDir, logged },
    pass: (minutes) => (ahead += minutes * 60_000),
    person: async (fullName, issuer, subject) => {
      const id = newId();
      await database.query('INSERT INTO person (id, name) VALUES ($1, $2)', [id, fullName]);
      await database.query('INSERT INTO person_identity (issuer, subject, person_id) VALUES ($1, $2, $3)', [
        ...[issuer, subject, id],
      ]);
      return id;
    },
    events: (event) =>
      database.query<{ subjectId: string; data: Record<string, unknown> }>(
        'SELECT subject_id AS "subjectId", data FROM event WHERE name = $1 ORDER BY seq',
        [event],
      ),
    get: (type) => app.get(type),
    close,
    stop: async () => {
      await close();
      await database.drop();
    },
  };
}
