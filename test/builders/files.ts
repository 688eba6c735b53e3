import request from 'supertest';
import { strToU8, zipSync } from 'fflate';
import { problem } from '../../libs/contracts/problem.js';
import type { Problem } from '../../libs/contracts/problem.js';
import type { SignedIn } from '../support/sign-in.js';
import type { TestApi } from '../support/test-api.js';

/** A small PDF; other words make another file. */
export const pdf = (words = 'Et kort'): Buffer => Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF\n`);
export const png = (): Buffer => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

/** An archive of these entries. */
export function archive(entries: Readonly<Record<string, string>>, level: 0 | 9 = 9): Buffer {
  const files = Object.entries(entries).map(([name, text]) => [name, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(files), { level }));
}

/** The least that is a Word document; more entries where they are given. */
export const docx = (more: Readonly<Record<string, string>> = {}): Buffer =>
  archive({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>', ...more });

export interface SentFile {
  readonly status: number;
  /** The status, of a refusal with its code. */
  readonly told: string;
  readonly problem: Problem | null;
  readonly body: unknown;
}

interface FileOptions {
  readonly by?: SignedIn | null;
  readonly ifMatch?: number;
  readonly key?: string;
  readonly type?: string;
  readonly visibility?: string;
}

/** Sends the bytes of a file below `/api/v1`: as a new one, or to replace one where a version is given. */
export async function sendFile(
  api: TestApi,
  path: string,
  fileName: string,
  bytes: Buffer,
  { by = api.everybody, ifMatch, key, type = 'application/octet-stream', visibility }: FileOptions = {},
): Promise<SentFile> {
  const agent = request(api.app.getHttpServer());
  const call = agent[path.startsWith('attachments/') ? 'put' : 'post'](`/api/v1/${path}`);
  call.set(by?.headers ?? {}).query({ fileName, ...(visibility === undefined ? {} : { visibility }) });
  if (type !== '') call.set('Content-Type', type);
  if (ifMatch !== undefined) call.set('If-Match', `"${ifMatch}"`);
  if (key !== undefined) call.set('Idempotency-Key', key);
  const answer = await call.serialize((whole: unknown) => whole as string).send(bytes);
  const body: unknown = answer.body;
  const refusal = problem.safeParse(body).data ?? null;
  const told = refusal === null ? String(answer.status) : `${answer.status} ${refusal.code}`;
  return { status: answer.status, told, problem: refusal, body };
}

export interface FetchedFile {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Buffer;
}

/** Downloads a file below `/api/v1`. */
export async function fetchFile(
  api: TestApi,
  path: string,
  by: SignedIn | null = api.everybody,
): Promise<FetchedFile> {
  const answer = await request(api.app.getHttpServer())
    .get(`/api/v1/${path}`)
    .set(by?.headers ?? {})
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
      response.on('end', () => done(null, Buffer.concat(chunks)));
      response.on('error', (error: Error) => done(error, null));
    });
  const bytes: unknown = answer.body;
  const headers = answer.headers as Record<string, string | undefined>;
  return { status: answer.status, headers, bytes: Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0) };
}
