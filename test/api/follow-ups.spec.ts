import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { followUp, followUpNote, pastDue } from '../../libs/contracts/follow-ups.js';
import type { FollowUpView } from '../../libs/contracts/follow-ups.js';
import {
  FOLLOW_UP_ACTIONS,
  FOLLOW_UP_STAGES,
  FOLLOW_UP_STATUSES,
  takeFollowUpStep,
} from '../../libs/domain/follow-up/index.js';
import { Clock } from '../../libs/platform/clock/clock.js';
import { makeFollowUp, makePerson, makeUnit, putFollowUpInto } from '../builders/follow-ups.js';
import { makeBody, meetingInSession } from '../builders/meetings.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

const TODAY = '2026-03-10';
let api: TestApi;
let bodyId: string;
beforeAll(async () => {
  api = await startTestApi();
  jest.spyOn(api.app.get(Clock), 'today').mockReturnValue(TODAY);
  bodyId = await makeBody(api);
});
afterAll(() => api.stop());

const make = (fields: Readonly<Record<string, unknown>> = {}): Promise<FollowUpView> =>
  makeFollowUp(api, { bodyId }, fields);
const firm = (date: string): Record<string, unknown> => ({ due: { kind: 'firm', date } });

describe('writing a follow-up by hand', () => {
  it.each<[string, object]>([
    ['without an action', { bodyId: unknownId() }],
    ['that comes from nowhere', { action: 'Undersøge' }],
    ['that comes from two places', { action: 'Undersøge', bodyId: unknownId(), meetingId: unknownId() }],
    [
      'with a date that does not exist',
      { action: 'x', bodyId: unknownId(), due: { kind: 'firm', date: '2026-02-30' } },
    ],
    ['with an unknown key', { action: 'x', bodyId: unknownId(), stage: 'issued' }],
  ])('is refused %s', async (_name, fields) => {
    expect((await api.send('post', 'follow-ups', fields)).told).toBe('400 validation-failed');
  });

  it.each<[string, object, string]>([
    ['a body that is not there', { bodyId: unknownId() }, '422 reference-not-found'],
    ['a meeting that is not there', { meetingId: unknownId() }, '422 reference-not-found'],
    ['a point that is not there', { pointId: unknownId() }, '422 reference-not-found'],
  ])('is refused for %s', async (_name, origin, expected) => {
    expect((await api.send('post', 'follow-ups', { action: 'Undersøge', ...origin })).told).toBe(expected);
  });

  it.each<[string, object, string]>([
    ['a unit that is not there', { unitId: unknownId() }, '422 reference-not-found'],
    ['a date beside no due', { due: { kind: 'none', date: TODAY } }, '422 due-none-with-date'],
    ['a firm due that says nothing', { due: { kind: 'firm' } }, '422 due-without-date-or-text'],
  ])('is refused with %s', async (_name, fields, expected) => {
    expect((await api.send('post', 'follow-ups', { action: 'Undersøge', bodyId, ...fields })).told).toBe(
      expected,
    );
  });

  it('starts confirmed and new, and takes meeting and body from the point it hangs on', async () => {
    const { meetingId, points, bodyId: ofMeeting } = await meetingInSession(api, ['Budget']);
    const pointId = points[0]?.id ?? '';
    expect(await makeFollowUp(api, { pointId })).toMatchObject({
      ...{ bodyId: ofMeeting, meetingId, pointId, stage: 'confirmed', status: 'new', sentence: null },
      ...{ overdue: false, due: { kind: 'none', text: null, date: null }, version: 1 },
      actions: ['ignore', 'issue', 'start', 'wait', 'finish', 'drop'],
    });
    expect(await makeFollowUp(api, { meetingId })).toMatchObject({
      bodyId: ofMeeting,
      meetingId,
      pointId: null,
    });
  });

  it('finds the unit or person its responsible names, and guesses none', async () => {
    const fas = await makeUnit(api, 'FAS', ['sekretariatet']);
    const karen = await makePerson(api, 'Karen Holm', 'KAH');
    expect(await make({ responsible: 'Sekretariatet' })).toMatchObject({ unitId: fas, personId: null });
    expect(await make({ responsible: 'kah' })).toMatchObject({ unitId: null, personId: karen });
    expect(await make({ responsible: 'FAS og KAH' })).toMatchObject({ unitId: null, personId: null });
    const said = await make({ responsible: 'FAS', personId: karen });
    expect(said).toMatchObject({ responsible: 'FAS', unitId: null, personId: karen });
  });

  it('with the same Idempotency-Key is written once', async () => {
    const fields = { action: 'Undersøge én gang', bodyId };
    const first = await api.send('post', 'follow-ups', fields, { key: 'follow-up-once' });
    const again = await api.send('post', 'follow-ups', fields, { key: 'follow-up-once' });
    expect(again.body).toEqual(first.body);
    const rows = await api.database.query('SELECT id FROM follow_up WHERE action = $1', [fields.action]);
    expect(rows).toHaveLength(1);
  });
});

