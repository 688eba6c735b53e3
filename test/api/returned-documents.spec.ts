import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { agendaPoint, agendaPoints } from '../../libs/contracts/agenda-points.js';
import type { AgendaPointView } from '../../libs/contracts/agenda-points.js';
import { returnedDocument, takenOver } from '../../libs/contracts/returned-documents.js';
import type { ReturnedDocumentView } from '../../libs/contracts/returned-documents.js';
import { body } from '../../libs/contracts/organisation.js';
import { plainText } from '../../libs/domain/text/index.js';
import { MeetingRow } from '../../libs/features/meetings/index.js';
import { FileStore } from '../../libs/platform/storage/file-store.js';
import { Cast } from '../builders/cast.js';
import { fetchFile, sendFile } from '../builders/files.js';
import { makeMeeting, makePoint, paragraph, putMeetingInto } from '../builders/meetings.js';
import { draftDocx, editedDocx, namelessDocx } from '../builders/returned.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId = '';
let meetingId = '';
let day = 0;
beforeAll(async () => {
  api = await startTestApi();
  const settings = { start: '09:00', agendaForm: 'full' };
  bodyId = (
    await api.take(body, 'post', 'bodies', { name: 'Rådmandsmøde', kind: 'raadmandsmoede', settings })
  ).id;
});
afterAll(() => api.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

/** An agenda being drafted, of two points. */
beforeEach(async () => {
  day += 1;
  ({ id: meetingId } = await makeMeeting(api, bodyId, `2026-04-${String(day).padStart(2, '0')}`));
  await makePoint(api, meetingId, 'Budget', { minutes: 10, purpose: paragraph('Tallene er nye.') });
  await makePoint(api, meetingId, 'Bordet rundt', { minutes: 5, responsible: 'Alle' });
  await putMeetingInto(api, meetingId, 'drafting');
});

const agendaDocx = (audience: 'all' | 'open' = 'all', meeting = meetingId) =>
  draftDocx(api, meeting, audience);
const edited = editedDocx;
const RENAMED = [/(<w:t[^>]*>)1\. Budget</, '$11. Budget og tal<'] as const;
const NEW_POINT =
  '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>2. Eventuelt</w:t></w:r></w:p>' +
  '<w:p><w:r><w:t xml:space="preserve">Tid: 15 min.</w:t></w:r></w:p>';
const WITH_NEW = [
  /(<w:p><w:pPr><w:pStyle w:val="Heading2"\/><\/w:pPr>(?:(?!<\/w:p>).)*2\. Bordet)/,
  `${NEW_POINT}$1`,
] as const;

/** A point with all that stands under it, sub-points apart. */
const without = (heading: string) =>
  [
    new RegExp(
      `<w:p><w:pPr><w:pStyle w:val="Heading[23]"/></w:pPr><w:bookmarkStart(?:(?!<w:p>).)*>${heading}<` +
        '(?:(?!<w:p><w:pPr><w:pStyle w:val="Heading[23]"/>|<w:sectPr).)*',
    ),
    '',
  ] as const;
const textLine = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
/** What somebody types at the very end. */
const atEnd = (xml: string) => ['<w:sectPr>', `${xml}<w:sectPr>`] as const;

const sendBack = (bytes: Uint8Array, name = 'dagsorden.docx', meeting = meetingId) =>
  sendFile(api, `meetings/${meeting}/returned-documents`, name, Buffer.from(bytes));
async function returned(bytes: Uint8Array): Promise<ReturnedDocumentView> {
  const answer = await sendBack(bytes);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return returnedDocument.parse(answer.body);
}
async function points(): Promise<readonly AgendaPointView[]> {
  return (await api.take(agendaPoints, 'get', `meetings/${meetingId}/agenda-points`)).points;
}
const titles = async (): Promise<readonly string[]> =>
  (await points()).map(({ title, parentId }) => (parentId === null ? title : `- ${title}`));
const takeOver = (document: ReturnedDocumentView, which = document.differences) =>
  api.send('post', `returned-documents/${document.id}/take-over`, {
    items: which.map(({ key, version }) => ({ key, version })),
  });

describe('an agenda that comes back from a word processor', () => {
  it('differs in nothing when nothing was changed, and is kept as it came', async () => {
    const bytes = await agendaDocx();
    const document = await returned(bytes);
    expect(document).toMatchObject({ fileName: 'dagsorden.docx', size: bytes.length, differences: [] });
    const file = await fetchFile(api, `returned-documents/${document.id}/file`);
    expect(file.bytes.equals(Buffer.from(bytes))).toBe(true);
    expect(await api.send('get', `meetings/${meetingId}/returned-documents`)).toMatchObject({
      body: { items: [{ id: document.id }] },
    });
  });

  it('is taken over as far as somebody says; the rest stays listed', async () => {
    const document = await returned(
      edited(await agendaDocx(), RENAMED, ['Tallene er nye.', 'Tallene er gamle.']),
    );
    expect(document.differences).toMatchObject([
      { field: 'title', before: 'Budget', after: 'Budget og tal', takeable: true, conflict: false },
      { field: 'purpose', before: 'Tallene er nye.', after: 'Tallene er gamle.', takeable: true },
    ]);
    const answer = await takeOver(document, document.differences.slice(1));
    const { document: left, done } = takenOver.parse(answer.body);
    expect(left.differences).toMatchObject([{ field: 'title' }]);
    const [budget] = await points();
    expect(budget?.title).toBe('Budget');
    expect(plainText(budget?.purpose ?? [])).toBe('Tallene er gamle.');
    expect(done).toMatchObject([{ kind: 'changed', pointId: budget?.id, version: budget?.version }]);
    const events = await api.database.query<{ name: string }>(
      'SELECT name FROM event WHERE subject_id = $1 ORDER BY id DESC LIMIT 1',
      [budget?.id],
    );
    expect(events).toEqual([{ name: 'agenda-point.changed' }]);
  });

  it('brings new points to where they stand, and takes off what is not in it', async () => {
    const bytes = await agendaDocx();
    const added = await returned(edited(bytes, WITH_NEW));
    expect(added.differences).toMatchObject([
      { kind: 'added', title: 'Eventuelt', after: 'Eventuelt\nTid: 15\u00a0min.', takeable: true },
    ]);
    expect((await takeOver(added)).told).toBe('200');
    expect((await points()).map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Budget', 10],
      ['Eventuelt', 15],
      ['Bordet rundt', 5],
    ]);
    const missing = await returned(edited(bytes, without('2. Bordet rundt')));
    expect(missing.differences).toMatchObject([{ kind: 'missing', title: 'Bordet rundt' }]);
    expect(takenOver.parse((await takeOver(missing)).body).done).toMatchObject([{ kind: 'removed' }]);
    expect(await titles()).toEqual(['Budget', 'Eventuelt']);
  });

  it('brings new points to their places while others are taken off before them', async () => {
    for (const title of ['Tredje', 'Fjerde']) await makePoint(api, meetingId, title);
    const heading = '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>';
    const more = ['Før', 'Efter'].map((title) => `${heading}${title}</w:t></w:r></w:p>`);
    const [behindThird = '', last = ''] = more;
    const under =
      '<w:p><w:pPr><w:pStyle w:val="Heading3"/></w:pPr><w:r><w:t>5A. Under efter</w:t></w:r></w:p>';
    const bytes = edited(
      await agendaDocx(),
      ...[without('1. Budget'), without('2. Bordet rundt'), atEnd(last + under)],
      [
        /(<w:p><w:pPr><w:pStyle w:val="Heading2"\/><\/w:pPr><w:bookmarkStart(?:(?!<w:p>).)*4\. Fjerde)/,
        `${behindThird}$1`,
      ],
    );
    expect((await takeOver(await returned(bytes))).told).toBe('200');
    expect(await titles()).toEqual(['Tredje', 'Før', 'Fjerde', 'Efter', '- Under efter']);
  });

  it('takes a point off with its sub-points, all of them chosen or the point alone, and not while one stays', async () => {
    const parent = await makePoint(api, meetingId, 'Anlæg');
    for (const title of ['Skoler', 'Veje']) await makePoint(api, meetingId, title, { parentId: parent.id });
    const bytes = await agendaDocx();
    const staying = await returned(edited(bytes, without('3. Anlæg'), without('3A. Skoler')));
    const [first] = staying.differences.filter(({ kind }) => kind === 'missing');
    expect(first).toMatchObject({ title: 'Anlæg', takeable: false, why: 'sub-points' });
    expect((await takeOver(staying, first ? [first] : [])).told).toBe('422 returned-changed');
    const all = await returned(
      edited(bytes, without('3. Anlæg'), without('3A. Skoler'), without('3B. Veje')),
    );
    expect(all.differences.map(({ title, takeable }) => [title, takeable])).toEqual([
      ['Anlæg', true],
      ['Skoler', true],
      ['Veje', true],
    ]);
    const stale = all.differences.map((one) => ({ ...one, version: one.title === 'Veje' ? 9 : one.version }));
    expect((await takeOver(all, stale)).told).toBe('412 stale-version');
    expect(takenOver.parse((await takeOver(all)).body).done).toEqual([
      { kind: 'removed', pointId: parent.id },
    ]);
    expect(await titles()).toEqual(['Budget', 'Bordet rundt']);
  });

  it('keeps all of a text with headings and words like those of the agenda', async () => {
    const purpose = [
      { type: 'paragraph', content: [{ text: 'Tallene er nye.' }] },
      { type: 'heading', level: 1, content: [{ text: '1. Baggrund' }] },
      { type: 'paragraph', content: [{ text: 'Metode: den gamle.' }] },
      { type: 'paragraph', content: [{ text: 'Bilag: mange.' }] },
    ];
    const [budget] = await points();
    const path = `agenda-points/${budget?.id ?? ''}`;
    await api.send('patch', path, { purpose }, { ifMatch: budget?.version ?? 0 });
    const document = await returned(edited(await agendaDocx(), ['Tallene er nye.', 'Tallene er gamle.']));
    expect(document.differences).toMatchObject([{ field: 'purpose', takeable: true }]);
    await takeOver(document);
    expect((await points())[0]).toMatchObject({
      purpose: [{ content: [{ text: 'Tallene er gamle.' }] }, ...purpose.slice(1)],
      method: null,
    });
  });

  it('takes nothing over what the document does not show, as in a short agenda', async () => {
    const settings = { start: '09:00', agendaForm: 'short' };
    const short = { name: 'Kort møde', kind: 'raadmandsmoede', settings };
    const { id } = await api.take(body, 'post', 'bodies', short);
    ({ id: meetingId } = await makeMeeting(api, id, '2026-06-02'));
    await makePoint(api, meetingId, 'Budget', { minutes: 10, method: 'Oplæg' });
    await putMeetingInto(api, meetingId, 'drafting');
    const document = await returned(edited(await agendaDocx(), atEnd(textLine('Metode: Dialog'))));
    expect(document.differences).toMatchObject([
      { field: 'method', after: 'Dialog', takeable: false, why: 'unprinted' },
    ]);
    expect((await takeOver(document)).told).toBe('422 returned-changed');
  });

  it('shows what stands beside its text, and what a new point has that nothing takes, before and after', async () => {
    const heading =
      '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>3. Eventuelt</w:t></w:r></w:p>';
    const parts = unzipSync(edited(await agendaDocx(), atEnd(heading + textLine('constructor: kage'))));
    const comment = `<w:comments xmlns:w="x"><w:comment w:id="1">${textLine('Er det rigtigt?')}</w:comment></w:comments>`;
    const document = await returned(zipSync({ ...parts, 'word/comments.xml': strToU8(comment) }));
    const left = [
      { kind: 'added', field: 'rest', after: 'constructor: kage', why: 'rest' },
      { kind: 'comments', after: 'Er det rigtigt?', why: 'comments' },
    ];
    expect(document.differences).toMatchObject([{ kind: 'added', field: null, takeable: true }, ...left]);
    const answer = await takeOver(document, document.differences.slice(0, 1));
    expect(takenOver.parse(answer.body).document.differences).toMatchObject(left);
  });

  it('is on record with what of it was taken over, for those who make the agenda', async () => {
    const document = await returned(edited(await agendaDocx(), RENAMED));
    await takeOver(document);
    const [event] = await api.database.query<{ data: unknown; scope: string }>(
      "SELECT data, scope_id AS scope FROM event WHERE name = 'document.taken-over' AND subject_id = $1",
      [meetingId],
    );
    const keys = document.differences.map(({ key }) => key);
    expect(event).toEqual({ data: { returnedId: document.id, keys }, scope: meetingId });
    const toldTo = async (role: 'secretariat' | 'member') => {
      const by = await api.signIn([{ role, bodyId }]);
      const { body: page } = await api.send('get', `history/meeting/${meetingId}`, undefined, { by });
      return JSON.stringify(page).match(/document\.(returned|taken-over)/g);
    };
    expect(await toldTo('secretariat')).toEqual(['document.taken-over', 'document.returned']);
    expect(await toldTo('member')).toBeNull();
  });

  it('does not take over what was changed while the differences were worked out', async () => {
    const { id } = await returned(edited(await agendaDocx(), RENAMED));
    const store = api.app.get(FileStore);
    const get = store.get.bind(store);
    jest.spyOn(store, 'get').mockImplementationOnce(async (sha256) => {
      const [budget] = await points();
      const path = `agenda-points/${budget?.id ?? ''}`;
      await api.send('patch', path, { title: 'Budget 2027' }, { ifMatch: budget?.version ?? 0 });
      return get(sha256);
    });
    const document = await api.take(returnedDocument, 'get', `returned-documents/${id}`);
    expect(document.differences).toMatchObject([{ before: 'Budget', after: 'Budget og tal' }]);
    expect((await takeOver(document)).told).toBe('412 stale-version');
    expect((await titles())[0]).toBe('Budget 2027');
  });

  it('is not said to be missing where the database fails', async () => {
    const { id } = await returned(await agendaDocx());
    const { manager } = api.app.get(DataSource);
    const findOne = manager.findOne.bind(manager);
    const findOneBy = manager.findOneBy.bind(manager);
    const lost = () => Promise.reject(new Error('lost'));
    jest
      .spyOn(manager, 'findOne')
      .mockImplementation((of, one) => (of === MeetingRow ? lost() : findOne(of, one)));
    jest
      .spyOn(manager, 'findOneBy')
      .mockImplementation((of, one) => (of === MeetingRow ? lost() : findOneBy(of, one)));
    expect((await api.send('get', `returned-documents/${id}`)).status).toBe(500);
  });

  it('shows a conflict where the agenda was changed as well, and does not take what has changed since it was shown', async () => {
    const bytes = edited(await agendaDocx(), RENAMED);
    const rename = async (title: string) => {
      const [budget] = await points();
      const path = `agenda-points/${budget?.id ?? ''}`;
      expect((await api.send('patch', path, { title }, { ifMatch: budget?.version ?? 0 })).status).toBe(200);
    };
    await rename('Budget 2027');
    const document = await returned(bytes);
    expect(document.differences).toMatchObject([
      { before: 'Budget 2027', after: 'Budget og tal', made: 'Budget', conflict: true },
    ]);
    await rename('Budget 2028');
    expect((await takeOver(document)).told).toBe('412 stale-version');
    expect((await points())[0]?.title).toBe('Budget 2028');
  });

  it('holds what was written over or under the points, which nothing takes over', async () => {
    const { differences, id } = await returned(
      edited(await agendaDocx(), ['<w:sectPr>', '<w:p><w:r><w:t>Husk kage</w:t></w:r></w:p><w:sectPr>']),
    );
    expect(differences.map(({ field, takeable }) => [field, takeable])).toContainEqual(['rest', false]);
    const items = differences.filter(({ takeable }) => !takeable).map(({ key }) => ({ key, version: null }));
    expect((await api.send('post', `returned-documents/${id}/take-over`, { items })).told).toBe(
      '422 returned-changed',
    );
  });
});

