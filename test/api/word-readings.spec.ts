import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { documentView } from '../../libs/contracts/documents.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { takenStep } from '../../libs/contracts/indstilling-trail.js';
import type { IndstillingView } from '../../libs/contracts/indstillinger.js';
import { pageOf } from '../../libs/contracts/common.js';
import { wordReading } from '../../libs/contracts/word-readings.js';
import type { WordReadingView } from '../../libs/contracts/word-readings.js';
import { plainText } from '../../libs/domain/text/index.js';
import { archive, docx, sendFile } from '../builders/files.js';
import { makeUnit } from '../builders/follow-ups.js';
import { COMPLETE_SECTIONS, makeIndstilling } from '../builders/indstillinger.js';
import { makeBody, makeMeeting, makePoint } from '../builders/meetings.js';
import { docxOfDocument } from '../builders/returned.js';
import { heading, item, line, longBody, outside, paragraph, run, wordFile } from '../builders/word.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const send = (id: string, bytes: Buffer, name = 'indstilling.docx') =>
  sendFile(api, `indstillinger/${id}/word`, name, bytes);
async function read(id: string, bytes: Buffer): Promise<WordReadingView> {
  const answer = await send(id, bytes);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return wordReading.parse(answer.body);
}
const take = (reading: WordReadingView, chosen: object, ifMatch = reading.version) =>
  api.send('post', `word-readings/${reading.id}/take`, chosen, { ifMatch });
const besides = ({ sections }: WordReadingView): Record<string, string> =>
  Object.fromEntries(sections.map(({ key, beside }) => [key, beside]));

const FILE = [
  ...[heading('Åbningstid om lørdagen', 1), line('Sagsnr.: EMN-2024-034734'), heading('INDLEDNING')],
  ...[line('Vi vil gerne holde åbent om lørdagen.'), heading('Indstilling:'), line('Det indstilles,')],
  ...[item('at rådmanden godkender tiden'), item('at den gælder fra maj'), heading('Sagsfremstilling')],
  ...[paragraph(run('I dag er der ') + run('lukket', '<w:b/>') + run('.')), heading('Økonomi')],
  ...[line('400.000 kr. om året.'), heading('Bilag'), line('-'), line('Sagsbehandler: Per Prøve')],
];

