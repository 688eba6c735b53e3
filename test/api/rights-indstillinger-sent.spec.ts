import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { attachment, attachmentList } from '../../libs/contracts/attachments.js';
import { pageOf } from '../../libs/contracts/common.js';
import { documentView } from '../../libs/contracts/documents.js';
import { indstilling, indstillingSummary } from '../../libs/contracts/indstillinger.js';
import { indstillingVersionSummary } from '../../libs/contracts/indstilling-trail.js';
import { agendaVersionList } from '../../libs/contracts/sending.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { fromPlainText } from '../../libs/domain/text/index.js';
import { Cast } from '../builders/cast.js';
import { makeUnit } from '../builders/follow-ups.js';
import { COMPLETE_SECTIONS, makeBodyWithSteps, makeIndstilling } from '../builders/indstillinger.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let unitId: string;
let cast: Cast;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBodyWithSteps(api, ['leader', 'secretariat']);
  unitId = await makeUnit(api, 'MØB');
  cast = await Cast.of(api, {
    author: [{ role: 'staff', unitId }],
    secretariat: [{ role: 'secretariat', bodyId }],
    member: [{ role: 'member', bodyId }],
    reader: [{ role: 'reader', bodyId }],
  });
});
afterAll(() => api.stop());

const ALL = ['author', 'secretariat', 'member', 'reader'];
const CLOSED = { visibility: 'closed', closedReason: 'Personsag' };
const SECRET = fromPlainText('Et navn, som ikke må ud.');

const told = async (...args: Parameters<TestApi['send']>): Promise<string> => (await api.send(...args)).told;
const present = (id: string) => api.take(indstilling, 'get', `indstillinger/${id}`);

async function step(id: string, ...actions: string[]): Promise<void> {
  for (const action of actions) {
    const { version } = await present(id);
    await api.take(indstilling, 'post', `indstillinger/${id}/steps`, { action }, { ifMatch: version });
  }
}

async function approved(): Promise<string> {
  const fields = {
    bodyId,
    unitId,
    author: { personId: cast.as('author').personId },
    title: 'Den første titel',
  };
  const { id } = await makeIndstilling(api, fields);
  await step(id, 'submit', 'approve', 'approve');
  return id;
}

async function rewrite(id: string, title = 'Den anden titel'): Promise<void> {
  const fields = { title, sections: { ...COMPLETE_SECTIONS, introduction: SECRET } };
  const { version } = await present(id);
  await api.take(indstilling, 'patch', `indstillinger/${id}`, fields, { ifMatch: version });
}

const versionOf = async (id: string): Promise<number> =>
  (await api.take(meeting, 'get', `meetings/${id}`)).version;
const send = async (meetingId: string): Promise<string> =>
  told('post', `meetings/${meetingId}/agenda-versions`, {}, { ifMatch: await versionOf(meetingId) });

/** An agenda with an indstilling on its first point, sent. */
async function sentWith(indstillingId: string, fields: object = {}) {
  const { id: meetingId } = await makeMeeting(api, bodyId);
  const { id: pointId } = await makePoint(api, meetingId, 'Åbningstid', { indstillingId, ...fields });
  await makePoint(api, meetingId, 'Eventuelt');
  await putMeetingInto(api, meetingId, 'drafting');
  expect(await send(meetingId)).toBe('201');
  return { meetingId, pointId };
}

async function withdraw(pointId: string): Promise<void> {
  const { version } = await api.take(agendaPoint, 'get', `agenda-points/${pointId}`);
  expect(await told('post', `agenda-points/${pointId}/withdraw`, {}, { ifMatch: version })).toBe('200');
}

/** Everything that somebody is told of an indstilling, in one text; null where it is not there for them at all. */
async function readBy(name: string, id: string): Promise<string | null> {
  const by = cast.as(name);
  const page = await api.take(pageOf(indstillingSummary), 'get', 'indstillinger?limit=200', undefined, {
    by,
  });
  const listed = page.items.find((item) => item.id === id);
  const answer = await api.send('get', `indstillinger/${id}`, undefined, { by });
  if (answer.told !== '200') {
    const others = [];
    for (const path of ['/versions', '/versions/1', '/versions/2', '/attachments'])
      others.push(await told('get', `indstillinger/${id}${path}`, undefined, { by }));
    expect([answer.told, listed, ...others]).toEqual([
      '404 not-found',
      undefined,
      ...Array<string>(4).fill('404 not-found'),
    ]);
    return null;
  }
  const one = indstilling.parse(answer.body);
  expect(listed).toMatchObject({ title: one.title, submission: one.submission, version: one.version });
  const { items } = await api.take(
    ...([
      pageOf(indstillingVersionSummary),
      'get',
      `indstillinger/${id}/versions`,
      undefined,
      { by },
    ] as const),
  );
  expect(items.map(({ number }) => number)).toEqual([one.submission]);
  const versions = [];
  for (const number of [1, 2, 3])
    versions.push(await api.send('get', `indstillinger/${id}/versions/${number}`, undefined, { by }));
  const bilag = await api.take(attachmentList, 'get', `indstillinger/${id}/attachments`, undefined, { by });
  const kept = versions.map((version) => (version.told === '200' ? version.body : version.told));
  return JSON.stringify([one, listed, kept, bilag]);
}