describe('a document that is refused', () => {
  it('is so as any file is that comes slowly, or with too many others', async () => {
    const answer = await request(api.app.getHttpServer()).get('/api/openapi.json');
    const { paths } = answer.body as { paths: Record<string, { post?: { responses: object } }> };
    const answers = Object.keys(paths['/api/v1/meetings/{id}/returned-documents']?.post?.responses ?? {});
    expect(answers).toEqual(expect.arrayContaining(['408', '413', '429', '507']));
  });

  it('is named as what it is, and nothing of it is kept', async () => {
    const own = await agendaDocx();
    const { id: other } = await makeMeeting(api, bodyId, '2026-05-05');
    await makePoint(api, other, 'Andet møde');
    await putMeetingInto(api, other, 'drafting');
    const parts = unzipSync(own);
    const elsewhere = await sendBack(await agendaDocx('all', other));
    expect(elsewhere.body).toMatchObject({
      code: 'returned-elsewhere',
      faults: [{ at: '2026-05-05', rule: expect.stringContaining('Rådmandsmøde') }],
    });
    const bomb = zipSync({ ...parts, 'word/document.xml': new Uint8Array(40 * 1024 * 1024) }, { level: 9 });
    const lines = Array.from({ length: 20_001 }, (_, i) => `<w:p><!--${(i * 7919) % 99_991}--></w:p>`);
    const refusals = [
      await sendBack(namelessDocx(own)),
      await sendBack(own, 'dagsorden.pdf'),
      await sendBack(strToU8('Kun tekst'), 'dagsorden.docx'),
      await sendBack(new Uint8Array(), 'dagsorden.docx'),
      await sendBack(own.subarray(0, own.length - 200)),
      await sendBack(bomb),
      await sendBack(editedDocx(own, ['</w:body>', `${lines.join('')}</w:body>`])),
    ];
    expect(refusals.map(({ body }) => (body as { code: string }).code)).toEqual([
      ...['returned-unknown', 'returned-not-word', 'returned-not-word', 'file-empty'],
      ...['file-truncated', 'archive-ratio', 'word-too-long'],
    ]);
    const [{ kept } = { kept: -1 }] = await api.database.query<{ kept: number }>(
      'SELECT count(*)::int AS kept FROM returned_document WHERE meeting_id = $1',
      [meetingId],
    );
    expect(kept).toBe(0);
  });
});

