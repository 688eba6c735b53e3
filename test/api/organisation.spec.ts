import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { pageOf } from '../../libs/contracts/common.js';
import { body, person, unit } from '../../libs/contracts/organisation.js';
import { faultPlaces, problemIn, rawRequest } from '../support/raw-request.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

let made = 0;
const next = (): number => (made += 1);
const newUnit = (fields: object = {}) =>
  api.take(unit, 'post', 'units', { code: `U${next()}`, name: 'Enheden', ...fields });
const newPerson = (fields: object = {}) =>
  api.take(person, 'post', 'people', { name: `Ida Prøve ${next()}`, ...fields });
const newBody = (fields: object = {}) =>
  api.take(body, 'post', 'bodies', { name: `Udvalg ${next()}`, kind: 'udvalg', ...fields });

const identified = z.looseObject({ id: z.string(), version: z.number() });
const KINDS = [
  { list: 'units', make: newUnit, change: { name: 'Andet navn' }, whole: { code: 'XX', name: 'Enhed' } },
  { list: 'people', make: newPerson, change: { title: 'Chef' }, whole: { name: 'Ole Prøve' } },
  { list: 'bodies', make: newBody, change: { visibility: 'closed' }, whole: { name: 'Råd', kind: 'raad' } },
] as const;

const cursorOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const BAD_CURSORS: [string, string][] = [
  ['no base64', '%%%'],
  ['no list', cursorOf({ a: 1 })],
  ['too short', cursorOf(['x'])],
  ['of numbers', cursorOf([1, 2])],
  ['without an id', cursorOf(['x', 'not an id'])],
  ['with a NUL', cursorOf(['x\u0000', unknownId()])],
];

describe.each(KINDS)('$list', ({ list, make, change, whole }) => {
  it('refuse an unknown key and what is missing, and name the place', async () => {
    const unknown = await api.send('post', list, { ...whole, colour: 'red' });
    expect(unknown.told).toBe('400 validation-failed');
    expect(problemIn(unknown.body).detail).toContain('colour');
    const nothing = await api.send('post', list, {});
    expect(nothing.told).toBe('400 validation-failed');
    expect(faultPlaces(nothing.body)).toEqual(Object.keys(whole));
  });

  it('refuse what is no id, and find nothing that is not there', async () => {
    expect((await api.send('get', `${list}/7`)).told).toBe('400 validation-failed');
    expect((await api.send('get', `${list}/${unknownId()}`)).told).toBe('404 not-found');
    const absent = await api.send('patch', `${list}/${unknownId()}`, change, { ifMatch: 1 });
    expect(absent.told).toBe('404 not-found');
  });

  it('are read with their version as ETag', async () => {
    const { id, ...rest } = await make();
    const read = await api.send('get', `${list}/${id}`);
    expect(read).toMatchObject({ etag: '"1"', body: { id, ...rest } });
  });

  it('are changed only by who read them as they are', async () => {
    const { id } = await make();
    const address = `${list}/${id}`;
    const changed = await api.send('patch', address, change, { ifMatch: 1 });
    expect(changed).toMatchObject({ status: 200, etag: '"2"', body: { ...change, version: 2 } });
    expect((await api.send('patch', address, change)).told).toBe('428 if-match-required');
    const stale = await api.send('patch', address, change, { ifMatch: 1 });
    expect(stale.told).toBe('412 stale-version');
    expect(problemIn(stale.body).current).toEqual(changed.body);
    expect((await api.send('patch', address, { id: unknownId() }, { ifMatch: 2 })).told).toBe(
      '400 validation-failed',
    );
  });

  it.each(['3', 'W/"1"', '*', '"1", "2"', '"x"', '""'])('do not take If-Match: %s', async (ifMatch) => {
    const { id } = await make();
    const answer = await rawRequest(api, 'patch', `/api/v1/${list}/${id}`, { 'If-Match': ifMatch }).send(
      change,
    );
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-if-match' } });
  });

  it('let one of ten who change the same version at once through', async () => {
    const { id } = await make();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => api.send('patch', `${list}/${id}`, change, { ifMatch: 1 })),
    );
    const told = answers.map((answer) => answer.told).sort();
    expect(told).toEqual(['200', ...Array<string>(9).fill('412 stale-version')]);
  });

  it('are paged without loss or repetition, also while others come in', async () => {
    for (let i = 0; i < 7; i += 1) await make();
    const before = new Set((await everyPage(list, 200)).map((item) => item.id));
    const seen = await everyPage(list, 3, async () => {
      await make();
    });
    const ids = seen.map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of before) expect(ids).toContain(id);
  });

  it.each(['limit=0', 'limit=201', 'limit=many', 'limit=1.5', 'limit=', 'page=2', 'limit=1&limit=2'])(
    'are not listed with %s',
    async (query) => {
      expect((await api.send('get', `${list}?${query}`)).told).toBe('400 validation-failed');
    },
  );

  it.each(BAD_CURSORS)('are not listed from a cursor that is %s', async (_name, cursor) => {
    const answer = await api.send('get', `${list}?cursor=${encodeURIComponent(cursor)}`);
    expect(answer.told).toBe('400 bad-cursor');
  });

  it.each([
    ['a NUL', 'A\u0000B'],
    ['a line break', 'A\nB'],
    ['half a surrogate pair', 'A\ud83d'],
    ['a line separator', 'A\u2028B'],
    ['nothing but blanks', '   '],
    ['301 characters', 'x'.repeat(301)],
  ])('are not named with %s', async (_name, name) => {
    const answer = await api.send('post', list, { ...whole, name });
    expect(answer.told).toBe('400 validation-failed');
    expect(faultPlaces(answer.body)).toEqual(['name']);
  });
});

