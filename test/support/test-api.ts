import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createApi } from '../../apps/api/create-api.js';
import type { Logger } from '../../libs/platform/log/logger.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import type { ThreadLimits } from '../../libs/platform/threads/thread-limits.js';
import { signInAs, signInAsEverybody } from './sign-in.js';
import type { SignedIn, TestRole } from './sign-in.js';
import { testDatabase } from './database.js';
import type { TestDatabase } from './database.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** An answer of the api: `told` is the status, of a refusal with its code, as in `409 meeting-closed`. */
export interface ApiAnswer {
  readonly status: number;
  readonly told: string;
  readonly etag: string | undefined;
  readonly body: unknown;
}

/** The api on a database of the spec file's own. */
export interface TestApi {
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  /** The folder of its files. */
  readonly dataDir: string;
  /** Who sends requests when nobody else is named: somebody who may do everything. */
  readonly everybody: SignedIn;
  /** Makes a person with these roles and signs them in; hand them to `send` as `by`. */
  signIn(roles: readonly TestRole[], name?: string): Promise<SignedIn>;
  /** Sends a request below `/api/v1`; `ifMatch` is a version, `key` an Idempotency-Key. */
  send(method: Method, path: string, body?: object, with_?: SendOptions): Promise<ApiAnswer>;
  /** Sends what must succeed and gives its body as a schema reads it; throws the answer when it was refused. */
  take<Body>(
    schema: { parse(body: unknown): Body },
    method: Method,
    path: string,
    body?: object,
    with_?: SendOptions,
  ): Promise<Body>;
  stop(): Promise<void>;
}

export interface SendOptions {
  readonly ifMatch?: number;
  readonly key?: string;
  /** Who sends it; null: nobody who is signed in. */
  readonly by?: SignedIn | null;
}

/** What a spec may bring to its api. */
export interface TestApiOptions {
  /** A database of its own making; a fresh one when left out. */
  readonly database?: TestDatabase;
  readonly logger?: Logger;
  /** How long a sending waits to be taken back, in seconds; as long as usual when left out. */
  readonly regretSeconds?: number;
  /** What the threads may use that files are read in; as much as usual when left out. */
  readonly threads?: ThreadLimits;
}

/** Starts the api in this process; `stop` it in `afterAll`. */
export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const database = options.database ?? (await testDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'dagsorden-test-api-'));
  const app = await createApi({
    databaseUrl: database.url,
    dataDir,
    applicationName: 'dagsorden-test-api',
    logger: options.logger ?? createLogger('test', 'silent'),
    ...(options.regretSeconds === undefined ? {} : { regretSeconds: options.regretSeconds }),
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  });
  await app.init();
  const everybody = await signInAsEverybody(database.url);
  const send: TestApi['send'] = async (method, path, body, { ifMatch, key, by = everybody } = {}) => {
    const agent = request(app.getHttpServer());
    const call = agent[method](`/api/v1/${path}`).set(by?.headers ?? {});
    if (ifMatch !== undefined) call.set('If-Match', `"${ifMatch}"`);
    if (key !== undefined) call.set('Idempotency-Key', key);
    const answer = await (body === undefined ? call : call.send(body));
    const content: unknown = answer.body;
    return {
      status: answer.status,
      told: told(answer.status, content),
      etag: answer.get('ETag'),
      body: content,
    };
  };
  return {
    app,
    database,
    dataDir,
    everybody,
    signIn: (roles, name) => signInAs(database.url, roles, name),
    send,
    take: async (schema, method, path, body, with_) => {
      const answer = await send(method, path, body, with_);
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
      return schema.parse(answer.body);
    },
    stop: async () => {
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** An id that nothing has. */
export function unknownId(): string {
  return randomUUID();
}

function told(status: number, body: unknown): string {
  const code = body !== null && typeof body === 'object' && 'code' in body ? body.code : null;
  return status < 400 || typeof code !== 'string' ? String(status) : `${status} ${code}`;
}
