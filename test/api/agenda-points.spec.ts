import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgendaPointView } from '../../libs/contracts/agenda-points.js';
import { body } from '../../libs/contracts/organisation.js';
import { AgendaCalls } from '../builders/agenda-calls.js';
import { makeBody, makePoint, paragraph } from '../builders/meetings.js';
import { faultPlaces, problemIn } from '../support/raw-request.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let calls: AgendaCalls;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  calls = new AgendaCalls(api, bodyId);
});
afterAll(() => api.stop());

/** Positions under each parent, as stored. */
async function stored(meetingId: string): Promise<Record<string, number[]>> {
  const rows = await api.database.query<{ parent: string; positions: number[] }>(
    `SELECT coalesce(parent_id::text, 'top') AS parent, array_agg(position ORDER BY position) AS positions
     FROM agenda_point WHERE meeting_id = $1 GROUP BY 1`,
    [meetingId],
  );
  return Object.fromEntries(rows.map((row) => [row.parent, row.positions]));
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('drafting an agenda', () => {
  it('begins it with the standing points of the body, and what is there already lands among them', async () => {
    const of = await makeBody(api);
    const points = [{ title: 'Dagsorden' }, { title: 'Referat', minutes: 5, responsible: 'Formanden' }];
    await api.take(body, 'put', `bodies/${of}/standing-points`, { points }, { ifMatch: 1 });
    const { meetingId } = await calls.meetingWith(['Udsat fra sidst'], of);
    const drafted = await api.send('post', `meetings/${meetingId}/agenda`, undefined, { ifMatch: 1 });
    expect(drafted.told).toBe('201');
    expect(await calls.printed(meetingId)).toBe('1 Dagsorden, 2 Udsat fra sidst, 3 Referat');
    expect((await calls.read(meetingId)).points[2]).toMatchObject({
      minutes: 5,
      responsible: 'Formanden',
      type: 'standing',
    });
    const again = await api.send('post', `meetings/${meetingId}/agenda`, undefined, { ifMatch: 2 });
    expect(again.told).toBe('409 transition-not-allowed');
  });

  it('begins it once more after a step back with those standing points only that are not there', async () => {
    const of = await makeBody(api);
    const points = [{ title: 'Dagsorden' }, { title: 'Referat' }, { title: 'Bordet rundt' }];
    await api.take(body, 'put', `bodies/${of}/standing-points`, { points }, { ifMatch: 1 });
    const { meetingId } = await calls.meetingWith(['Budget', 'Skoler'], of);
    await api.send('post', `meetings/${meetingId}/agenda`, undefined, { ifMatch: 1 });
    const [first] = (await calls.read(meetingId)).points;
    await api.send(
      'post',
      `agenda-points/${first?.id}/move`,
      { parentId: null, position: 3 },
      { ifMatch: 1 },
    );
    const before = await calls.printed(meetingId);
    expect(before).toContain('Dagsorden, 5 Bordet rundt');
    const back = { action: 'step-back', reason: 'Begyndt for tidligt' };
    expect((await api.send('post', `meetings/${meetingId}/steps`, back, { ifMatch: 2 })).told).toBe('200');
    const again = await api.send('post', `meetings/${meetingId}/agenda`, undefined, { ifMatch: 3 });
    expect([again.told, await calls.printed(meetingId)]).toEqual(['201', before]);
  });

  it('asks for the version of the meeting', async () => {
    const id = await calls.newMeeting();
    const draft = (meetingId: string, options: object) =>
      api.send('post', `meetings/${meetingId}/agenda`, undefined, options);
    expect((await draft(id, {})).told).toBe('428 if-match-required');
    expect((await draft(unknownId(), { ifMatch: 1 })).told).toBe('404 not-found');
    const stale = await draft(id, { ifMatch: 2 });
    expect(stale.told).toBe('412 stale-version');
    expect(problemIn(stale.body).current).toMatchObject({ id, state: 'planned', version: 1 });
  });
});

describe('adding a point', () => {
  it.each<[string, object, string]>([
    ['negative minutes', { minutes: -5 }, 'minutes'],
    ['a day and a minute', { minutes: 1441 }, 'minutes'],
    ['half a minute', { minutes: 0.5 }, 'minutes'],
    ['minutes in words', { minutes: 'ti' }, 'minutes'],
    ['a fixed start at 25:00', { fixedStart: '25:00' }, 'fixedStart'],
    ['a position before the first', { position: -1 }, 'position'],
    ['a purpose that is no block JSON', { purpose: [{ type: 'quote', content: [] }] }, 'purpose[0].type'],
    ['a purpose with half a character', { purpose: paragraph('\ud83d') }, 'purpose[0].content[0].text'],
    [
      'a link that runs',
      { purpose: [{ type: 'paragraph', content: [{ text: 'x', link: 'javascript:alert(1)' }] }] },
      'purpose[0].content[0].link',
    ],
    ['a method with a NUL', { method: 'Oplæg\u0000' }, 'method'],
  ])('refuses %s, and names the place', async (_name, fields, at) => {
    const meetingId = await calls.newMeeting();
    const answer = await calls.add(meetingId, { title: 'Budget', ...fields });
    expect(answer.told).toBe('400 validation-failed');
    expect(faultPlaces(answer.body)).toEqual([at]);
    expect((await calls.read(meetingId)).points).toEqual([]);
  });

  it('refuses unknown keys, no title and no meeting', async () => {
    const meetingId = await calls.newMeeting();
    expect((await calls.add(meetingId, { title: 'Budget', number: '7' })).told).toBe('400 validation-failed');
    expect((await calls.add(meetingId, {})).told).toBe('400 validation-failed');
    expect((await calls.add(unknownId(), { title: 'Budget' })).told).toBe('404 not-found');
    expect((await api.send('get', `meetings/${unknownId()}/agenda-points`)).told).toBe('404 not-found');
  });

  it('puts it where it is asked to stand, under its parent, without a gap', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B']);
    const parent = points[0]?.id ?? '';
    await makePoint(api, meetingId, 'først', { position: 0 });
    await makePoint(api, meetingId, 'sidst', { position: 9999 });
    await makePoint(api, meetingId, 'a', { parentId: parent });
    await makePoint(api, meetingId, 'b', { parentId: parent, position: 0 });
    expect(await calls.printed(meetingId)).toBe('1 først, 2 A, 2A b, 2B a, 3 B, 4 sidst');
    expect(await stored(meetingId)).toEqual({ top: upTo(4), [parent]: upTo(2) });
  });

  it('goes one level deep, on the same agenda', async () => {
    const { meetingId, points } = await calls.meetingWith(['A']);
    const sub = await makePoint(api, meetingId, 'a', { parentId: points[0]?.id });
    const other = await calls.onePoint();
    expect((await calls.add(meetingId, { title: 'x', parentId: sub.id })).told).toBe('422 nesting-too-deep');
    expect((await calls.add(meetingId, { title: 'x', parentId: other.id })).told).toBe(
      '422 parent-not-on-agenda',
    );
    expect(await calls.printed(meetingId)).toBe('1 A, 1A a');
  });

  it('adds up absurd times without a fault', async () => {
    const meetingId = await calls.newMeeting();
    for (const title of ['A', 'B', 'C']) await makePoint(api, meetingId, title, { minutes: 1440 });
    const { times } = await calls.read(meetingId);
    expect(times).toMatchObject({ minutes: 4320, overrun: 4320 - 120, slack: 0 });
  });

  it('of twenty who add at once gives each a place of its own', async () => {
    const meetingId = await calls.newMeeting();
    const answers = await Promise.all(
      upTo(20).map((i) => calls.add(meetingId, { title: `Punkt ${i}`, position: 0 })),
    );
    expect(new Set(answers.map(({ told }) => told))).toEqual(new Set(['201']));
    expect(await stored(meetingId)).toEqual({ top: upTo(20) });
  });
});

