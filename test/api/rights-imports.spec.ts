import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import request from 'supertest';
import { agendaPoint, disqualifications } from '../../libs/contracts/agenda-points.js';
import { importPart, importView } from '../../libs/contracts/imports.js';
import type { ImportView } from '../../libs/contracts/imports.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { minutesView } from '../../libs/contracts/minutes.js';
import { body } from '../../libs/contracts/organisation.js';
import { makeBody, meetingInSession, putMeetingInto } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

/** Starting the api takes its time on a busy machine (ms). */
jest.setTimeout(30_000);

let api: TestApi;
let people: Record<string, SignedIn>;
beforeAll(async () => {
  api = await startTestApi();
  const { id: bodyId } = await api.take(body, 'post', 'bodies', { name: BODY, kind: 'udvalg' });
  const elsewhere = await makeBody(api);
  people = {
    administrator: await api.signIn([{ role: 'administrator' }]),
    secretariat: await api.signIn([{ role: 'secretariat', bodyId }]),
    colleague: await api.signIn([{ role: 'secretariat', bodyId }]),
    'other secretariat': await api.signIn([{ role: 'secretariat', bodyId: elsewhere }]),
    director: await api.signIn([{ role: 'director' }]),
    chair: await api.signIn([{ role: 'chair', bodyId }]),
    reader: await api.signIn([{ role: 'reader', bodyId }]),
  };
});
afterAll(() => api.stop());

const BODY = 'Udvalg for prøver';

/** An agenda; each title makes a package of its own. */
const packageOf = (title: string, bodyName = BODY, date = '10. marts 2026') =>
  [
    ...['Dagsorden', '', `Emne: ${bodyName}`, `Mødedato: ${date}`, 'Mødested: Rådhuset', ''],
    ...[`1. ${title}`, 'Baggrund/formål: Vi ser på det.', '', '2. Evt.'],
  ].join('\n');

const as = (name: string): SignedIn | null => people[name] ?? null;

const send = (name: string, text: string) =>
  request(api.app.getHttpServer())
    .post('/api/v1/imports?fileName=pakke.txt')
    .set(as(name)?.headers ?? {})
    .set('Content-Type', 'application/octet-stream')
    .send(Buffer.from(text));

async function imported(name: string, text: string): Promise<ImportView> {
  const taken = await send(name, text);
  if (taken.status !== 201) throw new Error(JSON.stringify(taken.body));
  return importView.parse(taken.body);
}

const told = async (...args: Parameters<TestApi['send']>): Promise<string> => (await api.send(...args)).told;

async function whoReads(id: string): Promise<string[]> {
  const readers: string[] = [];
  for (const name of Object.keys(people)) {
    const answer = await told('get', `imports/${id}`, undefined, { by: as(name) });
    const list = await api.send('get', 'imports?limit=200', undefined, { by: as(name) });
    const listed = list.status === 200 && JSON.stringify(list.body).includes(id);
    expect([name, answer]).toEqual([name, listed ? '200' : '404 not-found']);
    if (listed) readers.push(name);
  }
  return readers;
}

it('reading a package in is for secretariats and administrators', async () => {
  for (const name of ['director', 'chair', 'reader']) {
    expect((await send(name, packageOf('Åbningstid'))).body).toMatchObject({
      status: 403,
      code: 'not-allowed',
    });
    expect(await told('get', 'imports', undefined, { by: as(name) })).toBe('403 not-allowed');
  }
  const { id, parts } = await imported('secretariat', packageOf('Åbningstid'));
  expect(parts.map(({ state }) => state)).toEqual(['taken-in']);
  expect(await whoReads(id)).toEqual(['administrator', 'secretariat', 'colleague']);
  expect(await told('get', 'imports', undefined, { by: null })).toBe('401 not-signed-in');
  const place = { date: '2026-03-10', body: BODY };
  for (const partId of [parts[0]?.id ?? '', unknownId()])
    for (const name of ['chair', 'other secretariat'])
      expect(await told('post', `imports/parts/${partId}/place`, place, { by: as(name), ifMatch: 1 })).toBe(
        '404 not-found',
      );
});

it('takes nothing into a body that the one who imports does not run, and tells nothing about it', async () => {
  await imported('administrator', packageOf('Fortroligt', BODY, '17. marts 2026'));
  const meetings = async () => (await api.database.query('SELECT id FROM meeting')).length;
  const bodies = async () => (await api.database.query('SELECT id FROM body')).length;
  const before = [await meetings(), await bodies()];
  const answers: unknown[] = [];
  // The same there already, another agenda of a meeting that stands there, a new meeting, a body that there is not.
  for (const text of [
    `${packageOf('Fortroligt', BODY, '17. marts 2026')}\n`,
    packageOf('Andet', BODY, '17. marts 2026'),
    packageOf('Nyt', BODY, '24. marts 2026'),
    packageOf('Nyt', 'Et udvalg uden navn', '24. marts 2026'),
  ]) {
    const { id, parts } = await imported('other secretariat', text);
    answers.push(parts.map(({ state, meetingId, version }) => ({ state, meetingId, version })));
    expect(await whoReads(id)).toContain('other secretariat');
  }
  expect(answers).toEqual(Array(4).fill([{ state: 'needs-body', meetingId: null, version: 1 }]));
  expect([await meetings(), await bodies()]).toEqual(before);
});

