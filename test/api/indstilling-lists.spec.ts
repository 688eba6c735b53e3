import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { indstilling, indstillingCounts, listedIndstilling } from '../../libs/contracts/indstillinger.js';
import type { ListedIndstilling } from '../../libs/contracts/indstillinger.js';
import { opinion } from '../../libs/contracts/opinions.js';
import { INDSTILLING_STATES, STEP_KINDS, UNDER_WAY } from '../../libs/domain/indstilling/index.js';
import { Cast } from '../builders/cast.js';
import { makeUnit } from '../builders/follow-ups.js';
import {
  makeBodyWithSteps,
  makeIndstilling,
  putIndstillingInto,
  sendOnPoint,
} from '../builders/indstillinger.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let otherBody: string;
let unitId: string;
let cast: Cast;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBodyWithSteps(api);
  otherBody = await makeBodyWithSteps(api);
  unitId = await makeUnit(api, 'MØB');
  const otherUnit = await makeUnit(api, 'JURA');
  cast = await Cast.of(api, {
    author: [{ role: 'staff', unitId }],
    leader: [{ role: 'leader', unitId }],
    'other leader': [{ role: 'leader', unitId: otherUnit }],
    secretariat: [{ role: 'secretariat', bodyId }],
    'other secretariat': [{ role: 'secretariat', bodyId: otherBody }],
    director: [{ role: 'director' }],
    raadmand: [{ role: 'raadmand', bodyId }],
    both: [
      { role: 'leader', unitId: otherUnit },
      { role: 'secretariat', bodyId },
    ],
    reader: [{ role: 'reader', bodyId }],
    none: [],
  });
  // Every state, in both bodies, of every unit and of none, by somebody here and by somebody in words.
  for (const state of INDSTILLING_STATES)
    for (const [body, unit, author] of [
      [bodyId, unitId, { personId: cast.as('author').personId }],
      [bodyId, null, { name: 'En fra et konsulenthus' }],
      [otherBody, otherUnit, { personId: cast.as('leader').personId }],
    ] as const) {
      const fields = { bodyId: body, unitId: unit, author, title: `Sag i ${state}` };
      await putIndstillingInto(api, (await makeIndstilling(api, fields)).id, state, STEP_KINDS);
    }
});
afterAll(() => api.stop());

const lists = pageOf(listedIndstilling);
async function listed(query: string, name?: string): Promise<ListedIndstilling[]> {
  const by = name === undefined ? undefined : { by: cast.as(name) };
  return (await api.take(lists, 'get', `indstillinger?limit=200&${query}`, undefined, by)).items;
}
const ids = (rows: readonly ListedIndstilling[]): string[] => rows.map(({ id }) => id);
const titles = async (query: string, name?: string): Promise<string[]> =>
  (await listed(`bodyId=${bodyId}&${query}`, name)).map(({ title }) => title);