describe('somebody in the secretariat who is disqualified on a point', () => {
  it('is told nothing of it by a document that came back, nor given the file', async () => {
    const closed = { visibility: 'closed', closedReason: 'Personsag' };
    const { id } = await makePoint(api, meetingId, 'Personsagen', closed);
    const { id: returnedId } = await returned(
      edited(await agendaDocx(), RENAMED, [/(<w:t[^>]*>)1\. Personsagen</, '$11. Personsagen, del 2<']),
    );
    const cast = await Cast.of(api, { barred: [{ role: 'secretariat', bodyId }] });
    const by = cast.as('barred');
    await api.database.query(
      "INSERT INTO disqualification (point_id, person_id, reason) VALUES ($1, $2, 'Part i sagen')",
      [id, by.personId],
    );
    const answer = await api.send('get', `returned-documents/${returnedId}`, undefined, { by });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain('Personsag');
    expect(answer.body).toMatchObject({ differences: [{ field: 'title', after: 'Budget og tal' }] });
    expect((await api.send('get', `returned-documents/${returnedId}/file`, undefined, { by })).status).toBe(
      404,
    );
    const { version } = await api.take(agendaPoint, 'get', `agenda-points/${id}`);
    expect((await api.send('delete', `agenda-points/${id}`, undefined, { ifMatch: version })).told).toBe(
      '204',
    );
    const removed = await api.send('get', `returned-documents/${returnedId}`, undefined, { by });
    expect(removed.status).toBe(200);
    expect(JSON.stringify(removed.body)).not.toContain('Personsag');
    expect((await api.send('get', `returned-documents/${returnedId}/file`, undefined, { by })).status).toBe(
      404,
    );
  });
});