async function everyPage(list: string, limit: number, between?: () => Promise<void>) {
  const items: z.infer<typeof identified>[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page: { items: z.infer<typeof identified>[]; nextCursor: string | null } = await api.take(
      pageOf(identified),
      'get',
      `${list}?limit=${limit}${from}`,
    );
    items.push(...page.items);
    cursor = page.nextCursor;
    if (cursor !== null) await between?.();
  }
  return items;
}

describe('Danish order', () => {
  it('has Aa as Å, last, æ and ø before it, and numbers as numbers', async () => {
    const { id: unitId } = await newUnit();
    const names = ['Aage', 'Ole', 'Øjvind', 'Ærø', 'Zita', 'Abel', 'Åse', 'Bilag 10', 'Bilag 2'];
    for (const name of names) await newPerson({ name, unitId });
    const page = await api.take(pageOf(person), 'get', `people?unitId=${unitId}`);
    expect(page.items.map((item) => item.name)).toEqual([
      ...['Abel', 'Bilag 2', 'Bilag 10', 'Ole', 'Zita', 'Ærø', 'Øjvind', 'Aage', 'Åse'],
    ]);
  });

  it('is the order of bodies and units, too, over the edge of a page', async () => {
    await newBody({ name: 'Aarhus Råd' });
    const last = (await everyPage('bodies', 2)).at(-1);
    expect(last).toMatchObject({ name: 'Aarhus Råd' });
    await newUnit({ code: 'AAR' });
    expect((await everyPage('units', 2)).at(-1)).toMatchObject({ code: 'AAR' });
  });
});

describe('a unit', () => {
  it('has a code of its own', async () => {
    const { code } = await newUnit();
    expect((await api.send('post', 'units', { code, name: 'En til' })).told).toBe('409 already-exists');
    const { id } = await newUnit();
    expect((await api.send('patch', `units/${id}`, { code }, { ifMatch: 1 })).told).toBe(
      '409 already-exists',
    );
  });

  it('is trimmed, and has an empty letterhead until somebody writes one', async () => {
    const unitMade = await newUnit({ name: '  Sekretariatet  ' });
    expect(unitMade).toMatchObject({
      name: 'Sekretariatet',
      aliases: [],
      letterhead: { department: null, lines: [], phones: [], emails: [] },
    });
  });

  it('says where in its letterhead a fault stands', async () => {
    const letterhead = { department: null, lines: ['Torvet 1', ''], phones: [], emails: [] };
    const answer = await api.send('post', 'units', { code: 'LH', name: 'Enhed', letterhead });
    expect(faultPlaces(answer.body)).toEqual(['letterhead.lines[1]']);
  });
});

