import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { attachment, attachmentList, attachmentVersionList } from '../../libs/contracts/attachments.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { fromPlainText, plainText } from '../../libs/domain/text/index.js';
import { attachFile, sendAgenda } from '../builders/attachments.js';
import { Cast } from '../builders/cast.js';
import { fetchFile, pdf, sendFile } from '../builders/files.js';
import { COMPLETE_SECTIONS, makeBodyWithSteps, makeIndstilling } from '../builders/indstillinger.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

jest.setTimeout(60_000);

let api: TestApi;
let bodyId: string;
let cast: Cast;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBodyWithSteps(api, ['leader']);
  cast = await Cast.of(api, {
    secretariat: [{ role: 'secretariat', bodyId }],
    raadmand: [{ role: 'raadmand', bodyId }],
    member: [{ role: 'member', bodyId }],
    barred: [{ role: 'member', bodyId }],
    reader: [{ role: 'reader', bodyId }],
  });
});
afterAll(() => api.stop());

const OUTSIDE = ['raadmand', 'member', 'barred', 'reader'];
const READERS_OF_CLOSED = ['raadmand', 'member'];
const NOBODY: string[] = [];

const told = async (...args: Parameters<TestApi['send']>): Promise<string> => (await api.send(...args)).told;
const change = (id: string, ifMatch: number, fields: object): Promise<string> =>
  told('patch', `attachments/${id}`, fields, { ifMatch });
const remove = (id: string, ifMatch = 1): Promise<string> =>
  told('delete', `attachments/${id}`, undefined, { ifMatch });

const attached = (owner: string, fileName: string, visibility: 'open' | 'closed' = 'open') =>
  attachFile(api, `${owner}/attachments/file`, fileName, pdf(fileName), visibility);
const send = (meetingId: string) => sendAgenda(api, meetingId);

/** A sent agenda with one point, that has an open and a closed bilag; one member is disqualified on it. */
async function sentPoint(visibility: 'open' | 'closed' = 'open') {
  const { id: meetingId } = await makeMeeting(api, bodyId);
  const closed = visibility === 'closed' ? { visibility, closedReason: 'Personsag' } : {};
  const { id: pointId } = await makePoint(api, meetingId, 'Budget', closed);
  await makePoint(api, meetingId, 'Eventuelt');
  await putMeetingInto(api, meetingId, 'drafting');
  const owner = `agenda-points/${pointId}`;
  const [kort, tal] = [await attached(owner, 'Kort.pdf'), await attached(owner, 'Tal.pdf')];
  const navne = await attached(owner, 'Navne.pdf', 'closed');
  await send(meetingId);
  await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
    ...[pointId, cast.as('barred').personId],
  ]);
  return { meetingId, pointId, owner, kort: kort.id, tal: tal.id, navne: navne.id };
}

/** "1 Kort 2 Tal": the list of an owner as somebody sees it. */
async function listed(owner: string, name: string): Promise<string> {
  const by = { by: cast.as(name) };
  const { items } = await api.take(attachmentList, 'get', `${owner}/attachments`, undefined, by);
  expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index));
  return items.map(({ number, title }) => `${number} ${title}`).join(' ');
}

/** Who gets a bilag, by every address that has it or its file. */
async function whoReads(id: string): Promise<string[]> {
  const got = await cast.whoGets(`attachments/${id}`);
  expect(await cast.whoGets(`attachments/${id}/versions`)).toEqual(got);
  for (const path of [`attachments/${id}/file`, `attachments/${id}/versions/1/file`])
    for (const name of cast.names) {
      const { status } = await fetchFile(api, path, cast.as(name));
      expect([path, name, status]).toEqual([path, name, got.includes(name) ? 200 : 404]);
    }
  return got;
}

