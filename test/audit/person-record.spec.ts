import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personRecord } from '../../libs/contracts/history.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { meetingInSession } from '../builders/meetings.js';
import { dagsorden } from '../support/dagsorden.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let meetingId: string;
let bodyId: string;
let secretariat: SignedIn;
let reader: SignedIn;
let outsider: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  ({ meetingId, bodyId } = await meetingInSession(api, ['Tilsyn']));
  secretariat = await api.signIn([{ role: 'secretariat', bodyId }], 'Sekretær Holm');
  reader = await api.signIn([{ role: 'reader', bodyId }], 'Læser Lund');
  outsider = await api.signIn([], 'Udenfor Uhre');
  const changed = { by: secretariat, ifMatch: 1 };
  await api.take(meeting, 'patch', `meetings/${meetingId}`, { place: 'Tilsynets lokale' }, changed);
});
afterAll(() => api.stop());

describe('everything recorded about a person', () => {
  const told = async (personId: string, by_: SignedIn) =>
    (await api.send('get', `people/${personId}/record`, undefined, { by: by_ })).told;

  it('is for them and for administrators', async () => {
    const administrator = await api.signIn([{ role: 'administrator' }]);
    expect(await told(reader.personId, reader)).toBe('200');
    expect(await told(reader.personId, administrator)).toBe('200');
    expect(await told(reader.personId, secretariat)).toBe('403 not-allowed');
    expect(await told(secretariat.personId, outsider)).toBe('404 not-found');
    expect(await told(unknownId(), administrator)).toBe('404 not-found');
  });

  it('finds them among the caseworkers of a meeting by name', async () => {
    await api.database.query(`UPDATE meeting SET caseworkers = '["Sekretær Holm"]' WHERE id = $1`, [
      meetingId,
    ]);
    const found = await api.take(personRecord, 'get', `people/${secretariat.personId}/record`, undefined, {
      by: secretariat,
    });
    expect(found.meetings).toMatchObject([{ id: meetingId, caseworker: true }]);
  });

  it('holds their row, roles, sessions without secrets, mentions and acts, and no titles', async () => {
    await api.database.query(`UPDATE meeting SET chair_id = $1, participants = $2 WHERE id = $3`, [
      secretariat.personId,
      JSON.stringify([{ name: 'Sekretær Holm', personId: secretariat.personId, attendance: 'present' }]),
      meetingId,
    ]);
    const by_ = secretariat;
    const found = await api.take(personRecord, 'get', `people/${by_.personId}/record`, undefined, {
      by: by_,
    });
    expect(found.person).toMatchObject([{ name: 'Sekretær Holm' }]);
    expect(found.memberships).toMatchObject([{ role: 'secretariat', body_id: bodyId }]);
    expect(found.sessions).toHaveLength(1);
    expect(found.meetings).toMatchObject([
      { id: meetingId, chair: true, participant: true, minuteTaker: null },
    ]);
    expect(found.eventsBy.map((row) => row.name)).toContain('meeting.changed');
    expect(found.eventsAbout.map((row) => row.name)).toContain('person.record-exported');
    const text = JSON.stringify(found);
    const secret = by_.headers['x-csrf-token'];
    expect([text.includes('Tilsyn'), text.includes(secret), text.includes('csrf')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is written to a file by the command line, by initials or by id', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dagsorden-test-record-'));
    const env = { DATABASE_URL: api.database.url, DATA_DIR: api.dataDir };
    const out = join(folder, 'person.json');
    try {
      await api.database.query(`UPDATE person SET initials = 'LLU' WHERE id = $1`, [reader.personId]);
      expect(await dagsorden(['export', 'person', 'LLU', '--out', out], '', env)).toMatchObject({ code: 0 });
      const found = personRecord.parse(JSON.parse(await readFile(out, 'utf8')));
      expect(found.person).toMatchObject([{ id: reader.personId, name: 'Læser Lund' }]);
      expect(await dagsorden(['export', 'person', 'QQQ', '--out', out], '', env)).toMatchObject({ code: 1 });
      expect(await dagsorden(['export', 'body', 'LLU', '--out', out], '', env)).toMatchObject({ code: 2 });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
