import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { attachment, attachmentList, attachmentVersionList } from '../../libs/contracts/attachments.js';
import { attachFile, pointForFiles, sendAgenda } from '../builders/attachments.js';
import { fetchFile, pdf, sendFile } from '../builders/files.js';
import { putMeetingInto } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

jest.setTimeout(60_000);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('a sent agenda', () => {
  it('keeps the file it went out with, until a correction brings the new one', async () => {
    const { to, meetingId, bodyId } = await pointForFiles(api);
    await putMeetingInto(api, meetingId, 'drafting');
    const reader = await api.signIn([{ role: 'reader', bodyId }]);
    const { id } = await attachFile(api, to, 'a.pdf', pdf('udkast'), 'open');
    await sendFile(api, `attachments/${id}/file`, 'b.pdf', pdf('sendt'), { ifMatch: 1 });
    expect((await fetchFile(api, `attachments/${id}/file`, reader)).status).toBe(404);
    await sendAgenda(api, meetingId);
    await sendFile(api, `attachments/${id}/file`, 'c.pdf', pdf('rettet'), { ifMatch: 2 });

    const read = async (path: string) => (await fetchFile(api, path, reader)).bytes.toString();
    const seen = () => api.take(attachment, 'get', `attachments/${id}`, undefined, { by: reader });
    expect(await read(`attachments/${id}/file`)).toContain('sendt');
    expect((await seen()).file).toMatchObject({ number: 1, fileName: 'b.pdf' });
    expect((await fetchFile(api, `attachments/${id}/versions/2/file`, reader)).status).toBe(404);

    await sendAgenda(api, meetingId);
    expect(await read(`attachments/${id}/file`)).toContain('rettet');
    expect(await read(`attachments/${id}/versions/1/file`)).toContain('sendt');
    const list = await api.take(attachmentVersionList, 'get', `attachments/${id}/versions`, undefined, {
      by: reader,
    });
    expect(list.items).toMatchObject([
      { number: 2, fileName: 'c.pdf', uploadedBy: null, uploadedAt: null },
      { number: 1, fileName: 'b.pdf', uploadedBy: null },
    ]);
    const own = await api.take(attachmentVersionList, 'get', `attachments/${id}/versions`);
    expect(own.items.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it('keeps the order, the titles and the numbers it went out with, until a correction brings others', async () => {
    const { to, meetingId, bodyId } = await pointForFiles(api);
    await putMeetingInto(api, meetingId, 'drafting');
    const reader = await api.signIn([{ role: 'reader', bodyId }]);
    const first = await attachFile(api, to, 'a.pdf', pdf('a'), 'open');
    await attachFile(api, to, 'b.pdf', pdf('b'), 'open');
    await sendAgenda(api, meetingId);
    const list = to.replace(/\/file$/, '');
    const read = async (): Promise<string[]> => {
      const { items } = await api.take(attachmentList, 'get', list, undefined, { by: reader });
      return items.map(({ number, title }) => `${number} ${title}`);
    };
    const before = await read();
    await api.send('patch', `attachments/${first.id}`, { title: 'Rettet' }, { ifMatch: 1 });
    await api.send('post', `attachments/${first.id}/move`, { position: 1 }, { ifMatch: 2 });
    expect(await read()).toEqual(before);
    await sendAgenda(api, meetingId);
    expect(await read()).toEqual(['1 b', '2 Rettet']);
  });

  it('is not the same as before when only a file was replaced', async () => {
    const { to, meetingId } = await pointForFiles(api);
    await putMeetingInto(api, meetingId, 'drafting');
    const { id } = await attachFile(api, to, 'a.pdf');
    await sendAgenda(api, meetingId);
    const { version } = (await api.send('get', `meetings/${meetingId}`)).body as { version: number };
    const again = () => api.send('post', `meetings/${meetingId}/agenda-versions`, {}, { ifMatch: version });
    expect((await again()).told).toBe('409 nothing-changed');
    await sendFile(api, `attachments/${id}/file`, 'a.pdf', pdf('en anden'), { ifMatch: 1 });
    expect((await again()).told).toBe('201');
  });
});

describe('a closed file', () => {
  it('is not there for who reads open things, or is disqualified; who reads it is on record', async () => {
    const { to, meetingId, bodyId, ownerId } = await pointForFiles(api);
    await putMeetingInto(api, meetingId, 'drafting');
    const { id } = await attachFile(api, to, 'hemmelig.pdf');
    await sendAgenda(api, meetingId);
    const reader = await api.signIn([{ role: 'reader', bodyId }]);
    const member = await api.signIn([{ role: 'member', bodyId }]);
    const barred = await api.signIn([{ role: 'member', bodyId }]);
    await api.database.query('INSERT INTO disqualification (point_id, person_id) VALUES ($1, $2)', [
      ...[ownerId, barred.personId],
    ]);
    for (const path of [`attachments/${id}/file`, `attachments/${id}/versions/1/file`]) {
      for (const by of [reader, barred]) expect((await fetchFile(api, path, by)).status).toBe(404);
      expect((await fetchFile(api, path, null)).status).toBe(401);
      expect((await fetchFile(api, path, member)).status).toBe(200);
    }
    expect((await api.send('get', `attachments/${id}/versions`, undefined, { by: barred })).status).toBe(404);
    const refused = await sendFile(api, `attachments/${id}/file`, 'b.pdf', pdf(), { by: member, ifMatch: 1 });
    expect(refused.told).toBe('403 not-allowed');
    const events = await api.database.query<{ person_id: string }>(
      `SELECT person_id FROM event WHERE name = 'attachment.downloaded' AND subject_id = $1`,
      [id],
    );
    expect(events).toEqual([{ person_id: member.personId }]);
  });

  it('has its name in no event that others read', async () => {
    const { to } = await pointForFiles(api);
    const { id } = await attachFile(api, to, 'Hemmelig sag.pdf');
    await sendFile(api, `attachments/${id}/file`, 'Hemmeligere sag.pdf', pdf('2'), { ifMatch: 1 });
    const events = await api.database.query<{ said: string }>(
      'SELECT data::text || coalesce(changes::text, $2) AS said FROM event WHERE subject_id = $1',
      [id, ''],
    );
    expect(events).toHaveLength(2);
    expect(events.map(({ said }) => said).join()).not.toMatch(/emmelig/);
  });
});