it('gives whoever brings the same file in what they may read of it, never the import of somebody else', async () => {
  const text = packageOf('To gange', BODY, '31. marts 2026');
  const first = await imported('secretariat', text);
  expect((await imported('secretariat', text)).id).toBe(first.id);
  expect((await imported('colleague', text)).id).toBe(first.id);
  const other = await imported('other secretariat', text);
  expect(other.id).not.toBe(first.id);
  expect(other.parts).toMatchObject([{ state: 'needs-body', meetingId: null }]);
  expect(await whoReads(other.id)).toEqual([
    'administrator',
    'secretariat',
    'colleague',
    'other secretariat',
  ]);
});

it('places what waits where the one who places it runs the meetings; a new body is for administrators', async () => {
  const { id, parts } = await imported('secretariat', packageOf('Plan', 'Et nyt udvalg', '7. april 2026'));
  const partId = parts[0]?.id ?? '';
  const place = async (name: string, bodyName: string, ifMatch: number) =>
    api.take(
      importPart,
      'post',
      `imports/parts/${partId}/place`,
      { date: '2026-04-07', body: bodyName },
      { by: as(name), ifMatch },
    );
  const { state, version } = await place('secretariat', 'Et nyt udvalg', parts[0]?.version ?? 0);
  expect(state).toBe('needs-body');
  expect(await whoReads(id)).toEqual(['administrator', 'secretariat']);
  const placed = await place('administrator', 'Et nyt udvalg', version);
  expect(placed).toMatchObject({ state: 'taken-in', abilities: { place: true } });
  const by = as('secretariat');
  const made = await api.take(meeting, 'get', `meetings/${placed.meetingId ?? ''}`, undefined, { by });
  expect(made).toMatchObject({ bodyName: 'Et nyt udvalg', abilities: { run: { code: 'not-allowed' } } });
});

describe('what warnings and unread lines repeat from a package', () => {
  const ELSEWHERE = 'Råd for prøver';
  const CLOSED = 'Besøg hos en borger';
  const agendaOf = (bodyName: string, date: string) =>
    [
      ...['Dagsorden', '', `Emne: ${bodyName}`, `Mødedato: ${date}`, 'Mødested: Rådhuset', ''],
      ...['Dagsorden kort:', '', '1. Budget', `2. ${CLOSED} i byen (lukket)`, ''],
      ...['1. Budget', 'Baggrund/formål: Vi ser på det.', '', `2. ${CLOSED} (lukket)`],
      ...['Baggrund/formål: Vi ser på det.', '', `xqzw# plmk# vbnm# kwrt# xzrt# ${CLOSED}`, '', ''],
    ].join('\n');

  interface Told {
    readonly repeats: boolean;
    readonly warnings: readonly (readonly [string, number | null])[];
    readonly unread: readonly number[];
  }

  /** What somebody reads of an import: whether its words, and what stands there in any case. */
  async function toldOf(importId: string, by: SignedIn | null): Promise<Told> {
    const { body: answer, status } = await api.send('get', `imports/${importId}`, undefined, { by });
    expect(status).toBe(200);
    const { parts, unread } = importView.parse(answer);
    const warnings = parts.flatMap((part) => part.warnings);
    const texts = [...warnings, ...unread].map(({ text }) => text);
    const repeats = JSON.stringify(answer).includes(CLOSED);
    expect([...new Set(texts.map((text) => text !== null))]).toEqual([repeats]);
    return {
      repeats,
      warnings: warnings.map(({ code, line }) => [code, line] as const),
      unread: unread.map(({ line }) => line),
    };
  }

  it('is told to those who see the drafts of all its bodies today and are disqualified on none of its points', async () => {
    const [here] = await api.database.query<{ id: string }>('SELECT id FROM body WHERE name = $1', [BODY]);
    const { id: there } = await api.take(body, 'post', 'bodies', { name: ELSEWHERE, kind: 'raad' });
    const both = [here?.id ?? '', there].map((bodyId) => ({ role: 'secretariat' as const, bodyId }));
    const [brings, colleague] = [await api.signIn(both), await api.signIn(both)];
    people['secretariat of both'] = brings;
    const text = `${agendaOf(BODY, '5. maj 2026')}\n\f${agendaOf(ELSEWHERE, '6. maj 2026')}`;
    const { id: importId, parts } = await imported('secretariat of both', text);
    expect(parts.map(({ state }) => state)).toEqual(['taken-in', 'taken-in']);

    const all = await toldOf(importId, brings);
    expect([all.warnings.map(([code]) => code), all.unread.length]).toEqual([
      expect.arrayContaining(['title-differs']),
      2,
    ]);
    expect([all.repeats, (await toldOf(importId, colleague)).repeats]).toEqual([true, true]);
    // What does not agree in a package is an administrator's to know; what it says of a closed point is not.
    expect(await toldOf(importId, as('administrator'))).toEqual({ ...all, repeats: false });

    const [point] = await api.database.query<{ id: string }>(
      'SELECT id FROM agenda_point WHERE meeting_id = $1 AND title = $2',
      [parts[1]?.meetingId, CLOSED],
    );
    const path = `agenda-points/${point?.id ?? ''}/disqualifications`;
    const reasons = { people: [{ personId: colleague.personId, reason: 'Slægtning' }] };
    await api.take(disqualifications, 'put', path, reasons, { by: brings });
    expect(await toldOf(importId, colleague)).toEqual({ ...all, repeats: false });
    expect((await toldOf(importId, brings)).repeats).toBe(true);

    await api.database.query('DELETE FROM membership WHERE person_id = $1 AND body_id = $2', [
      ...[brings.personId, there],
    ]);
    expect(await toldOf(importId, brings)).toEqual({ ...all, repeats: false });
  });

  it('is its importer’s while it waits, whether there is a body of its name or not, and nobody else’s', async () => {
    for (const bodyName of [BODY, 'Et udvalg, som ikke er der']) {
      const { id: importId, parts } = await imported('other secretariat', agendaOf(bodyName, '12. maj 2026'));
      expect(parts.map(({ state }) => state)).toEqual(['needs-body']);
      expect((await toldOf(importId, as('other secretariat'))).repeats).toBe(true);
      expect((await toldOf(importId, as('administrator'))).repeats).toBe(false);
      const stale = await api.send(
        ...(['post', `imports/parts/${parts[0]?.id ?? ''}/place`, { date: '2026-05-12' }] as const),
        { by: as('administrator'), ifMatch: 99 },
      );
      expect([stale.status, JSON.stringify(stale.body).includes(CLOSED)]).toEqual([412, false]);
    }
  });
});

