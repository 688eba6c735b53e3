import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decision } from '../../libs/contracts/decisions.js';
import type { DecisionView } from '../../libs/contracts/decisions.js';
import { fromPlainText, plainText } from '../../libs/domain/text/index.js';
import { makeBody, makeMeeting, meetingInSession, paragraph, putMeetingInto } from '../builders/meetings.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const approved = { outcome: 'approved', text: paragraph('Godkendt, idet tidsplanen følges.') };

async function newPoint(): Promise<{ meetingId: string; address: string; pointId: string }> {
  const { meetingId, points } = await meetingInSession(api, ['Budget']);
  const pointId = points[0]?.id ?? '';
  return { meetingId, pointId, address: `agenda-points/${pointId}/decision` };
}

const write = (address: string, fields: object, ifMatch?: number): Promise<DecisionView> =>
  api.take(decision, 'put', address, fields, ifMatch === undefined ? {} : { ifMatch });

describe('reading the decision of a point', () => {
  it('refuses what is no id', async () => {
    expect((await api.send('get', 'agenda-points/6A/decision')).told).toBe('400 validation-failed');
  });

  it('finds none for a point that is not there, nor for one without a decision', async () => {
    const { address } = await newPoint();
    expect((await api.send('get', `agenda-points/${unknownId()}/decision`)).told).toBe('404 not-found');
    expect((await api.send('get', address)).told).toBe('404 not-found');
  });

  it('gives what was written, with its version as ETag', async () => {
    const { address } = await newPoint();
    const written = await write(address, approved);
    const read = await api.send('get', address);
    expect(read.etag).toBe('"1"');
    expect(read.body).toEqual(written);
  });
});