describe('an indstilling written in Word', () => {
  it('is read into its sections and shown beside what is there, and changes nothing', async () => {
    const made = await makeIndstilling(api);
    const reading = await read(made.id, wordFile(FILE));
    expect(besides(reading)).toEqual({
      ...{ introduction: 'same', recommendation: 'differs', statement: 'differs', resources: 'absent' },
      ...{ communication: 'absent', 'further-process': 'absent', 'coordinated-with': 'absent' },
      attachments: 'same',
    });
    expect(reading.facts).toEqual([
      { name: 'title', now: made.title, paper: 'Åbningstid om lørdagen', same: false, takeable: true },
      { name: 'caseNumber', now: null, paper: 'EMN-2024-034734', same: false, takeable: true },
      { name: 'author', now: null, paper: 'Per Prøve', same: false, takeable: true },
    ]);
    expect(reading.leftovers).toEqual([
      { where: 'heading', heading: 'Økonomi', text: '400.000 kr. om året.' },
    ]);
    expect(reading).toMatchObject({ hasChanges: false, unread: 0, fileName: 'indstilling.docx' });
    expect(await api.take(indstilling, 'get', `indstillinger/${made.id}`)).toEqual(made);
    expect(await api.take(wordReading, 'get', `word-readings/${reading.id}`)).toEqual(reading);
  });

  it('is taken over as far as somebody says, in one change', async () => {
    const made = await makeIndstilling(api);
    const reading = await read(made.id, wordFile(FILE));
    const answer = await take(reading, { sections: ['statement'], facts: ['title', 'author'] });
    const taken = indstilling.parse(answer.body);
    expect(taken).toMatchObject({
      ...{ version: made.version + 1, title: 'Åbningstid om lørdagen', caseNumber: null },
      author: { name: 'Per Prøve', personId: null },
    });
    expect(taken.sections.statement).toMatchObject([
      { content: [{ text: 'I dag er der ' }, { text: 'lukket', bold: true }, { text: '.' }] },
    ]);
    expect(taken.sections.recommendation).toEqual(COMPLETE_SECTIONS.recommendation);
    const left = await api.take(wordReading, 'get', `word-readings/${reading.id}`);
    expect(besides(left)).toMatchObject({ statement: 'same', recommendation: 'differs' });
    expect(left.facts).toMatchObject([{ same: true }, { name: 'caseNumber', same: false }, { same: true }]);
  });

  it('goes back to the first step where it was approved and its text is taken over', async () => {
    const made = await makeIndstilling(api);
    let present = made;
    for (const action of ['submit', 'approve'])
      present = await api.take(
        indstilling,
        'post',
        `indstillinger/${made.id}/steps`,
        { action },
        { ifMatch: present.version },
      );
    expect(present.state).toBe('with-secretariat');
    const reading = await read(made.id, wordFile(FILE));
    expect(indstilling.parse((await take(reading, { facts: ['caseNumber'] })).body).state).toBe(
      'with-secretariat',
    );
    const again = await api.take(wordReading, 'get', `word-readings/${reading.id}`);
    expect(indstilling.parse((await take(again, { sections: ['statement'] })).body).state).toBe(
      'with-leader',
    );
    const { items } = await api.take(pageOf(takenStep), 'get', `indstillinger/${made.id}/steps`);
    expect(items.at(-1)).toMatchObject({ action: 'revise', to: 'with-leader' });
  });

  it('is refused a taking-over of another version, of what the file does not say, and of nothing', async () => {
    const made = await makeIndstilling(api);
    const reading = await read(made.id, wordFile(FILE));
    await api.take(
      indstilling,
      'patch',
      `indstillinger/${made.id}`,
      { minutes: 5 },
      { ifMatch: made.version },
    );
    expect((await take(reading, { sections: ['statement'] })).told).toBe('412 stale-version');
    const now = made.version + 1;
    expect((await take(reading, { sections: ['statement', 'resources'] }, now)).told).toBe(
      '422 word-says-nothing',
    );
    expect((await take(reading, { facts: ['minutes'] }, now)).told).toBe('422 word-says-nothing');
    expect((await take(reading, {}, now)).told).toBe('400 validation-failed');
    expect((await take(reading, { facts: ['meeting'] }, now)).told).toBe('400 validation-failed');
    expect((await take({ ...reading, id: unknownId() }, { sections: ['statement'] })).told).toBe(
      '404 not-found',
    );
    const kept = await api.take(indstilling, 'get', `indstillinger/${made.id}`);
    expect(plainText(kept.sections.statement ?? [])).toBe(plainText(COMPLETE_SECTIONS.statement));
  });

  it('that the product printed differs in nothing', async () => {
    const made = await makeIndstilling(api, { month: '2026-03', caseNumber: 'EMN-2026-000001' });
    const reading = await read(made.id, await printed(made));
    expect(new Set(Object.values(besides(reading)))).toEqual(new Set(['same']));
    expect(reading.leftovers).toEqual([]);
    expect(reading.facts.filter(({ same, name }) => !same && name !== 'meeting')).toEqual([]);
  });

  it('has nothing taken by itself where it has no headings: all of it is listed', async () => {
    const made = await makeIndstilling(api);
    const reading = await read(made.id, wordFile([line('Kære alle'), line('Vi holder åbent om lørdagen.')]));
    expect(new Set(Object.values(besides(reading)))).toEqual(new Set(['absent']));
    expect(reading.leftovers).toEqual([
      { where: 'head', heading: null, text: 'Kære alle\nVi holder åbent om lørdagen.' },
    ]);
  });

  it('is read as if its tracked changes were accepted, and says so', async () => {
    const made = await makeIndstilling(api);
    const changed =
      '<w:del w:id="1"><w:r><w:delText>gamle</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>nye</w:t></w:r></w:ins>';
    const reading = await read(
      made.id,
      wordFile([heading('Indledning'), paragraph(run('Den ') + changed + run(' tid.'))]),
    );
    expect(reading.hasChanges).toBe(true);
    expect(plainText(reading.sections[0]?.paper ?? [])).toBe('Den nye tid.');
  });

  it('says how many pictures and formulas are not read, and follows no template on a drive', async () => {
    const made = await makeIndstilling(api);
    const picture = '<w:r><w:drawing><a:blip xmlns:a="urn:a"/></w:drawing></w:r>';
    const copy = '<mc:Fallback xmlns:mc="urn:mc"><w:r><a:blip xmlns:a="urn:a"/></w:r></mc:Fallback>';
    const reading = await read(
      made.id,
      wordFile([heading('Indledning'), paragraph(picture + copy + '<m:oMath xmlns:m="urn:m"/>')], {
        'word/_rels/settings.xml.rels': outside(
          'attachedTemplate',
          'file:///J:\\Skabeloner\\Indstilling.dotx',
        ),
        'word/_rels/document.xml.rels': outside('hyperlink', 'https://example.dk/'),
      }),
    );
    expect(reading.unread).toBe(2);
  });
});

