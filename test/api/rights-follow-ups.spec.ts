import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { followUp } from '../../libs/contracts/follow-ups.js';
import type { FollowUpView } from '../../libs/contracts/follow-ups.js';
import { FOLLOW_UP_STAGES } from '../../libs/domain/follow-up/index.js';
import { Cast } from '../builders/cast.js';
import { decide, makeFollowUp, makeUnit, putFollowUpInto } from '../builders/follow-ups.js';
import { makeBody, meetingInSession } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let unitId: string;
let openPoint: string;
let closedPoint: string;
let subPoint: string;
let cast: Cast;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  unitId = await makeUnit(api, 'MØB');
  const { points } = await meetingInSession(api, ['Åbent', 'Lukket', 'Under det lukkede'], { bodyId });
  [openPoint = '', closedPoint = '', subPoint = ''] = points.map((point) => point.id);
  await api.database.query("UPDATE agenda_point SET visibility = 'closed' WHERE id = $1", [closedPoint]);
  await api.database.query('UPDATE agenda_point SET parent_id = $2 WHERE id = $1', [subPoint, closedPoint]);
  const elsewhere = { body: await makeBody(api), unit: await makeUnit(api, 'JURA') };
  cast = await Cast.of(api, {
    secretariat: [{ role: 'secretariat', bodyId }],
    responsible: [],
    leader: [{ role: 'leader', unitId }],
    staff: [{ role: 'staff', unitId }],
    'other staff': [{ role: 'staff', unitId: elsewhere.unit }],
    'other secretariat': [{ role: 'secretariat', bodyId: elsewhere.body }],
    raadmand: [{ role: 'raadmand', bodyId }],
    director: [{ role: 'director' }],
    reader: [{ role: 'reader', bodyId }],
    guest: [{ role: 'guest', pointId: openPoint }],
    stranger: [],
  });
});
afterAll(() => api.stop());

const as = (name: string): SignedIn => cast.as(name);

const made = (origin: Parameters<typeof makeFollowUp>[1]): Promise<FollowUpView> =>
  makeFollowUp(api, origin, { unitId, personId: as('responsible').personId });
const told = async (...args: Parameters<TestApi['send']>): Promise<string> => (await api.send(...args)).told;

const whoGets = (path: string): Promise<string[]> => cast.whoGets(path);

const WORK = ['secretariat', 'responsible', 'leader', 'staff'];
const ALL = [...WORK, 'other staff', 'other secretariat', 'raadmand', 'director', 'reader'];
const CLOSED = ['secretariat', 'responsible', 'raadmand', 'director'];
const SEEN_BY: readonly [string, () => string, FollowUpView['stage'], string[]][] = [
  ['of an open point', () => openPoint, 'suggested', ['secretariat']],
  ['of an open point', () => openPoint, 'ignored', ['secretariat']],
  ['of an open point', () => openPoint, 'confirmed', WORK],
  ['of an open point', () => openPoint, 'issued', ALL],
  ['of a closed point', () => closedPoint, 'confirmed', ['secretariat', 'responsible']],
  ['of a closed point', () => closedPoint, 'issued', CLOSED],
  ['of a sub-point of a closed point', () => subPoint, 'issued', CLOSED],
];

/** The list leaves out what nobody has confirmed, unless it is asked for. */
const EVERY_STAGE = 'stage=suggested&stage=confirmed&stage=issued&stage=ignored';

