import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { DocumentModel } from '../../../libs/domain/document/index.js';
import { renderDocument } from '../../../libs/rendering/docx/index.js';
import type { Promised } from '../report.js';

interface MadeRow {
  readonly state: string;
  readonly source: DocumentModel;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly made: number;
  readonly failed: number;
}

const MADE_SQL = `
  SELECT d.state, d.source, d.sha256, d.size,
         (SELECT count(*)::int FROM event WHERE subject_id = d.id AND name = 'document.made') AS made,
         (SELECT count(*)::int FROM event WHERE subject_id = d.id AND name = 'document.failed') AS failed
  FROM document d`;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Whether a document's file is there, has its hash and size, and holds what the document is made from. */
async function isWhole(files: string, { state, source, sha256, size }: MadeRow): Promise<boolean> {
  if (state !== 'ready' || sha256 === null) return false;
  const bytes = await readFile(join(files, sha256.slice(0, 2), sha256)).catch(() => null);
  if (bytes?.length !== size || hashOf(bytes) !== sha256) return false;
  return hashOf(renderDocument(source)) === sha256;
}

/** What must be true of the documents after all the kills, and how many half-written files the kills left. */
export async function verifyDocuments(
  database: pg.Client,
  dataDir: string,
  jobs: number,
): Promise<{ promises: Promised[]; leftovers: number }> {
  const { rows } = await database.query<MadeRow>(MADE_SQL);
  const files = join(dataDir, 'files');
  let whole = 0;
  for (const row of rows) if (await isWhole(files, row)) whole += 1;
  const names = (await readdir(files, { recursive: true })).filter((name) => name.includes('/'));
  const kept = names.filter((name) => !name.endsWith('.part'));
  const count = (holds: (row: MadeRow) => boolean): number => rows.filter(holds).length;
  const distinct = new Set(rows.map((row) => row.sha256)).size;
  return {
    promises: [
      { what: 'rows of documents', counted: rows.length, must: jobs },
      { what: 'lost: not ready', counted: count(({ state }) => state !== 'ready'), must: 0 },
      { what: 'ready with their file: there, size, SHA-256, content', counted: whole, must: jobs },
      { what: 'doubled: more than one document.made', counted: count(({ made }) => made > 1), must: 0 },
      { what: 'with exactly one document.made', counted: count(({ made }) => made === 1), must: jobs },
      { what: 'failed for good', counted: count((r) => r.state === 'failed' || r.failed > 0), must: 0 },
      { what: 'different documents', counted: distinct, must: jobs },
      { what: 'files in the store', counted: kept.length, must: distinct },
    ],
    leftovers: names.length - kept.length,
  };
}