describe('changing a point', () => {
  it('is done only by who read it as it is', async () => {
    const { id } = await calls.onePoint();
    const address = `agenda-points/${id}`;
    const changed = await api.send('patch', address, { title: 'Regnskab', minutes: 10 }, { ifMatch: 1 });
    expect(changed).toMatchObject({ etag: '"2"', body: { title: 'Regnskab', from: '09:00', to: '09:10' } });
    for (const [method, path, fields] of [
      ['patch', address, { title: 'X' }],
      ['post', `${address}/move`, { parentId: null, position: 0 }],
      ['post', `${address}/withdraw`, {}],
      ['delete', address, undefined],
    ] as const) {
      expect((await api.send(method, path, fields)).told).toBe('428 if-match-required');
      const absent = await api.send(method, path.replace(id, unknownId()), fields, { ifMatch: 1 });
      expect(absent.told).toBe('404 not-found');
      const stale = await api.send(method, path, fields, { ifMatch: 1 });
      expect(stale.told).toBe('412 stale-version');
      expect(problemIn(stale.body).current).toEqual(changed.body);
    }
    expect((await api.send('get', address)).body).toEqual(changed.body);
  });

  it('takes one of two writers', async () => {
    const { id } = await calls.onePoint();
    const answers = await Promise.all(
      ['Regnskab', 'Status'].map((title) =>
        api.send('patch', `agenda-points/${id}`, { title }, { ifMatch: 1 }),
      ),
    );
    expect(answers.map(({ told }) => told).sort()).toEqual(['200', '412 stale-version']);
    const winner = answers.find(({ status }) => status === 200);
    expect((await api.send('get', `agenda-points/${id}`)).body).toEqual(winner?.body);
  });

  it.each<[string, object]>([
    ['the meeting', { meetingId: unknownId() }],
    ['the place', { position: 0 }],
    ['the indstilling', { indstillingId: unknownId() }],
    ['minutes below nothing', { minutes: -1 }],
  ])('does not take %s', async (_name, fields) => {
    const { id } = await calls.onePoint();
    expect((await api.send('patch', `agenda-points/${id}`, fields, { ifMatch: 1 })).told).toBe(
      '400 validation-failed',
    );
  });
});