describe('a person', () => {
  it.each<[string, object, string]>([
    ['an e-mail address that is none', { email: 'ida@' }, 'email'],
    ['a phone with a NUL', { phone: '8940\u0000 2000' }, 'phone'],
    ['a unit that is no id', { unitId: 'FAS' }, 'unitId'],
    ['initials too long', { initials: 'ABCDEFGHIJK' }, 'initials'],
  ])('is refused with %s', async (_name, fields, at) => {
    const answer = await api.send('post', 'people', { name: 'Ida', ...fields });
    expect(answer.told).toBe('400 validation-failed');
    expect(faultPlaces(answer.body)).toEqual([at]);
  });

  it('belongs to a unit that is there', async () => {
    const unitId = unknownId();
    expect((await api.send('post', 'people', { name: 'Ida', unitId })).told).toBe('422 reference-not-found');
  });

  it('is listed by unit and by whether they are still here', async () => {
    const { id: unitId } = await newUnit();
    const { id } = await newPerson({ unitId });
    await newPerson({ unitId, active: false });
    const found = await api.take(pageOf(person), 'get', `people?unitId=${unitId}&active=true`);
    expect(found.items.map((item) => item.id)).toEqual([id]);
    expect((await api.send('get', 'people?active=1')).told).toBe('400 validation-failed');
  });

  it('is named in no event', async () => {
    const { id } = await newPerson({ name: 'Kanariefugl Prøve' });
    await api.send('patch', `people/${id}`, { email: 'kanariefugl@eksempel.dk' }, { ifMatch: 1 });
    const events = await api.database.query<{ name: string; data: unknown }>(
      'SELECT name, data FROM event WHERE subject_id = $1',
      [id],
    );
    expect(events.map((event) => event.name)).toEqual(['person.created', 'person.changed']);
    expect(JSON.stringify(events)).not.toMatch(/kanariefugl/i);
  });
});

describe('the settings of a body', () => {
  it('are its kind’s own where nothing is said', async () => {
    const { settings } = await newBody({ kind: 'raadmandsmoede', settings: { start: '10:30' } });
    expect(settings).toEqual({
      numbering: 'separate-series',
      agendaForm: 'short',
      landing: 'before-closing-standing',
      approvalSteps: ['leader', 'secretariat', 'director'],
      templates: ['raadmand', 'briefing', 'cover-note', 'council'],
      sections: {},
      deadlines: {},
      start: '10:30',
      end: null,
      place: null,
      caseNumber: null,
    });
    const council = await newBody({ kind: 'byraad' });
    expect(council.settings.approvalSteps).toEqual(['leader', 'secretariat', 'director', 'raadmand']);
    expect(council.settings.agendaForm).toBe('full');
    expect(council.settings.templates[0]).toBe('council');
  });

  it('keep what a change does not name', async () => {
    const settings = { start: '09:00', end: '11:00', place: 'Lokale 1', numbering: 'one-series' };
    const { id } = await newBody({ settings });
    const changed = await api.take(
      body,
      'patch',
      `bodies/${id}`,
      { settings: { place: 'Lokale 2' } },
      { ifMatch: 1 },
    );
    expect(changed.settings).toMatchObject({ ...settings, place: 'Lokale 2' });
  });

  const rule = (workingDaysBefore: number, time = '12:00') => ({ workingDaysBefore, time });
  it.each<[string, object, string, string]>([
    [
      'a step twice',
      { approvalSteps: ['leader', 'leader'] },
      '422 approval-steps-repeated',
      'settings.approvalSteps[1]',
    ],
    [
      'material after the agenda',
      { deadlines: { material: rule(2), agenda: rule(4) } },
      '422 deadline-after-agenda',
      'settings.deadlines.material',
    ],
    [
      'indstillinger an hour after the agenda',
      { deadlines: { indstillinger: rule(4, '13:00'), agenda: rule(4) } },
      '422 deadline-after-agenda',
      'settings.deadlines.indstillinger',
    ],
    [
      'a section off that every text has',
      { sections: { raadmand: { statement: { heading: null, off: true } } } },
      '422 section-required',
      'settings.sections.raadmand.statement',
    ],
    [
      'two sections of one name',
      { sections: { council: { effect: { heading: 'Resume', off: false } } } },
      '422 heading-taken',
      'settings.sections.council.effect',
    ],
    ['an end before its start', { start: '18:00', end: '17:00' }, '422 end-not-after-start', 'settings.end'],
  ])('are refused with %s, saying where, and nothing changes', async (_name, settings, told, at) => {
    const answer = await api.send('post', 'bodies', { name: `Råd ${next()}`, kind: 'raad', settings });
    expect(answer.told).toBe(told);
    expect(problemIn(answer.body).at).toBe(at);
    const unchanged = await newBody();
    const change = await api.send('patch', `bodies/${unchanged.id}`, { settings }, { ifMatch: 1 });
    expect(change.told).toBe(told);
    expect((await api.send('get', `bodies/${unchanged.id}`)).body).toEqual(unchanged);
  });

  it.each<[string, object, string]>([
    ['no steps', { approvalSteps: [] }, 'settings.approvalSteps'],
    ['a step that is none', { approvalSteps: ['leader', 'mayor'] }, 'settings.approvalSteps[1]'],
    ['no templates', { templates: [] }, 'settings.templates'],
    ['a template twice', { templates: ['council', 'council'] }, 'settings.templates'],
    [
      'an empty heading',
      { sections: { council: { effect: { heading: '', off: false } } } },
      'settings.sections.council.effect.heading',
    ],
    ['negative days', { deadlines: { agenda: rule(-1) } }, 'settings.deadlines.agenda.workingDaysBefore'],
    ['61 days', { deadlines: { agenda: rule(61) } }, 'settings.deadlines.agenda.workingDaysBefore'],
    ['24:00', { deadlines: { agenda: rule(1, '24:00') } }, 'settings.deadlines.agenda.time'],
    ['a start at 9', { start: '9' }, 'settings.start'],
  ])('do not take %s', async (_name, settings, at) => {
    const answer = await api.send('post', 'bodies', { name: `Råd ${next()}`, kind: 'raad', settings });
    expect(answer.told).toBe('400 validation-failed');
    expect(faultPlaces(answer.body)).toEqual([at]);
  });

  it('do not take a deadline nobody has heard of', async () => {
    const settings = { deadlines: { lunch: rule(1) } };
    const answer = await api.send('post', 'bodies', { name: `Råd ${next()}`, kind: 'raad', settings });
    expect(answer.told).toBe('400 validation-failed');
  });

  it('name a secretariat that is there', async () => {
    const fields = { name: `Råd ${next()}`, kind: 'raad', secretariatId: unknownId() };
    expect((await api.send('post', 'bodies', fields)).told).toBe('422 reference-not-found');
  });

  it('belong to a body of its own name', async () => {
    const { name } = await newBody();
    expect((await api.send('post', 'bodies', { name, kind: 'raad' })).told).toBe('409 already-exists');
  });
});

