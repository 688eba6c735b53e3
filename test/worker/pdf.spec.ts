import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { documentView } from '../../libs/contracts/documents.js';
import type { DocumentView } from '../../libs/contracts/documents.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { readPackageText } from '../../libs/rendering/read/index.js';
import { makeBody, makeMeeting, makePoint } from '../builders/meetings.js';
import { QUICK } from '../support/quick-pace.js';
import { rawRequest } from '../support/raw-request.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';

const SLOW = 120_000;

let api: TestApi;
let folder = '';
beforeAll(async () => {
  api = await startTestApi();
  folder = await mkdtemp(join(tmpdir(), 'dagsorden-test-pdf-'));
}, SLOW);
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

let worker: INestApplicationContext | null = null;
async function startWorker(soffice?: string): Promise<void> {
  worker = await createWorker({
    pace: QUICK,
    databaseUrl: api.database.url,
    redisUrl: null,
    dataDir: api.dataDir,
    applicationName: 'dagsorden-test-worker',
    logger: createLogger('test', 'silent'),
    ...(soffice === undefined ? {} : { soffice }),
  });
}
afterEach(async () => {
  await worker?.close();
  worker = null;
}, SLOW);

const ask = (meetingId: string, request: object): Promise<DocumentView> =>
  api.take(documentView, 'post', `meetings/${meetingId}/documents`, request);
const read = (id: string): Promise<DocumentView> => api.take(documentView, 'get', `documents/${id}`);
async function made({ id }: DocumentView): Promise<DocumentView> {
  await until(async () => ['ready', 'failed'].includes((await read(id)).state), 60_000);
  return read(id);
}
async function download({ id }: DocumentView): Promise<{ bytes: Buffer; type: string; disposition: string }> {
  const answer = await rawRequest(api, 'get', `/api/v1/documents/${id}/file`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  return {
    bytes: answer.body as Buffer,
    type: answer.get('Content-Type') ?? '',
    disposition: answer.get('Content-Disposition') ?? '',
  };
}
async function saying(document: DocumentView, program: 'pdftotext' | 'pdfinfo'): Promise<string> {
  const file = join(folder, `${document.id}.pdf`);
  await writeFile(file, (await download(document)).bytes);
  const args = program === 'pdftotext' ? ['-layout', file, '-'] : [file];
  return execFileSync(program, args, { encoding: 'utf8' });
}
const words = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

async function meetingToPrint(): Promise<string> {
  const { id } = await makeMeeting(api, await makeBody(api));
  await makePoint(api, id, 'Budget for Ærø', { minutes: 10 });
  await makePoint(api, id, 'Åbningstider i sommeren', { minutes: 5, responsible: 'Ida Prøve' });
  await makePoint(api, id, 'Kanariefuglesagen', {
    ...{ minutes: 5, visibility: 'closed', closedReason: 'Personsag', responsible: 'Hemmelighedskræmmer' },
  });
  return id;
}

describe('a document asked for as PDF', () => {
  it(
    'says what the DOCX of the same request says, under its name, as a tagged PDF',
    async () => {
      const meetingId = await meetingToPrint();
      const asked = await ask(meetingId, { kind: 'agenda', format: 'pdf' });
      const beside = await ask(meetingId, { kind: 'agenda' });
      expect([asked.format, beside.format]).toEqual(['pdf', 'docx']);
      expect(asked.id).not.toBe(beside.id);
      expect(asked.fileName).toBe(beside.fileName.replace(/\.docx$/, '.pdf'));
      await startWorker();
      const [pdf, docx] = [await made(asked), await made(beside)];
      const { bytes, type, disposition } = await download(pdf);
      expect([pdf.state, type]).toEqual(['ready', 'application/pdf']);
      expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+\.pdf"/);
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      const said = new Set(words(await saying(pdf, 'pdftotext')));
      const text = await readPackageText('agenda.docx', new Uint8Array((await download(docx)).bytes));
      const lines = text.ok ? text.value.lines : [];
      expect(lines.length).toBeGreaterThan(5);
      expect(words(lines.join(' ')).filter((word) => !said.has(word))).toEqual([]);
      expect([...said]).toEqual(expect.arrayContaining(['Ærø', 'Kanariefuglesagen']));
      const info = await saying(pdf, 'pdfinfo');
      expect(info).toMatch(/^Tagged:\s+yes$/m);
      expect(info).toMatch(/^JavaScript:\s+no$/m);
    },
    SLOW,
  );

  it(
    'says nothing of what is closed to the open audience, and names no person, machine or moment in its properties',
    async () => {
      const meetingId = await meetingToPrint();
      const asked = await ask(meetingId, { kind: 'agenda', audience: 'open', format: 'pdf' });
      await startWorker();
      const pdf = await made(asked);
      const text = await saying(pdf, 'pdftotext');
      expect(text).toContain('Budget for Ærø');
      const info = await saying(pdf, 'pdfinfo');
      const whole = `${text} ${info} ${(await download(pdf)).bytes.toString('latin1')}`;
      expect(whole).not.toMatch(/Kanarie|Hemmelighed|lukket/i);
      expect(info).not.toMatch(/CreationDate|ModDate|Ida Prøve/);
      expect(whole).not.toMatch(/dagsorden-pdf-|\/tmp\//);
    },
    SLOW,
  );

  it(
    'is one document with the same bytes, however often it is asked for and made',
    async () => {
      const meetingId = await meetingToPrint();
      const first = await ask(meetingId, { kind: 'agenda', format: 'pdf' });
      expect((await ask(meetingId, { kind: 'agenda', format: 'pdf' })).id).toBe(first.id);
      await startWorker();
      const once = await made(first);
      await api.database.query(
        `UPDATE document SET state = 'queued', sha256 = NULL, size = NULL, touched_at = now() - interval '1 hour'
         WHERE id = $1`,
        [first.id],
      );
      expect((await made(first)).sha256).toBe(once.sha256);
      const left = (await readdir(tmpdir())).filter((name) => name.startsWith('dagsorden-pdf-'));
      expect(left).toEqual([]);
    },
    SLOW,
  );
});

describe('a PDF that cannot be made', () => {
  const program = async (name: string, script: string): Promise<string> => {
    const place = join(folder, name);
    await writeFile(place, `#!/bin/sh\n${script}\n`);
    await chmod(place, 0o755);
    return place;
  };

  it(
    'fails at once with a plain cause where LibreOffice is missing, and is made when it is there',
    async () => {
      const asked = await ask(await meetingToPrint(), { kind: 'agenda', format: 'pdf' });
      await startWorker(join(folder, 'no-such-program'));
      expect(await made(asked)).toMatchObject({
        state: 'failed',
        attempts: 1,
        reason: 'PDFs cannot be made here: LibreOffice is missing where the worker runs.',
      });
      await worker?.close();
      await startWorker();
      await api.take(documentView, 'post', `documents/${asked.id}/retry`);
      expect(await made(asked)).toMatchObject({ state: 'ready' });
    },
    SLOW,
  );

  it(
    'fails where LibreOffice says it went well and gave no PDF',
    async () => {
      const asked = await ask(await meetingToPrint(), { kind: 'agenda', format: 'pdf' });
      await startWorker(await program('says-yes', 'exit 0'));
      expect(await made(asked)).toMatchObject({
        state: 'failed',
        reason: 'LibreOffice could not make a PDF of the document.',
      });
    },
    SLOW,
  );
});