describe('changing a follow-up', () => {
  it.each([
    ['an id that is none', 'follow-ups/7', '400 validation-failed'],
    ['one that is not there', `follow-ups/${unknownId()}`, '404 not-found'],
  ])('refuses %s', async (_name, address, expected) => {
    expect((await api.send('patch', address, { action: 'x' }, { ifMatch: 1 })).told).toBe(expected);
  });

  it('refuses a missing and a stale If-Match, the latter with the present state', async () => {
    const { id } = await make();
    const address = `follow-ups/${id}`;
    expect((await api.send('patch', address, { action: 'x' })).told).toBe('428 if-match-required');
    const changed = await api.send('patch', address, { action: 'Undersøge nærmere' }, { ifMatch: 1 });
    expect([changed.told, changed.etag]).toEqual(['200', '"2"']);
    const stale = await api.send('patch', address, { action: 'x' }, { ifMatch: 1 });
    expect([stale.told, stale.body]).toMatchObject(['412 stale-version', { current: changed.body }]);
  });

  it('refuses a due that contradicts itself, and keeps the old one', async () => {
    const { id, due } = await make(firm('2026-04-01'));
    const fields = { due: { kind: 'none', date: TODAY } };
    const refused = await api.send('patch', `follow-ups/${id}`, fields, { ifMatch: 1 });
    expect(refused.told).toBe('422 due-none-with-date');
    expect((await api.take(followUp, 'get', `follow-ups/${id}`)).due).toEqual(due);
  });

  it('finds the unit that a new responsible names, and leaves it to whoever says another', async () => {
    const first = await makeUnit(api, 'MØB');
    const { id } = await make({ responsible: 'Ingen kender' });
    const named = await api.take(
      followUp,
      'patch',
      `follow-ups/${id}`,
      { responsible: 'MØB' },
      { ifMatch: 1 },
    );
    expect(named.unitId).toBe(first);
    const said = await api.take(followUp, 'patch', `follow-ups/${id}`, { unitId: null }, { ifMatch: 2 });
    expect(said).toMatchObject({ responsible: 'MØB', unitId: null });
  });

  it('keeps every due it has had, with the reason, and counts the same due as no change', async () => {
    const { id } = await make(firm('2026-04-01'));
    const moves = [
      { due: { kind: 'firm', date: '2026-05-01', reason: 'Afventer ministeriet.' } },
      { due: { kind: 'firm', date: '2026-05-01', reason: 'Igen.' } },
      { due: { kind: 'event', text: 'inden sommerferien' } },
    ];
    let ifMatch = 1;
    for (const move of moves) {
      await api.take(followUp, 'patch', `follow-ups/${id}`, move, { ifMatch });
      ifMatch += 1;
    }
    const past = await api.take(pageOf(pastDue), 'get', `follow-ups/${id}/due-dates`);
    expect(past.items.map(({ due, reason }) => ({ due, reason }))).toEqual([
      { due: { kind: 'firm', text: null, date: '2026-04-01' }, reason: 'Afventer ministeriet.' },
      { due: { kind: 'firm', text: null, date: '2026-05-01' }, reason: null },
    ]);
    const none = await api.send('get', `follow-ups/${unknownId()}/due-dates`);
    expect(none.told).toBe('404 not-found');
  });

  it('records who and what, never the words', async () => {
    const { id } = await make({ action: 'Fortroligt forhold' });
    await api.send('patch', `follow-ups/${id}`, { action: 'Andet fortroligt' }, { ifMatch: 1 });
    const step = { action: 'finish', note: 'Fortroligt svar' };
    await api.send('post', `follow-ups/${id}/steps`, step, { ifMatch: 2 });
    const events = await api.database.query<{ name: string; data: unknown }>(
      'SELECT name, data FROM event WHERE subject_id = $1 ORDER BY seq',
      [id],
    );
    expect(events.map((event) => event.name)).toEqual([
      'follow-up.created',
      'follow-up.changed',
      'follow-up.moved-on',
    ]);
    expect(JSON.stringify(events)).not.toMatch(/ortroligt/);
  });
});