describe('a long Word file', () => {
  it('is read while everybody else is answered', async () => {
    const made = await makeIndstilling(api);
    const order: string[] = [];
    const reading = send(made.id, wordFile(longBody())).then(({ told }) => order.push(told));
    for (let i = 0; i < 20; i += 1) order.push((await api.send('get', `indstillinger/${made.id}`)).told);
    await reading;
    expect(order).toEqual([...Array<string>(20).fill('200'), '201']);
  });
});

describe('a Word file that may name closed bilag', () => {
  it('is shown to who brought it, and to nobody who sees what they see', async () => {
    const bodyId = await makeBody(api);
    const unitId = await makeUnit(api, 'WRD');
    const author = await api.signIn([{ role: 'staff', unitId }]);
    const administrator = await api.signIn([{ role: 'administrator' }]);
    const fields = { bodyId, unitId, author: { personId: author.personId } };
    const { id } = await makeIndstilling(api, fields);
    const answer = await request(api.app.getHttpServer())
      .post(`/api/v1/indstillinger/${id}/word?fileName=indstilling.docx`)
      .set({ ...author.headers, 'Content-Type': 'application/octet-stream' })
      .send(wordFile(FILE));
    const reading = wordReading.parse(answer.body);
    const meeting = await makeMeeting(api, bodyId);
    const point = await makePoint(api, meeting.id, 'Åbningstid');
    await api.database.query('UPDATE agenda_point SET indstilling_id = $2 WHERE id = $1', [point.id, id]);
    for (const { personId } of [author, administrator])
      await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
        ...[point.id, personId],
      ]);
    const told = async (by: SignedIn) =>
      (await api.send('get', `word-readings/${reading.id}`, undefined, { by })).told;
    expect(await told(author)).toBe('200');
    await api.send('post', 'session/view-as', { personId: author.personId }, { by: administrator });
    expect(await told(administrator)).toBe('404 not-found');
  });
});

describe('a file that no indstilling can be read from', () => {
  const many = Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`word/media/${i}.xml`, '']));
  const figures = (i: number) => Array.from({ length: 70 }, (_, k) => (i * 7919 + k * k * 104_729) % 99_991);
  const paragraphs = Array.from({ length: 12_000 }, (_, i) => line(figures(i).join(' ')));
  const NAME = 'indstilling.docx';
  const parts = (rels: string, type: string, target: string) => () =>
    docx({ [`word/_rels/${rels}.xml.rels`]: outside(type, target) });
  it.each<[string, string, string, () => Buffer]>([
    ['has macros by its name', 'file-has-macros', 'indstilling.docm', () => wordFile(FILE)],
    ['has macros inside', 'file-has-macros', NAME, () => docx({ 'word/vbaProject.bin': 'x' })],
    ['is of another kind by its name', 'docx-not-word', 'indstilling.pdf', () => wordFile(FILE)],
    ['is of another kind inside', 'docx-not-word', NAME, () => Buffer.from('%PDF-1.7\n')],
    ['is another archive', 'docx-not-word', NAME, () => archive({ 'a.txt': 'a' })],
    [
      'is hidden by a password',
      'file-protected',
      NAME,
      () => Buffer.from('d0cf11e0a1b11ae1'.repeat(64), 'hex'),
    ],
    ['is empty', 'file-empty', NAME, () => Buffer.alloc(0)],
    ['is damaged', 'docx-damaged', NAME, () => docx({ 'word/document.xml': '<w:document' })],
    ['has too many parts', 'archive-too-many-entries', NAME, () => docx(many)],
    ['holds 5 MB of text', 'word-too-long', NAME, () => wordFile([heading('Indledning'), ...paragraphs])],
    ['fetches a picture', 'word-reaches-out', NAME, parts('document', 'image', 'file:///J:/a.png')],
    [
      'fetches a template',
      'word-reaches-out',
      NAME,
      parts('settings', 'attachedTemplate', 'https://example.dk/a.dotm'),
    ],
    ['declares a type', 'docx-doctype', NAME, () => docx({ 'word/document.xml': '<!DOCTYPE a><document/>' })],
  ])('%s: %s', async (_, code, name, bytes) => {
    const made = await makeIndstilling(api);
    expect((await send(made.id, bytes(), name)).told).toBe(`422 ${code}`);
    expect(
      await api.database.query('SELECT id FROM word_reading WHERE indstilling_id = $1', [made.id]),
    ).toEqual([]);
  });
});

async function printed({ id }: IndstillingView): Promise<Buffer> {
  const asked = await api.take(documentView, 'post', `indstillinger/${id}/documents`, {});
  return Buffer.from(await docxOfDocument(api, asked.id));
}