describe('a bilag that was removed since its agenda was sent', () => {
  it('stays with its readers, as it was sent, until the correction is, and is gone from the work on it', async () => {
    const { meetingId, owner, kort } = await sentPoint();
    const before = await listed(owner, 'reader');
    expect(await change(kort, 1, { title: 'Et nyt kort' })).toBe('200');
    expect(await remove(kort, 2)).toBe('204');

    expect(await listed(owner, 'secretariat')).toBe('1 Tal 2 Navne');
    expect([before, await listed(owner, 'reader')]).toEqual(['1 Kort 2 Tal', '1 Kort 2 Tal']);
    expect(await listed(owner, 'member')).toBe('1 Kort 2 Tal 3 Navne');
    expect(await whoReads(kort)).toEqual(OUTSIDE);
    const by = cast.as('reader');
    const seen = await api.take(attachment, 'get', `attachments/${kort}`, undefined, { by });
    expect(seen).toMatchObject({ title: 'Kort', number: 1, version: 1, file: { fileName: 'Kort.pdf' } });

    await send(meetingId);
    for (const name of ['reader', 'member']) expect(await listed(owner, name)).toMatch(/^1 Tal( 2 Navne)?$/);
    expect(await whoReads(kort)).toEqual(NOBODY);
  });

  it('has for them the file it was sent with, and those that were sent before, counted as they knew them', async () => {
    const { meetingId, kort } = await sentPoint();
    const replace = (name: string, ifMatch: number) =>
      sendFile(api, `attachments/${kort}/file`, name, pdf(name), { ifMatch });
    await replace('aldrig-sendt.pdf', 1);
    await replace('rettet.pdf', 2);
    await send(meetingId);
    await replace('nyere.pdf', 3);
    expect(await remove(kort, 4)).toBe('204');
    const by = cast.as('reader');
    const read = async (path: string) => (await fetchFile(api, `attachments/${kort}/${path}`, by)).bytes;
    expect((await read('file')).equals(pdf('rettet.pdf'))).toBe(true);
    expect((await read('versions/1/file')).equals(pdf('Kort.pdf'))).toBe(true);
    expect((await fetchFile(api, `attachments/${kort}/versions/3/file`, by)).status).toBe(404);
    const path = `attachments/${kort}/versions`;
    const { items } = await api.take(attachmentVersionList, 'get', path, undefined, { by });
    expect(items).toMatchObject([
      { number: 2, fileName: 'rettet.pdf', size: pdf('rettet.pdf').length, uploadedBy: null },
      { number: 1, fileName: 'Kort.pdf', uploadedAt: null },
    ]);
  });

  it('is never there for who never had it: it came after the sending', async () => {
    const { owner } = await sentPoint();
    const { id } = await attached(owner, 'Eftersendt.pdf');
    expect(await remove(id)).toBe('204');
    expect(await whoReads(id)).toEqual(NOBODY);
    expect(await listed(owner, 'reader')).toBe('1 Kort 2 Tal');
  });

  it('is changed by nobody, and given back to those it was taken from by who works on it', async () => {
    const { owner, kort } = await sentPoint();
    expect(await remove(kort)).toBe('204');
    // A reader is refused as they were before it was removed; that it was is not sent yet.
    for (const [name, refused] of [
      ...[['secretariat', '404 not-found'] as const, ['reader', '403 not-allowed'] as const],
    ]) {
      const by = { by: cast.as(name), ifMatch: 1 };
      for (const [method, path, fields] of [
        ...[['patch', '', { title: 'Nyt' }] as const, ['post', '/move', { position: 0 }] as const],
        ['delete', '', undefined] as const,
      ])
        expect(await told(method, `attachments/${kort}${path}`, fields, by)).toBe(refused);
      const file = await sendFile(api, `attachments/${kort}/file`, 'Nyt.pdf', pdf(), by);
      expect(file.told).toBe(refused);
    }
    const restore = (name: string) =>
      told('post', `attachments/${kort}/restore`, undefined, { by: cast.as(name) });
    expect(await restore('reader')).toBe('404 not-found');
    expect(await restore('secretariat')).toBe('201');
    for (const name of ['secretariat', 'member'])
      expect(await listed(owner, name)).toBe('1 Kort 2 Tal 3 Navne');
    expect(await whoReads(kort)).toEqual(cast.names);
  });

  it('tells its history to nobody', async () => {
    const { kort } = await sentPoint();
    expect(await remove(kort)).toBe('204');
    for (const name of cast.names)
      expect(await told('get', `history/attachment/${kort}`, undefined, { by: cast.as(name) })).toBe(
        '404 not-found',
      );
  });
});

