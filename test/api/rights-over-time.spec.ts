import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { attachment, attachmentVersionList } from '../../libs/contracts/attachments.js';
import { documentView } from '../../libs/contracts/documents.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { body } from '../../libs/contracts/organisation.js';
import { Cast } from '../builders/cast.js';
import { fetchFile, pdf, sendFile } from '../builders/files.js';
import { makeFollowUp, putFollowUpInto } from '../builders/follow-ups.js';
import { makeBody, makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

/** Each case sends an agenda, changes what it tells of, and asks everywhere (ms). */
jest.setTimeout(30_000);

let api: TestApi;
let bodyId: string;
let cast: Cast;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  cast = await Cast.of(api, {
    secretariat: [{ role: 'secretariat', bodyId }],
    member: [{ role: 'member', bodyId }],
    barred: [{ role: 'member', bodyId }],
    reader: [{ role: 'reader', bodyId }],
  });
});
afterAll(() => api.stop());

const told = async (...args: Parameters<TestApi['send']>): Promise<string> => (await api.send(...args)).told;

/** A planned meeting with an open point of this title. */
async function planned(title: string): Promise<{ meetingId: string; pointId: string }> {
  const { id: meetingId } = await makeMeeting(api, bodyId);
  const { id: pointId } = await makePoint(api, meetingId, title);
  await makePoint(api, meetingId, 'Eventuelt');
  return { meetingId, pointId };
}

/** Sends the agenda of a meeting, of which it is the first version or another. */
async function send(meetingId: string): Promise<void> {
  await putMeetingInto(api, meetingId, 'drafting');
  const { version } = await api.take(meeting, 'get', `meetings/${meetingId}`);
  const path = `meetings/${meetingId}/agenda-versions`;
  expect(await told('post', path, undefined, { ifMatch: version })).toMatch(/^20[01]$/);
}

const addBilag = (pointId: string, title: string, visibility = 'open') =>
  api.take(attachment, 'post', `agenda-points/${pointId}/attachments`, { title, visibility });

/** All that somebody is told by the addresses that tell of an agenda that was sent, as one text. */
async function allTold(name: string, meetingId: string): Promise<string> {
  const by = { by: cast.as(name) };
  const answers = [
    'agenda',
    'agenda-points',
    'agenda-versions',
    'agenda-versions/1',
    'agenda-versions/2',
  ].map((path) => api.send('get', `meetings/${meetingId}/${path}`, undefined, by));
  return JSON.stringify((await Promise.all(answers)).map((answer) => answer.body));
}

const orderOpen = async (name: string, meetingId: string): Promise<string> => {
  const request = { kind: 'agenda', audience: 'open' };
  return (
    await api.take(documentView, 'post', `meetings/${meetingId}/documents`, request, { by: cast.as(name) })
  ).id;
};

/** What the model of a document that somebody orders now prints. */
async function printedFor(name: string, meetingId: string): Promise<string> {
  const id = await orderOpen(name, meetingId);
  const [row] = await api.database.query<{ source: unknown }>('SELECT source FROM document WHERE id = $1', [
    id,
  ]);
  return JSON.stringify(row?.source);
}

