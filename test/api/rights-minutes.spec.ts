import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decision } from '../../libs/contracts/decisions.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { minutesView } from '../../libs/contracts/minutes.js';
import { MINUTES_STATES } from '../../libs/domain/minutes/index.js';
import { Cast } from '../builders/cast.js';
import { decide, makeFollowUp, putFollowUpInto } from '../builders/follow-ups.js';
import { heldMeeting, makeBody, paragraph } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let meetingId: string;
let openPoint: string;
let closedPoint: string;
let cast: Cast;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  ({ meetingId, openPoint, closedPoint } = await heldMeeting(api, bodyId));
  await decide(api, openPoint, 'Det åbne blev taget til efterretning.');
  await decide(api, closedPoint, 'Det hemmelige blev taget til efterretning.');
  const { id } = await makeFollowUp(api, { pointId: closedPoint }, { action: 'Hemmelig opgave' });
  await putFollowUpInto(api, id, 'issued', 'new');
  cast = await Cast.of(api, {
    secretariat: [{ role: 'secretariat', bodyId }],
    raadmand: [{ role: 'raadmand', bodyId }],
    chair: [{ role: 'chair', bodyId }],
    member: [{ role: 'member', bodyId }],
    director: [{ role: 'director' }],
    reader: [{ role: 'reader', bodyId }],
    'other secretariat': [{ role: 'secretariat', bodyId: await makeBody(api) }],
    'open guest': [{ role: 'guest', pointId: openPoint }],
    'closed guest': [{ role: 'guest', pointId: closedPoint }],
    stranger: [],
  });
});
afterAll(() => api.stop());

const as = (name: string): SignedIn => cast.as(name);

const told = async (...args: Parameters<TestApi['send']>): Promise<string> => (await api.send(...args)).told;
const putMinutesInto = (state: string) =>
  api.database.query('UPDATE minutes SET state = $2 WHERE meeting_id = $1', [meetingId, state]);

const whoGets = (path: string): Promise<string[]> => cast.whoGets(path);

const CLOSED = ['secretariat', 'raadmand', 'chair', 'member', 'director'];
const OPEN = [...CLOSED, 'reader', 'other secretariat'];
const BY_STATE = {
  draft: { minutes: ['secretariat'], open: ['secretariat'], closed: ['secretariat'] },
  'in-review': { minutes: CLOSED, open: CLOSED, closed: CLOSED },
  approved: {
    minutes: [...OPEN, 'open guest', 'closed guest'],
    open: [...OPEN, 'open guest'],
    closed: [...CLOSED, 'closed guest'],
  },
  published: {
    minutes: [...OPEN, 'open guest', 'closed guest'],
    open: [...OPEN, 'open guest'],
    closed: [...CLOSED, 'closed guest'],
  },
};

describe('minutes and decisions are there', () => {
  it.each(MINUTES_STATES)('for those they are for: %s', async (state) => {
    await putMinutesInto(state);
    expect(await whoGets(`meetings/${meetingId}/minutes`)).toEqual(BY_STATE[state].minutes);
    expect(await whoGets(`agenda-points/${openPoint}/decision`)).toEqual(BY_STATE[state].open);
    expect(await whoGets(`agenda-points/${closedPoint}/decision`)).toEqual(BY_STATE[state].closed);
  });

  it('for nobody who is not signed in', async () => {
    for (const path of [`meetings/${meetingId}/minutes`, `agenda-points/${openPoint}/decision`])
      expect(await told('get', path, undefined, { by: null })).toBe('401 not-signed-in');
  });
});

describe('approved minutes', () => {
  const read = (name: string) =>
    api.take(minutesView, 'get', `meetings/${meetingId}/minutes`, undefined, { by: as(name) });
  beforeAll(() => putMinutesInto('approved'));

  it('hold nothing closed for those who read open things only, and no gap where it stood', async () => {
    const seen = await read('reader');
    expect(seen.points.map(({ pointId, number, part }) => [pointId, number, part])).toEqual([
      [openPoint, '1', 'main'],
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/emmelig/);
    expect(seen.followUps).toEqual([]);
    expect(JSON.stringify(await read('chair'))).toMatch(/Det hemmelige[^]*Hemmelig opgave/);
  });

  it('say the public side of a closed point where the body numbers in one series', async () => {
    const settings = (numbering: string) =>
      api.database.query(
        `UPDATE agenda_version SET content = jsonb_set(content, '{body,numbering}', to_jsonb($2::text))
         WHERE meeting_id = $1`,
        [...[meetingId, numbering]],
      );
    await settings('one-series');
    await api.database.query(
      'UPDATE agenda_point SET public_title = $2, public_decision = $3::jsonb WHERE id = $1',
      [...[closedPoint, 'En sag', JSON.stringify(paragraph('Sagen blev behandlet.'))]],
    );
    const standIn = (await read('reader')).points.find(({ pointId }) => pointId === closedPoint);
    expect(standIn).toMatchObject({ title: 'En sag', decision: null, followUps: [] });
    expect(standIn?.publicDecision).toEqual(paragraph('Sagen blev behandlet.'));
    expect(JSON.stringify(await read('reader'))).not.toMatch(/emmelig/);
    const decided = `agenda-points/${closedPoint}/decision`;
    expect(await told('get', decided, undefined, { by: as('reader') })).toBe('404 not-found');
    await settings('separate-series');
  });

  it('show a guest their own point', async () => {
    expect((await read('open guest')).points.map(({ pointId }) => pointId)).toEqual([openPoint]);
    const own = await read('closed guest');
    expect(own.points.map(({ pointId, decision: said }) => [pointId, said?.outcome])).toEqual([
      [closedPoint, 'noted'],
    ]);
    expect(own.followUps).toEqual([]);
  });

  it('hold no closed point that the reader is disqualified on', async () => {
    const member = await api.signIn([{ role: 'member', bodyId }]);
    await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
      ...[closedPoint, member.personId],
    ]);
    const seen = await api.take(minutesView, 'get', `meetings/${meetingId}/minutes`, undefined, {
      by: member,
    });
    expect(JSON.stringify(seen)).not.toMatch(/emmelig/);
    const decided = `agenda-points/${closedPoint}/decision`;
    expect(await told('get', decided, undefined, { by: member })).toBe('404 not-found');
  });

  it('show corrections to those who see what they are about', async () => {
    const { version } = await read('secretariat');
    const correction = {
      by: 'Karen Holm',
      text: paragraph('Rettelse af det hemmelige.'),
      pointId: closedPoint,
    };
    const address = `meetings/${meetingId}/minutes/corrections`;
    const corrected = await api.take(minutesView, 'post', address, correction, {
      by: as('secretariat'),
      ifMatch: version,
    });
    await api.take(
      minutesView,
      'post',
      address,
      { by: 'Karen Holm', text: paragraph('Rettelse af tiden.') },
      {
        ...{ by: as('secretariat'), ifMatch: corrected.version },
      },
    );
    const counts = ['secretariat', 'member', 'reader', 'closed guest', 'open guest'].map(
      async (name) => (await read(name)).corrections.length,
    );
    expect(await Promise.all(counts)).toEqual([2, 2, 1, 1, 0]);
  });
});