describe('a fixed start against the order of the points', () => {
  const RULE = '422 fixed-start-before-previous-point';

  it('is refused when it is written, moved to or added, with its rule, and nothing changes', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B', 'C']);
    const [a, b] = points.map((point) => point.id);
    await api.send('patch', `agenda-points/${a ?? ''}`, { fixedStart: '10:00' }, { ifMatch: 1 });
    const before = await calls.read(meetingId);
    const written = await api.send(
      'patch',
      `agenda-points/${b ?? ''}`,
      { fixedStart: '09:30' },
      { ifMatch: 1 },
    );
    expect(written.told).toBe(RULE);
    expect(problemIn(written.body)).toMatchObject({ at: 'points[1].fixedStart', liftedBy: 'secretariat' });
    expect((await calls.add(meetingId, { title: 'D', fixedStart: '09:30' })).told).toBe(RULE);
    expect(await calls.read(meetingId)).toEqual(before);
    await makePoint(api, meetingId, 'D', { fixedStart: '09:30', position: 0 });
    const last = await calls.read(meetingId);
    expect((await calls.move(last.points[0]?.id ?? '', { parentId: null, position: 3 })).told).toBe(RULE);
    expect(await calls.read(meetingId)).toEqual(last);
  });

  it('is refused when it comes with a point from another meeting, and the point stays where it was', async () => {
    const { meetingId: target } = await calls.meetingWith(['A']);
    await makePoint(api, target, 'Sidst', { fixedStart: '10:30' });
    const { meetingId: source } = await calls.meetingWith([]);
    const { id } = await makePoint(api, source, 'Gæst', { fixedStart: '09:15' });
    expect((await calls.move(id, { meetingId: target })).told).toBe(RULE);
    expect(await calls.printed(source)).toBe('1 Gæst');
    expect(await calls.printed(target)).toBe('1 A, 2 Sidst');
  });

  it('that one series of numbers makes is told as an overlap, and the agenda can still be read and mended', async () => {
    const ownBody = await makeBody(api);
    const meetingId = await calls.newMeeting(ownBody);
    const closed = { visibility: 'closed', closedReason: 'Personsag' };
    const x = await makePoint(api, meetingId, 'X', { fixedStart: '11:00', ...closed });
    await makePoint(api, meetingId, 'A', { fixedStart: '10:00' });
    const { version } = await api.take(body, 'get', `bodies/${ownBody}`);
    const settings = { settings: { numbering: 'one-series' } };
    expect((await api.send('patch', `bodies/${ownBody}`, settings, { ifMatch: version })).told).toBe('200');
    expect((await calls.read(meetingId)).points.map(({ title, from }) => [title, from])).toEqual([
      ['X', '11:00'],
      ['A', '10:00'],
    ]);
    const change = (fields: object, ifMatch: number) =>
      api.send('patch', `agenda-points/${x.id}`, fields, { ifMatch });
    expect((await change({ title: 'Først' }, 1)).told).toBe('200');
    expect((await change({ fixedStart: '09:30' }, 2)).told).toBe('200');
    expect((await change({ fixedStart: '11:00' }, 3)).told).toBe(RULE);
  });
});

