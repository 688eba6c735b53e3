import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { strFromU8, unzipSync } from 'fflate';
import { createWorker } from '../../apps/worker/create-worker.js';
import { documentView } from '../../libs/contracts/documents.js';
import type { DocumentView } from '../../libs/contracts/documents.js';
import { body } from '../../libs/contracts/organisation.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { JobQueue } from '../../libs/platform/queue/job-queue.js';
import { JobRunner } from '../../libs/platform/queue/job-runner.js';
import { makeFollowUp } from '../builders/follow-ups.js';
import { makeIndstilling } from '../builders/indstillinger.js';
import {
  makeBody,
  makeMeeting,
  makePoint,
  meetingInSession,
  paragraph,
  putMeetingInto,
} from '../builders/meetings.js';
import { QUICK } from '../support/quick-pace.js';
import { queueBackends } from '../support/queue-backends.js';
import { problemIn, rawRequest } from '../support/raw-request.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';

const SLOW = 90_000;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
}, SLOW);
afterAll(() => api.stop());

let worker: INestApplicationContext | null = null;
async function startWorker(redisUrl: string | null): Promise<INestApplicationContext> {
  worker = await createWorker({
    pace: QUICK,
    databaseUrl: api.database.url,
    redisUrl,
    dataDir: api.dataDir,
    applicationName: 'dagsorden-test-worker',
    logger: createLogger('test', 'silent'),
  });
  return worker;
}
afterEach(async () => {
  await worker?.close();
  worker = null;
}, SLOW);

const ask = (address: string, request: object): Promise<DocumentView> =>
  api.take(documentView, 'post', `${address}/documents`, request);
const read = (id: string): Promise<DocumentView> => api.take(documentView, 'get', `documents/${id}`);
const reach = (id: string, state: DocumentView['state'], patienceMs = 25_000): Promise<void> =>
  until(async () => (await read(id)).state === state, patienceMs);
