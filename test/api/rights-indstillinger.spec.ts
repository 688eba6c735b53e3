import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attachment } from '../../libs/contracts/attachments.js';
import { pageOf } from '../../libs/contracts/common.js';
import { indstilling, indstillingSummary } from '../../libs/contracts/indstillinger.js';
import { indstillingVersion, indstillingVersionSummary } from '../../libs/contracts/indstilling-trail.js';
import type { IndstillingView } from '../../libs/contracts/indstillinger.js';
import { agendaVersion } from '../../libs/contracts/sending.js';
import { INDSTILLING_STATES, STEP_KINDS } from '../../libs/domain/indstilling/index.js';
import { fromPlainText, plainText } from '../../libs/domain/text/index.js';
import { contentHash } from '../../libs/platform/ids/content-hash.js';
import { Cast } from '../builders/cast.js';
import { makeUnit } from '../builders/follow-ups.js';
import {
  COMPLETE_SECTIONS,
  makeBodyWithSteps,
  makeIndstilling,
  putIndstillingInto,
} from '../builders/indstillinger.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let unitId: string;
let otherUnit: string;
let author: SignedIn;
let cast: Cast;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBodyWithSteps(api);
  unitId = await makeUnit(api, 'MØB');
  otherUnit = await makeUnit(api, 'JURA');
  const otherBody = await makeBodyWithSteps(api);
  cast = await Cast.of(api, {
    author: [{ role: 'staff', unitId }],
    leader: [{ role: 'leader', unitId }],
    staff: [{ role: 'staff', unitId }],
    secretariat: [{ role: 'secretariat', bodyId }],
    director: [{ role: 'director' }],
    raadmand: [{ role: 'raadmand', bodyId }],
    'other leader': [{ role: 'leader', unitId: otherUnit }],
    'other secretariat': [{ role: 'secretariat', bodyId: otherBody }],
    chair: [{ role: 'chair', bodyId }],
    reader: [{ role: 'reader', bodyId }],
  });
  author = as('author');
});
afterAll(() => api.stop());

const as = (name: string): SignedIn => cast.as(name);

function begun(): Promise<IndstillingView> {
  return makeIndstilling(api, { bodyId, unitId, author: { personId: author.personId } });
}

const told = async (...args: Parameters<TestApi['send']>): Promise<string> => (await api.send(...args)).told;

const whoGets = (path: string): Promise<string[]> => cast.whoGets(path);

const ITS_OWN = ['author', 'leader', 'staff'];
const SUBMITTED = [...ITS_OWN, 'secretariat', 'director'];
const WITH_RAADMAND = [...SUBMITTED, 'raadmand'];
const SEEN_BY: Record<IndstillingView['state'], string[]> = {
  ...{ draft: ITS_OWN, 'with-leader': SUBMITTED, 'with-secretariat': SUBMITTED, 'with-director': SUBMITTED },
  ...{ 'with-raadmand': WITH_RAADMAND, approved: WITH_RAADMAND, 'on-agenda': WITH_RAADMAND },
  ...{ decided: WITH_RAADMAND, rejected: WITH_RAADMAND },
  ...{ returned: [...ITS_OWN, 'secretariat'], withdrawn: [...ITS_OWN, 'secretariat'] },
};

