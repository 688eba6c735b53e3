import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { body } from '../../libs/contracts/organisation.js';
import { agenda, agendaVersion, agendaVersionList } from '../../libs/contracts/sending.js';
import { sendingCheck } from '../../libs/contracts/sendings.js';
import type { AgendaVersionView, AgendaView } from '../../libs/contracts/sending.js';
import { RAADMAND_MEETING_STEPS } from '../../libs/domain/indstilling/index.js';
import { makeIndstilling, putIndstillingInto } from '../builders/indstillinger.js';
import { makeBody, makeMeeting, makePoint, paragraph, putMeetingInto } from '../builders/meetings.js';
import { problemIn, rawRequest } from '../support/raw-request.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { ApiAnswer, TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
});
afterAll(() => api.stop());

const CLOSED = { visibility: 'closed', closedReason: 'Personsag' };
const versionOf = async (id: string): Promise<number> =>
  (await api.take(meeting, 'get', `meetings/${id}`)).version;
const trySending = async (id: string, ifMatch?: number): Promise<ApiAnswer> =>
  api.send('post', `meetings/${id}/agenda-versions`, undefined, {
    ifMatch: ifMatch ?? (await versionOf(id)),
  });
const send = async (id: string): Promise<AgendaVersionView> =>
  agendaVersion.parse((await trySending(id)).body);
const printed = (of: AgendaView): string =>
  of.points.map(({ number, title }) => `${number ?? '-'} ${title}`).join(', ');
const read = (id: string, audience = 'all') =>
  api.take(agenda, 'get', `meetings/${id}/agenda?audience=${audience}`);

/** A meeting being drafted with one point a title. */
async function drafting(titles: readonly string[], of = bodyId) {
  const { id } = await makeMeeting(api, of);
  const ids: string[] = [];
  for (const title of titles) ids.push((await makePoint(api, id, title, { minutes: 10 })).id);
  await putMeetingInto(api, id, 'drafting');
  return { id, ids };
}

const change = (pointId: string | undefined, fields: object, ifMatch = 1) =>
  api.take(agendaPoint, 'patch', `agenda-points/${pointId}`, fields, { ifMatch });