describe('a follow-up', () => {
  it.each(SEEN_BY)(
    '%s, %#: is there for those it is for, and in their lists',
    async (_name, pointId, stage, seenBy) => {
      const { id } = await made({ pointId: pointId() });
      await putFollowUpInto(api, id, stage, 'new');
      for (const path of ['', '/notes', '/due-dates'])
        expect(await whoGets(`follow-ups/${id}${path}`)).toEqual(seenBy);
      const listed: string[] = [];
      for (const name of cast.names) {
        const address = `follow-ups?limit=200&pointId=${pointId()}&${EVERY_STAGE}`;
        const page = await api.take(pageOf(followUp), 'get', address, undefined, { by: as(name) });
        if (page.items.some((item) => item.id === id)) listed.push(name);
      }
      expect(listed).toEqual(seenBy);
    },
  );

  it('is as one that does not exist for everybody else', async () => {
    const { id } = await made({ pointId: closedPoint });
    const answers: string[] = [];
    for (const wanted of [id, unknownId()]) {
      const { body, etag } = await api.send('get', `follow-ups/${wanted}`, undefined, { by: as('reader') });
      answers.push(
        JSON.stringify({ body, etag })
          .replaceAll(wanted, '')
          .replaceAll(/"instance":"[^"]*"/g, ''),
      );
    }
    expect(answers[0]).toBe(answers[1]);
    const by = as('reader');
    expect(await told('patch', `follow-ups/${id}`, { action: 'x' }, { by, ifMatch: 1 })).toBe(
      '404 not-found',
    );
    expect(await told('post', `follow-ups/${id}/steps`, { action: 'start' }, { by, ifMatch: 1 })).toBe(
      '404 not-found',
    );
    expect(await told('post', `follow-ups/${id}/notes`, { text: 'x' }, { by })).toBe('404 not-found');
  });

  it('of a closed body is not there for those who see open things only', async () => {
    const closed = await makeBody(api);
    const { id } = await made({ bodyId: closed });
    await putFollowUpInto(api, id, 'issued', 'new');
    await api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [closed]);
    expect(await whoGets(`follow-ups/${id}`)).toEqual(['responsible', 'director']);
    const page = await api.take(pageOf(followUp), 'get', `follow-ups?bodyId=${closed}`, undefined, {
      by: as('leader'),
    });
    expect(page.items).toEqual([]);
  });

  it('of a closed point is gone for whoever is disqualified on it', async () => {
    const { id } = await made({ pointId: closedPoint });
    await putFollowUpInto(api, id, 'issued', 'new');
    const director = await api.signIn([{ role: 'director' }]);
    const seen = () =>
      Promise.all([
        told('get', `follow-ups/${id}`, undefined, { by: director }),
        api.take(pageOf(followUp), 'get', `follow-ups?pointId=${closedPoint}&limit=200`, undefined, {
          by: director,
        }),
      ]);
    const [before, listBefore] = await seen();
    expect([before, listBefore.items.some((item) => item.id === id)]).toEqual(['200', true]);
    await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
      closedPoint,
      director.personId,
    ]);
    const [after, listAfter] = await seen();
    expect([after, listAfter.items]).toEqual(['404 not-found', []]);
  });

  it("that is confirmed for no unit is in nobody's list but the secretariat's", async () => {
    const { id } = await makeFollowUp(api, { pointId: openPoint }, { unitId: null, personId: null });
    await putFollowUpInto(api, id, 'confirmed', 'new');
    const listed: string[] = [];
    for (const name of cast.names) {
      const page = await api.take(pageOf(followUp), 'get', `follow-ups?limit=200&${EVERY_STAGE}`, undefined, {
        by: as(name),
      });
      if (page.items.some((item) => item.id === id)) listed.push(name);
    }
    expect(listed).toEqual(['secretariat']);
    expect(await whoGets(`follow-ups/${id}`)).toEqual(['secretariat']);
  });

  it('of a closed body and no point stays in the list of whoever is disqualified on another point', async () => {
    const closed = await makeBody(api);
    const { id } = await made({ bodyId: closed });
    await putFollowUpInto(api, id, 'issued', 'new');
    await api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [closed]);
    const director = await api.signIn([{ role: 'director' }]);
    await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
      closedPoint,
      director.personId,
    ]);
    const address = `follow-ups?bodyId=${closed}`;
    const page = await api.take(pageOf(followUp), 'get', address, undefined, { by: director });
    expect(page.items.map((item) => item.id)).toEqual([id]);
  });

  it('is there for nobody who is not signed in', async () => {
    expect(await told('get', 'follow-ups', undefined, { by: null })).toBe('401 not-signed-in');
  });
});