async function printedFor(name: string, id: string): Promise<string> {
  const by = cast.as(name);
  const path = `indstillinger/${id}/documents`;
  const made = await api.take(documentView, 'post', path, { audience: 'open' }, { by });
  const [row] = await api.database.query<{ source: string }>(
    'SELECT source::text FROM document WHERE id = $1',
    [made.id],
  );
  return row?.source ?? '';
}

describe('an indstilling that lay on an open point which was withdrawn', () => {
  it('is read through that point by nobody', async () => {
    const id = await approved();
    const { meetingId, pointId } = await sentWith(id);
    expect(await cast.whoGets(`indstillinger/${id}`)).toEqual(ALL);
    await withdraw(pointId);
    expect(await readBy('reader', id)).toBeNull();
    expect(await send(meetingId)).toBe('201');
    expect(await readBy('reader', id)).toBeNull();
    expect(await cast.whoGets(`indstillinger/${id}`)).toEqual(['author', 'secretariat']);
  });

  it('is read through no sub-point of a point which was withdrawn', async () => {
    const id = await approved();
    const { id: meetingId } = await makeMeeting(api, bodyId);
    const parent = await makePoint(api, meetingId, 'Åbningstider');
    await makePoint(api, meetingId, 'Lørdag', { indstillingId: id, parentId: parent.id });
    await putMeetingInto(api, meetingId, 'drafting');
    expect(await send(meetingId)).toBe('201');
    expect(await readBy('reader', id)).not.toBeNull();
    await withdraw(parent.id);
    expect(await readBy('reader', id)).toBeNull();
  });

  it('is for those who read closed things once it lies on a closed point, with its new words', async () => {
    const id = await approved();
    const old = await sentWith(id);
    await withdraw(old.pointId);
    expect(await send(old.meetingId)).toBe('201');
    await rewrite(id);
    await step(id, 'approve', 'approve');
    const { pointId } = await sentWith(id, CLOSED);
    expect(await cast.whoGets(`agenda-points/${pointId}`)).toEqual(['secretariat', 'member']);
    expect(await readBy('reader', id)).toBeNull();
    expect(await readBy('member', id)).toContain('Den anden titel');
    expect(
      await told('post', `indstillinger/${id}/documents`, { audience: 'open' }, { by: cast.as('reader') }),
    ).toBe('404 not-found');
  });
});

describe('an indstilling on a point that was sent closed and is open now', () => {
  it('is read by those who read open things once the point is sent open', async () => {
    const id = await approved();
    const { pointId, meetingId } = await sentWith(id, CLOSED);
    const { version } = await api.take(agendaPoint, 'get', `agenda-points/${pointId}`);
    await api.take(
      agendaPoint,
      'patch',
      `agenda-points/${pointId}`,
      { visibility: 'open' },
      { ifMatch: version },
    );
    for (const path of [`agenda-points/${pointId}`, `indstillinger/${id}`])
      expect(await cast.whoGets(path)).not.toContain('reader');
    expect(await readBy('reader', id)).toBeNull();
    expect(await readBy('member', id)).not.toBeNull();
    expect(await send(meetingId)).toBe('201');
    expect(await readBy('reader', id)).toContain('Den første titel');
  });
});

describe('an indstilling on two agendas', () => {
  it('is for those who read closed things while one of its points is closed, its parent or its body too', async () => {
    const id = await approved();
    const open = await sentWith(id);
    const other = await sentWith(await approved());
    const link = (of: string | null) =>
      api.database.query('UPDATE agenda_point SET indstilling_id = $2 WHERE id = $1', [other.pointId, of]);
    const make = (table: string, of: string, visibility: string) =>
      api.database.query(`UPDATE ${table} SET visibility = $2 WHERE id = $1`, [of, visibility]);
    await link(id);
    expect(await readBy('reader', id)).not.toBeNull();
    const { id: parentId } = await makePoint(api, other.meetingId, 'Over', { lateReason: 'Kom i dag' });
    await api.database.query('UPDATE agenda_point SET parent_id = $2 WHERE id = $1', [
      other.pointId,
      parentId,
    ]);
    for (const at of [other.pointId, parentId]) {
      await make('agenda_point', at, 'closed');
      expect(await readBy('reader', id)).toBeNull();
      expect(await readBy('member', id)).not.toBeNull();
      await make('agenda_point', at, 'open');
    }
    expect(await readBy('reader', id)).not.toBeNull();
    await make('agenda_point', other.pointId, 'closed');
    const guests = { 'guest of the open one': open.pointId, 'guest of the closed one': other.pointId };
    for (const [name, pointId] of Object.entries(guests))
      cast.join(name, await api.signIn([{ role: 'guest', pointId }]));
    expect(await cast.whoGets(`indstillinger/${id}`)).toEqual(['author', 'secretariat', 'member']);
    await withdraw(other.pointId);
    expect(await cast.whoGets(`indstillinger/${id}`)).toEqual([...ALL, 'guest of the open one']);
  });
});