describe('a bilag that was sent open, and closed and deleted since', () => {
  it('stays gone for readers: in the agenda, its versions, and documents old and new', async () => {
    const { meetingId, pointId } = await planned('Anbringelser');
    const { id } = await addBilag(pointId, 'Bilag med HEMNAVN');
    await addBilag(pointId, 'Bilag der slettes åbent');
    await send(meetingId);
    const paper = await orderOpen('reader', meetingId);
    expect(await allTold('reader', meetingId)).toContain('HEMNAVN');
    expect(await told('patch', `attachments/${id}`, { visibility: 'closed' }, { ifMatch: 1 })).toBe('200');
    expect(await allTold('reader', meetingId)).not.toContain('HEMNAVN');
    expect(await told('delete', `attachments/${id}`, undefined, { ifMatch: 2 })).toBe('204');
    expect(await allTold('reader', meetingId)).not.toContain('HEMNAVN');
    expect(await told('get', `documents/${paper}`, undefined, { by: cast.as('reader') })).toBe(
      '404 not-found',
    );
    expect(await printedFor('reader', meetingId)).not.toContain('HEMNAVN');
    expect(await allTold('member', meetingId)).toContain('HEMNAVN');
  });

  it('is as it was for readers where nobody ever closed it: their version stands', async () => {
    const { meetingId, pointId } = await planned('Takster');
    const { id } = await addBilag(pointId, 'Takster for 2026');
    await send(meetingId);
    expect(await told('delete', `attachments/${id}`, undefined, { ifMatch: 1 })).toBe('204');
    expect(await allTold('reader', meetingId)).toContain('Takster for 2026');
  });

  it('stays gone for a member who is disqualified on its point, where it was closed', async () => {
    const { meetingId, pointId } = await planned('Habilitet');
    const people = [{ personId: cast.as('barred').personId, reason: null }];
    const { id } = await addBilag(pointId, 'Bilag med HEMINHABIL', 'closed');
    await send(meetingId);
    expect(await told('put', `agenda-points/${pointId}/disqualifications`, { people })).toBe('200');
    expect(await allTold('barred', meetingId)).not.toContain('HEMINHABIL');
    expect(await told('delete', `attachments/${id}`, undefined, { ifMatch: 1 })).toBe('204');
    expect(await allTold('barred', meetingId)).not.toContain('HEMINHABIL');
    expect(await allTold('member', meetingId)).toContain('HEMINHABIL');
  });
});

describe('what was sent closed, and is opened since', () => {
  const closed = { visibility: 'closed', closedReason: 'personal-data' };

  it('keeps the words it had then to itself: readers have it from the version that it is sent open in', async () => {
    const { meetingId, pointId } = await planned('Eventuelt før');
    const secret = await makePoint(api, meetingId, 'Sag om HEMPERSON', closed);
    const bilag = await addBilag(pointId, 'Bilag om HEMPERSON', 'closed');
    await send(meetingId);
    const open = async (): Promise<void> => {
      const [point, paper] = [`agenda-points/${secret.id}`, `attachments/${bilag.id}`];
      expect(await told('patch', point, { title: 'Personalesag' }, { ifMatch: 1 })).toBe('200');
      expect(await told('patch', point, { visibility: 'open' }, { ifMatch: 2 })).toBe('200');
      expect(await told('patch', paper, { title: 'Notat' }, { ifMatch: 1 })).toBe('200');
      expect(await told('patch', paper, { visibility: 'open' }, { ifMatch: 2 })).toBe('200');
    };
    await open();
    for (const name of ['reader', 'member'])
      expect([name, (await allTold(name, meetingId)).includes('HEMPERSON')]).toEqual([
        name,
        name === 'member',
      ]);
    expect(await printedFor('reader', meetingId)).not.toContain('HEMPERSON');
    await send(meetingId);
    const seen = await allTold('reader', meetingId);
    expect(seen).toContain('Personalesag');
    expect(seen).toContain('Notat');
    expect(seen).not.toContain('HEMPERSON');
    const compared = 'agenda-versions/compare?from=1&to=2';
    const changes = await api.send('get', `meetings/${meetingId}/${compared}`, undefined, {
      by: cast.as('reader'),
    });
    expect(changes.told).toBe('200');
    expect(JSON.stringify(changes.body)).not.toContain('HEMPERSON');
    const request = { kind: 'agenda', audience: 'open', agendaVersion: 1 };
    const paper = await api.take(documentView, 'post', `meetings/${meetingId}/documents`, request);
    const [row] = await api.database.query<{ source: unknown }>('SELECT source FROM document WHERE id = $1', [
      paper.id,
    ]);
    expect(JSON.stringify(row?.source)).not.toContain('HEMPERSON');
  });

  it('keeps the title of a bilag to itself, by every address of it', async () => {
    const { meetingId, pointId } = await planned('Med bilag');
    const { id } = await addBilag(pointId, 'Bilag om HEMNAVN', 'closed');
    await send(meetingId);
    expect(await told('patch', `attachments/${id}`, { title: 'Notat' }, { ifMatch: 1 })).toBe('200');
    expect(await told('patch', `attachments/${id}`, { visibility: 'open' }, { ifMatch: 2 })).toBe('200');
    const list = async (name: string): Promise<unknown> =>
      (await api.send('get', `agenda-points/${pointId}/attachments`, undefined, { by: cast.as(name) })).body;
    expect(await list('reader')).toEqual({ items: [] });
    expect(await list('member')).toMatchObject({ items: [{ title: 'Bilag om HEMNAVN' }] });
    for (const path of ['', '/versions'])
      expect(await cast.whoGets(`attachments/${id}${path}`)).not.toContain('reader');
    await send(meetingId);
    expect(await list('reader')).toMatchObject({ items: [{ title: 'Notat' }] });
  });

  it('keeps the file it had then to itself: its versions begin with the one it was sent open with', async () => {
    const { meetingId, pointId } = await planned('Med fil');
    const to = `agenda-points/${pointId}/attachments/file`;
    const first = attachment.parse((await sendFile(api, to, 'a.pdf', pdf('HEMFIL'))).body);
    await send(meetingId);
    const by = { by: cast.as('reader') };
    expect(await told('get', `attachments/${first.id}/versions`, undefined, by)).toBe('404 not-found');
    const { version: ifMatch } = first;
    const replaced = await sendFile(api, `attachments/${first.id}/file`, 'a.pdf', pdf('Renset'), { ifMatch });
    const { version } = attachment.parse(replaced.body);
    expect(await told('patch', `attachments/${first.id}`, { visibility: 'open' }, { ifMatch: version })).toBe(
      '200',
    );
    expect(await told('get', `attachments/${first.id}/file`, undefined, by)).toBe('404 not-found');
    await send(meetingId);
    const versions = await api.take(
      ...([attachmentVersionList, 'get', `attachments/${first.id}/versions`, undefined, by] as const),
    );
    expect(versions.items.map(({ number, size }) => [number, size])).toEqual([[1, pdf('Renset').length]]);
    expect(await told('get', `attachments/${first.id}/versions/2/file`, undefined, by)).toBe('404 not-found');
    const only = await fetchFile(api, `attachments/${first.id}/versions/1/file`, by.by);
    expect(only.bytes.toString()).toContain('Renset');
    const member = { by: cast.as('member') };
    const all = api.take(attachmentVersionList, 'get', `attachments/${first.id}/versions`, undefined, member);
    expect((await all).items).toHaveLength(2);
  });
});