describe('the steps of a follow-up over HTTP', () => {
  const step = (id: string, fields: object, ifMatch: number) =>
    api.send('post', `follow-ups/${id}/steps`, fields, { ifMatch });

  it('are refused when they are none, of nothing, without or with a stale If-Match', async () => {
    const { id } = await make();
    expect((await step(id, { action: 'close' }, 1)).told).toBe('400 validation-failed');
    expect((await step(unknownId(), { action: 'start' }, 1)).told).toBe('404 not-found');
    const without = await api.send('post', `follow-ups/${id}/steps`, { action: 'start' });
    expect(without.told).toBe('428 if-match-required');
    expect((await step(id, { action: 'start' }, 2)).told).toBe('412 stale-version');
  });

  it.each([
    ['finish', '422 note-required'],
    ['drop', '422 reason-required'],
  ])('%s only with words', async (action, expected) => {
    const { id } = await make();
    expect((await step(id, { action }, 1)).told).toBe(expected);
    expect((await step(id, { action, note: '  ' }, 1)).told).toBe('400 validation-failed');
    expect((await step(id, { action, note: 'Sendt til alle.' }, 1)).told).toBe('200');
  });

  const cells = FOLLOW_UP_STAGES.flatMap((stage) =>
    FOLLOW_UP_STATUSES.flatMap((status) => FOLLOW_UP_ACTIONS.map((action) => ({ stage, status, action }))),
  );
  it.each(FOLLOW_UP_STAGES)('lead from %s where the table says, and nowhere else', async (stage) => {
    const { id } = await make();
    let version = 1;
    for (const cell of cells.filter((one) => one.stage === stage)) {
      await putFollowUpInto(api, id, cell.stage, cell.status);
      const answer = await step(id, { action: cell.action, note: 'Sendt til alle.' }, version);
      const rule = takeFollowUpStep(cell, cell.action, 'Sendt til alle.');
      if (!rule.ok) {
        expect([cell, answer.told]).toEqual([cell, `409 ${rule.refusal.code}`]);
        continue;
      }
      const after = followUp.parse(answer.body);
      expect([cell, after.stage, after.status]).toEqual([cell, rule.value.stage, rule.value.status]);
      version = after.version;
    }
  });

  it('taken by two at once are taken by one', async () => {
    const { id } = await make();
    const both = await Promise.all([step(id, { action: 'start' }, 1), step(id, { action: 'wait' }, 1)]);
    expect(both.map((answer) => answer.told).sort()).toEqual(['200', '412 stale-version']);
  });
});

describe('the notes of a follow-up', () => {
  it('are refused when they say nothing or hang on nothing', async () => {
    const { id } = await make();
    expect((await api.send('post', `follow-ups/${id}/notes`, { text: ' ' })).told).toBe(
      '400 validation-failed',
    );
    expect((await api.send('post', `follow-ups/${unknownId()}/notes`, { text: 'x' })).told).toBe(
      '404 not-found',
    );
    expect((await api.send('get', `follow-ups/${unknownId()}/notes`)).told).toBe('404 not-found');
  });

  it('stand in the order they were written, those of steps among them, and leave the version alone', async () => {
    const { id } = await make();
    const notes = `follow-ups/${id}/notes`;
    await api.take(followUpNote, 'post', notes, { text: 'Rykket.' });
    const step = { action: 'finish', note: 'Sendt.' };
    await api.take(followUp, 'post', `follow-ups/${id}/steps`, step, { ifMatch: 1 });
    const page = await api.take(pageOf(followUpNote), 'get', notes);
    expect(page.items.map(({ action, text }) => ({ action, text }))).toEqual([
      { action: null, text: 'Rykket.' },
      { action: 'finish', text: 'Sendt.' },
    ]);
  });
});