describe('the standing points of a body', () => {
  it('are replaced as a whole, in their order, with the version of the body', async () => {
    const { id } = await newBody();
    const address = `bodies/${id}/standing-points`;
    const points = [{ title: 'Dagsorden' }, { title: 'Referat', minutes: 5, visibility: 'closed' }];
    const first = await api.send('put', address, { points }, { ifMatch: 1 });
    expect(first).toMatchObject({ etag: '"2"', body: { standingPoints: points, version: 2 } });
    const second = await api.take(body, 'put', address, { points: [{ title: 'Eventuelt' }] }, { ifMatch: 2 });
    expect(second.standingPoints.map((point) => point.title)).toEqual(['Eventuelt']);
    const none = await api.take(body, 'put', address, { points: [] }, { ifMatch: 3 });
    expect(none.standingPoints).toEqual([]);
    expect((await api.send('get', `bodies/${id}`)).body).toEqual(none);
  });

  it('are refused when they do not fit, are stale, or belong to nobody', async () => {
    const { id } = await newBody();
    const address = `bodies/${id}/standing-points`;
    const bad = await api.send(
      'put',
      address,
      { points: [{ title: 'A' }, { title: 'B', minutes: -5 }] },
      { ifMatch: 1 },
    );
    expect(bad.told).toBe('400 validation-failed');
    expect(faultPlaces(bad.body)).toEqual(['points[1].minutes']);
    const points = [{ title: 'A' }];
    expect((await api.send('put', address, { points })).told).toBe('428 if-match-required');
    const stale = await api.send('put', address, { points }, { ifMatch: 4 });
    expect(stale.told).toBe('412 stale-version');
    expect(problemIn(stale.body).current).toMatchObject({ id, version: 1 });
    const absent = await api.send('put', `bodies/${unknownId()}/standing-points`, { points }, { ifMatch: 1 });
    expect(absent.told).toBe('404 not-found');
  });
});