describe('moving a point', () => {
  it('reorders and nests, and leaves no gap on either side', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B', 'C', 'D']);
    const [a, b, c] = points.map((point) => point.id);
    expect((await calls.move(c ?? '', { parentId: null, position: 0 })).told).toBe('200');
    expect(await calls.printed(meetingId)).toBe('1 C, 2 A, 3 B, 4 D');
    expect((await calls.move(b ?? '', { parentId: a ?? '', position: 5 })).told).toBe('200');
    expect(await calls.printed(meetingId)).toBe('1 C, 2 A, 2A B, 3 D');
    expect(await stored(meetingId)).toEqual({ top: upTo(3), [a ?? '']: [0] });
    expect((await calls.move(b ?? '', { parentId: null, position: 1 }, 2)).told).toBe('200');
    expect(await calls.printed(meetingId)).toBe('1 C, 2 B, 3 A, 4 D');
  });

  it.each<[string, (points: AgendaPointView[]) => object, string]>([
    ['under itself', ([a]) => ({ parentId: a?.id, position: 0 }), '422 parent-is-itself'],
    ['under a sub-point', ([, , sub]) => ({ parentId: sub?.id, position: 0 }), '422 nesting-too-deep'],
    ['nowhere', () => ({}), '400 validation-failed'],
    ['before the first', () => ({ parentId: null, position: -1 }), '400 validation-failed'],
    ['both ways', () => ({ parentId: null, position: 0, meetingId: unknownId() }), '400 validation-failed'],
    ['to a meeting that is not there', () => ({ meetingId: unknownId() }), '404 not-found'],
    ['to its own meeting', ([a]) => ({ meetingId: a?.meetingId }), '422 same-meeting'],
  ])('does not go %s', async (_name, to, told) => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B']);
    const sub = await makePoint(api, meetingId, 'b', { parentId: points[1]?.id });
    expect((await calls.move(points[0]?.id ?? '', to([...points, sub]))).told).toBe(told);
    expect(await calls.printed(meetingId)).toBe('1 A, 2 B, 2A b');
  });

  it('with sub-points does not go under another', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B']);
    await makePoint(api, meetingId, 'a', { parentId: points[0]?.id });
    const to = { parentId: points[1]?.id, position: 0 };
    expect((await calls.move(points[0]?.id ?? '', to)).told).toBe('422 nesting-too-deep');
  });

  it('in twenty ways at once leaves positions from 0 without a gap, and no point lost', async () => {
    const { meetingId, points } = await calls.meetingWith(upTo(20).map((i) => `P${i}`));
    const answers = await Promise.all(
      points.map(({ id }, i) => calls.move(id, { parentId: null, position: (i * 7) % 20 })),
    );
    expect(new Set(answers.map(({ told }) => told))).toEqual(new Set(['200']));
    expect(await stored(meetingId)).toEqual({ top: upTo(20) });
  });

  it('to another meeting takes its sub-points to the end of it', async () => {
    const { meetingId: from, points } = await calls.meetingWith(['A', 'B', 'C']);
    const b = points[1]?.id ?? '';
    await makePoint(api, from, 'b', { parentId: b });
    const { meetingId: to } = await calls.meetingWith(['X']);
    expect((await calls.move(b, { meetingId: to })).body).toMatchObject({
      meetingId: to,
      number: '2',
      version: 2,
    });
    expect(await calls.printed(from)).toBe('1 A, 2 C');
    expect(await calls.printed(to)).toBe('1 X, 2 B, 2A b');
    expect(await stored(from)).toEqual({ top: upTo(2) });
  });

  it('in opposite directions at once waits for nobody for ever', async () => {
    const one = await calls.meetingWith(upTo(6).map((i) => `A${i}`));
    const two = await calls.meetingWith(upTo(6).map((i) => `B${i}`));
    const answers = await Promise.all([
      ...one.points.map(({ id }) => calls.move(id, { meetingId: two.meetingId })),
      ...two.points.map(({ id }) => calls.move(id, { meetingId: one.meetingId })),
    ]);
    expect(new Set(answers.map(({ told }) => told))).toEqual(new Set(['200']));
    expect(await stored(one.meetingId)).toEqual({ top: upTo(6) });
    expect(await stored(two.meetingId)).toEqual({ top: upTo(6) });
    expect((await calls.read(one.meetingId)).points.every(({ title }) => title.startsWith('B'))).toBe(true);
  });

  it('at the same moment to two meetings goes to one', async () => {
    const { id } = await calls.onePoint();
    const targets = [await calls.newMeeting(), await calls.newMeeting()];
    const answers = await Promise.all(targets.map((meetingId) => calls.move(id, { meetingId })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const found = await Promise.all(
      targets.map(async (meetingId) => (await calls.read(meetingId)).points.length),
    );
    expect(found.sort()).toEqual([0, 1]);
  });
});