describe('a point that was sent', () => {
  it('is withdrawn and never removed, itself or with what it lies under', async () => {
    const { meetingId, pointId } = await planned('Sag med HEMTITEL');
    await send(meetingId);
    await putMeetingInto(api, meetingId, 'drafting');
    expect(await told('delete', `agenda-points/${pointId}`, undefined, { ifMatch: 1 })).toBe(
      '409 point-was-sent',
    );
    const { id: fresh } = await makePoint(api, meetingId, 'Ny sag');
    const under = { parentId: fresh, position: 0 };
    expect(await told('post', `agenda-points/${pointId}/move`, under, { ifMatch: 1 })).toBe('200');
    expect(await told('delete', `agenda-points/${fresh}`, undefined, { ifMatch: 1 })).toBe(
      '409 point-was-sent',
    );
  });

  it('is not removed from another meeting either, so that nobody disqualified on it reads it anew', async () => {
    const { meetingId, pointId } = await planned('Sag med HEMFLYT');
    await send(meetingId);
    const people = [{ personId: cast.as('barred').personId, reason: null }];
    await api.send('put', `agenda-points/${pointId}/disqualifications`, { people });
    await putMeetingInto(api, meetingId, 'drafting');
    const other = await planned('En anden sag');
    const away = { meetingId: other.meetingId };
    expect(await told('post', `agenda-points/${pointId}/move`, away, { ifMatch: 1 })).toBe('200');
    expect(await told('delete', `agenda-points/${pointId}`, undefined, { ifMatch: 2 })).toBe(
      '409 point-was-sent',
    );
    const barred = { by: cast.as('barred') };
    const agenda = await api.send('get', `meetings/${meetingId}/agenda`, undefined, barred);
    expect(JSON.stringify(agenda.body)).not.toContain('HEMFLYT');
  });

  it('is closed in old versions, too, once it lies under a closed point', async () => {
    const { meetingId, pointId } = await planned('Sag med HEMNEST');
    await send(meetingId);
    const paper = await orderOpen('reader', meetingId);
    await putMeetingInto(api, meetingId, 'drafting');
    const parent = await makePoint(api, meetingId, 'Lukket', {
      visibility: 'closed',
      closedReason: 'personal-data',
    });
    const under = { parentId: parent.id, position: 0 };
    const moved = api.take(agendaPoint, 'post', `agenda-points/${pointId}/move`, under, { ifMatch: 1 });
    expect((await moved).effectiveVisibility).toBe('closed');
    const people = [{ personId: cast.as('barred').personId, reason: null }];
    expect(await told('put', `agenda-points/${parent.id}/disqualifications`, { people })).toBe('200');
    await send(meetingId);
    for (const name of ['reader', 'barred']) expect(await allTold(name, meetingId)).not.toContain('HEMNEST');
    expect(await allTold('member', meetingId)).toContain('HEMNEST');
    expect(await told('get', `documents/${paper}`, undefined, { by: cast.as('reader') })).toBe(
      '404 not-found',
    );
  });

  it('is closed in old versions, documents and follow-ups once it was moved to a closed body', async () => {
    const { meetingId, pointId } = await planned('Sag med HEMFLYT');
    await send(meetingId);
    const paper = await orderOpen('reader', meetingId);
    const followUp = await makeFollowUp(api, { pointId }, { unitId: null, personId: null });
    await putFollowUpInto(api, followUp.id, 'issued', 'new');
    const closed = await makeBody(api);
    await api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [closed]);
    const target = await makeMeeting(api, closed);
    const by = { by: cast.as('reader') };
    expect(await told('get', `follow-ups/${followUp.id}`, undefined, by)).toBe('200');
    const away = { meetingId: target.id };
    expect(await told('post', `agenda-points/${pointId}/move`, away, { ifMatch: 1 })).toBe('200');
    expect(await allTold('reader', meetingId)).not.toContain('HEMFLYT');
    expect(await told('get', `documents/${paper}`, undefined, by)).toBe('404 not-found');
    expect(await told('get', `follow-ups/${followUp.id}`, undefined, by)).toBe('404 not-found');
    expect(JSON.stringify((await api.send('get', 'follow-ups', undefined, by)).body)).not.toContain(
      followUp.id,
    );
  });
});

