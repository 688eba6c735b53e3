import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { completeness, indstilling, indstillingSummary } from '../../libs/contracts/indstillinger.js';
import type { IndstillingView } from '../../libs/contracts/indstillinger.js';
import { pageOf } from '../../libs/contracts/common.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { body, person, unit } from '../../libs/contracts/organisation.js';
import { fromPlainText } from '../../libs/domain/text/index.js';
import { COMPLETE_SECTIONS, makeBodyWithSteps, makeIndstilling } from '../builders/indstillinger.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const makeMeeting = (bodyId: string) => api.take(meeting, 'post', 'meetings', { bodyId, date: '2026-03-10' });
const change = (id: string, fields: object, ifMatch = 1): Promise<IndstillingView> =>
  api.take(indstilling, 'patch', `indstillinger/${id}`, fields, { ifMatch });

describe('beginning an indstilling', () => {
  it.each<[string, object]>([
    ['no title', { title: '' }],
    ['a title of two lines', { title: 'En\nTo' }],
    ['negative minutes', { minutes: -5 }],
    ['minutes of more than a day', { minutes: 1441 }],
    ['an unknown template', { template: 'byråd' }],
    ['an unknown key', { colour: 'red' }],
    ['a month that does not exist', { month: '2026-13' }],
    ['an author who is both a person and words', { author: { personId: unknownId(), name: 'A' } }],
    ['an e-mail that is none', { author: { name: 'A', email: 'a' } }],
    ['a section that is no block JSON', { sections: { introduction: 'Tekst' } }],
    ['a key no section can have', { sections: { Indledning: [] } }],
  ])('refuses %s', async (_name, fields) => {
    const bodyId = await makeBodyWithSteps(api);
    const answer = await api.send('post', 'indstillinger', { bodyId, title: 'Titel', ...fields });
    expect(answer.told).toBe('400 validation-failed');
  });

  it.each<[string, () => object, string]>([
    ['a body', () => ({ bodyId: unknownId() }), 'bodyId'],
    ['a meeting', () => ({ wantedMeetingId: unknownId() }), 'wantedMeetingId'],
    ['a person', () => ({ author: { personId: unknownId() } }), 'author.personId'],
  ])('refuses %s that is not there, and says where', async (_name, fields, at) => {
    const bodyId = await makeBodyWithSteps(api);
    const answer = await api.send('post', 'indstillinger', { bodyId, title: 'Titel', ...fields() });
    expect(answer.body).toMatchObject({ code: 'reference-not-found', status: 422, at });
  });

  it('refuses a unit that is not there', async () => {
    const bodyId = await makeBodyWithSteps(api);
    const answer = await api.send('post', 'indstillinger', { bodyId, title: 'T', unitId: unknownId() });
    expect(answer.told).toBe('422 reference-not-found');
  });

  it('refuses a section its template does not have', async () => {
    const bodyId = await makeBodyWithSteps(api);
    const fields = { bodyId, title: 'Titel', sections: { effect: fromPlainText('Effekt') } };
    const answer = await api.send('post', 'indstillinger', fields);
    expect(answer.body).toMatchObject({ code: 'section-unknown', status: 422, at: 'sections.effect' });
  });

  it('refuses a wanted meeting of another body, and a cancelled one', async () => {
    const bodyId = await makeBodyWithSteps(api);
    const other = await makeMeeting(await makeBodyWithSteps(api));
    const own = await makeMeeting(bodyId);
    await api.send('post', `meetings/${own.id}/steps`, { action: 'cancel', reason: 'Ferie' }, { ifMatch: 1 });
    const want = (wantedMeetingId: string) =>
      api.send('post', 'indstillinger', { bodyId, title: 'Titel', wantedMeetingId });
    expect((await want(other.id)).told).toBe('422 meeting-of-another-body');
    expect((await want(own.id)).told).toBe('422 wanted-meeting-cancelled');
  });

  it('gives a draft with every section of its template, empty where nothing was written', async () => {
    const bodyId = await makeBodyWithSteps(api, ['leader', 'director']);
    const { id: wantedMeetingId } = await makeMeeting(bodyId);
    const { id: unitId } = await api.take(unit, 'post', 'units', { code: 'PRØ', name: 'Prøveenheden' });
    const introduction = fromPlainText('Indledning');
    const written = await makeIndstilling(api, {
      ...{ bodyId, wantedMeetingId, unitId, month: 'marts 2026', caseNumber: 'EMN-2026-000001' },
      author: { name: 'Berit Prøve', phone: '87 13 00 00' },
      sections: { introduction },
    });
    expect(written).toMatchObject({
      ...{ bodyId, wantedMeetingId, unitId, month: 'marts 2026', template: 'raadmand', minutes: 10 },
      author: { personId: null, name: 'Berit Prøve', phone: '87 13 00 00', email: null },
      ...{ state: 'draft', step: null, steps: ['leader', 'director'], submission: 0, version: 1 },
      actions: ['submit', 'revise', 'withdraw'],
    });
    expect(Object.keys(written.sections)).toEqual(Object.keys(COMPLETE_SECTIONS));
    expect(written.sections).toMatchObject({ introduction, statement: [] });
  });

  it('is on the template that its body proposes first where none is named', async () => {
    const settings = { templates: ['cover-note', 'raadmand'] };
    const made = await api.take(body, 'post', 'bodies', {
      name: 'Råd for forklæder',
      kind: 'raad',
      settings,
    });
    const proposed = await makeIndstilling(api, { bodyId: made.id, sections: {} });
    expect(proposed.template).toBe('cover-note');
    expect(Object.keys(proposed.sections)[0]).toBe('background');
    const named = await makeIndstilling(api, { bodyId: made.id, template: 'raadmand' });
    expect(named.template).toBe('raadmand');
  });

  it('copies name, phone and e-mail of an author who is a person', async () => {
    const fields = { name: 'Carl Prøve', phone: '87 13 00 01', email: 'carl@example.dk' };
    const { id: personId } = await api.take(person, 'post', 'people', fields);
    const { author } = await makeIndstilling(api, { author: { personId } });
    expect(author).toEqual({ personId, ...fields });
  });

  it('is done once however often it is asked with the same Idempotency-Key', async () => {
    const bodyId = await makeBodyWithSteps(api);
    const ask = () =>
      api.send('post', 'indstillinger', { bodyId, title: 'Titel' }, { key: `begin-${bodyId}` });
    const [first, second] = [await ask(), await ask()];
    expect(second.body).toEqual(first.body);
    const listed = await api.send('get', `indstillinger?bodyId=${bodyId}`);
    expect(listed.body).toMatchObject({ items: [{ title: 'Titel' }] });
  });
});

