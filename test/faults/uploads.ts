import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { body } from '../../libs/contracts/organisation.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { inParallel, post } from '../support/http.js';
import { startProcess } from '../support/own-process.js';
import { onInstallation } from './installation.js';
import type { Installation } from './installation.js';
import { judge, secondsSince } from './report.js';
import { attach, makeFiles } from './uploads/clients.js';
import type { Wanted } from './uploads/clients.js';
import { verifyUploads } from './uploads/verify.js';

/** How many files come in at once: fewer than one person may send. */
const CLIENTS = 6;
/** A kill comes so long after the api answers (ms), so that it hits every step of a file. */
const LEAST_MS = 100;
const SPREAD_MS = 500;

async function makePoint(made: Installation): Promise<string> {
  const { address, headers } = made;
  const fields = { name: 'Udvalget', kind: 'udvalg', settings: { start: '09:00' } };
  const { id: bodyId } = await post(address, body, 'bodies', fields, headers);
  const { id } = await post(address, meeting, 'meetings', { bodyId, date: '2027-03-02' }, headers);
  const title = 'Med mange bilag';
  return (await post(address, agendaPoint, `meetings/${id}/agenda-points`, { title }, headers)).id;
}

async function attachAndKill(made: Installation, files: readonly Wanted[], kills: number): Promise<void> {
  const start = performance.now();
  let api = await startProcess('apps/api/main.js', made.env);
  const pointId = await makePoint(made);
  let [times, left] = [0, files.length];
  const numbered = files.map((file, nth) => ({ file, nth }));
  const attaching = inParallel(numbered, CLIENTS, async ({ file, nth }) => {
    times += await attach(made, pointId, file, nth);
    left -= 1;
  });
  let hit = 0;
  for (let kill = 0; kill < kills && left > 0; kill += 1) {
    await delay(LEAST_MS + Math.random() * SPREAD_MS);
    await api.end('SIGKILL');
    if (left > 0) hit += 1;
    api = await startProcess('apps/api/main.js', made.env);
  }
  await attaching;
  await api.end('SIGTERM');
  console.log(
    `${hit} kills while ${files.length} files came in, ${secondsSince(start)} s; sent ${times} times.`,
  );
  const found = await verifyUploads(made, files);
  const { pending, halfFiles, unreferenced } = found;
  console.log(
    `Left for the sweeps: ${pending} rows, ${halfFiles} half files, ${unreferenced} files of no row.`,
  );
  judge([{ what: 'kills while files came in', counted: hit, must: kills }, ...found.promises]);
}

/**
 * Kill -9 the api while files come in, some of whose senders hang up half-way: what was answered is there whole, once.
 * `--files` and `--kills` make it shorter.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { files: { type: 'string', default: '400' }, kills: { type: 'string', default: '20' } },
  });
  const files = makeFiles(Number(values.files));
  await onInstallation((made) => attachAndKill(made, files, Number(values.kills)));
}