describe('a closed body', () => {
  it('is not opened by whoever is disqualified on a point in it', async () => {
    const closed = await makeBody(api);
    await api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [closed]);
    const keeper = await api.signIn([{ role: 'secretariat', bodyId: closed }]);
    const { id: pointId } = await makePoint(api, (await makeMeeting(api, closed)).id, 'Sag med HEMUDVALG');
    const people = [{ personId: keeper.personId, reason: null }];
    expect(await told('put', `agenda-points/${pointId}/disqualifications`, { people })).toBe('200');
    const open = (by: typeof keeper | undefined) =>
      api.send('patch', `bodies/${closed}`, { visibility: 'open' }, { ifMatch: 1, ...(by && { by }) });
    expect((await open(keeper)).told).toBe('403 not-allowed');
    expect(body.parse((await open(undefined)).body).visibility).toBe('open');
  });
});

describe('a body or meeting that is changed past the api, with no version moved', () => {
  it('is judged as it is at the next read of a point, however often it changed at once', async () => {
    const { meetingId, pointId } = await planned('Set udefra');
    await send(meetingId);
    const read = () => told('get', `agenda-points/${pointId}`, undefined, { by: cast.as('reader') });
    const set = (visibility: string) => `UPDATE body SET visibility = '${visibility}' WHERE id = '${bodyId}'`;
    const change = (...statements: readonly string[]) =>
      api.database.query(['BEGIN', ...statements, 'COMMIT'].join('; '));
    expect([await read(), await read()]).toEqual(['200', '200']);
    await change(set('closed'));
    expect(await read()).toBe('404 not-found');
    await change(set('open'), set('closed'), set('open'));
    expect(await read()).toBe('200');
    await change(set('closed'), set('open'), set('closed'));
    expect(await read()).toBe('404 not-found');
    await change(set('open'));
    await change(`UPDATE meeting SET state = 'planned' WHERE id = '${meetingId}'`);
    expect(await read()).toBe('404 not-found');
  });
});
