import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { attachment, attachmentVersionList } from '../../libs/contracts/attachments.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { RAADMAND_MEETING_STEPS } from '../../libs/domain/indstilling/index.js';
import { attachFile, indstillingForFiles, pointForFiles } from '../builders/attachments.js';
import { docx, fetchFile, pdf, png, sendFile } from '../builders/files.js';
import { putIndstillingInto } from '../builders/indstillinger.js';
import { putMeetingInto } from '../builders/meetings.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

jest.setTimeout(60_000);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const MB = 2 ** 20;

const OWNERS = [
  ['a point', pointForFiles],
  ['an indstilling', indstillingForFiles],
] as const;

const rows = (where = 'true') =>
  api.database.query<{ state: string; reason: string | null; sha256: string | null }>(
    `SELECT state, reason, sha256 FROM attachment_version WHERE ${where}`,
  );
const half = async () => (await readdir(join(api.dataDir, 'files', 'incoming')).catch(() => [])).length;

describe.each(OWNERS)('attaching a file to %s', (_name, newOwner) => {
  it('refuses a name that is none, a visibility that is none, and bytes that are JSON, or packed, or missing', async () => {
    const { to } = await newOwner(api);
    const told = async (...[name, bytes, options]: [string, Buffer, Parameters<typeof sendFile>[4]?]) =>
      (await sendFile(api, to, name, bytes, options)).told;
    expect(await told('', pdf())).toBe('400 validation-failed');
    expect(await told('x'.repeat(256), pdf())).toBe('400 validation-failed');
    expect(await told('a.pdf', pdf(), { visibility: 'secret' })).toBe('400 validation-failed');
    expect(await told('a.pdf', Buffer.from('{}'), { type: 'application/json' })).toBe(
      '415 unsupported-media-type',
    );
    expect(await told('a.pdf', Buffer.alloc(0))).toBe('422 file-empty');
  });

  it('finds no owner that is not there', async () => {
    const { to, ownerId } = await newOwner(api);
    const told = await sendFile(api, to.replace(ownerId, unknownId()), 'a.pdf', pdf());
    expect(told.told).toBe('404 not-found');
  });

  it('puts it last, closed until somebody opens it, with the title of its name and what its file is', async () => {
    const { to } = await newOwner(api);
    await attachFile(api, to, 'Kort.pdf', pdf(), 'open');
    const made = await attachFile(api, to, 'Bilag 3_Løn og tal.DOCX', docx());
    expect(made).toMatchObject({
      ...{
        title: 'Bilag 3 Løn og tal',
        offeredTitle: 'Løn og tal',
        visibility: 'closed',
        number: 2,
        version: 1,
      },
      file: {
        number: 1,
        fileName: 'Bilag 3_Løn og tal.DOCX',
        kind: 'docx',
        size: docx().length,
        state: 'ready',
      },
    });
    expect(await api.take(attachment, 'get', `attachments/${made.id}`)).toEqual(made);
  });

  it('gives the first answer to the same request again, and refuses other bytes under its key', async () => {
    const { to, ownerId } = await newOwner(api);
    const key = `key-${ownerId}`;
    const first = await sendFile(api, to, 'a.pdf', pdf(), { key });
    const again = await sendFile(api, to, 'a.pdf', pdf(), { key });
    expect(again.body).toEqual(first.body);
    const other = await sendFile(api, to, 'a.pdf', pdf('et andet kort'), { key });
    expect(other.told).toBe('422 idempotency-key-reused');
    const list = to.replace('/file', '');
    expect((await api.send('get', list)).body).toMatchObject({
      items: [{ id: attachment.parse(first.body).id }],
    });
    expect(await rows("state <> 'ready'")).toEqual([]);
  });
});