const download = (id: string) =>
  rawRequest(api, 'get', `/api/v1/documents/${id}/file`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
/** Everything a DOCX says, in every part of it, tags left out so that words split over runs are found. */
async function wordsOf(id: string): Promise<string> {
  const bytes = (await download(id)).body as Uint8Array;
  return Object.entries(unzipSync(new Uint8Array(bytes)))
    .map(([name, part]) => `${name} ${strFromU8(part)} ${strFromU8(part).replace(/<[^>]*>/g, '')}`)
    .join('\n');
}
const eventsOf = async (id: string): Promise<string[]> =>
  (
    await api.database.query<{ name: string }>('SELECT name FROM event WHERE subject_id = $1 ORDER BY seq', [
      id,
    ])
  ).map((event) => event.name);

async function meetingToPrint(): Promise<string> {
  const { id } = await makeMeeting(api, await makeBody(api));
  await makePoint(api, id, 'Budget for Ærø', { minutes: 10 });
  return id;
}

describe.each(queueBackends)('documents made by the worker, its queue in $name', ({ redisUrl }) => {
  it(
    'are made of an agenda, of minutes and of an indstilling',
    async () => {
      const meetingId = await meetingToPrint();
      const { meetingId: inSession } = await meetingInSession(api, ['Regnskab']);
      const { id: indstillingId } = await makeIndstilling(api);
      const asked = [
        await ask(`meetings/${meetingId}`, { kind: 'agenda' }),
        await ask(`meetings/${inSession}`, { kind: 'minutes' }),
        await ask(`indstillinger/${indstillingId}`, {}),
      ];
      expect(asked.map(({ state, progress }) => [state, progress])).toEqual(Array(3).fill(['queued', 0]));
      const early = await api.send('get', `documents/${asked[0]?.id}/file`);
      expect(early.told).toBe('409 not-ready');
      await startWorker(await redisUrl());
      for (const [i, title] of ['Budget for Ærø', 'Regnskab', 'Åbningstid i værestedet'].entries()) {
        const id = asked[i]?.id ?? '';
        await reach(id, 'ready');
        expect(await wordsOf(id)).toContain(title);
        // What holds closed papers is downloaded on record.
        expect(await eventsOf(id)).toEqual(['document.requested', 'document.made', 'document.downloaded']);
      }
    },
    SLOW,
  );

  it(
    'are one document when asked for twice, with the same bytes, name and headers',
    async () => {
      const meetingId = await meetingToPrint();
      const first = await ask(`meetings/${meetingId}`, { kind: 'agenda' });
      const twice = await Promise.all(
        Array.from({ length: 5 }, () => ask(`meetings/${meetingId}`, { kind: 'agenda', audience: 'all' })),
      );
      expect(new Set(twice.map(({ id }) => id))).toEqual(new Set([first.id]));
      await startWorker(await redisUrl());
      await reach(first.id, 'ready');
      const [one, two] = [await download(first.id), await download(first.id)];
      expect(one.status).toBe(200);
      expect(one.get('Content-Type')).toBe(DOCX);
      expect(one.get('Content-Disposition')).toMatch(
        /^attachment; filename="[\x20-\x7e]+\.docx"; filename\*=UTF-8''\S+\.docx$/,
      );
      expect(decodeURIComponent(/UTF-8''(.*)$/.exec(one.get('Content-Disposition') ?? '')?.[1] ?? '')).toBe(
        first.fileName,
      );
      expect(Buffer.compare(one.body as Buffer, two.body as Buffer)).toBe(0);
      expect(await ask(`meetings/${meetingId}`, { kind: 'agenda' })).toMatchObject({
        id: first.id,
        state: 'ready',
      });
      // The same content made from nothing gives the same bytes.
      await api.database.query(
        "UPDATE document SET state = 'queued', sha256 = NULL, size = NULL WHERE id = $1",
        [first.id],
      );
      const before = await read(first.id);
      await worker
        ?.get(JobQueue)
        .add([{ name: 'documents.make', payload: { documentId: first.id }, jobId: `again-${first.id}` }]);
      await reach(first.id, 'ready');
      expect(before.sha256).toBeNull();
      expect(Buffer.compare(one.body as Buffer, (await download(first.id)).body as Buffer)).toBe(0);
    },
    SLOW,
  );

  it(
    'are followed by server-sent events to their end',
    async () => {
      const { id } = await ask(`meetings/${await meetingToPrint()}`, { kind: 'agenda' });
      const followed = rawRequest(api, 'get', `/api/v1/documents/${id}/progress`).then((answer) => answer);
      await startWorker(await redisUrl());
      const answer = await followed;
      expect(answer.get('Content-Type')).toMatch(/^text\/event-stream/);
      const states = [...answer.text.matchAll(/^data: (.*)$/gm)].map(([, data]) =>
        documentView.parse(JSON.parse(data ?? '')),
      );
      expect(states.at(0)).toMatchObject({ id, state: 'queued' });
      expect(states.at(-1)).toEqual(await read(id));
      expect(states.at(-1)).toMatchObject({ state: 'ready', progress: 100 });
      const steps = states.map(({ progress }) => progress);
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
    },
    SLOW,
  );

  it(
    'are made though the queue was emptied while they were owed',
    async () => {
      const started = await startWorker(await redisUrl());
      const runner = started.get(JobRunner);
      const queue = started.get(JobQueue);
      await runner.stop();
      const ids: string[] = [];
      for (let i = 0; i < 5; i += 1)
        ids.push((await ask(`meetings/${await meetingToPrint()}`, { kind: 'agenda' })).id);
      await until(async () => ((await queue.handle.getJobCounts()).waiting ?? 0) >= ids.length);
      await queue.handle.obliterate({ force: true });
      await runner.start(4);
      await api.database.query(
        "UPDATE document SET touched_at = now() - interval '1 hour' WHERE id = ANY($1)",
        [ids],
      );
      for (const id of ids) await reach(id, 'ready');
      for (const id of ids) expect(await eventsOf(id)).toEqual(['document.requested', 'document.made']);
    },
    SLOW,
  );

  it(
    'are one row, one file and one event when their job is delivered three times',
    async () => {
      const { id } = await ask(`meetings/${await meetingToPrint()}`, { kind: 'agenda' });
      const queue = (await startWorker(await redisUrl())).get(JobQueue);
      const failedBefore = (await queue.handle.getJobCounts()).failed;
      const nothingLeft = async (): Promise<boolean> => {
        const { waiting = 0, active = 0, delayed = 0 } = await queue.handle.getJobCounts();
        return waiting + active + delayed === 0;
      };
      const job = (jobId: string, documentId: string) => ({
        name: 'documents.make' as const,
        payload: { documentId },
        jobId,
      });
      await queue.add([...['a', 'b', 'c'].map((n) => job(`${id}-${n}`, id)), job(`gone-${id}`, unknownId())]);
      await reach(id, 'ready');
      await until(nothingLeft);
      expect((await queue.handle.getJobCounts()).failed).toBe(failedBefore);
      expect(await eventsOf(id)).toEqual(['document.requested', 'document.made']);
      const { sha256 } = await read(id);
      const files = await readdir(join(api.dataDir, 'files', (sha256 ?? '').slice(0, 2)));
      expect(files.filter((name) => name === sha256 || name.endsWith('.part'))).toEqual([sha256]);
    },
    SLOW,
  );
});

describe('a document that cannot be written', () => {
  it(
    'fails with a plain reason after its last try, and is made when it is tried again',
    async () => {
      const files = join(api.dataDir, 'files');
      await rm(files, { recursive: true, force: true });
      await writeFile(files, 'no folder');
      const { id } = await ask(`meetings/${await meetingToPrint()}`, { kind: 'agenda' });
      await startWorker(null);
      await reach(id, 'failed', 60_000);
      const failed = await read(id);
      expect(failed).toMatchObject({
        attempts: 5,
        reason: 'The folder for files cannot be written.',
        sha256: null,
      });
      const refused = await api.send('get', `documents/${id}/file`);
      expect(refused.told).toBe('409 not-ready');
      expect(problemIn(refused.body).detail).toBe(failed.reason);
      expect(await eventsOf(id)).toEqual(['document.requested', 'document.failed']);
      await rm(files);
      const again = await api.take(documentView, 'post', `documents/${id}/retry`);
      expect(again).toMatchObject({ id, state: 'queued', attempts: 0, reason: null });
      await reach(id, 'ready');
      expect(await wordsOf(id)).toContain('Budget');
    },
    SLOW,
  );
});

describe('asking for a document', () => {
  it.each<[string, object]>([
    ['a kind that is none', { kind: 'protocol' }],
    ['an audience that is none', { kind: 'agenda', audience: 'press' }],
    ['version 0', { kind: 'agenda', agendaVersion: 0 }],
    ['a version of minutes', { kind: 'minutes', agendaVersion: 1 }],
  ])('refuses %s', async (_name, request) => {
    const id = await meetingToPrint();
    expect((await api.send('post', `meetings/${id}/documents`, request)).told).toBe('400 validation-failed');
  });

  it('finds nothing that is not there', async () => {
    const id = await meetingToPrint();
    const asks = [
      await api.send('post', `meetings/${unknownId()}/documents`, { kind: 'agenda' }),
      await api.send('post', `meetings/${unknownId()}/documents`, { kind: 'minutes' }),
      await api.send('post', `meetings/${id}/documents`, { kind: 'agenda', agendaVersion: 3 }),
      await api.send('post', `indstillinger/${unknownId()}/documents`, {}),
      await api.send('get', `documents/${unknownId()}`),
      await api.send('get', `documents/${unknownId()}/file`),
      await api.send('get', `documents/${unknownId()}/progress`),
      await api.send('post', `documents/${unknownId()}/retry`),
    ];
    expect(asks.map(({ told }) => told)).toEqual(Array(8).fill('404 not-found'));
  });
});

describe('documents for those who may see what is open', () => {
  let canaries: string[] = [];
  const canary = (): string => {
    const word = `kanarie${unknownId().replaceAll('-', '').slice(0, 12)}`;
    canaries.push(word);
    return word;
  };

  /** A meeting whose closed points, bilag, decisions and follow-ups hold canaries, beside open ones that do not. */
  async function meetingWithSecrets(
    numbering: 'separate-series' | 'one-series',
  ): Promise<{ of: string; id: string }> {
    const of = await makeBody(api);
    await api.take(
      body,
      'patch',
      `bodies/${of}`,
      { settings: { numbering, agendaForm: 'full' } },
      { ifMatch: 1 },
    );
    const { id } = await makeMeeting(api, of);
    const open = await makePoint(api, id, 'Budget', { minutes: 10 });
    const texts = () => ({
      ...{ purpose: paragraph(canary()), method: canary(), responsible: canary(), attending: canary() },
      ...{ minutes: 5, lateReason: canary() },
    });
    const closed = { visibility: 'closed', closedReason: canary() };
    const secret = await makePoint(api, id, canary(), { ...texts(), ...closed, position: 0 });
    const under = await makePoint(api, id, canary(), { ...texts(), parentId: secret.id });
    const closedUnder = await makePoint(api, id, canary(), { ...texts(), ...closed, parentId: open.id });
    await api.send('post', `agenda-points/${open.id}/attachments`, { title: canary(), visibility: 'closed' });
    await api.send('post', `agenda-points/${under.id}/attachments`, { title: canary(), visibility: 'open' });
    await putMeetingInto(api, id, 'in-session');
    for (const pointId of [secret.id, under.id, closedUnder.id]) {
      const dissents = [{ kind: 'minority-opinion', by: canary(), text: paragraph(canary()) }];
      const decision = {
        outcome: 'approved',
        text: paragraph(canary()),
        dissents,
        absent: [{ name: canary() }],
      };
      expect((await api.send('put', `agenda-points/${pointId}/decision`, decision)).told).toBe('200');
      await makeFollowUp(api, { pointId }, { action: canary(), responsible: canary() });
      await addToMinutes(id, pointId, canary());
    }
    return { of, id };
  }

  async function addToMinutes(meetingId: string, pointId: string, text: string): Promise<void> {
    await api.database.query(
      `INSERT INTO minutes (id, meeting_id, state) VALUES (gen_random_uuid(), $1, 'draft') ON CONFLICT DO NOTHING`,
      [meetingId],
    );
    await api.database.query(
      `INSERT INTO minutes_addition (id, minutes_id, point_id, author_name, text)
       SELECT gen_random_uuid(), id, $2, 'Ida Prøve', $3::jsonb FROM minutes WHERE meeting_id = $1`,
      [meetingId, pointId, JSON.stringify(paragraph(text))],
    );
  }

  const found = (text: string): string[] => canaries.filter((word) => text.includes(word));

  it.each(['separate-series', 'one-series'] as const)(
    'hold no word of what is closed, in %s',
    async (numbering) => {
      canaries = [];
      const { of, id } = await meetingWithSecrets(numbering);
      expect(canaries.length).toBeGreaterThanOrEqual(20);
      await putMeetingInto(api, id, 'drafting');
      const { version } = (await api.send('get', `meetings/${id}`)).body as { version: number };
      expect(
        (await api.send('post', `meetings/${id}/agenda-versions`, undefined, { ifMatch: version })).told,
      ).toBe('201');
      const asked = [
        await ask(`meetings/${id}`, { kind: 'agenda', audience: 'open' }),
        await ask(`meetings/${id}`, { kind: 'agenda', audience: 'open', agendaVersion: 'draft' }),
        await ask(`meetings/${id}`, { kind: 'minutes', audience: 'open' }),
      ];
      const whole = [
        await ask(`meetings/${id}`, { kind: 'agenda' }),
        await ask(`meetings/${id}`, { kind: 'minutes' }),
      ];
      await startWorker(null);
      for (const document of asked) {
        await reach(document.id, 'ready');
        expect(found(await wordsOf(document.id))).toEqual([]);
        expect(found(JSON.stringify(await read(document.id)))).toEqual([]);
        expect(await wordsOf(document.id)).toContain('Budget');
      }
      const told = new Set<string>();
      for (const document of whole) {
        await reach(document.id, 'ready');
        for (const word of found(await wordsOf(document.id))) told.add(word);
      }
      // The search finds them where they may stand; reasons for closing and for what is not late are not printed.
      expect(told.size).toBeGreaterThanOrEqual(20);
      await closeBody(of, id);
    },
    SLOW,
  );

  /** A body closed today closes what it sent when it was open. */
  async function closeBody(of: string, id: string): Promise<void> {
    await api.take(body, 'patch', `bodies/${of}`, { visibility: 'closed' }, { ifMatch: 2 });
    for (const kind of ['agenda', 'minutes']) {
      const answer = await api.send('post', `meetings/${id}/documents`, { kind, audience: 'open' });
      expect(answer.told).toBe('422 not-for-this-audience');
    }
  }
});
