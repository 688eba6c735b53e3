import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { attachment, attachmentList } from '../../libs/contracts/attachments.js';
import { pageOf } from '../../libs/contracts/common.js';
import { documentView } from '../../libs/contracts/documents.js';
import { completeness, indstilling, listedIndstilling } from '../../libs/contracts/indstillinger.js';
import type { IndstillingView } from '../../libs/contracts/indstillinger.js';
import { opinion, opinions } from '../../libs/contracts/opinions.js';
import type { OpinionView, OpinionsView } from '../../libs/contracts/opinions.js';
import { addDays, isWorkingDay, localOf } from '../../libs/domain/calendar/index.js';
import { INDSTILLING_STATES, STEP_KINDS } from '../../libs/domain/indstilling/index.js';
import { fromPlainText } from '../../libs/domain/text/index.js';
import { Cast } from '../builders/cast.js';
import { makeUnit } from '../builders/follow-ups.js';
import {
  COMPLETE_SECTIONS,
  keepSubmission,
  makeBodyWithSteps,
  makeIndstilling,
  putIndstillingInto,
  sendOnPoint,
} from '../builders/indstillinger.js';
import { heldMeeting } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let cast: Cast;
let bodyId: string;
let unitId: string;
let askedUnit: string;
let made: IndstillingView;
const today = (): string => localOf(new Date().toISOString()).date;

beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBodyWithSteps(api);
  unitId = await makeUnit(api, 'MØB');
  askedUnit = await makeUnit(api, 'JURA');
  const elsewhere = await makeUnit(api, 'HR');
  cast = await Cast.of(api, {
    author: [{ role: 'staff', unitId }],
    leader: [{ role: 'leader', unitId }],
    secretariat: [{ role: 'secretariat', bodyId }],
    director: [{ role: 'director' }],
    raadmand: [{ role: 'raadmand', bodyId }],
    'asked leader': [{ role: 'leader', unitId: askedUnit }],
    'asked staff': [{ role: 'staff', unitId: askedUnit }],
    'asked secretary': [
      { role: 'staff', unitId: askedUnit },
      { role: 'secretariat', bodyId },
    ],
    elsewhere: [{ role: 'leader', unitId: elsewhere }],
    reader: [{ role: 'reader', bodyId }],
  });
});
beforeEach(async () => {
  const author = { personId: cast.as('author').personId };
  made = await makeIndstilling(api, { bodyId, unitId, author });
});
afterAll(() => api.stop());

const path = (): string => `indstillinger/${made.id}`;
const by = (name: string) => ({ by: cast.as(name) });
const ask = (name = 'author', fields: object = {}): Promise<OpinionView> =>
  api.take(opinion, 'post', `${path()}/opinions`, { unitId: askedUnit, ...fields }, by(name));
const told = async (...args: Parameters<TestApi['send']>): Promise<string> => (await api.send(...args)).told;
const listed = (name: string): Promise<OpinionsView> =>
  api.take(opinions, 'get', `${path()}/opinions`, undefined, by(name));
const answer = (asked: Pick<OpinionView, 'id' | 'version'>, fields: object, name = 'asked staff') =>
  api.send('post', `opinions/${asked.id}/answer`, fields, { ...by(name), ifMatch: asked.version });
const withdraw = (asked: Pick<OpinionView, 'id' | 'version'>, name = 'author') =>
  told('delete', `opinions/${asked.id}`, undefined, { ...by(name), ifMatch: asked.version });
const ITS_OWN = ['author', 'leader'];
const ASKED = ['asked leader', 'asked staff', 'asked secretary'];