describe('listing follow-ups', () => {
  let unitId: string;
  let personId: string;
  let ids: Record<string, string>;
  const list = async (query: string): Promise<string[]> => {
    const page = await api.take(pageOf(followUp), 'get', `follow-ups?unitId=${unitId}&${query}`);
    const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
    return page.items.map((item) => names.get(item.id) ?? item.id);
  };

  beforeAll(async () => {
    unitId = await makeUnit(api, 'ØKO', ['Regnskab']);
    personId = await makePerson(api, 'Ole Juhl', 'OLJ');
    const late = await make({ unitId, ...firm('2026-03-09') });
    const today = await make({ unitId, personId, ...firm(TODAY) });
    const waiting = await make({ unitId, ...firm('2026-04-01') });
    const never = await make({ unitId });
    const done = await make({ unitId, ...firm('2026-01-05') });
    await putFollowUpInto(api, waiting.id, 'issued', 'waiting');
    await putFollowUpInto(api, done.id, 'issued', 'done');
    ids = { late: late.id, today: today.id, waiting: waiting.id, never: never.id, done: done.id };
  });

  it.each([
    ['', ['done', 'late', 'today', 'waiting', 'never']],
    ['unit=%C3%B8ko', ['done', 'late', 'today', 'waiting', 'never']],
    ['unit=REGNSKAB', ['done', 'late', 'today', 'waiting', 'never']],
    ['unit=XYZ', []],
    ['status=waiting', ['waiting']],
    ['status=waiting&status=done', ['done', 'waiting']],
    ['stage=issued', ['done', 'waiting']],
    ['stage=suggested', []],
    ['overdue=true', ['late']],
    ['overdue=false', ['done', 'today', 'waiting', 'never']],
    ['dueFrom=2026-03-10', ['today', 'waiting']],
    ['dueTo=2026-03-10', ['done', 'late', 'today']],
    ['dueFrom=2026-03-10&dueTo=2026-03-10', ['today']],
  ])('%j gives %j', async (query, expected) => {
    expect(await list(query)).toEqual(expected);
  });

  it('is by person, body, meeting and point too', async () => {
    expect(await list(`personId=${personId}`)).toEqual(['today']);
    expect(await list(`bodyId=${bodyId}&status=done`)).toEqual(['done']);
    expect(await list(`bodyId=${unknownId()}`)).toEqual([]);
    const { meetingId, points } = await meetingInSession(api, ['Budget']);
    const pointId = points[0]?.id ?? '';
    const one = await makeFollowUp(api, { pointId }, { unitId });
    expect(await list(`meetingId=${meetingId}`)).toEqual([one.id]);
    expect(await list(`pointId=${pointId}`)).toEqual([one.id]);
    await putFollowUpInto(api, one.id, 'ignored', 'new');
    await api.database.query('DELETE FROM follow_up WHERE id = $1', [one.id]);
  });

  it('goes through pages without losing or doubling one, those without a date last', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: { items: FollowUpView[]; nextCursor: string | null } = await api.take(
        pageOf(followUp),
        'get',
        `follow-ups?unitId=${unitId}&limit=2${after}`,
      );
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([ids.done, ids.late, ids.today, ids.waiting, ids.never]);
  });

  it.each(['status=open', 'overdue=maybe', 'dueFrom=10.3.2026', 'unitid=x', 'limit=0'])(
    'refuses %s',
    async (query) => {
      expect((await api.send('get', `follow-ups?${query}`)).told).toBe('400 validation-failed');
    },
  );

  it('refuses a cursor of another list', async () => {
    expect((await api.send('get', 'follow-ups?cursor=abc')).told).toBe('400 bad-cursor');
  });

  it('tells of one what is overdue, and finds none that is not there', async () => {
    expect((await api.take(followUp, 'get', `follow-ups/${ids.late}`)).overdue).toBe(true);
    expect((await api.take(followUp, 'get', `follow-ups/${ids.today}`)).overdue).toBe(false);
    expect((await api.send('get', `follow-ups/${unknownId()}`)).told).toBe('404 not-found');
  });
});