describe('acts on minutes', () => {
  const step = async (name: string, action: string, from: string, reason: string | null = null) => {
    await putMinutesInto(from);
    const [row] = await api.database.query<{ version: number }>(
      'SELECT version FROM minutes WHERE meeting_id = $1',
      [meetingId],
    );
    return told(
      'post',
      `meetings/${meetingId}/minutes/steps`,
      { action, reason },
      { by: as(name), ifMatch: row?.version ?? 0 },
    );
  };
  it('are the secretariat’s, but those they are laid out to approve them or give them back', async () => {
    const done: string[] = [];
    for (const name of OPEN) {
      for (const [action, from, reason] of [
        ['review', 'draft', null],
        ['approve', 'in-review', null],
        ['return', 'in-review', 'Navnet'],
        ['publish', 'approved', null],
      ] as const) {
        const answer = await step(name, action, from, reason);
        if (answer === '200') done.push(`${name} ${action}`);
        else expect(answer).toMatch(/^(403 not-allowed|404 not-found)$/);
      }
    }
    expect(done).toEqual([
      ...['review', 'approve', 'return', 'publish'].map((action) => `secretariat ${action}`),
      ...['raadmand approve', 'raadmand return', 'chair approve', 'chair return'],
    ]);
    expect(await step('member', 'approve', 'in-review')).toBe('403 not-allowed');
    expect(await step('reader', 'approve', 'in-review')).toBe('404 not-found');
    expect(await step('reader', 'publish', 'approved')).toBe('403 not-allowed');
  });

  it('travel with them as abilities', async () => {
    await putMinutesInto('in-review');
    const seen = await api.take(minutesView, 'get', `meetings/${meetingId}/minutes`, undefined, {
      by: as('chair'),
    });
    expect(seen.abilities).toMatchObject({ approve: true, return: true });
    expect(seen.abilities.publish).toMatchObject({
      code: 'not-allowed',
      liftedBy: 'the secretariat of the body',
    });
  });

  it('beginning, correcting and closing: refused to those who see the meeting, unknown to others', async () => {
    await putMinutesInto('approved');
    const { version } = await api.take(meeting, 'get', `meetings/${meetingId}`);
    for (const [name, expected] of [
      ['chair', '403 not-allowed'],
      ['reader', '403 not-allowed'],
      ['stranger', '404 not-found'],
    ] as const) {
      const by = as(name);
      const correction = { by: 'X', text: paragraph('x') };
      expect(await told('post', `meetings/${meetingId}/minutes`, undefined, { by })).toBe(expected);
      expect(await told('post', `meetings/${meetingId}/close`, undefined, { by, ifMatch: version })).toBe(
        expected,
      );
      expect(
        await told('post', `meetings/${meetingId}/minutes/corrections`, correction, { by, ifMatch: 1 }),
      ).toBe(expected);
    }
  });
});

describe('writing a decision', () => {
  const fields = { outcome: 'noted', text: paragraph('Andre ord.') };
  it('is the secretariat’s; others who read the point are told so, for whom it is not there it does not exist', async () => {
    const save = (name: string, pointId: string) =>
      told('put', `agenda-points/${pointId}/decision`, fields, { by: as(name), ifMatch: 1 });
    expect(await save('chair', closedPoint)).toBe('403 not-allowed');
    expect(await save('reader', openPoint)).toBe('403 not-allowed');
    expect(await save('reader', closedPoint)).toBe('404 not-found');
    expect(await save('reader', unknownId())).toBe('404 not-found');
  });

  it('sends a point to no body that is not there for whoever writes it', async () => {
    await putMinutesInto('draft');
    const hidden = await makeBody(api);
    await api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [hidden]);
    const by = as('secretariat');
    const address = `agenda-points/${openPoint}/decision`;
    const { version, abilities } = await api.take(decision, 'get', address, undefined, { by });
    expect(abilities).toEqual({ change: true });
    const refer = (referredBodyId: string) =>
      told('put', address, { outcome: 'referred', referredBodyId }, { by, ifMatch: version });
    expect([await refer(hidden), await refer(unknownId())]).toEqual(Array(2).fill('422 reference-not-found'));
    expect(await refer(bodyId)).toBe('200');
  });
});