describe('a file once it is there', () => {
  it('comes back as it went, to be saved', async () => {
    const { to } = await pointForFiles(api);
    const bytes = Buffer.concat([pdf(), randomBytes(3 * MB)]);
    const { id } = await attachFile(api, to, 'Lån & "løn".pdf', bytes);
    const got = await fetchFile(api, `attachments/${id}/file`);
    expect(got.bytes.equals(bytes)).toBe(true);
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="Laan & _loen_.pdf"; filename*=UTF-8''L%C3%A5n%20%26%20%22l%C3%B8n%22.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(got.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
  });

  it.each([
    ['Kort.pdf', pdf(), 'inline'],
    ['Kort.png', png(), 'inline'],
    ['Brev.docx', docx(), 'attachment'],
    ['Noter.txt', Buffer.from('Noter'), 'attachment'],
  ])(
    'is shown by the browser where that is asked for, as far as it shows such files: %s',
    async (name, bytes, kind) => {
      const { to } = await pointForFiles(api);
      const { id } = await attachFile(api, to, name, bytes);
      const { headers } = await fetchFile(api, `attachments/${id}/file?shown=true`);
      expect(headers['content-disposition']).toMatch(new RegExp(`^${kind}; filename="${name}"`));
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
      expect((await fetchFile(api, `attachments/${id}/file`)).headers['content-disposition']).toMatch(
        /^attachment; /,
      );
    },
  );

  it('is kept once, however often the same bytes come', async () => {
    const { to } = await pointForFiles(api);
    const bytes = pdf(`once ${unknownId()}`);
    await attachFile(api, to, 'a.pdf', bytes);
    await attachFile(api, to, 'b.pdf', bytes);
    const [first, second] = await rows(`file_name IN ('a.pdf', 'b.pdf') ORDER BY created_at DESC LIMIT 2`);
    expect(first?.sha256).toBe(second?.sha256);
    const sha256 = first?.sha256 ?? '';
    expect(await readdir(join(api.dataDir, 'files', sha256.slice(0, 2)))).toContain(sha256);
    expect(await half()).toBe(0);
  });

  it('is not there for a bilag that is a title only', async () => {
    const { to } = await pointForFiles(api);
    const made = await api.take(attachment, 'post', to.replace('/file', ''), { title: 'Kort' });
    expect(made.file).toBeNull();
    expect((await fetchFile(api, `attachments/${made.id}/file`)).status).toBe(404);
    expect((await api.send('get', `attachments/${made.id}/versions`)).body).toEqual({ items: [] });
    expect((await api.send('get', `attachments/${unknownId()}/versions`)).told).toBe('404 not-found');
    const replaced = await sendFile(api, `attachments/${made.id}/file`, 'Kort.pdf', pdf(), { ifMatch: 1 });
    expect(replaced.body).toMatchObject({
      title: 'Kort',
      version: 2,
      file: { number: 1, fileName: 'Kort.pdf' },
    });
  });
});

describe('replacing a file', () => {
  it('asks for the version it is made to, and refuses another with what stands there now', async () => {
    const { to } = await pointForFiles(api);
    const { id } = await attachFile(api, to, 'a.pdf');
    const path = `attachments/${id}/file`;
    expect((await sendFile(api, path, 'b.pdf', pdf())).told).toBe('428 if-match-required');
    const stale = await sendFile(api, path, 'b.pdf', pdf(), { ifMatch: 7 });
    expect([stale.told, stale.problem?.current]).toEqual([
      '412 stale-version',
      expect.objectContaining({ id }),
    ]);
    const unknown = await sendFile(api, `attachments/${unknownId()}/file`, 'b.pdf', pdf(), { ifMatch: 1 });
    expect(unknown.told).toBe('404 not-found');
    expect(await rows("state <> 'ready'")).toEqual([]);
  });

  it('is a new version; the ones before stay, with who brought them', async () => {
    const { to } = await pointForFiles(api);
    const { id } = await attachFile(api, to, 'a.pdf', pdf('første'));
    const bytes = docx({ 'word/styles.xml': '<styles/>' });
    const replaced = await sendFile(api, `attachments/${id}/file`, 'b.docx', bytes, { ifMatch: 1 });
    expect(replaced.body).toMatchObject({ title: 'a', version: 2, file: { number: 2, kind: 'docx' } });
    const { items } = await api.take(attachmentVersionList, 'get', `attachments/${id}/versions`);
    expect(items).toMatchObject([
      { number: 2, fileName: 'b.docx', uploadedBy: { id: api.everybody.personId } },
      { number: 1, fileName: 'a.pdf', uploadedBy: { id: api.everybody.personId } },
    ]);
    expect((await fetchFile(api, `attachments/${id}/file`)).bytes.equals(bytes)).toBe(true);
    const first = await fetchFile(api, `attachments/${id}/versions/1/file`);
    expect(first.bytes.equals(pdf('første'))).toBe(true);
    expect((await fetchFile(api, `attachments/${id}/versions/3/file`)).status).toBe(404);
    expect((await fetchFile(api, `attachments/${id}/versions/0/file`)).status).toBe(400);
  });

  it('of two at once takes one', async () => {
    const { to } = await pointForFiles(api);
    const { id } = await attachFile(api, to, 'a.pdf');
    const answers = await Promise.all(
      ['b', 'c'].map((name) =>
        sendFile(api, `attachments/${id}/file`, `${name}.pdf`, pdf(name), { ifMatch: 1 }),
      ),
    );
    expect(answers.map(({ told }) => told).sort()).toEqual(['200', '412 stale-version']);
    const { items } = await api.take(attachmentVersionList, 'get', `attachments/${id}/versions`);
    expect(items.map(({ number }) => number)).toEqual([2, 1]);
  });

  it.each([
    ['planned', '201', '200'],
    ['drafting', '201', '200'],
    ['sent', '201', '200'],
    ['in-session', '409 meeting-in-session', '409 meeting-in-session'],
    ['held', '409 meeting-held', '409 meeting-held'],
    ['closed', '409 meeting-closed', '409 meeting-closed'],
    ['cancelled', '409 meeting-cancelled', '409 meeting-cancelled'],
  ] as const)(
    'and attaching go as the state of the meeting lets them: %s',
    async (state, attaching, replacing) => {
      const { to, meetingId } = await pointForFiles(api);
      const { id } = await attachFile(api, to, 'a.pdf');
      await putMeetingInto(api, meetingId, state);
      expect((await sendFile(api, to, 'b.pdf', pdf())).told).toBe(attaching);
      expect((await sendFile(api, `attachments/${id}/file`, 'b.pdf', pdf(), { ifMatch: 1 })).told).toBe(
        replacing,
      );
    },
  );

  it('sends an approved indstilling back to its first step, once', async () => {
    const { to, ownerId } = await indstillingForFiles(api);
    const { id } = await attachFile(api, to, 'a.pdf');
    await putIndstillingInto(api, ownerId, 'approved', RAADMAND_MEETING_STEPS);
    await sendFile(api, `attachments/${id}/file`, 'b.exe', pdf(), { ifMatch: 1 });
    const read = () => api.take(indstilling, 'get', `indstillinger/${ownerId}`);
    expect((await read()).state).toBe('approved');
    const before = (await read()).version;
    await sendFile(api, `attachments/${id}/file`, 'b.pdf', pdf(), { ifMatch: 1 });
    expect(await read()).toMatchObject({ state: 'with-leader', version: before + 1 });
  });
});

describe('a removed bilag that is given back', () => {
  const restore = (id: string, options = {}) =>
    api.send('post', `attachments/${id}/restore`, undefined, options);

  it('stands where it stood, with its file and all versions of it, once', async () => {
    const { to } = await pointForFiles(api);
    const list = to.replace('/file', '');
    const [first] = [
      await attachFile(api, to, 'a.pdf', pdf('a')),
      await attachFile(api, to, 'b.pdf', pdf('b')),
    ];
    await sendFile(api, `attachments/${first.id}/file`, 'c.pdf', pdf('c'), { ifMatch: 1 });
    const before = await api.send('get', list);
    expect((await api.send('delete', `attachments/${first.id}`, undefined, { ifMatch: 2 })).status).toBe(204);
    const back = await restore(first.id);
    expect([back.told, back.body]).toEqual(['201', expect.objectContaining({ id: first.id, version: 3 })]);
    const after = await api.send('get', list);
    expect(JSON.stringify(after.body)).toBe(
      JSON.stringify(before.body).replace('"version":2', '"version":3'),
    );
    expect((await fetchFile(api, `attachments/${first.id}/versions/1/file`)).bytes.equals(pdf('a'))).toBe(
      true,
    );
    expect((await restore(first.id)).told).toBe('404 not-found');
    expect((await restore(unknownId())).told).toBe('404 not-found');
  });

  it('comes back only where the agenda takes it, and last where its siblings are fewer', async () => {
    const { to, meetingId } = await pointForFiles(api);
    const [one, two] = [await attachFile(api, to, 'a.pdf'), await attachFile(api, to, 'b.pdf')];
    for (const { id } of [two, one]) await api.send('delete', `attachments/${id}`, undefined, { ifMatch: 1 });
    await putMeetingInto(api, meetingId, 'held');
    expect((await restore(two.id)).told).toBe('409 meeting-held');
    await putMeetingInto(api, meetingId, 'drafting');
    expect((await restore(two.id)).body).toMatchObject({ id: two.id, number: 1 });
    expect((await restore(one.id)).body).toMatchObject({ id: one.id, number: 1 });
  });

  it('is nothing to who is disqualified, while it was closed', async () => {
    const { to, bodyId, ownerId } = await pointForFiles(api);
    const { id } = await attachFile(api, to, 'a.pdf');
    await api.send('delete', `attachments/${id}`, undefined, { ifMatch: 1 });
    const by = await api.signIn([{ role: 'secretariat', bodyId }]);
    await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
      ...[ownerId, by.personId],
    ]);
    expect((await restore(id, { by })).told).toBe('404 not-found');
    expect((await restore(id)).told).toBe('201');
  });
});