describe('an indstilling that lies on no point', () => {
  it.each(['draft', 'with-director', 'with-raadmand', 'returned', 'rejected'] as const)(
    '%s: is there for those it is for',
    async (state) => {
      const { id } = await begun();
      await putIndstillingInto(api, id, state, STEP_KINDS);
      const seenBy = SEEN_BY[state];
      for (const path of ['', '/completeness', '/steps', '/versions'])
        expect(await whoGets(`indstillinger/${id}${path}`)).toEqual(seenBy);
    },
  );

  it('answers those who may not see it as one that does not exist', async () => {
    const { id } = await begun();
    const answers = [];
    for (const wanted of [id, unknownId()]) {
      const { body, told: said } = await api.send('get', `indstillinger/${wanted}`, undefined, {
        by: as('chair'),
      });
      answers.push(
        JSON.stringify({ body, said })
          .replaceAll(wanted, '')
          .replaceAll(/"instance":"[^"]*"/g, ''),
      );
    }
    expect(answers[0]).toBe(answers[1]);
    const acts = [
      await told('patch', `indstillinger/${id}`, { title: 'Ny' }, { by: as('chair'), ifMatch: 1 }),
      await told('post', `indstillinger/${id}/steps`, { action: 'submit' }, { by: as('chair'), ifMatch: 1 }),
      await told('get', `indstillinger/${id}/versions/1`, undefined, { by: as('chair') }),
    ];
    expect(acts).toEqual(Array(3).fill('404 not-found'));
  });

  it('stands in the list of exactly those who can read it, in every state', async () => {
    const ids = new Map<IndstillingView['state'], string>();
    for (const state of INDSTILLING_STATES) {
      const { id } = await begun();
      await putIndstillingInto(api, id, state, STEP_KINDS);
      ids.set(state, id);
    }
    for (const name of cast.names) {
      const by = as(name);
      const page = await api.take(pageOf(indstillingSummary), 'get', 'indstillinger?limit=200', undefined, {
        by,
      });
      const listed = new Set(page.items.map((item) => item.id));
      const states = INDSTILLING_STATES.filter((state) => listed.has(ids.get(state) ?? ''));
      expect([name, ...states]).toEqual([
        name,
        ...INDSTILLING_STATES.filter((state) => SEEN_BY[state].includes(name)),
      ]);
    }
  });

  it('is not there for anybody who is not signed in', async () => {
    const { id } = await begun();
    for (const path of ['indstillinger', `indstillinger/${id}`])
      expect(await told('get', path, undefined, { by: null })).toBe('401 not-signed-in');
  });
});

describe('acts on an indstilling', () => {
  it('are refused to those who see it and may not, with who may', async () => {
    const { id } = await begun();
    const by = as('staff');
    expect(await told('patch', `indstillinger/${id}`, { title: 'Ny' }, { by, ifMatch: 1 })).toBe(
      '403 not-allowed',
    );
    const answer = await api.send(
      'post',
      `indstillinger/${id}/steps`,
      { action: 'submit' },
      { by, ifMatch: 1 },
    );
    expect(answer.body).toMatchObject({
      ...{ status: 403, code: 'not-allowed' },
      liftedBy: 'its author or the leader of its unit or the secretariat of the body',
    });
  });

  it('go by the step: each holder approves at theirs and nobody else', async () => {
    const { id, version: first } = await begun();
    let version = first;
    const step = (name: string, action: string) =>
      api.send('post', `indstillinger/${id}/steps`, { action }, { by: as(name), ifMatch: version });
    for (const [name, action, others] of [
      ['author', 'submit', ['staff']],
      ['leader', 'approve', ['author', 'staff', 'secretariat', 'director']],
      ['secretariat', 'approve', ['author', 'leader', 'director']],
      ['director', 'approve', ['author', 'leader', 'secretariat']],
      ['raadmand', 'approve', ['author', 'leader', 'secretariat', 'director']],
    ] as const) {
      for (const other of others) expect((await step(other, action)).told).toBe('403 not-allowed');
      const taken = await step(name, action);
      expect(taken.status).toBe(200);
      version = indstilling.parse(taken.body).version;
    }
    const { state } = await api.take(indstilling, 'get', `indstillinger/${id}`, undefined, { by: author });
    expect(state).toBe('approved');
  });

  it('travel with it as abilities', async () => {
    const { id } = await begun();
    await putIndstillingInto(api, id, 'with-director', STEP_KINDS);
    const { abilities } = await api.take(indstilling, 'get', `indstillinger/${id}`, undefined, {
      by: as('director'),
    });
    expect(abilities).toMatchObject({ approve: true, reject: true, return: true });
    expect(abilities.change).toMatchObject({ code: 'not-allowed' });
  });
});

