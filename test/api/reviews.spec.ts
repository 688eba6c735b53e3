import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agendaPoints } from '../../libs/contracts/agenda-points.js';
import { attachmentVersionList } from '../../libs/contracts/attachments.js';
import { pageOf } from '../../libs/contracts/common.js';
import { historyEvent } from '../../libs/contracts/history.js';
import { ownReview, reviewers } from '../../libs/contracts/reviews.js';
import { pdf, sendFile } from '../builders/files.js';
import { makeBody, makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
let meetingId: string;
let member: SignedIn;
let reader: SignedIn;
let outsider: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBody(api);
  member = await api.signIn([{ role: 'member', bodyId }], 'Medlem Mogensen');
  reader = await api.signIn([{ role: 'reader', bodyId }], 'Læser Lund');
  outsider = await api.signIn([{ role: 'administrator' }], 'Udenfor Uhre');
});
afterAll(() => api.stop());

beforeEach(async () => {
  meetingId = (await makeMeeting(api, bodyId)).id;
  await putMeetingInto(api, meetingId, 'drafting');
});

/** Replaces the list as it stands, or as it was at a version. */
const ask = async (people: readonly SignedIn[], version?: number) =>
  api.send(
    'put',
    `meetings/${meetingId}/reviewers`,
    { personIds: people.map(({ personId }) => personId) },
    { ifMatch: version ?? (await list()).version },
  );
const list = () => api.take(reviewers, 'get', `meetings/${meetingId}/reviewers`);
const named = async () => (await list()).items.map(({ name }) => name);
const say = (by: SignedIn, comment: string | null) =>
  api.send('put', `meetings/${meetingId}/review`, { comment }, { by });
const own = async (by: SignedIn) =>
  (await api.take(ownReview, 'get', `meetings/${meetingId}/review`, undefined, { by })).review;
const sees = async (by: SignedIn, path = `meetings/${meetingId}/agenda-points`) =>
  (await api.send('get', path, undefined, { by })).told;
const titles = async (by: SignedIn) =>
  (await api.take(agendaPoints, 'get', `meetings/${meetingId}/agenda-points`, undefined, { by })).points.map(
    ({ number, title }) => `${number ?? '-'} ${title}`,
  );

