import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyFiles } from '../../../libs/features/attachments/index.js';
import { LocalFileStore } from '../../../libs/platform/storage/local-file-store.js';
import type { Installation } from '../installation.js';
import type { Promised } from '../report.js';
import type { Wanted } from './clients.js';

const ROWS = `
  SELECT a.title, v.sha256, v.size::int FROM attachment a
  JOIN attachment_version v ON v.id = a.file_version_id AND v.attachment_id = a.id AND v.state = 'ready'`;

const COUNTS = `
  SELECT (SELECT count(*)::int FROM attachment) AS bilag,
         (SELECT count(*)::int FROM attachment_version WHERE state = 'ready') AS ready,
         (SELECT count(*)::int FROM attachment_version WHERE state <> 'ready') AS pending,
         (SELECT count(*)::int FROM event WHERE name = 'attachment.created') AS events,
         (SELECT count(DISTINCT position)::int FROM attachment) AS places`;

interface Counts {
  readonly bilag: number;
  readonly ready: number;
  readonly pending: number;
  readonly events: number;
  readonly places: number;
}

/** What must be true of the files after all the kills, and what these left behind for the sweeps. */
export async function verifyUploads(
  { database, dataDir, env }: Installation,
  files: readonly Wanted[],
): Promise<{ promises: Promised[]; pending: number; halfFiles: number; unreferenced: number }> {
  const { rows } = await database.query<{ title: string; sha256: string; size: number }>(ROWS);
  const whole = files.filter(({ fileName, sha256, bytes }) =>
    rows.some((row) => `${row.title}.pdf` === fileName && row.sha256 === sha256 && row.size === bytes.length),
  );
  const [counts] = (await database.query<Counts>(COUNTS)).rows;
  if (!counts) throw new Error('Nothing was counted.');
  const report = await verifyFiles({ databaseUrl: env.DATABASE_URL ?? '', dataDir });
  const incoming = join(dataDir, 'files', 'incoming');
  const halfFiles = (await readdir(incoming)).length;
  const store = new LocalFileStore(join(dataDir, 'files'));
  await store.removeHalfFiles(new Date(Date.now() + 1000));
  const wanted = files.length;
  return {
    promises: [
      { what: 'files that are there whole, with SHA-256 and size', counted: whole.length, must: wanted },
      { what: 'bilag: none lost, none twice', counted: counts.bilag, must: wanted },
      { what: 'places of bilag: no gap, none twice', counted: counts.places, must: wanted },
      { what: 'versions of files that are ready', counted: counts.ready, must: wanted },
      { what: 'events of bilag that were added', counted: counts.events, must: wanted },
      { what: 'damaged files', counted: report.damaged.length, must: 0 },
      { what: 'files that a row names and that are missing', counted: report.missing.length, must: 0 },
      { what: 'half files after the sweep', counted: (await readdir(incoming)).length, must: 0 },
    ],
    ...{ pending: counts.pending, halfFiles, unreferenced: report.unreferenced },
  };
}