describe('a meeting that was held here', () => {
  const NOT_OPEN = { status: 409, code: 'meeting-not-open-to-import' };

  it('takes nothing from an old package once its minutes are approved', async () => {
    const { bodyId, meetingId } = await heldIn(BODY, '2026-04-21');
    const text = packageOf('Ændret bagefter', BODY, '21. april 2026');
    await api.database.query("UPDATE minutes SET state = 'approved' WHERE meeting_id = $1", [meetingId]);
    expect((await send('administrator', text)).body).toMatchObject(NOT_OPEN);
    await api.database.query("UPDATE minutes SET state = 'draft' WHERE meeting_id = $1", [meetingId]);
    const { parts } = await imported('administrator', text);
    expect(parts).toMatchObject([{ state: 'taken-in', meetingId }]);
    expect(bodyId).not.toBe('');
  });

  it('takes nothing from somebody who is disqualified on one of its points', async () => {
    const { meetingId, pointId } = await heldIn(BODY, '2026-04-28');
    const text = packageOf('Ved siden af', BODY, '28. april 2026');
    const barred = as('colleague')?.personId;
    await api.take(
      disqualifications,
      'put',
      `agenda-points/${pointId}/disqualifications`,
      { people: [{ personId: barred, reason: 'Slægtning' }] },
      { by: as('secretariat') },
    );
    expect((await send('colleague', text)).body).toMatchObject(NOT_OPEN);
    expect((await imported('secretariat', text)).parts).toMatchObject([{ state: 'taken-in', meetingId }]);
  });

  it('gets no indstilling that has not passed its approvals', async () => {
    const { pointId, bodyId } = await heldIn(
      'Direktion',
      '2031-03-03',
      'Ny ordning for udlån af instrumenter i musikskolen',
    );
    const [text = ''] = (await readFile('test/fixtures/package.txt', 'utf8')).split(' 26. februar 2031');
    const by = await api.signIn([{ role: 'secretariat', bodyId }]);
    people['secretariat of the direktion'] = by;
    const { parts } = await imported('secretariat of the direktion', text);
    const part = parts.find(({ kind }) => kind === 'indstilling');
    expect(part).toMatchObject({ state: 'taken-in' });
    const paper = await api.take(indstilling, 'get', `indstillinger/${part?.indstillingId ?? ''}`);
    expect(paper.state).toBe('draft');
    const point = await api.take(agendaPoint, 'get', `agenda-points/${pointId}`);
    expect(point.indstillingId).toBeNull();
  });
});

/** A meeting of a body on a day, held with one point and with minutes begun. */
async function heldIn(
  bodyName: string,
  date: string,
  title = 'Punkt',
): Promise<{ bodyId: string; meetingId: string; pointId: string }> {
  const [known] = await api.database.query<{ id: string }>('SELECT id FROM body WHERE name = $1', [bodyName]);
  const bodyId =
    known?.id ?? (await api.take(body, 'post', 'bodies', { name: bodyName, kind: 'direktion' })).id;
  const { meetingId, points } = await meetingInSession(api, [title], { bodyId, date });
  await api.take(minutesView, 'post', `meetings/${meetingId}/minutes`);
  await putMeetingInto(api, meetingId, 'held');
  return { bodyId, meetingId, pointId: points[0]?.id ?? '' };
}