describe('a unit that is asked for its opinion', () => {
  it('reads the draft, answers once and keeps reading it', async () => {
    expect(await cast.whoGets(path())).toEqual(ITS_OWN);
    const asked = await ask();
    expect(asked).toMatchObject({ unitId: askedUnit, state: 'awaited', text: null, answeredBy: null });
    expect(isWorkingDay(asked.dueOn, [])).toBe(true);
    expect(asked.dueOn >= addDays(today(), 7)).toBe(true);
    expect(asked.dueOn).toBe((await listed('author')).suggestedDueOn);
    expect(await cast.whoGets(path())).toEqual([...ITS_OWN, ...ASKED]);
    const [seen] = (await listed('asked staff')).items;
    expect([seen?.abilities.answer, seen?.abilities.withdraw]).toEqual([
      true,
      expect.objectContaining({ code: 'not-allowed' }),
    ]);
    const text = 'Der mangler en pris.';
    const given = await answer(asked, { answer: 'remarks', text });
    expect(given.told).toBe('200');
    expect(given.body).toMatchObject({ state: 'remarks', text, version: 2 });
    const name = (given.body as OpinionView).answeredBy;
    expect(name).not.toBeNull();
    expect((await listed('leader')).items).toMatchObject([{ state: 'remarks', text, answeredBy: name }]);
    expect((await answer(asked, { answer: 'agrees' })).told).toBe('412 stale-version');
    const again = { id: asked.id, version: 2 };
    expect((await answer(again, { answer: 'agrees' }, 'asked leader')).told).toBe('409 opinion-given');
    expect(await withdraw(again)).toBe('409 opinion-given');
    await putIndstillingInto(api, made.id, 'decided', STEP_KINDS);
    expect(await cast.whoGets(path())).toEqual([
      ...['author', 'leader', 'secretariat', 'director', 'raadmand', ...ASKED],
    ]);
  });

  it('no longer sees it once the question is taken back', async () => {
    const asked = await ask();
    expect(await withdraw(asked, 'asked staff')).toBe('403 not-allowed');
    expect(await withdraw({ ...asked, version: 7 })).toBe('412 stale-version');
    expect(await withdraw(asked, 'leader')).toBe('204');
    expect(await cast.whoGets(path())).toEqual(ITS_OWN);
    expect(await withdraw(asked)).toBe('404 not-found');
    expect((await answer(asked, { answer: 'agrees' })).told).toBe('404 not-found');
    expect((await listed('author')).items).toEqual([]);
  });

  it('changes nothing, also where it is the secretariat that could change it later', async () => {
    await ask();
    for (const name of ASKED) {
      const change = { ...by(name), ifMatch: made.version };
      expect(await told('patch', path(), { minutes: 5 }, change)).toBe('403 not-allowed');
      expect(await told('post', `${path()}/steps`, { action: 'submit' }, change)).toBe('403 not-allowed');
      const fields = { unitId };
      expect(await told('post', `${path()}/opinions`, fields, by(name))).toBe('403 not-allowed');
    }
    await putIndstillingInto(api, made.id, 'with-leader', STEP_KINDS);
    const change = { ...by('asked secretary'), ifMatch: made.version };
    expect(await told('patch', path(), { minutes: 5 }, change)).toBe('200');
  });

  it('has its open bilag and reads nowhere of a closed one', async () => {
    const words = { attachments: fromPlainText('Bilag 1: Kort\nBilag 2: Lægebrev') };
    const fields = { sections: { ...COMPLETE_SECTIONS, ...words } };
    await api.take(indstilling, 'patch', path(), fields, { ifMatch: made.version });
    const open = { title: 'Kort', visibility: 'open' };
    await api.take(attachment, 'post', `${path()}/attachments`, open);
    const closed = { title: 'Lægebrev', visibility: 'closed' };
    await ask();
    const bare = await told('post', `${path()}/documents`, {}, by('asked staff'));
    expect([bare, await told('post', `${path()}/documents`, {}, by('elsewhere'))]).toEqual([
      ...['202', '404 not-found'],
    ]);
    const { id } = await api.take(attachment, 'post', `${path()}/attachments`, closed);
    await keepSubmission(api, made.id);
    const whole = (await api.take(documentView, 'post', `${path()}/documents`, {}, by('author'))).id;
    for (const name of ['asked leader', 'asked staff']) {
      const { items } = await api.take(
        ...([attachmentList, 'get', `${path()}/attachments`, undefined, by(name)] as const),
      );
      expect(items.map(({ title }) => title)).toEqual(['Kort']);
      const answers: unknown[] = [];
      for (const part of ['', '/completeness', '/versions', '/versions/1'])
        answers.push((await api.send('get', `${path()}${part}`, undefined, by(name))).body);
      expect(JSON.stringify(answers)).not.toMatch(/Lægebrev/);
      expect(JSON.stringify(answers)).toMatch(/Kort/);
      expect(await told('get', `attachments/${id}`, undefined, by(name))).toBe('404 not-found');
      expect(await told('get', `documents/${whole}`, undefined, by(name))).toBe('404 not-found');
      expect(await told('post', `${path()}/documents`, {}, by(name))).toBe('403 not-allowed');
      expect(await told('post', `${path()}/documents`, { submission: 1 }, by(name))).toBe('403 not-allowed');
    }
    const theirs = await api.send('get', path(), undefined, by('author'));
    expect(JSON.stringify(theirs.body)).toMatch(/Lægebrev/);
    expect(await told('get', `documents/${whole}`, undefined, by('author'))).toBe('200');
  });

  it('has nothing of the agenda, and nothing at all where one of it is disqualified on a closed point', async () => {
    const asked = await ask();
    const { closedPoint } = await heldMeeting(api, bodyId);
    await putIndstillingInto(api, made.id, 'on-agenda', STEP_KINDS);
    await sendOnPoint(api, closedPoint, made.id);
    const point = await told('get', `agenda-points/${closedPoint}`, undefined, by('asked staff'));
    expect(point).toBe('404 not-found');
    expect(await told('get', path(), undefined, by('asked staff'))).toBe('200');
    await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
      ...[closedPoint, cast.as('asked staff').personId],
    ]);
    for (const address of [path(), `${path()}/opinions`])
      expect(await told('get', address, undefined, by('asked staff'))).toBe('404 not-found');
    expect((await answer(asked, { answer: 'agrees' })).told).toBe('404 not-found');
    expect((await answer(asked, { answer: 'agrees' }, 'asked leader')).told).toBe('200');
  });
});

