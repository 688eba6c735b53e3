import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { attachment } from '../../libs/contracts/attachments.js';
import { FileStore } from '../../libs/platform/storage/file-store.js';
import { archive, docx, pdf, png, sendFile } from '../builders/files.js';
import { makeBody, makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { startListeningApi } from '../support/listening-api.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

let api: TestApi;
let port: number;
beforeAll(async () => {
  ({ api, port } = await startListeningApi());
});
afterAll(() => api.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

const MB = 2 ** 20;

/** A point that files are attached to, and where that is. */
async function newPoint(): Promise<{ to: string; meetingId: string }> {
  const { id: meetingId } = await makeMeeting(api, await makeBody(api));
  const { id } = await makePoint(api, meetingId, 'Budget');
  return { to: `agenda-points/${id}/attachments/file`, meetingId };
}

const rows = (where: string) =>
  api.database.query<{ state: string; reason: string | null; sha256: string | null }>(
    `SELECT state, reason, sha256 FROM attachment_version WHERE ${where}`,
  );
const half = async () => (await readdir(join(api.dataDir, 'files', 'incoming')).catch(() => [])).length;

describe('a file that is not what its name says', () => {
  const wide = (entries: number) =>
    archive(Object.fromEntries(Array.from({ length: entries }, (_, i) => [`word/${i}.xml`, ''])));
  it.each<[string, string, () => Buffer, string]>([
    ['a Word document named .pdf', 'a.pdf', docx, '422 file-type-mismatch'],
    ['a PDF named .docx', 'a.docx', pdf, '422 file-type-mismatch'],
    ['an archive named .docx', 'a.docx', () => archive({ 'a.txt': 'a' }), '422 file-type-mismatch'],
    ['a programme named .txt', 'a.txt', () => Buffer.from('MZ\x90\x00'), '422 file-type-mismatch'],
    ['a mail', 'a.msg', pdf, '422 file-type-unknown'],
    ['a name without an ending', 'pdf', pdf, '422 file-type-unknown'],
    ['macros', 'a.docx', () => docx({ 'word/vbaProject.bin': 'x' }), '422 file-has-macros'],
    ['half an archive', 'a.docx', () => docx().subarray(0, 60), '422 file-truncated'],
    ['too many entries', 'a.docx', () => wide(2001), '422 archive-too-many-entries'],
    [
      'too much behind too little',
      'a.docx',
      () => docx({ 'word/x': ' '.repeat(3 * MB) }),
      '422 archive-ratio',
    ],
    [
      'a picture too large',
      'a.png',
      () => Buffer.concat([png(), Buffer.alloc(25 * MB)]),
      '422 file-too-large',
    ],
  ])('is refused: %s', async (_what, name, bytes, expected) => {
    const { to } = await newPoint();
    expect((await sendFile(api, to, name, bytes())).told).toBe(expected);
    expect((await api.send('get', to.replace('/file', ''))).body).toEqual({ items: [] });
    expect(await rows("state <> 'ready'")).toEqual([]);
    expect(await half()).toBe(0);
  });

  it('is told by both: what it is called, and what it is', async () => {
    const { to } = await newPoint();
    const { problem } = await sendFile(api, to, 'a.pdf', docx());
    expect(problem?.faults).toEqual([
      { at: 'fileName', rule: 'pdf' },
      { at: 'file', rule: 'docx' },
    ]);
  });

  it('is known whole from its last bytes, however large it is', async () => {
    const { to } = await newPoint();
    const large = archive(
      { 'word/document.xml': '', 'word/media/a.jpg': randomBytes(4 * MB).toString('base64') },
      0,
    );
    expect(large.length).toBeGreaterThan(5 * MB);
    const sent = await sendFile(api, to, 'a.docx', large);
    expect(attachment.parse(sent.body).file?.size).toBe(large.length);
  });

  it('of more than 50 MB is refused before it is read', async () => {
    const { to } = await newPoint();
    expect((await sendFile(api, to, 'a.pdf', Buffer.alloc(50 * MB + 1))).told).toBe('413 body-too-large');
    expect(await half()).toBe(0);
  });
});

describe('a file on its way', () => {
  /** Begins to send a file without saying how long it is. */
  const begin = (to: string) =>
    request({
      ...{ host: '127.0.0.1', port, method: 'POST', path: `/api/v1/${to}?fileName=a.pdf` },
      headers: { ...api.everybody.headers, 'content-type': 'application/octet-stream' },
    });
  const pending = () => rows("state = 'pending'");

  it('that turns out to be more than 50 MB is refused when it is, and leaves nothing', async () => {
    const { to } = await newPoint();
    const sending = begin(to);
    const status = new Promise((resolve, reject) => {
      sending.on('response', (answer) => resolve(answer.statusCode)).on('error', reject);
    });
    for (let mb = 0; mb <= 50; mb += 1) sending.write(Buffer.alloc(MB));
    sending.end();
    expect(await status).toBe(413);
    expect([await half(), await pending()]).toEqual([0, []]);
  });

  it('is seen by nobody, and leaves nothing when whoever sends it goes away', async () => {
    const { to } = await newPoint();
    const sending = begin(to).on('error', () => undefined);
    sending.write(pdf());
    await until(async () => (await half()) === 1);
    expect(await pending()).toHaveLength(1);
    expect((await api.send('get', to.replace('/file', ''))).body).toEqual({ items: [] });
    sending.destroy();
    await until(async () => (await half()) === 0 && (await pending()).length === 0);
  });

  it('is one of eight from a person at most: the ninth is told to wait, and finds room when one has ended', async () => {
    const { to } = await newPoint();
    const underway = Array.from({ length: 8 }, () => {
      const sending = begin(to).on('error', () => undefined);
      sending.write(pdf());
      return sending;
    });
    await until(async () => (await half()) === 8);
    const other = await api.signIn([{ role: 'administrator' }]);
    expect((await sendFile(api, to, 'a.pdf', pdf())).told).toBe('429 too-many-uploads');
    expect((await sendFile(api, to, 'a.pdf', pdf(), { by: other })).told).not.toMatch(/^429/);
    expect(await half()).toBe(8);
    underway[0]?.destroy();
    await until(async () => (await half()) === 7);
    await until(async () => (await sendFile(api, to, 'a.pdf', pdf())).told === '201');
    for (const sending of underway) sending.destroy();
    await until(async () => (await half()) === 0 && (await pending()).length === 0);
  });

  it('is refused for the state of the meeting before its bytes are asked for', async () => {
    const { to, meetingId } = await newPoint();
    await putMeetingInto(api, meetingId, 'held');
    const sending = begin(to).on('error', () => undefined);
    sending.write(pdf());
    const status = await new Promise((resolve) =>
      sending.on('response', (answer) => resolve(answer.statusCode)),
    );
    sending.destroy();
    expect([status, await half()]).toEqual([409, 0]);
  });
});

describe('when the disk is full', () => {
  it('says so, keeps no half file, and takes the file when there is room again', async () => {
    const { to } = await newPoint();
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    jest.spyOn(api.app.get(FileStore), 'receive').mockRejectedValueOnce(full);
    expect((await sendFile(api, to, 'a.pdf', pdf())).told).toBe('507 disk-full');
    expect(await rows("state <> 'ready'")).toEqual([{ state: 'failed', reason: 'disk-full', sha256: null }]);
    expect((await sendFile(api, to, 'a.pdf', pdf())).told).toBe('201');
    await api.database.query("DELETE FROM attachment_version WHERE state = 'failed'");
  });
});