describe('writing the decision of a point', () => {
  it.each<[string, object]>([
    ['an unknown outcome', { outcome: 'vedtaget' }],
    ['an unknown key', { ...approved, phrase: 'Godkendt.' }],
    ['a text that is no block JSON', { outcome: 'approved', text: 'Godkendt.' }],
    ['negative votes', { ...approved, votes: { for: -1, against: 0, blank: 0 } }],
    ['a dissent of nobody', { ...approved, dissents: [{ kind: 'minority-opinion', by: ' ', text: [] }] }],
  ])('refuses %s', async (_name, fields) => {
    const { address } = await newPoint();
    expect((await api.send('put', address, fields)).told).toBe('400 validation-failed');
  });

  it('finds no point that is not there', async () => {
    const answer = await api.send('put', `agenda-points/${unknownId()}/decision`, approved);
    expect(answer.told).toBe('404 not-found');
  });

  it.each([
    ['planned', '409 meeting-not-started'],
    ['drafting', '409 meeting-not-started'],
    ['sent', '409 meeting-not-started'],
    ['in-session', '200'],
    ['held', '200'],
    ['closed', '409 meeting-closed'],
    ['cancelled', '409 meeting-cancelled'],
  ] as const)('of a meeting that is %s: %s', async (state, expected) => {
    const { meetingId, address } = await newPoint();
    await putMeetingInto(api, meetingId, state);
    expect((await api.send('put', address, approved)).told).toBe(expected);
  });

  it('is refused once the minutes are approved', async () => {
    const { meetingId, address } = await newPoint();
    await api.database.query(
      "INSERT INTO minutes (id, meeting_id, state) VALUES (gen_random_uuid(), $1, 'approved')",
      [meetingId],
    );
    expect((await api.send('put', address, approved)).told).toBe('409 minutes-locked');
  });

  it.each<[string, object, string]>([
    ['a target without deferral', { ...approved, targetMeetingId: unknownId() }, '422 target-not-deferred'],
    ['a referral to nobody', { outcome: 'referred', text: [] }, '422 referred-without-body'],
    ['a deferral to nowhere', { outcome: 'deferred' }, '422 deferred-without-target'],
    [
      'a target that is not there',
      { outcome: 'deferred', targetMeetingId: unknownId() },
      '422 reference-not-found',
    ],
    ['votes nobody cast', { ...approved, votes: { for: 0, against: 0, blank: 0 } }, '422 votes-none'],
    [
      'a person both absent and disqualified',
      { ...approved, absent: [{ name: 'Karen Holm' }], disqualified: [{ name: 'karen holm' }] },
      '422 person-listed-twice',
    ],
    [
      'a dissent without words',
      { ...approved, dissents: [{ kind: 'minority-opinion', by: 'Liste Å', text: [] }] },
      '422 dissent-without-text',
    ],
  ])('is refused with %s', async (_name, fields, expected) => {
    const { address } = await newPoint();
    expect((await api.send('put', address, fields)).told).toBe(expected);
    expect((await api.send('get', address)).told).toBe('404 not-found');
  });

  it('keeps everything that was said', async () => {
    const { address, pointId } = await newPoint();
    const bodyId = await makeBody(api);
    const fields = {
      outcome: 'referred',
      text: paragraph('Oversendes til udvalget.'),
      targetMeetingId: null,
      referredBodyId: bodyId,
      absent: [{ name: 'Karen Holm', personId: null }],
      disqualified: [{ name: 'Ole Juhl', personId: unknownId() }],
      prevented: [],
      dissents: [{ kind: 'statement-for-the-record', by: 'Liste Å', text: paragraph('Vi er ikke enige.') }],
      votes: { for: 4, against: 1, blank: 0 },
    };
    expect(await write(address, fields)).toMatchObject({ ...fields, pointId, version: 1 });
  });

  it('takes notes before anything is decided, and a deferral to another meeting', async () => {
    const { address } = await newPoint();
    expect((await write(address, { text: paragraph('Drøftes videre.') })).outcome).toBeNull();
    const next = await makeMeeting(api, await makeBody(api), '2026-03-24');
    const deferred = await write(address, { outcome: 'deferred', targetMeetingId: next.id }, 1);
    expect(deferred).toMatchObject({ outcome: 'deferred', targetMeetingId: next.id, version: 2 });
  });

  it('without words says the usual phrase of its outcome, with where the point goes', async () => {
    const { address } = await newPoint();
    const said = async (fields: object, ifMatch?: number): Promise<string> =>
      plainText((await write(address, fields, ifMatch)).text);
    expect(await said({ outcome: 'approved' })).toBe('Godkendt.');
    const next = await makeMeeting(api, await makeBody(api), '2026-03-24');
    const deferred = { outcome: 'deferred', targetMeetingId: next.id, text: paragraph(' ') };
    expect(await said(deferred, 1)).toBe('Udsat til mødet den 24. marts 2026.');
    expect(await said({ outcome: 'referred', referredBodyId: next.bodyId }, 2)).toBe(
      `Oversendes til ${next.bodyName}.`,
    );
    expect(await said({ outcome: null }, 3)).toBe('');
  });

  it('asks for If-Match when there is one already, and refuses a stale one with the present decision', async () => {
    const { address } = await newPoint();
    expect((await api.send('put', address, approved, { ifMatch: 1 })).told).toBe('412 stale-version');
    await write(address, approved);
    expect((await api.send('put', address, approved)).told).toBe('428 if-match-required');
    const changed = await write(address, { outcome: 'noted', text: fromPlainText('Til efterretning.') }, 1);
    const stale = await api.send('put', address, approved, { ifMatch: 1 });
    expect(stale.told).toBe('412 stale-version');
    expect(stale.body).toMatchObject({ current: changed });
  });

  it('lets one of two first decisions written at once stand', async () => {
    const { address } = await newPoint();
    const both = await Promise.all([
      api.send('put', address, approved),
      api.send('put', address, { outcome: 'noted', text: paragraph('Til efterretning.') }),
    ]);
    expect(both.map((answer) => answer.told).sort()).toEqual(['200', '428 if-match-required']);
  });

  it('records ids only, each time it is written', async () => {
    const { address, pointId, meetingId } = await newPoint();
    const { id } = await write(address, { ...approved, text: paragraph('Fortroligt forhold.') });
    await write(address, approved, 1);
    const events = await api.database.query(
      "SELECT subject_id, scope_id, data FROM event WHERE name = 'decision.recorded' AND scope_id = $1",
      [meetingId],
    );
    const event = { subject_id: id, scope_id: meetingId, data: { pointId } };
    expect(events).toEqual([event, event]);
  });
});