describe('withdrawing and removing', () => {
  it('leaves a number that was never sent to the next, and removing leaves nothing', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B', 'C']);
    const withdrawn = await calls.withdraw(points[0]?.id ?? '', 1, { reason: 'Er afgjort' });
    expect(withdrawn.body).toMatchObject({
      withdrawn: true,
      withdrawnReason: 'Er afgjort',
      number: null,
      from: null,
    });
    expect(await calls.printed(meetingId)).toBe('- A, 1 B, 2 C');
    const removed = await api.send('delete', `agenda-points/${points[1]?.id}`, undefined, { ifMatch: 1 });
    expect(removed.told).toBe('204');
    expect(await calls.printed(meetingId)).toBe('- A, 1 C');
    expect(await stored(meetingId)).toEqual({ top: upTo(2) });
  });

  it('takes sub-points and bilag with it', async () => {
    const { meetingId, points } = await calls.meetingWith(['A', 'B']);
    const sub = await makePoint(api, meetingId, 'a', { parentId: points[0]?.id });
    await api.send('post', `agenda-points/${sub.id}/attachments`, { title: 'Kort' });
    await api.send('delete', `agenda-points/${points[0]?.id}`, undefined, { ifMatch: 1 });
    expect(await calls.printed(meetingId)).toBe('1 B');
    expect(await api.database.query('SELECT 1 FROM attachment WHERE point_id = $1', [sub.id])).toEqual([]);
  });

  it('does not remove a point that has a decision or a follow-up', async () => {
    const { id, meetingId } = await calls.onePoint();
    await api.send('post', 'follow-ups', { action: 'Undersøge antallet', pointId: id });
    expect((await api.send('delete', `agenda-points/${id}`, undefined, { ifMatch: 1 })).told).toBe(
      '409 in-use',
    );
    expect(await calls.printed(meetingId)).toBe('1 Budget');
  });
});