describe('the lists of indstillinger', () => {
  it('hold with each person exactly what the policy lets them approve, and count it', async () => {
    const withThem: Record<string, number> = {};
    for (const name of cast.names) {
      const theirs = (await listed('view=all', name)).filter(
        ({ abilities, actions }) => abilities.approve === true && actions.includes('approve'),
      );
      expect([name, ids(await listed('view=with-me', name))]).toEqual([name, ids(theirs)]);
      withThem[name] = theirs.length;
      const counts = await api.take(indstillingCounts, 'get', 'indstillinger/counts', undefined, {
        by: cast.as(name),
      });
      const mine = (await listed('view=mine', name)).length;
      const ready = (await listed('view=ready', name)).length;
      expect([name, counts]).toEqual([name, { mine, 'with-me': theirs.length, ready }]);
    }
    expect(withThem).toEqual({
      ...{ author: 0, leader: 1, 'other leader': 1, secretariat: 3, 'other secretariat': 1 },
      ...{ director: 3, raadmand: 2, both: 4, reader: 0, none: 0 },
    });
  });

  it('hold as mine what I wrote, or began for somebody in words, while it is under way', async () => {
    const mine = await listed('view=mine', 'author');
    expect(mine.map(({ state }) => state).sort()).toEqual([...UNDER_WAY].sort());
    expect(await listed('view=mine', 'secretariat')).toEqual([]);
    const { personId } = cast.as('author');
    const begun = await api.send(
      'post',
      'indstillinger',
      { bodyId, unitId, title: 'Min egen', author: { name: 'Berit Prøve' } },
      { by: cast.as('author') },
    );
    expect(begun.told).toBe('201');
    expect((await listed('view=mine', 'author')).map(({ title }) => title)).toContain('Min egen');
    expect((await listed('view=mine', 'leader')).map(({ title }) => title)).not.toContain('Min egen');
    const theirs = { bodyId, unitId, title: 'Begyndt for en anden', author: { personId } };
    await api.send('post', 'indstillinger', theirs, { by: cast.as('secretariat') });
    expect((await listed('view=mine', 'author')).map(({ title }) => title)).toContain(theirs.title);
    expect(await listed('view=mine', 'secretariat')).toEqual([]);
  });

  it('hold with those of a unit what it is asked about, until it has answered or nobody waits for it', async () => {
    const fields = { bodyId, unitId, author: { personId: cast.as('author').personId }, title: 'Høring' };
    const { id, version } = await makeIndstilling(api, fields);
    const [asked] = await api.database.query<{ id: string }>("SELECT id FROM unit WHERE code = 'JURA'");
    const question = { unitId: asked?.id, dueOn: '2099-01-05' };
    const given = await api.take(opinion, 'post', `indstillinger/${id}/opinions`, question);
    const found = async (name: string) => {
      return (await listed('view=with-me', name)).filter((one) => one.id === id).map((one) => one.question);
    };
    const counted = async (name: string) =>
      (await api.take(indstillingCounts, 'get', 'indstillinger/counts', undefined, { by: cast.as(name) }))[
        'with-me'
      ];
    const before = await counted('other leader');
    expect(await found('other leader')).toEqual([{ dueOn: '2099-01-05', overdue: false }]);
    expect(await found('both')).toEqual([{ dueOn: '2099-01-05', overdue: false }]);
    for (const name of ['author', 'leader', 'secretariat', 'director', 'raadmand', 'reader', 'none'])
      expect([name, await found(name)]).toEqual([name, []]);
    expect((await listed('view=all', 'leader')).find((one) => one.id === id)?.question).toBeNull();
    await api.database.query("UPDATE indstilling_opinion SET due_on = '2020-01-06' WHERE id = $1", [
      given.id,
    ]);
    expect(await found('other leader')).toEqual([{ dueOn: '2020-01-06', overdue: true }]);
    await api.take(
      opinion,
      'post',
      `opinions/${given.id}/answer`,
      { answer: 'agrees' },
      {
        ...{ ifMatch: given.version, by: cast.as('other leader') },
      },
    );
    expect(await found('other leader')).toEqual([]);
    expect(await counted('other leader')).toBe(before - 1);
    await api.take(opinion, 'post', `indstillinger/${id}/opinions`, question);
    expect(await counted('other leader')).toBe(before);
    await api.take(
      indstilling,
      'post',
      `indstillinger/${id}/steps`,
      { action: 'withdraw' },
      { ifMatch: version },
    );
    expect(await found('other leader')).toEqual([]);
  });

  it('hold as ready what is approved, and as all what one may read', async () => {
    expect((await listed('view=ready', 'secretariat')).map(({ state }) => state)).toEqual([
      ...['approved', 'approved'],
    ]);
    expect(await listed('view=ready', 'other leader')).toHaveLength(1);
    expect(await listed('view=all', 'none')).toEqual([]);
    expect((await api.send('get', 'indstillinger?view=theirs')).told).toBe('400 validation-failed');
  });

  it('are asked for in several states at once', async () => {
    const two = await listed(`bodyId=${otherBody}&state=draft&state=returned`);
    expect(two.map(({ state }) => state).sort()).toEqual(['draft', 'returned']);
  });

  it('come a page at a time whatever is asked, each indstilling once', async () => {
    const all = await listed(`bodyId=${bodyId}&view=with-me`, 'secretariat');
    const seen: string[] = [];
    let cursor = '';
    do {
      const path = `indstillinger?bodyId=${bodyId}&view=with-me&limit=1${cursor}`;
      const page = await api.take(lists, 'get', path, undefined, { by: cast.as('secretariat') });
      seen.push(...ids(page.items));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    expect(seen).toEqual(ids(all));
  });
});

describe('a search among indstillinger', () => {
  it.each<[string, string[]]>([
    ['åbningstider', ['Åbningstider på Ærø']],
    ['AABNINGSTIDER', ['Åbningstider på Ærø']],
    ['aeroe', ['Åbningstider på Ærø']],
    ['ærø åbning', ['Åbningstider på Ærø']],
    ['cafe', ['Ny café']],
    ['CAFÉ', ['Ny café']],
    ['2026-000077', ['Ny café']],
    ['café EMN-2026', ['Ny café']],
    ['100 %', ['Dækning på 100 %']],
    ['_afé', []],
    ['ærø café', []],
  ])('for %s finds %j', async (words, found) => {
    if ((await titles('q=Ny+caf%C3%A9')).length === 0) {
      await makeIndstilling(api, { bodyId, title: 'Åbningstider på Ærø' });
      await makeIndstilling(api, { bodyId, title: 'Ny café', caseNumber: 'EMN-2026-000077' });
      await makeIndstilling(api, { bodyId, title: 'Dækning på 100 %' });
    }
    expect(await titles(`q=${encodeURIComponent(words)}`)).toEqual(found);
  });

  it('looks at what was sent where that is all one reads, never at what was written since', async () => {
    const meeting = await makeMeeting(api, bodyId, '2026-09-08');
    const point = await makePoint(api, meeting.id, 'Et punkt');
    const { id } = await makeIndstilling(api, { bodyId, title: 'Sendt som pergola' });
    await putIndstillingInto(api, id, 'on-agenda', STEP_KINDS);
    await putMeetingInto(api, meeting.id, 'drafting');
    const sent = await api.send('post', `meetings/${meeting.id}/agenda-versions`, undefined, {
      ifMatch: meeting.version,
    });
    expect(sent.told).toBe('201');
    await sendOnPoint(api, point.id, id);
    await api.database.query("UPDATE indstilling SET title = 'Hemmelig lysthave' WHERE id = $1", [id]);
    expect(await titles('q=pergola', 'reader')).toEqual(['Sendt som pergola']);
    expect(await titles('q=lysthave', 'reader')).toEqual([]);
    expect(await titles('q=lysthave', 'secretariat')).toEqual(['Hemmelig lysthave']);
    expect(await titles('view=ready&q=pergola', 'reader')).toEqual([]);
  });
});

describe('an indstilling in a list', () => {
  const one = async (id: string, name?: string) =>
    (await listed(`bodyId=${bodyId}`, name)).find((row) => row.id === id);

  it('says since when it is where it is', async () => {
    const { id, version } = await makeIndstilling(api, { bodyId, unitId });
    expect(await one(id)).toMatchObject({ since: null });
    const before = Date.now();
    await api.send('post', `indstillinger/${id}/steps`, { action: 'submit' }, { ifMatch: version });
    const { since } = (await one(id)) ?? {};
    expect(Date.parse(since ?? '')).toBeGreaterThanOrEqual(before - 1000);
  });

  it('says when it is to be handed in, and whether that has passed while it is unfinished', async () => {
    await api.database.query(
      `UPDATE body SET settings = jsonb_set(settings, '{deadlines}',
         '{"indstillinger": {"workingDaysBefore": 3, "time": "12:00"}}') WHERE id = $1`,
      [bodyId],
    );
    const past = await makeMeeting(api, bodyId, '2026-02-05');
    const coming = await makeMeeting(api, bodyId, '2099-05-06');
    const wanting = (wantedMeetingId: string | null) => makeIndstilling(api, { bodyId, wantedMeetingId });
    const deadline = async ({ id }: { readonly id: string }, name?: string) =>
      (await one(id, name))?.deadline;
    const late = await wanting(past.id);
    expect(await deadline(late)).toEqual({ date: '2026-02-02', time: '12:00', passed: true });
    await putIndstillingInto(api, late.id, 'approved', STEP_KINDS);
    expect(await deadline(late)).toMatchObject({ passed: false });
    await putIndstillingInto(api, late.id, 'withdrawn', STEP_KINDS);
    expect(await deadline(late)).toBeNull();
    expect(await deadline(await wanting(coming.id))).toMatchObject({ date: '2099-05-01', passed: false });
    expect(await deadline(await wanting(null))).toBeNull();
  });

  it('says nothing of the meeting it wants to those who see no meetings of its body', async () => {
    const coming = await makeMeeting(api, bodyId, '2099-05-13');
    const { id } = await makeIndstilling(api, { bodyId, unitId, wantedMeetingId: coming.id });
    expect((await one(id, 'author'))?.deadline).not.toBeNull();
    await api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [bodyId]);
    expect((await one(id, 'author'))?.deadline).toBeNull();
  });
});