describe('beginning an indstilling', () => {
  const begin = (name: string, fields: object = {}) =>
    told('post', 'indstillinger', { bodyId, title: 'Ny sag', ...fields }, { by: as(name) });

  it('is for those who work in the unit, and secretariats', async () => {
    expect(await begin('staff', { unitId })).toBe('201');
    expect(await begin('other secretariat', { unitId })).toBe('201');
    for (const name of ['other leader', 'director', 'raadmand', 'chair', 'reader'])
      expect(await begin(name, { unitId })).toBe('403 not-allowed');
  });

  it('names a unit, unless a secretariat begins it: the step of its leader is not to be left out', async () => {
    expect(await begin('staff')).toBe('403 not-allowed');
    expect(await begin('secretariat')).toBe('201');
    const { id } = await begun();
    const emptied = await api.send(
      'patch',
      `indstillinger/${id}`,
      { unitId: null },
      { by: author, ifMatch: 1 },
    );
    expect(emptied.told).toBe('403 not-allowed');
  });

  it('goes neither to a closed body nor to its meetings, for those who do not see into it', async () => {
    const closed = await makeBodyWithSteps(api);
    const meeting = await makeMeeting(api, closed);
    await api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [closed]);
    expect(await begin('staff', { unitId, bodyId: closed })).toBe('422 reference-not-found');
    expect(await begin('staff', { unitId, wantedMeetingId: meeting.id })).toBe('422 reference-not-found');
  });

  it('shows it to whoever began it, whoever its author is', async () => {
    const fields = { bodyId, unitId: otherUnit, title: 'Ny sag', author: { personId: author.personId } };
    const { id } = await api.take(indstilling, 'post', 'indstillinger', fields, { by: as('other leader') });
    expect(await whoGets(`indstillinger/${id}`)).toEqual(['author', 'other leader']);
  });
});