describe('sending an agenda', () => {
  it('freezes its numbers: what is withdrawn keeps its own, what is late takes the next', async () => {
    const { id, ids } = await drafting(['A', 'B', 'C']);
    expect(printed((await send(id)).agenda)).toBe('1 A, 2 B, 3 C');
    await api.send('post', `agenda-points/${ids[0]}/withdraw`, {}, { ifMatch: 1 });
    await makePoint(api, id, 'Haster', { lateReason: 'Frist i dag', position: 1 });
    expect(printed(await read(id))).toBe('1 A, 4 Haster, 2 B, 3 C');
    const second = await send(id);
    expect(second.number).toBe(2);
    expect(printed(second.agenda)).toBe('1 A, 4 Haster, 2 B, 3 C');
    expect(second.agenda.points.map(({ late, withdrawn }) => [late, withdrawn])).toEqual([
      [false, true],
      [true, false],
      [false, false],
      [false, false],
    ]);
  });

  it('is what a member reads of a point from then on, however often it was read before', async () => {
    const of = await makeBody(api);
    const { id, ids } = await drafting(['A'], of);
    const by = await api.signIn([{ role: 'member', bodyId: of }]);
    const asMember = async (): Promise<string> => {
      const { status, body: said } = await api.send('get', `agenda-points/${ids[0]}`, undefined, { by });
      return status === 200 ? agendaPoint.parse(said).title : String(status);
    };
    const said = [await asMember()];
    await send(id);
    said.push(await asMember(), await asMember());
    await change(ids[0], { title: 'B' });
    said.push(await asMember());
    await send(id);
    said.push(await asMember());
    expect(said).toEqual(['404', 'A', 'A', 'A', 'B']);
  });

  it('does not give the number of a point that has left again', async () => {
    const { id, ids } = await drafting(['A', 'B']);
    await send(id);
    const target = await makeMeeting(api, bodyId);
    await api.send('post', `agenda-points/${ids[1]}/move`, { meetingId: target.id }, { ifMatch: 1 });
    await makePoint(api, id, 'Haster', { lateReason: 'Frist i dag' });
    expect(printed(await read(id))).toBe('1 A, 3 Haster');
  });

  it('keeps what it said, whatever happens to the points, the body and the meeting', async () => {
    const of = await makeBody(api);
    const { id, ids } = await drafting(['A', 'B'], of);
    await api.send('post', `agenda-points/${ids[0]}/attachments`, { title: 'Kort', visibility: 'open' });
    const first = await send(id);
    await change(ids[0], { title: 'Andet', minutes: 55, purpose: paragraph('Nyt') });
    await change(ids[1], CLOSED);
    await api.send('post', `agenda-points/${ids[0]}/attachments`, { title: 'Tal' });
    await api.take(body, 'patch', `bodies/${of}`, { name: `Nyt navn ${unknownId()}` }, { ifMatch: 1 });
    const place = { place: 'Et andet sted' };
    await api.take(meeting, 'patch', `meetings/${id}`, place, { ifMatch: await versionOf(id) });
    await send(id);
    const kept = await api.take(agendaVersion, 'get', `meetings/${id}/agenda-versions/1`);
    expect(kept).toEqual(first);
    const { items } = await api.take(agendaVersionList, 'get', `meetings/${id}/agenda-versions`);
    expect(items.map(({ number }) => number)).toEqual([1, 2]);
    expect(items[0]).not.toHaveProperty('agenda');
  });

  it('of what has not changed since is refused, and makes no version', async () => {
    const { id, ids } = await drafting(['A']);
    await send(id);
    const again = await trySending(id);
    expect(again.told).toBe('409 nothing-changed');
    await change(ids[0], { title: 'B' });
    await change(ids[0], { title: 'A' }, 2);
    expect((await trySending(id)).told).toBe('409 nothing-changed');
    const { items } = await api.take(agendaVersionList, 'get', `meetings/${id}/agenda-versions`);
    expect(items).toHaveLength(1);
    expect(await api.take(meeting, 'get', `meetings/${id}`)).toMatchObject({ state: 'sent' });
  });

  it('prints the day it was first sent, also on a correction', async () => {
    const { id, ids } = await drafting(['A']);
    const { documentDate } = (await send(id)).agenda.meeting;
    expect(documentDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await change(ids[0], { title: 'B' });
    expect((await send(id)).agenda.meeting.documentDate).toBe(documentDate);
  });

  it.each([
    ['planned', '409 transition-not-allowed'],
    ['in-session', '409 transition-not-allowed'],
    ['held', '409 transition-not-allowed'],
    ['cancelled', '409 transition-not-allowed'],
  ] as const)('of a meeting that is %s: %s', async (state, told) => {
    const { id } = await drafting(['A']);
    await putMeetingInto(api, id, state);
    expect((await trySending(id)).told).toBe(told);
  });

  it('asks for the version of the meeting, and happens once when five ask', async () => {
    const { id } = await drafting(['A']);
    expect((await api.send('post', `meetings/${id}/agenda-versions`)).told).toBe('428 if-match-required');
    expect((await trySending(unknownId(), 1)).told).toBe('404 not-found');
    const answers = await Promise.all(Array.from({ length: 5 }, () => trySending(id, 1)));
    expect(answers.map(({ told }) => told).sort()).toEqual([
      '201',
      ...Array<string>(4).fill('412 stale-version'),
    ]);
    const stale = answers.find(({ status }) => status === 412);
    expect(problemIn(stale?.body).current).toMatchObject({ id, state: 'sent', version: 2 });
  });

  it('places an indstilling that was approved again, but none whose point was withdrawn', async () => {
    const { id } = await drafting(['A']);
    const place = async (title: string): Promise<{ pointId: string; indstillingId: string }> => {
      const { id: indstillingId } = await makeIndstilling(api, { bodyId });
      await putIndstillingInto(api, indstillingId, 'approved', RAADMAND_MEETING_STEPS);
      return { pointId: (await makePoint(api, id, title, { indstillingId })).id, indstillingId };
    };
    const changed = await place('Ændret');
    const withdrawn = await place('Udgået');
    await putIndstillingInto(api, changed.indstillingId, 'approved', RAADMAND_MEETING_STEPS);
    await api.send('post', `agenda-points/${withdrawn.pointId}/withdraw`, {}, { ifMatch: 1 });
    await send(id);
    const state = async (of: string) => (await api.take(indstilling, 'get', `indstillinger/${of}`)).state;
    expect(await state(changed.indstillingId)).toBe('on-agenda');
    expect(await state(withdrawn.indstillingId)).toBe('approved');
  });
});

describe('what stops a sending', () => {
  it('is said beforehand, all of it, and then by the sending', async () => {
    const { id } = await makeMeeting(api, bodyId);
    await putMeetingInto(api, id, 'drafting');
    const empty = await api.take(sendingCheck, 'get', `meetings/${id}/sending-check`);
    expect(empty.refusals.map(({ code }) => code)).toEqual(['agenda-empty']);
    expect(empty.warnings.map(({ code }) => code)).toEqual([
      ...['meeting-place-missing', 'recipient-without-address'],
    ]);
    expect((await trySending(id)).told).toBe('422 agenda-empty');
    await api.take(meeting, 'patch', `meetings/${id}`, { start: null, end: null }, { ifMatch: 1 });
    await makePoint(api, id, 'A');
    const check = await api.take(sendingCheck, 'get', `meetings/${id}/sending-check`);
    expect(check.refusals).toMatchObject([{ code: 'meeting-start-missing', liftedBy: 'secretariat' }]);
    expect(check.warnings).toContainEqual(
      expect.objectContaining({ code: 'point-without-minutes', at: 'points[0].minutes' }),
    );
    expect((await trySending(id)).told).toBe('422 meeting-start-missing');
    expect((await api.send('get', `meetings/${id}/agenda-versions/1`)).told).toBe('404 not-found');
  });

  it.each(['agenda', 'sending-check', 'agenda-versions', 'agenda-versions/1'])(
    'finds no meeting for its %s',
    async (path) => {
      expect((await api.send('get', `meetings/${unknownId()}/${path}`)).told).toBe('404 not-found');
      expect((await api.send('get', `meetings/7/${path}`)).told).toBe('400 validation-failed');
    },
  );

  it('refuses versions and audiences that are none', async () => {
    const { id } = await drafting(['A']);
    for (const path of [
      'agenda-versions/0',
      'agenda-versions/x',
      'agenda?audience=me',
      'agenda?audience=open&x=1',
    ]) {
      expect((await api.send('get', `meetings/${id}/${path}`)).told).toBe('400 validation-failed');
    }
  });
});

/** Gives every id a number in the order it comes, so that two answers can be compared. */
function masked(text: string): string {
  const ids = new Map<string, string>();
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (found) => {
    if (!ids.has(found)) ids.set(found, `id-${ids.size}`);
    return ids.get(found) ?? '';
  });
}