describe('a text that is changed after the agenda was sent', () => {
  it('is not read by readers before it was approved by all and sent', async () => {
    const id = await approved();
    const { meetingId } = await sentWith(id);
    const first = await readBy('reader', id);
    expect(first).toContain('Den første titel');
    const unchanged = async (): Promise<void> => {
      for (const name of ['reader', 'member']) {
        expect(await readBy(name, id)).toBe(first);
        expect(await printedFor(name, id)).toContain('Den første titel');
      }
      expect(await told('get', `history/indstilling/${id}`, undefined, { by: cast.as('reader') })).toBe(
        '404 not-found',
      );
    };
    await rewrite(id);
    await unchanged();
    await step(id, 'approve');
    await unchanged();
    expect(await send(meetingId)).toBe('409 nothing-changed');
    await step(id, 'approve');
    await unchanged();
  });

  it('is sent by a correction of nothing else, and then read', async () => {
    const id = await approved();
    const { meetingId } = await sentWith(id);
    await rewrite(id);
    await step(id, 'approve', 'approve');
    expect(await send(meetingId)).toBe('201');
    for (const name of ['reader', 'member']) {
      expect(await readBy(name, id)).toContain('Den anden titel');
      expect(await readBy(name, id)).not.toContain('Den første titel');
      expect(await printedFor(name, id)).toContain('Den anden titel');
      const { items } = await api.take(
        ...([agendaVersionList, 'get', `meetings/${meetingId}/agenda-versions`] as const),
        ...[undefined, { by: cast.as(name) }],
      );
      expect(items.map(({ number }) => number)).toEqual([1, 2]);
    }
    expect(await send(meetingId)).toBe('409 nothing-changed');
  });

  it('keeps to itself what a correction takes up while only its leader has approved it', async () => {
    const id = await approved();
    const { meetingId } = await sentWith(id);
    await rewrite(id);
    await step(id, 'approve');
    await makePoint(api, meetingId, 'Haster', { lateReason: 'Frist i dag' });
    expect(await send(meetingId)).toBe('201');
    for (const name of ['reader', 'member']) {
      expect(await readBy(name, id)).toContain('Den første titel');
      expect(await readBy(name, id)).not.toContain('Den anden titel');
    }
  });

  it('and sent on a closed point makes no version for those who do not read it', async () => {
    const id = await approved();
    const { meetingId } = await sentWith(id, CLOSED);
    await rewrite(id);
    await step(id, 'approve', 'approve');
    expect(await send(meetingId)).toBe('201');
    const numbersFor = async (name: string) =>
      (
        await api.take(agendaVersionList, 'get', `meetings/${meetingId}/agenda-versions`, undefined, {
          by: cast.as(name),
        })
      ).items.map(({ number }) => number);
    expect([await numbersFor('reader'), await numbersFor('member')]).toEqual([[1], [1, 2]]);
  });

  it('shows its readers the bilag under the titles that were sent', async () => {
    const attachments = fromPlainText('Bilag 1: Kort over området');
    const fresh = await makeIndstilling(api, {
      bodyId,
      unitId,
      sections: { ...COMPLETE_SECTIONS, attachments },
    });
    const { id: bilag } = await api.take(
      ...([attachment, 'post', `indstillinger/${fresh.id}/attachments`] as const),
      { title: 'Kort over området', visibility: 'open' },
    );
    await step(fresh.id, 'submit', 'approve', 'approve');
    await sentWith(fresh.id);
    await api.take(attachment, 'patch', `attachments/${bilag}`, { title: 'Et navn' }, { ifMatch: 1 });
    expect(await readBy('reader', fresh.id)).toContain('Kort over området');
    expect(await readBy('reader', fresh.id)).not.toContain('Et navn');
  });
});

describe('an indstilling put on a point of an agenda that is out', () => {
  it('is read once the correction that has it was sent', async () => {
    const id = await approved();
    const { meetingId, pointId } = await sentWith(await approved());
    const link = 'UPDATE agenda_point SET indstilling_id = $2 WHERE id = $1';
    await api.database.query(link, [pointId, id]);
    expect(await cast.whoGets(`indstillinger/${id}`)).toEqual(['author', 'secretariat']);
    expect(await send(meetingId)).toBe('201');
    expect(await cast.whoGets(`indstillinger/${id}`)).toEqual(ALL);
  });
});
