import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mailChoices } from '../../libs/contracts/mail-choices.js';
import { makeBody } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let by: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  by = await api.signIn([]);
});
afterAll(() => api.stop());

const change = (fields: object, ifMatch: number, who = by) =>
  api.send('patch', 'mail-choices', fields, { by: who, ifMatch });

describe('what somebody chooses of their mails', () => {
  it('is a mail each quarter of an hour until they choose, and is theirs alone', async () => {
    const answer = await api.send('get', 'mail-choices', undefined, { by });
    expect([answer.etag, answer.body]).toEqual(['"1"', { indstillinger: 'collected', version: 1 }]);
    expect((await change({ indstillinger: 'daily' }, 1)).body).toEqual({
      indstillinger: 'daily',
      version: 2,
    });
    expect((await change({ indstillinger: 'never' }, 2)).body).toEqual({
      indstillinger: 'never',
      version: 3,
    });
    const other = { by: await api.signIn([]) };
    expect(await api.take(mailChoices, 'get', 'mail-choices', undefined, other)).toMatchObject({
      version: 1,
    });
    expect(await api.take(mailChoices, 'get', 'mail-choices', undefined, { by })).toMatchObject({
      indstillinger: 'never',
    });
  });

  it('is refused where it is none, and where another tab has chosen since', async () => {
    const who = await api.signIn([]);
    expect((await change({ indstillinger: 'hourly' }, 1, who)).told).toBe('400 validation-failed');
    expect((await change({ meetings: 'never' }, 1, who)).told).toBe('400 validation-failed');
    await change({ indstillinger: 'daily' }, 1, who);
    const stale = await change({ indstillinger: 'never' }, 1, who);
    expect(stale.told).toBe('412 stale-version');
    expect(stale.body).toMatchObject({ current: { indstillinger: 'daily', version: 2 } });
  });

  it('is written down, once however many tabs choose at once', async () => {
    const who = await api.signIn([]);
    const answers = await Promise.all(
      ['daily', 'never', 'at-once'].map((indstillinger) => change({ indstillinger }, 1, who)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const events = await api.database.query(
      "SELECT person_id FROM event WHERE name = 'mail-choices.changed' AND subject_id = $1",
      [who.personId],
    );
    expect(events).toEqual([{ person_id: who.personId }]);
  });

  it('is not there for an administrator who sees as somebody', async () => {
    const administrator = await api.signIn([{ role: 'administrator' }]);
    await api.send('post', 'session/view-as', { personId: by.personId }, { by: administrator });
    expect((await api.send('get', 'mail-choices', undefined, { by: administrator })).told).toBe(
      '404 not-found',
    );
  });

  it('is not there for a secretariat that sees as somebody', async () => {
    const bodyId = await makeBody(api);
    const secretary = await api.signIn([{ role: 'secretariat', bodyId }]);
    const member = await api.signIn([{ role: 'member', bodyId }]);
    await api.send('post', 'session/view-as', { personId: member.personId }, { by: secretary });
    expect((await api.send('get', 'mail-choices', undefined, { by: secretary })).told).toBe('404 not-found');
  });
});