describe('an agenda that is read through before it is sent', () => {
  it('is there for those who are asked, each with what they see of what is sent, and for nobody else', async () => {
    await makePoint(api, meetingId, 'Hemmeligt', { visibility: 'closed', closedReason: 'Personsag' });
    await makePoint(api, meetingId, 'Budget');
    expect(await sees(reader)).toBe('404 not-found');
    expect((await ask([member, reader])).told).toBe('200');
    expect(await titles(reader)).toEqual(['1 Budget']);
    expect(await titles(member)).toEqual(['1 Budget', '1 Hemmeligt']);
    expect(await sees(outsider)).toBe('404 not-found');
  });

  it('is followed as it is worked on, with the file that a bilag has now and none it had before', async () => {
    const point = await makePoint(api, meetingId, 'Budget');
    await ask([reader, member]);
    await sendFile(api, `agenda-points/${point.id}/attachments/file`, 'Tal.pdf', pdf());
    const [{ id }] = (await api.database.query<{ id: string }>(
      'SELECT id FROM attachment WHERE point_id = $1',
      [point.id],
    )) as [{ id: string }];
    await api.send('patch', `agenda-points/${point.id}`, { title: 'Budget 2028' }, { ifMatch: 1 });
    expect(await titles(reader)).toEqual(['1 Budget 2028']);
    // A file that is dropped is closed until somebody opens it.
    expect(await sees(reader, `attachments/${id}/file`)).toBe('404 not-found');
    expect(await sees(member, `attachments/${id}/file`)).toBe('200');
    const { items } = await api.take(attachmentVersionList, 'get', `attachments/${id}/versions`, undefined, {
      by: member,
    });
    expect(items.map(({ number }) => number)).toEqual([1]);
  });

  it('is gone at once for those it is taken back from, and who lose their right in the body', async () => {
    await makePoint(api, meetingId, 'Budget');
    const leaving = await api.signIn([{ role: 'reader', bodyId }]);
    await ask([member, reader, leaving]);
    await ask([member, leaving]);
    expect([await sees(reader), await own(reader)]).toEqual(['404 not-found', null]);
    expect(await sees(leaving)).toBe('200');
    await api.database.query('DELETE FROM membership WHERE person_id = $1', [leaving.personId]);
    expect(await sees(leaving)).toBe('404 not-found');
  });

  it('says who has read it and what they say, to the secretariat; asked again, they begin anew', async () => {
    await ask([member, reader]);
    expect((await say(reader, 'Punkt 2 mangler.')).told).toBe('200');
    expect((await list()).items.map(({ name, readAt, comment }) => [name, readAt !== null, comment])).toEqual(
      [
        ['Læser Lund', true, 'Punkt 2 mangler.'],
        ['Medlem Mogensen', false, null],
      ],
    );
    await ask([member]);
    await ask([member, reader]);
    expect(await own(reader)).toMatchObject({ readAt: null, comment: null });
  });

  it('keeps what a reviewer said before they said it otherwise, in the history of those who draft it', async () => {
    await ask([reader]);
    await say(reader, 'Punkt 2 mangler.');
    await say(reader, 'Alt er med.');
    await ask([]);
    expect((await say(reader, 'For sent.')).told).toBe('403 not-allowed');
    const told = async (by = api.everybody) => {
      const { items } = await api.take(
        pageOf(historyEvent),
        'get',
        `history/meeting/${meetingId}`,
        undefined,
        { by },
      );
      return items.filter(({ name }) => name === 'review.read').map(({ changes }) => changes);
    };
    const comment = { field: 'comment', withheld: false };
    expect(await told()).toEqual([
      [{ ...comment, before: 'Punkt 2 mangler.', after: 'Alt er med.' }],
      [{ ...comment, before: null, after: 'Punkt 2 mangler.' }],
    ]);
    expect(await told(member)).toEqual([]);
  });

  it('is taken back from nobody by somebody who has not seen that they were asked', async () => {
    const { version } = await list();
    expect((await ask([member], version)).told).toBe('200');
    const late = await ask([reader], version);
    expect(late).toMatchObject({ told: '412 stale-version', body: { current: await list() } });
    expect(await named()).toEqual(['Medlem Mogensen']);
    const path = `meetings/${meetingId}/reviewers`;
    expect((await api.send('put', path, { personIds: [] })).told).toBe('428 if-match-required');
    expect((await ask([member, reader])).told).toBe('200');
    const both = await list();
    const at = (people: readonly SignedIn[]) => ask(people, both.version);
    const at2 = await Promise.all([at([member]), at([reader])]);
    expect(at2.map(({ told }) => told).sort()).toEqual(['200', '412 stale-version']);
    expect(await named()).toHaveLength(1);
  });

  it('ends when the agenda is sent: what was asked is not asked any more', async () => {
    await ask([reader]);
    await putMeetingInto(api, meetingId, 'sent');
    expect(await own(reader)).toBeNull();
    expect((await say(reader, null)).told).toBe('403 not-allowed');
    expect((await ask([member])).told).toBe('409 agenda-sent');
  });

  it('is mailed again to those whom the mail did not reach, by whoever runs the meeting, and to nobody else', async () => {
    const lost = await api.signIn([{ role: 'reader', bodyId }], 'Uden Adresse');
    await ask([lost, reader]);
    const found = async () => (await list()).items.find(({ personId }) => personId === lost.personId);
    const { id = '' } = (await found()) ?? {};
    const again = async (by = api.everybody) =>
      (await api.send('post', `reviewers/${id}/retry`, undefined, { by })).told;
    expect(await found()).toMatchObject({ mail: 'failed', cause: 'no-address' });
    // Without an address it fails again, at once.
    expect([await again(), (await found())?.mail]).toEqual(['202', 'failed']);
    await api.database.query("UPDATE person SET email = 'fundet@example.dk' WHERE id = $1", [lost.personId]);
    for (const by of [member, reader, outsider, lost]) expect(await again(by)).toBe('404 not-found');
    expect([await again(), await found()]).toEqual([
      '202',
      expect.objectContaining({ mail: 'queued', cause: null }),
    ]);
    // What has arrived is not sent again.
    await api.database.query("UPDATE agenda_review SET state = 'sent' WHERE id = $1", [id]);
    expect([await again(), (await found())?.mail]).toEqual(['202', 'sent']);
    expect((await api.send('post', `reviewers/${unknownId()}/retry`)).told).toBe('404 not-found');
    await putMeetingInto(api, meetingId, 'sent');
    expect(await again()).toBe('409 agenda-sent');
    await putMeetingInto(api, meetingId, 'drafting');
    await ask([reader]);
    expect(await again()).toBe('404 not-found');
  });

  it('is given to people who hold a right in the body only, all or none', async () => {
    const { candidates } = await list();
    expect(candidates.map(({ personId }) => personId)).toEqual(
      expect.arrayContaining([member.personId, reader.personId]),
    );
    expect(candidates.map(({ personId }) => personId)).not.toContain(outsider.personId);
    expect((await ask([reader, outsider])).told).toBe('422 reference-not-found');
    const unknown = { ...outsider, personId: unknownId() };
    expect((await ask([unknown])).told).toBe('422 reference-not-found');
    expect((await list()).items).toEqual([]);
  });

  it('is shown to an administrator who sees as the reviewer, and is no right of anybody else who does', async () => {
    await makePoint(api, meetingId, 'Budget');
    await ask([reader]);
    const administrator = await api.signIn([{ role: 'administrator' }]);
    const secretary = await api.signIn([{ role: 'secretariat', bodyId }]);
    const stranger = await api.signIn([{ role: 'secretariat', bodyId: await makeBody(api) }]);
    const turned = async (by: SignedIn) =>
      (await api.send('post', 'session/view-as', { personId: reader.personId }, { by })).told;
    expect([await turned(administrator), await turned(secretary), await turned(stranger)]).toEqual([
      ...['200', '200', '403 not-allowed'],
    ]);
    expect([await sees(administrator), await own(administrator)]).toEqual([
      '200',
      expect.objectContaining({ readAt: null, comment: null }),
    ]);
    expect([await sees(secretary), await own(secretary)]).toEqual(['404 not-found', null]);
    for (const by of [administrator, secretary])
      expect((await say(by, 'På en andens vegne')).told).toBe('403 viewing-as');
    expect(await own(reader)).toMatchObject({ readAt: null, comment: null });
  });
});