describe('the agenda for those who may see what is open', () => {
  const twin = async (of: string, withSecrets: boolean): Promise<string> => {
    const { id } = await makeMeeting(api, of);
    const secret = async (title: string, fields: object = {}): Promise<string | null> =>
      withSecrets ? (await makePoint(api, id, title, { ...CLOSED, minutes: 25, ...fields })).id : null;
    await secret('Hemmelig først', { position: 0, fixedStart: '09:40' });
    const a = await makePoint(api, id, 'A', { minutes: 10 });
    const parent = await secret('Hemmelig forælder');
    if (parent !== null) await makePoint(api, id, 'Åbent under lukket', { parentId: parent, minutes: 5 });
    const b = await makePoint(api, id, 'B', { minutes: 5 });
    await secret('Hemmelig under B', { parentId: b.id });
    await makePoint(api, id, 'b1', { parentId: b.id, minutes: 15 });
    await secret('Hemmelig mellem', { parentId: b.id });
    await makePoint(api, id, 'b2', { parentId: b.id, minutes: 15 });
    for (const title of withSecrets ? ['Løn!', 'Kort', 'Navne!', 'Tal'] : ['Kort', 'Tal']) {
      const attachment = { title, visibility: title.endsWith('!') ? 'closed' : 'open' };
      await api.send('post', `agenda-points/${a.id}/attachments`, attachment);
    }
    await putMeetingInto(api, id, 'drafting');
    return id;
  };
  const open = async (id: string): Promise<{ text: string; headers: string[] }> => {
    const answer = await rawRequest(api, 'get', `/api/v1/meetings/${id}/agenda?audience=open`);
    const headers = ['etag', 'content-length', 'last-modified'].map((name) => answer.get(name) ?? '');
    return { text: masked(answer.text), headers };
  };

  it('is the same, byte for byte, whatever is closed: drafted, sent, corrected, withdrawn', async () => {
    const of = await makeBody(api);
    const [plain, full] = [await twin(of, false), await twin(of, true)];
    expect(await open(full)).toEqual(await open(plain));
    await send(plain);
    await send(full);
    expect(await open(full)).toEqual(await open(plain));
    await makePoint(api, full, 'Hemmelig sen', { ...CLOSED, lateReason: 'Haster', position: 0 });
    const secret = (await read(full)).points.find((point) => point.title === 'Hemmelig først');
    await api.send('post', `agenda-points/${secret?.id}/withdraw`, {}, { ifMatch: 1 });
    for (const id of [plain, full]) await makePoint(api, id, 'Sen', { lateReason: 'Haster' });
    expect(await open(full)).toEqual(await open(plain));
    expect((await open(full)).text).not.toMatch(/hemmelig|løn|navne|lukket/i);
  });

  it('is empty of points where the body is closed', async () => {
    const { id: closedBody } = await api.take(body, 'post', 'bodies', {
      name: `Lukket udvalg ${unknownId()}`,
      kind: 'udvalg',
      visibility: 'closed',
    });
    const { id } = await drafting(['A'], closedBody);
    expect((await read(id, 'open')).points).toEqual([]);
  });

  it('in one series has a neutral row with number and time, and what is public, nothing more', async () => {
    const of = await makeBody(api);
    await api.take(body, 'patch', `bodies/${of}`, { settings: { numbering: 'one-series' } }, { ifMatch: 1 });
    const { id } = await drafting(['A'], of);
    const hidden = {
      purpose: paragraph('hemmelig'),
      method: 'hemmelig',
      responsible: 'hemmelig',
      attending: 'hemmelig',
    };
    const { id: pointId } = await makePoint(api, id, 'hemmelig', { ...hidden, ...CLOSED, minutes: 5 });
    await makePoint(api, id, 'hemmelig under', { parentId: pointId, minutes: 5 });
    await api.send('post', `agenda-points/${pointId}/attachments`, { title: 'hemmelig', visibility: 'open' });
    await makePoint(api, id, 'hemmelig til', { ...CLOSED, publicTitle: 'Ejendomssag' });
    const view = await read(id, 'open');
    expect(printed(view)).toBe('1 A, 2 Lukket punkt, 2A Lukket punkt, 3 Ejendomssag');
    expect(view.points[1]).toMatchObject({ from: '09:10', attachments: [], closedReason: null, version: 1 });
    expect(JSON.stringify(view)).not.toMatch(/hemmelig|personsag/i);
  });
});