describe('acts on a follow-up', () => {
  async function issued(): Promise<FollowUpView> {
    const { id } = await made({ pointId: openPoint });
    await putFollowUpInto(api, id, 'issued', 'new');
    return api.take(followUp, 'get', `follow-ups/${id}`);
  }
  const who = async (act: (one: FollowUpView, by: SignedIn) => Promise<string>): Promise<string[]> => {
    const done: string[] = [];
    for (const name of ALL) {
      const answer = await act(await issued(), as(name));
      if (answer.startsWith('2')) done.push(name);
      else expect(answer).toBe('403 not-allowed');
    }
    return done;
  };
  const step = (action: string) => (one: FollowUpView, by: SignedIn) =>
    told('post', `follow-ups/${one.id}/steps`, { action, note: 'Fordi' }, { by, ifMatch: one.version });
  const patch = (fields: object) => (one: FollowUpView, by: SignedIn) =>
    told('patch', `follow-ups/${one.id}`, fields, { by, ifMatch: one.version });

  it.each<[string, string[]]>([
    ['start', WORK],
    ['finish', WORK],
    ['drop', ['secretariat', 'leader']],
  ])('%s', async (action, allowed) => {
    expect(await who(step(action))).toEqual(allowed);
  });

  it('the due with a reason, the words, a note', async () => {
    const due = { kind: 'firm', date: '2026-05-01', reason: 'Sygdom' };
    expect(await who(patch({ due }))).toEqual(WORK);
    expect(await who(patch({ action: 'Noget andet' }))).toEqual(['secretariat']);
    expect(await who(patch({ due, unitId: null }))).toEqual(['secretariat']);
    expect(
      await who((one, by) => told('post', `follow-ups/${one.id}/notes`, { text: 'Set' }, { by })),
    ).toEqual(WORK);
  });

  it('the due without a reason: the secretariat only', async () => {
    const due = { kind: 'firm', date: '2026-05-01' };
    expect(await patch({ due })(await issued(), as('secretariat'))).toBe('200');
    const one = await issued();
    const answer = await api.send(
      'patch',
      `follow-ups/${one.id}`,
      { due },
      { by: as('staff'), ifMatch: one.version },
    );
    expect(answer.body).toMatchObject({ code: 'reason-required', at: 'due.reason', status: 422 });
  });

  it('confirming: the secretariat; the unit does not see what is only suggested', async () => {
    const { id } = await made({ pointId: openPoint });
    await putFollowUpInto(api, id, 'suggested', 'new');
    const confirm = (name: string) =>
      told('post', `follow-ups/${id}/steps`, { action: 'confirm' }, { by: as(name), ifMatch: 1 });
    expect([await confirm('staff'), await confirm('secretariat')]).toEqual(['404 not-found', '200']);
  });

  it('travel with it as abilities', async () => {
    const { id } = await issued();
    const { abilities } = await api.take(followUp, 'get', `follow-ups/${id}`, undefined, { by: as('staff') });
    expect(abilities).toMatchObject({ start: true, finish: true, note: true, changeDue: true });
    expect(abilities.drop).toMatchObject({
      code: 'not-allowed',
      liftedBy: 'the leader of the unit or the secretariat of the body',
    });
    expect(abilities.change).not.toBe(true);
  });
});

describe('writing a follow-up by hand, and reading a decision for them', () => {
  const create = (name: string, origin: object) =>
    told('post', 'follow-ups', { action: 'Undersøge', ...origin }, { by: as(name) });
  it('is for the secretariat', async () => {
    expect(await create('secretariat', { pointId: closedPoint })).toBe('201');
    for (const name of ['leader', 'raadmand', 'other secretariat']) {
      expect(await create(name, { bodyId })).toBe('403 not-allowed');
    }
  });

  it('hangs on nothing that is not there for whoever writes it', async () => {
    for (const pointId of [closedPoint, unknownId()])
      expect(await create('other secretariat', { pointId })).toBe('422 reference-not-found');
    expect(await create('stranger', { bodyId })).toBe('422 reference-not-found');
  });

  it('suggests for the secretariat of the point', async () => {
    await decide(api, openPoint, 'MØB undersøger antallet af pladser.');
    const suggest = (name: string, pointId = openPoint) =>
      told('post', `agenda-points/${pointId}/follow-ups/suggest`, undefined, { by: as(name) });
    expect(await suggest('secretariat')).toBe('200');
    expect(await suggest('stranger')).toBe('404 not-found');
    expect(await suggest('reader', closedPoint)).toBe('404 not-found');
    expect(await suggest('secretariat', unknownId())).toBe('404 not-found');
  });
});

it('every stage is in the table', () => {
  expect(new Set(SEEN_BY.map(([, , stage]) => stage))).toEqual(new Set(FOLLOW_UP_STAGES));
});