describe('a closed bilag that was removed since its agenda was sent', () => {
  it('stays with those who read closed things, not with who is disqualified; who reads it is on record', async () => {
    const { owner, navne } = await sentPoint();
    expect(await remove(navne)).toBe('204');
    const reads = async (): Promise<string[]> => {
      const rows = await api.database.query<{ said: string }>(
        `SELECT name || ' ' || person_id AS said FROM event WHERE subject_id = $1 AND seq > $2 ORDER BY seq`,
        [navne, since],
      );
      return rows.map(({ said }) => said);
    };
    const [{ since } = { since: '0' }] = await api.database.query<{ since: string }>(
      'SELECT max(seq) AS since FROM event',
    );
    for (const name of ['reader', 'barred']) expect(await listed(owner, name)).toBe('1 Kort 2 Tal');
    expect(await reads()).toEqual([]);
    const { personId } = cast.as('member');
    expect(await listed(owner, 'member')).toBe('1 Kort 2 Tal 3 Navne');
    await fetchFile(api, `attachments/${navne}/file`, cast.as('member'));
    expect(await reads()).toEqual([`attachment.read ${personId}`, `attachment.downloaded ${personId}`]);
    expect(await whoReads(navne)).toEqual(READERS_OF_CLOSED);
  });

  it('was closed first, and is gone at once from those who read open things', async () => {
    const { owner, kort } = await sentPoint();
    expect(await change(kort, 1, { visibility: 'closed' })).toBe('200');
    expect(await whoReads(kort)).toEqual(['secretariat', ...READERS_OF_CLOSED]);
    expect(await remove(kort, 2)).toBe('204');
    expect(await whoReads(kort)).toEqual(READERS_OF_CLOSED);
    for (const name of ['reader', 'barred']) expect(await listed(owner, name)).toBe('1 Tal');
  });

  it('was opened first, and stays closed to those it was closed to when it was sent', async () => {
    const { owner, navne } = await sentPoint();
    expect(await change(navne, 1, { visibility: 'open' })).toBe('200');
    expect(await remove(navne, 2)).toBe('204');
    expect(await listed(owner, 'reader')).toBe('1 Kort 2 Tal');
    expect(await cast.whoGets(`attachments/${navne}`)).not.toContain('reader');
  });

  it('hangs on a point that is closed, before it or after it', async () => {
    const closed = await sentPoint('closed');
    expect(await remove(closed.kort)).toBe('204');
    expect(await whoReads(closed.kort)).toEqual(READERS_OF_CLOSED);
    const { pointId, kort } = await sentPoint();
    expect(await remove(kort)).toBe('204');
    const { version } = await api.take(agendaPoint, 'get', `agenda-points/${pointId}`);
    const fields = { visibility: 'closed', closedReason: 'Personsag' };
    expect(await told('patch', `agenda-points/${pointId}`, fields, { ifMatch: version })).toBe('200');
    expect(await whoReads(kort)).toEqual(READERS_OF_CLOSED);
  });
});

describe('a bilag of a withdrawn point of a sent agenda', () => {
  it('stays with its readers as the point does, removed or not', async () => {
    const { meetingId, pointId, owner, kort, tal } = await sentPoint();
    expect(await told('post', `agenda-points/${pointId}/withdraw`, {}, { ifMatch: 1 })).toBe('200');
    expect(await remove(kort)).toBe('204');
    expect(await listed(owner, 'reader')).toBe('1 Kort 2 Tal');
    expect(await whoReads(kort)).toEqual(OUTSIDE);
    await send(meetingId);
    expect(await listed(owner, 'reader')).toBe('1 Tal');
    expect(await whoReads(tal)).toEqual(cast.names);
  });
});