describe('an indstilling on an agenda', () => {
  async function onAgenda(
    visibility: 'open' | 'closed',
    meetingState: 'sent' | 'drafting' = 'sent',
    fresh?: IndstillingView,
  ) {
    const { id, version: first } = fresh ?? (await begun());
    let version = first;
    for (const action of ['submit', 'approve', 'approve', 'approve', 'approve'])
      ({ version } = await api.take(
        indstilling,
        'post',
        `indstillinger/${id}/steps`,
        { action },
        { ifMatch: version },
      ));
    const meeting = await makeMeeting(api, bodyId);
    const closedReason = visibility === 'closed' ? { closedReason: 'Personsag' } : {};
    const fields = { indstillingId: id, visibility, ...closedReason };
    const point = await makePoint(api, meeting.id, 'Åbningstid', fields);
    await putMeetingInto(api, meeting.id, 'drafting');
    await api.take(agendaVersion, 'post', `meetings/${meeting.id}/agenda-versions`, {}, { ifMatch: 1 });
    await putMeetingInto(api, meeting.id, meetingState);
    return { id, pointId: point.id };
  }

  it('is there for all who may read its point', async () => {
    const { id } = await onAgenda('open');
    expect(await whoGets(`indstillinger/${id}`)).toEqual(cast.names);
    expect(await whoGets(`indstillinger/${id}/steps`)).toEqual(WITH_RAADMAND);
  });

  it('is there for those who read closed points when its point is closed', async () => {
    const { id } = await onAgenda('closed');
    expect(await whoGets(`indstillinger/${id}`)).toEqual([...WITH_RAADMAND, 'chair']);
  });

  it('is not there before the agenda is out', async () => {
    const { id } = await onAgenda('open', 'drafting');
    expect(await whoGets(`indstillinger/${id}`)).toEqual(WITH_RAADMAND);
  });

  it('shows its readers what was submitted, not what is written since', async () => {
    const { id } = await onAgenda('open');
    const now = await api.take(indstilling, 'get', `indstillinger/${id}`, undefined, { by: author });
    const sections = { ...COMPLETE_SECTIONS, introduction: fromPlainText('Hemmeligt udkast.') };
    const fields = {
      title: 'Et andet ord',
      minutes: 45,
      sections,
      unitId: await makeUnit(api, `U${id.slice(-6)}`),
    };
    const changed = await api.take(indstilling, 'patch', `indstillinger/${id}`, fields, {
      ifMatch: now.version,
    });
    expect(changed.state).toBe('with-leader');
    const by = as('reader');
    const seen = await api.take(indstilling, 'get', `indstillinger/${id}`, undefined, { by });
    expect(seen).toMatchObject({
      title: now.title,
      minutes: now.minutes,
      state: 'on-agenda',
      submission: 1,
      unitId,
    });
    expect(seen.sections.introduction).toEqual(COMPLETE_SECTIONS.introduction);
    expect(Object.values(seen.abilities).every((ability) => ability !== true)).toBe(true);
    const list = (filter: string) =>
      api.take(pageOf(indstillingSummary), 'get', `indstillinger?limit=200&${filter}`, undefined, { by });
    const found = (await list(`unitId=${unitId}&state=on-agenda`)).items.find((item) => item.id === id);
    expect(found).toMatchObject({ title: now.title, state: 'on-agenda' });
    for (const filter of ['state=with-leader', `unitId=${fields.unitId}`])
      expect((await list(filter)).items.map((item) => item.id)).not.toContain(id);
    const versions = await api.take(
      pageOf(indstillingVersionSummary),
      'get',
      `indstillinger/${id}/versions`,
      undefined,
      { by },
    );
    expect(versions.items.map(({ number }) => number)).toEqual([1]);
    expect(await told('patch', `indstillinger/${id}`, { title: 'x' }, { by, ifMatch: 1 })).toBe(
      '403 not-allowed',
    );
  });

  it('names no bilag that is closed today to those who read no closed papers', async () => {
    const attachments = ['Lægebrev', 'Kort over området', 'Personnotat'];
    const text = attachments.map((title, i) => `Bilag ${i + 1}: ${title}`).join('\n');
    const sections = { ...COMPLETE_SECTIONS, attachments: fromPlainText(text) };
    const fresh = await makeIndstilling(api, { bodyId, unitId, sections });
    for (const title of attachments) {
      const visibility = title === 'Personnotat' ? 'closed' : 'open';
      await api.take(attachment, 'post', `indstillinger/${fresh.id}/attachments`, { title, visibility });
    }
    const { id, pointId } = await onAgenda('open', 'sent', fresh);
    await api.database.query("UPDATE attachment SET visibility = 'closed' WHERE title = 'Lægebrev'");
    const read = async (by: SignedIn) => {
      const seen = await api.take(indstilling, 'get', `indstillinger/${id}`, undefined, { by });
      const path = `indstillinger/${id}/versions`;
      const version = await api.take(indstillingVersion, 'get', `${path}/1`, undefined, { by });
      const { items } = await api.take(pageOf(indstillingVersionSummary), 'get', path, undefined, { by });
      return { seen, version, hashes: items.map((item) => item.contentHash) };
    };
    const guest = await api.signIn([{ role: 'guest', pointId }]);
    for (const by of [as('reader'), as('other secretariat'), guest]) {
      const { seen, version, hashes } = await read(by);
      expect(JSON.stringify([seen, version])).not.toMatch(/Personnotat|Lægebrev/);
      expect(plainText(seen.sections.attachments ?? [])).toBe('Bilag 1: Kort over området');
      expect(version.content.sections).toEqual(seen.sections);
      expect(version.content.attachments.map(({ title }) => title)).toEqual(['Kort over området']);
      expect([version.contentHash, ...hashes]).toEqual(Array(2).fill(contentHash(version.content)));
    }
    for (const by of [as('chair'), as('secretariat')]) {
      const { seen, version } = await read(by);
      expect(plainText(seen.sections.attachments ?? [])).toBe(text);
      expect(version.content.attachments.map(({ title }) => title)).toEqual(attachments);
      expect(version.contentHash).toBe(contentHash(version.content));
    }
  });

  it('is gone for whoever is disqualified on its closed point', async () => {
    const { id, pointId } = await onAgenda('closed');
    const director = await api.signIn([{ role: 'director' }]);
    const read = () => told('get', `indstillinger/${id}`, undefined, { by: director });
    expect(await read()).toBe('200');
    await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
      pointId,
      director.personId,
    ]);
    expect(await read()).toBe('404 not-found');
    const page = await api.take(pageOf(indstillingSummary), 'get', 'indstillinger?limit=200', undefined, {
      by: director,
    });
    expect(page.items.map((item) => item.id)).not.toContain(id);
  });

  it('is there for the guest of its point, closed or not', async () => {
    const { id, pointId } = await onAgenda('closed');
    const guest = await api.signIn([{ role: 'guest', pointId }]);
    expect(await told('get', `indstillinger/${id}`, undefined, { by: guest })).toBe('200');
    const stranger = await api.signIn([]);
    expect(await told('get', `indstillinger/${id}`, undefined, { by: stranger })).toBe('404 not-found');
  });
});
