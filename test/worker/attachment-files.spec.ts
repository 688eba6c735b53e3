import { readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { AttachmentFileJobs, FILE_REFERENCES, verifyFiles } from '../../libs/features/attachments/index.js';
import { WordReadingJobs } from '../../libs/features/documents/index.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { FileStore } from '../../libs/platform/storage/file-store.js';
import { attachFile, sendAgenda } from '../builders/attachments.js';
import { fetchFile, pdf, sendFile } from '../builders/files.js';
import { keepSubmission, makeIndstilling, sendOnPoint } from '../builders/indstillinger.js';
import { makeBody, makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { line, wordFile } from '../builders/word.js';
import { dagsorden } from '../support/dagsorden.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let worker: INestApplicationContext;
let jobs: AttachmentFileJobs;
beforeAll(async () => {
  api = await startTestApi();
  worker = await createWorker({
    databaseUrl: api.database.url,
    redisUrl: null,
    dataDir: api.dataDir,
    applicationName: 'dagsorden-test-worker',
    logger: createLogger('test', 'silent'),
  });
  jobs = worker.get(AttachmentFileJobs);
}, 60_000);
afterAll(async () => {
  await worker.close();
  await api.stop();
});

const placeOf = (sha256: string): string => join(api.dataDir, 'files', sha256.slice(0, 2), sha256);
const store = (): FileStore => api.app.get(FileStore);

/** Makes a file look as if it had been kept so many hours ago. */
async function age(sha256: string, hours: number): Promise<void> {
  const at = new Date(Date.now() - hours * 3_600_000);
  await utimes(placeOf(sha256), at, at);
}

interface Attached {
  readonly id: string;
  readonly sha256: string;
}

async function attachedTo(owner: string, words: string): Promise<Attached> {
  const { id } = await attachFile(api, `${owner}/attachments/file`, 'a.pdf', pdf(words), 'open');
  const [row] = await api.database.query<{ sha256: string }>(
    'SELECT sha256 FROM attachment_version WHERE attachment_id = $1',
    [id],
  );
  return { id, sha256: row?.sha256 ?? '' };
}

async function attached(
  words: string,
  bodyId?: string,
): Promise<Attached & { pointId: string; meetingId: string }> {
  const { id: meetingId } = await makeMeeting(api, bodyId ?? (await makeBody(api)));
  const { id: pointId } = await makePoint(api, meetingId, 'Budget');
  return { ...(await attachedTo(`agenda-points/${pointId}`, words)), pointId, meetingId };
}

const unapprove = (id: string) =>
  api.database.query('UPDATE indstilling SET approved_submission = NULL WHERE id = $1', [id]);

const present = async (sha256: string): Promise<boolean> =>
  (await readdir(join(api.dataDir, 'files', sha256.slice(0, 2)))).includes(sha256);

/** Whether the file is gone once what was removed lies there longer than it can be given back. */
async function sweptAfterAMonth(sha256: string): Promise<boolean> {
  await api.database.query("UPDATE removed_attachment SET removed_at = now() - interval '31 days'");
  await jobs.forgetRemoved();
  await jobs.removeUnreferenced();
  return !(await present(sha256));
}

describe('files that nothing refers to', () => {
  it('are removed after a day, and no file that something refers to', async () => {
    const kept = await attached('i brug');
    const old = await store().put(Buffer.from('ingen bruger den'));
    const young = await store().put(Buffer.from('lige kommet'));
    await age(kept.sha256, 1000);
    await age(old.sha256, 25);
    await age(young.sha256, 23);
    expect(await jobs.removeUnreferenced()).toBe(1);
    expect([await present(kept.sha256), await present(old.sha256), await present(young.sha256)]).toEqual([
      ...[true, false, true],
    ]);
    expect((await fetchFile(api, `attachments/${kept.id}/file`)).status).toBe(200);
  });

  it('are those of a removed bilag, but not while it, or its point, can be given back', async () => {
    const removed = await attached('fjernet');
    const restorable = await attached('kan komme igen');
    for (const { sha256 } of [removed, restorable]) await age(sha256, 1000);
    await api.send('delete', `attachments/${removed.id}`, undefined, { ifMatch: 1 });
    const gone = await api.send('delete', `agenda-points/${restorable.pointId}`, undefined, { ifMatch: 1 });
    expect(gone.status).toBe(204);
    const swept = async () => [
      await jobs.removeUnreferenced(),
      ...[await present(removed.sha256), await present(restorable.sha256)],
    ];
    const ago = (days: number) =>
      api.database.query('UPDATE removed_attachment SET removed_at = now() - make_interval(days => $1)', [
        days,
      ]);
    await ago(29);
    await jobs.forgetRemoved();
    expect(await swept()).toEqual([0, true, true]);
    await ago(31);
    await jobs.forgetRemoved();
    expect(await swept()).toEqual([1, false, true]);
    const back = await api.send('post', `agenda-points/${restorable.pointId}/restore`, {});
    expect(back.status).toBeLessThan(300);
    const got = await fetchFile(api, `attachments/${restorable.id}/file`);
    expect(got.bytes.toString()).toContain('kan komme igen');
  });

  it('are not those of a removed bilag that the readers of a sent agenda have, until the correction is sent', async () => {
    const [bodyId, told] = [await makeBody(api), 'sendt og fjernet'];
    const reader = await api.signIn([{ role: 'reader', bodyId }]);
    const { id, pointId, meetingId, sha256 } = await attached(told, bodyId);
    await age(sha256, 1000);
    await putMeetingInto(api, meetingId, 'drafting');
    await sendAgenda(api, meetingId);
    await api.send('delete', `attachments/${id}`, undefined, { ifMatch: 1 });
    expect(await sweptAfterAMonth(sha256)).toBe(false);
    expect((await fetchFile(api, `attachments/${id}/file`, reader)).bytes.toString()).toContain(told);
    await sendAgenda(api, meetingId);
    expect((await fetchFile(api, `attachments/${id}/file`, reader)).status).toBe(404);
    expect(await sweptAfterAMonth(sha256)).toBe(true);
    expect((await api.send('get', `agenda-points/${pointId}/attachments`)).body).toEqual({ items: [] });
  });

  it('are not those of a removed bilag of an indstilling that is read as it was approved, or sent', async () => {
    const removed = async (words: string) => {
      const indstilling = await makeIndstilling(api);
      const { id, sha256 } = await attachedTo(`indstillinger/${indstilling.id}`, words);
      await age(sha256, 1000);
      await keepSubmission(api, indstilling.id);
      await api.send('delete', `attachments/${id}`, undefined, { ifMatch: 1 });
      return { id: indstilling.id, sha256 };
    };
    const [approved, sent] = [await removed('godkendt'), await removed('udsendt')];
    const { pointId, meetingId } = await attached('til punktet');
    await putMeetingInto(api, meetingId, 'drafting');
    await sendAgenda(api, meetingId);
    await sendOnPoint(api, pointId, sent.id);
    await unapprove(sent.id);
    for (const { sha256 } of [approved, sent]) expect(await sweptAfterAMonth(sha256)).toBe(false);
    await unapprove(approved.id);
    await makePoint(api, meetingId, 'Endnu et punkt', { lateReason: 'Kom i dag' });
    await sendAgenda(api, meetingId);
    for (const { sha256 } of [approved, sent]) expect(await sweptAfterAMonth(sha256)).toBe(true);
  });

  it('are no longer that once the same bytes come again', async () => {
    const { sha256 } = await store().put(Buffer.from('kommer igen'));
    await age(sha256, 100);
    await store().put(Buffer.from('kommer igen'));
    expect(await jobs.removeUnreferenced()).toBe(0);
    expect(await present(sha256)).toBe(true);
  });

  it('are judged by every table that keeps the hash of a file', async () => {
    const columns = await api.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'sha256'`,
    );
    expect(columns.length).toBeGreaterThan(1);
    expect(columns.filter(({ name }) => !FILE_REFERENCES.includes(`FROM ${name} `))).toEqual([]);
  });
});

describe('uploads that were broken off', () => {
  it('are given up after an hour and forgotten after a week', async () => {
    const insert = (state: string, ago: string) =>
      api.database.query(
        `INSERT INTO attachment_version (id, file_name, state, created_at)
         VALUES (gen_random_uuid(), $1 || ' ' || $2, $1, now() - $2::interval)`,
        [state, ago],
      );
    for (const ago of ['59 minutes', '61 minutes']) await insert('pending', ago);
    for (const ago of ['6 days', '8 days']) await insert('failed', ago);
    await jobs.giveUpUploads();
    const rows = await api.database.query<{ said: string }>(
      `SELECT file_name || ': ' || state || coalesce(' ' || reason, '') AS said FROM attachment_version
       WHERE state <> 'ready' ORDER BY created_at`,
    );
    expect(rows.map(({ said }) => said)).toEqual([
      'failed 6 days: failed',
      'pending 61 minutes: failed broken-off',
      'pending 59 minutes: pending',
    ]);
  });
});

describe('verifying the files', () => {
  const verified = () => verifyFiles({ databaseUrl: api.database.url, dataDir: api.dataDir });

  it('finds every file that was changed, cut short or taken away, and no other', async () => {
    const [whole, changed, cut, taken] = [
      await attached('hel'),
      await attached('ændret'),
      await attached('afkortet'),
      await attached('væk'),
    ];
    const before = await verified();
    expect(before).toMatchObject({ damaged: [], missing: [] });
    await writeFile(placeOf(changed.sha256), pdf('noget andet'));
    await truncate(placeOf(cut.sha256), 3);
    await rm(placeOf(taken.sha256));
    const after = await verified();
    expect(after).toMatchObject({
      files: before.files - 1,
      damaged: [changed.sha256, cut.sha256].sort(),
      missing: [taken.sha256],
    });
    expect(after.damaged).not.toContain(whole.sha256);
    const broken = await fetchFile(api, `attachments/${changed.id}/file`).catch(() => null);
    expect(broken?.bytes.toString() ?? '').not.toContain('noget andet');
  });

  it('is a command, whose exit code says whether anything was found', async () => {
    const around = { DATABASE_URL: api.database.url, DATA_DIR: api.dataDir };
    const found = await dagsorden(['verify', 'files'], '', around);
    expect(found.code).toBe(1);
    expect(found.out).toMatch(/2 files are damaged, and 1 are missing:\n {2}damaged: /);
    const wrongly = await dagsorden(['verify', 'nothing'], '', around);
    expect(wrongly.code).toBe(2);
  }, 60_000);
});

describe('the file of an indstilling that was written in Word', () => {
  it('goes after a week, with what was read of it, and not sooner', async () => {
    const { id } = await makeIndstilling(api);
    const read = async (words: string, days: number): Promise<string> => {
      await sendFile(api, `indstillinger/${id}/word`, `${words}.docx`, wordFile([line(words)]));
      const [row] = await api.database.query<{ sha256: string }>(
        'UPDATE word_reading SET read_at = now() - make_interval(days => $2) WHERE file_name = $1 RETURNING sha256',
        [`${words}.docx`, days],
      );
      const sha256 = row?.sha256 ?? '';
      await age(sha256, days * 24);
      return sha256;
    };
    const [old, young] = [await read('Gammel', 8), await read('Ny', 6)];
    await jobs.removeUnreferenced();
    expect(await Promise.all([old, young].map(present))).toEqual([true, true]);
    await worker.get(WordReadingJobs).forgetOld();
    await jobs.removeUnreferenced();
    expect(await Promise.all([old, young].map(present))).toEqual([false, true]);
    const left = 'SELECT file_name FROM word_reading WHERE indstilling_id = $1';
    expect(await api.database.query(left, [id])).toEqual([{ file_name: 'Ny.docx' }]);
  });
});