describe('reading indstillinger', () => {
  it('finds none that is not there', async () => {
    expect((await api.send('get', `indstillinger/${unknownId()}`)).told).toBe('404 not-found');
    expect((await api.send('get', 'indstillinger/17')).told).toBe('400 validation-failed');
  });

  it('gives one with its version as ETag', async () => {
    const written = await makeIndstilling(api);
    const answer = await api.send('get', `indstillinger/${written.id}`);
    expect(answer.etag).toBe('"1"');
    expect(answer.body).toEqual(written);
  });

  it('refuses an unknown state, an unknown filter and a cursor of its own making', async () => {
    const told = async (query: string) => (await api.send('get', `indstillinger?${query}`)).told;
    expect(await told('state=approved-ish')).toBe('400 validation-failed');
    expect(await told('title=a')).toBe('400 validation-failed');
    expect(await told('cursor=abc')).toBe('400 bad-cursor');
  });

  it('lists them newest first, without texts, a page at a time', async () => {
    const bodyId = await makeBodyWithSteps(api);
    const ids: string[] = [];
    for (const title of ['Første', 'Anden', 'Tredje'])
      ids.unshift((await makeIndstilling(api, { bodyId, title })).id);
    const page = (more: string) =>
      api.take(pageOf(indstillingSummary), 'get', `indstillinger?bodyId=${bodyId}&limit=2${more}`);
    const first = await page('');
    const second = await page(`&cursor=${String(first.nextCursor)}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    const raw = await api.send('get', `indstillinger?bodyId=${bodyId}&limit=1`);
    expect(JSON.stringify(raw.body)).not.toContain('sections');
  });

  it('finds them by state, unit and wanted meeting', async () => {
    const bodyId = await makeBodyWithSteps(api);
    const wanted = await makeMeeting(bodyId);
    const { id: unitId } = await api.take(unit, 'post', 'units', { code: 'FIL', name: 'Filterenheden' });
    const plain = await makeIndstilling(api, { bodyId });
    const special = await makeIndstilling(api, { bodyId, unitId, wantedMeetingId: wanted.id });
    await api.send('post', `indstillinger/${plain.id}/steps`, { action: 'submit' }, { ifMatch: 1 });
    const found = async (query: string) => {
      const address = `indstillinger?bodyId=${bodyId}&${query}`;
      const { items } = await api.take(pageOf(indstillingSummary), 'get', address);
      return items.map(({ id }) => id);
    };
    expect(await found('state=with-leader')).toEqual([plain.id]);
    expect(await found(`unitId=${unitId}`)).toEqual([special.id]);
    expect(await found(`wantedMeetingId=${wanted.id}`)).toEqual([special.id]);
    expect(await found(`state=with-leader&unitId=${unitId}`)).toEqual([]);
  });
});

describe('changing an indstilling', () => {
  it('refuses a wrong type, what is not there, and a change without or with a stale version', async () => {
    const { id } = await makeIndstilling(api);
    await change(id, { title: 'Ny titel' });
    const told = async (address: string, fields: object, ifMatch?: number) => {
      const options = ifMatch === undefined ? {} : { ifMatch };
      return (await api.send('patch', `indstillinger/${address}`, fields, options)).told;
    };
    expect(await told(id, { minutes: 'ti' }, 2)).toBe('400 validation-failed');
    expect(await told(unknownId(), { minutes: 5 }, 1)).toBe('404 not-found');
    expect(await told(id, { minutes: 5 })).toBe('428 if-match-required');
    expect(await told(id, { minutes: 5 }, 1)).toBe('412 stale-version');
  });

  it('shows the present state to who comes too late', async () => {
    const { id } = await makeIndstilling(api);
    const present = await change(id, { title: 'Ny titel' });
    const answer = await api.send('patch', `indstillinger/${id}`, { title: 'Min titel' }, { ifMatch: 1 });
    expect(answer.body).toMatchObject({ current: present });
  });

  it('writes the sections it is given and leaves the others', async () => {
    const { id } = await makeIndstilling(api);
    const statement = fromPlainText('En anden sagsfremstilling.');
    const changed = await change(id, { sections: { statement }, minutes: null });
    expect(changed.sections).toEqual({ ...COMPLETE_SECTIONS, statement });
    expect(changed).toMatchObject({ minutes: null, version: 2, state: 'draft' });
  });

  it('keeps the texts of the old template when the template changes', async () => {
    const { id } = await makeIndstilling(api);
    const { sections } = await change(id, { template: 'cover-note' });
    expect(sections).toMatchObject({ background: [], statement: COMPLETE_SECTIONS.statement });
    const later = await change(id, { sections: { statement: [] } }, 2);
    expect(Object.keys(later.sections)).not.toContain('statement');
  });

  it('takes another body with a meeting of that body, and not with the old one', async () => {
    const [from, to] = [await makeBodyWithSteps(api), await makeBodyWithSteps(api, ['secretariat'])];
    const { id: oldMeeting } = await makeMeeting(from);
    const { id: wantedMeetingId } = await makeMeeting(to);
    const { id } = await makeIndstilling(api, { bodyId: from, wantedMeetingId: oldMeeting });
    const answer = await api.send('patch', `indstillinger/${id}`, { bodyId: to }, { ifMatch: 1 });
    expect(answer.told).toBe('422 meeting-of-another-body');
    const moved = await change(id, { bodyId: to, wantedMeetingId });
    expect(moved).toMatchObject({ bodyId: to, wantedMeetingId, steps: ['secretariat'] });
  });

  it('says in its history which fields changed, and no words', async () => {
    const { id } = await makeIndstilling(api);
    await change(id, { title: 'En hemmelig titel', minutes: 5 });
    const [event] = await api.database.query<{ data: object }>(
      "SELECT data FROM event WHERE subject_id = $1 AND name = 'indstilling.changed'",
      [id],
    );
    expect(event?.data).toMatchObject({ fields: ['title', 'minutes'] });
    expect(JSON.stringify(event)).not.toContain('hemmelig');
  });
});

describe('what an indstilling lacks', () => {
  it('is asked of one that is there', async () => {
    expect((await api.send('get', `indstillinger/${unknownId()}/completeness`)).told).toBe('404 not-found');
  });

  it('is nothing when everything is written', async () => {
    const { id } = await makeIndstilling(api);
    const answer = await api.send('get', `indstillinger/${id}/completeness`);
    expect(answer.body).toMatchObject({ complete: true, findings: [], readability: { pages: 1 } });
  });

  it('is told by place, with whether it blocks', async () => {
    const { id } = await makeIndstilling(api, { minutes: null });
    await change(id, { sections: { resources: fromPlainText('Udgiften er xx kr.'), statement: [] } });
    await change(id, { template: 'briefing' }, 2);
    const found = await api.take(completeness, 'get', `indstillinger/${id}/completeness`);
    expect(found.complete).toBe(false);
    expect(found.findings.filter(({ blocks }) => blocks)).toEqual([
      { code: 'minutes-missing', blocks: true, place: 'minutes', excerpt: null },
      { code: 'section-empty', blocks: true, place: 'statement', excerpt: null },
    ]);
    const unknown = found.findings.filter(({ code }) => code === 'section-unknown');
    expect(new Set(unknown.map(({ place }) => place))).toEqual(
      new Set(['recommendation', 'resources', 'communication']),
    );
  });
});
