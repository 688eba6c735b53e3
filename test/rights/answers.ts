import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestDatabase } from '../support/database.js';
import type { SignedIn } from '../support/sign-in.js';
import type { TestApi } from '../support/test-api.js';

/** One request of a walk. `{#3}` in the path is the third id that the walk's world has made since it began. */
export interface Call {
  readonly method: 'GET' | 'PATCH' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly ifMatch?: string;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g;
const HASH = /\b[0-9a-f]{64}\b/g;
/** What differs between any two requests. */
const PASSING = /^(date|x-request-id|retry-after|ratelimit.*)$/;

/** The names of one world for what it has made since it was copied: by the order in which answers show it. */
export class Masks {
  private readonly made = new Map<string, string>();

  constructor(
    private readonly known: ReadonlySet<string>,
    private readonly since: string,
  ) {}

  /** An answer with what the two worlds may differ in taken out: times from now on, generated ids and their hashes. */
  over(text: string): string {
    return text
      .replace(/"nextCursor":"([^"]+)"/g, (_, cursor: string) => `"nextCursor":${plainCursor(cursor)}`)
      .replace(UUID, (id) => this.nameOf(id))
      .replace(HASH, (hash) => this.nameOf(hash))
      .replace(INSTANT, (at) => (at >= this.since ? 'NOW' : at));
  }

  /** The id that this world gave the nth thing made, or one that nothing has. */
  idOf(nth: number): string {
    const ids = [...this.made.keys()].filter((name) => name.length === 36);
    return ids[nth % Math.max(ids.length, 1)] ?? '00000000-0000-7000-8000-000000000000';
  }

  private nameOf(id: string): string {
    if (this.known.has(id)) return id;
    const name = this.made.get(id) ?? `MADE-${this.made.size}`;
    this.made.set(id, name);
    return name;
  }
}

function plainCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('utf8');
}

/** Every id and hash that stands in a database now. */
export async function idsIn(database: TestDatabase): Promise<Set<string>> {
  const [all] = await database.query<{ sql: string }>(
    `SELECT string_agg(format('SELECT %I::text AS id FROM %I', column_name, table_name), ' UNION ') AS sql
     FROM information_schema.columns
     WHERE table_schema = 'public' AND (data_type = 'uuid' OR column_name = 'content_hash')`,
  );
  const rows = await database.query<{ id: string }>(all?.sql ?? '');
  return new Set(rows.map(({ id }) => id));
}

/** A world that is asked over HTTP. */
export class AskedWorld {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });

  private constructor(
    private readonly port: number,
    private readonly masks: Masks,
  ) {}

  static async of(api: TestApi, known: ReadonlySet<string>): Promise<AskedWorld> {
    await api.app.listen(0, '127.0.0.1');
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    return new AskedWorld(port, new Masks(known, new Date().toISOString()));
  }

  close(): void {
    this.agent.destroy();
  }

  /** All that an answer says, but for what differs between any two requests. */
  async told(by: SignedIn | null, call: Call): Promise<string> {
    const { answer, text } = await this.ask(by, call);
    const id = String(answer.headers['x-request-id']);
    const headers = Object.entries(answer.headers).filter(([name]) => !PASSING.test(name));
    const said = this.masks.over(text.replaceAll(id, 'REQUEST'));
    // Instants are written with as many digits as they have.
    const told = headers.filter(([name]) => name !== 'content-length' || said === text);
    return `${answer.statusCode} ${this.masks.over(JSON.stringify(told))} ${said}`;
  }

  /** The ETag that somebody gets of an address; one that nothing has when there is none. */
  async etag(by: SignedIn | null, path: string): Promise<string> {
    const { answer } = await this.ask(by, { method: 'GET', path });
    return answer.headers.etag ?? '"999999"';
  }

  private ask(by: SignedIn | null, call: Call): Promise<{ answer: IncomingMessage; text: string }> {
    const path = call.path.replace(/\{#(\d+)\}/g, (_, nth: string) => this.masks.idOf(Number(nth)));
    const body = call.method === 'GET' ? null : JSON.stringify(call.body ?? {});
    const headers = {
      ...by?.headers,
      ...(body === null
        ? {}
        : { 'content-type': 'application/json', 'if-match': call.ifMatch ?? '"999999"' }),
    };
    return new Promise((resolve, reject) => {
      const options = { agent: this.agent, port: this.port, host: '127.0.0.1', method: call.method, headers };
      const sent = request({ ...options, path: `/api/v1/${path}` }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        const done = (): void => resolve({ answer, text });
        answer.on('data', (chunk: string) => {
          text += chunk;
          // It goes on until the document is made; what it says first is what there is.
          if (path.endsWith('/progress') && answer.statusCode === 200) {
            answer.destroy();
            done();
          }
        });
        answer.on('end', done).on('error', done);
      });
      sent.on('error', reject).end(body ?? undefined);
    });
  }
}
