import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { FileStore } from '../../platform/storage/file-store.js';
import { LocalFileStore } from '../../platform/storage/local-file-store.js';
import { allReferenced, referencedAmong } from './stored-files.js';
import type { Query } from './stored-files.js';

/** What came of comparing the stored files with their hashes, and with the rows that refer to them. */
export interface FilesReport {
  readonly files: number;
  readonly bytes: number;
  /** Files that no longer have their hash, or cannot be read. */
  readonly damaged: readonly string[];
  /** Files that something refers to and that are not there. */
  readonly missing: readonly string[];
  /** Files that nothing refers to; the worker removes them when they are a day old. */
  readonly unreferenced: number;
}

/** Re-hashes every file in a data folder and looks for every file that the database refers to; nothing is written. */
export async function verifyFiles(place: { databaseUrl: string; dataDir: string }): Promise<FilesReport> {
  const client = new pg.Client({
    connectionString: place.databaseUrl,
    application_name: 'dagsorden-verify',
    connectionTimeoutMillis: 5000,
  });
  await client.connect();
  try {
    const query: Query = async <Row>(sql: string, values: readonly unknown[]) =>
      (await client.query(sql, [...values])).rows as Row[];
    return await compare(new LocalFileStore(join(place.dataDir, 'files')), query);
  } finally {
    await client.end();
  }
}

const BATCH = 500;

async function compare(store: FileStore, query: Query): Promise<FilesReport> {
  // What is referred to is looked for first: a file that comes in the meantime is then nobody's fault.
  const missing: string[] = [];
  for await (const sha256 of allReferenced(query)) if (!(await isThere(store, sha256))) missing.push(sha256);
  const damaged: string[] = [];
  let [files, bytes, unreferenced, batch] = [0, 0, 0, [] as string[]];
  const count = async (): Promise<void> => {
    unreferenced += batch.length - (await referencedAmong(query, batch)).size;
    batch = [];
  };
  for await (const { sha256, size } of store.list()) {
    files += 1;
    bytes += size;
    if (!(await isWhole(store, sha256))) damaged.push(sha256);
    if (batch.push(sha256) === BATCH) await count();
  }
  await count();
  return { files, bytes, damaged: damaged.sort(), missing, unreferenced };
}

async function isThere(store: FileStore, sha256: string): Promise<boolean> {
  return store.open(sha256).then(
    ({ bytes }) => {
      bytes.destroy();
      return true;
    },
    () => false,
  );
}

async function isWhole(store: FileStore, sha256: string): Promise<boolean> {
  try {
    const { bytes } = await store.open(sha256);
    await finished(bytes.resume());
    return true;
  } catch {
    return false;
  }
}