describe('a removed bilag of an indstilling that an agenda was sent with', () => {
  const sectionsNaming = (...titles: string[]) => ({
    ...COMPLETE_SECTIONS,
    attachments: fromPlainText(titles.map((title, index) => `Bilag ${index + 1}: ${title}`).join('\n')),
  });

  async function sentIndstilling() {
    const { id } = await makeIndstilling(api, { bodyId, sections: sectionsNaming('Kort', 'Tal', 'Navne') });
    const owner = `indstillinger/${id}`;
    const [kort, tal] = [await attached(owner, 'Kort.pdf'), await attached(owner, 'Tal.pdf')];
    const navne = await attached(owner, 'Navne.pdf', 'closed');
    await step(id, 'submit', 'approve');
    const { id: meetingId } = await makeMeeting(api, bodyId);
    const { id: pointId } = await makePoint(api, meetingId, 'Åbningstid', { indstillingId: id });
    await putMeetingInto(api, meetingId, 'drafting');
    await send(meetingId);
    await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
      ...[pointId, cast.as('barred').personId],
    ]);
    return { id, owner, meetingId, kort: kort.id, tal: tal.id, navne: navne.id };
  }

  async function step(id: string, ...actions: string[]): Promise<void> {
    for (const action of actions) {
      const { version } = await api.take(indstilling, 'get', `indstillinger/${id}`);
      await api.take(indstilling, 'post', `indstillinger/${id}/steps`, { action }, { ifMatch: version });
    }
  }

  /** The bilag that the words of the indstilling name for somebody. */
  async function named(id: string, name: string): Promise<string> {
    const by = { by: cast.as(name) };
    const { sections } = await api.take(indstilling, 'get', `indstillinger/${id}`, undefined, by);
    return plainText(sections.attachments ?? []);
  }

  it('stays with its readers, in the list and in the words, until the correction is sent', async () => {
    const { id, owner, meetingId, kort } = await sentIndstilling();
    expect(await listed(owner, 'reader')).toBe('1 Kort 2 Tal');
    expect(await remove(kort)).toBe('204');
    expect(await listed(owner, 'reader')).toBe('1 Kort 2 Tal');
    expect(await listed(owner, 'member')).toBe('1 Kort 2 Tal 3 Navne');
    expect(await named(id, 'reader')).toBe('Bilag 1: Kort\nBilag 2: Tal');
    for (const name of ['raadmand', 'reader', 'member', 'barred'])
      expect((await fetchFile(api, `attachments/${kort}/file`, cast.as(name))).status).toBe(200);
    const { version } = await api.take(indstilling, 'get', `indstillinger/${id}`);
    const sections = sectionsNaming('Tal', 'Navne');
    expect(await told('patch', `indstillinger/${id}`, { sections }, { ifMatch: version })).toBe('200');
    await step(id, 'approve');
    expect(await listed(owner, 'reader')).toBe('1 Kort 2 Tal');
    await send(meetingId);
    expect(await listed(owner, 'reader')).toBe('1 Tal');
    expect(await named(id, 'reader')).toBe('Bilag 1: Tal');
    expect(await whoReads(kort)).toEqual(NOBODY);
  });

  it('is refused to who only reads it as it was before, by whatever they try', async () => {
    const { kort, navne } = await sentIndstilling();
    const tried = async (attachmentId: string): Promise<string[]> => {
      const by = { by: cast.as('reader'), ifMatch: 1 };
      const path = `attachments/${attachmentId}`;
      const file = await sendFile(api, `${path}/file`, 'Nyt.pdf', pdf(), by);
      return [
        await told('patch', path, { title: 'Nyt' }, by),
        await told('post', `${path}/move`, { position: 0 }, by),
        await told('delete', path, undefined, by),
        await told('post', `${path}/restore`, undefined, by),
        file.told,
      ];
    };
    const before = [await tried(kort), await tried(navne)];
    for (const each of [kort, navne]) expect(await remove(each)).toBe('204');
    expect([await tried(kort), await tried(navne)]).toEqual(before);
  });

  it('stays with nobody who may not read it: closed when it was sent, or before it was removed', async () => {
    const { id, owner, kort, navne } = await sentIndstilling();
    expect(await remove(navne)).toBe('204');
    for (const name of ['reader', 'barred']) {
      expect(await listed(owner, name)).toBe('1 Kort 2 Tal');
      expect((await fetchFile(api, `attachments/${navne}/file`, cast.as(name))).status).toBe(404);
    }
    expect(await listed(owner, 'member')).toBe('1 Kort 2 Tal 3 Navne');
    expect(await change(kort, 1, { visibility: 'closed' })).toBe('200');
    expect(await remove(kort, 2)).toBe('204');
    for (const name of ['reader', 'barred']) {
      expect(await listed(owner, name)).toBe('1 Tal');
      expect(await named(id, name)).toBe('Bilag 1: Tal');
      expect((await fetchFile(api, `attachments/${kort}/file`, cast.as(name))).status).toBe(404);
    }
  });
});