describe('asking a unit', () => {
  it('is for those who write the indstilling, until it is approved', async () => {
    const may: string[] = [];
    for (const state of INDSTILLING_STATES) {
      await putIndstillingInto(api, made.id, state, STEP_KINDS);
      const answered = await api.send('post', `${path()}/opinions`, { unitId: askedUnit }, by('author'));
      if (answered.told === '201') {
        may.push(state);
        expect(await withdraw(answered.body as OpinionView)).toBe('204');
      } else expect([state, answered.told]).toEqual([state, '409 opinion-not-now']);
    }
    expect(may).toEqual([
      ...['draft', 'with-leader', 'with-secretariat', 'with-director', 'with-raadmand', 'returned'],
    ]);
  });

  it('asks one that is there, is another, and is not asked already, by a day to come', async () => {
    const said = (fields: object) => told('post', `${path()}/opinions`, fields, by('author'));
    expect(await said({ unitId: crypto.randomUUID() })).toBe('422 reference-not-found');
    expect(await said({ unitId })).toBe('422 opinion-of-own-unit');
    const yesterday = addDays(today(), -1);
    expect(await said({ unitId: askedUnit, dueOn: yesterday })).toBe('422 opinion-due-passed');
    expect((await ask('author', { dueOn: today() })).dueOn).toBe(today());
    expect(await said({ unitId: askedUnit })).toBe('409 opinion-awaited');
  });

  it('asks again once the unit has answered', async () => {
    const first = await ask();
    expect((await answer(first, { answer: 'remarks' })).told).toBe('422 opinion-text-missing');
    expect((await answer(first, { answer: 'agrees' })).told).toBe('200');
    await ask('leader');
    expect((await listed('asked leader')).items.map(({ state }) => state)).toEqual(['agrees', 'awaited']);
  });

  it('is done once by two who ask in the same moment', async () => {
    const both = await Promise.all(
      ['author', 'leader'].map((name) => told('post', `${path()}/opinions`, { unitId: askedUnit }, by(name))),
    );
    expect(both.sort()).toEqual(['201', '409 opinion-awaited']);
  });

  it('shows as overdue the day after, and as a hint that stops no submission', async () => {
    const { id } = await ask();
    const findings = async () => {
      const found = await api.take(completeness, 'get', `${path()}/completeness`, undefined, by('author'));
      return { ...found, findings: found.findings.filter(({ code }) => code === 'opinion-awaited') };
    };
    expect(await findings()).toMatchObject({ complete: true, findings: [{ blocks: false, place: null }] });
    await api.database.query('UPDATE indstilling_opinion SET due_on = $2 WHERE id = $1', [
      ...[id, addDays(today(), -1)],
    ]);
    expect((await listed('author')).items).toMatchObject([{ state: 'overdue' }]);
    const submitted = { ...by('author'), ifMatch: made.version };
    expect(await told('post', `${path()}/steps`, { action: 'submit' }, submitted)).toBe('200');
    expect((await answer({ id, version: 1 }, { answer: 'agrees' })).told).toBe('200');
    expect((await findings()).findings).toEqual([]);
  });

  it('is recorded, the words of the answer by their hash only, and stands in the record of the people', async () => {
    const asked = await ask();
    const text = 'Hemmelige bemærkninger';
    await answer(asked, { answer: 'remarks', text });
    const events = await api.database.query<{ name: string; data: object }>(
      `SELECT name, data FROM event WHERE subject_id = $1 AND name LIKE '%.opinion-%' ORDER BY seq`,
      [made.id],
    );
    expect(events).toMatchObject([
      { name: 'indstilling.opinion-asked', data: { opinionId: asked.id, unitId: askedUnit } },
      { name: 'indstilling.opinion-given', data: { opinionId: asked.id, answer: 'remarks' } },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Hemmelige/);
    const { personId } = cast.as('asked staff');
    const record = await api.send('get', `people/${personId}/record`, undefined, by('asked staff'));
    expect(JSON.stringify(record.body)).toMatch(new RegExp(asked.id));
  });
});

describe('the list of indstillinger', () => {
  it('shows each whole to exactly those who get it whole, asked or not, in every state', async () => {
    const ids: string[] = [];
    for (const [i, state] of INDSTILLING_STATES.entries()) {
      const author = { personId: cast.as('author').personId };
      made = await makeIndstilling(api, { bodyId, unitId, author });
      ids.push(made.id);
      if (i % 3 > 0) {
        const asked = await ask();
        if (i % 3 > 1) await answer(asked, { answer: 'agrees' });
      }
      await putIndstillingInto(api, made.id, state, STEP_KINDS);
    }
    for (const name of cast.names) {
      const all = pageOf(listedIndstilling);
      const { items } = await api.take(all, 'get', 'indstillinger?limit=200', undefined, by(name));
      const inList = items.filter(({ id, sight }) => ids.includes(id) && sight === 'whole');
      const alone: string[] = [];
      for (const id of ids) {
        const one = await api.send('get', `indstillinger/${id}`, undefined, by(name));
        if (one.told === '200' && (one.body as IndstillingView).sight === 'whole') alone.push(id);
      }
      expect([name, inList.map(({ id }) => id).sort()]).toEqual([name, alone.sort()]);
      if (name === 'asked staff') expect(alone).toHaveLength(7);
      if (name === 'elsewhere') expect(alone).toEqual([]);
    }
  });
});
