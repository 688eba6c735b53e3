import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { mailChoices } from '../../libs/contracts/mail-choices.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import type { MailPace } from '../../libs/domain/indstilling/index.js';
import { StepNoticesService, StepNoticesSweeps } from '../../libs/features/notifications/index.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { makeUnit } from '../builders/follow-ups.js';
import { makeBodyWithSteps, makeIndstilling, sendOnPoint } from '../builders/indstillinger.js';
import { makeMeeting, makePoint } from '../builders/meetings.js';
import { addressOf, mailPerson } from '../builders/sendings.js';
import { startMailServer } from '../support/mail-server.js';
import type { MailServer, ReceivedMail } from '../support/mail-server.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';

const SLOW = 90_000;
let api: TestApi;
let server: MailServer;
let worker: INestApplicationContext;
let bodyId: string;
let unitId: string;
let made = 0;
let author: SignedIn;
let leader: SignedIn;
let secretary: SignedIn;

beforeAll(async () => {
  api = await startTestApi();
  await api.database.query('UPDATE person SET email = NULL');
  server = await startMailServer();
  worker = await createWorker({
    ...{ databaseUrl: api.database.url, redisUrl: null, dataDir: api.dataDir },
    ...{ applicationName: 'dagsorden-test-worker', logger: createLogger('test', 'warn') },
    mail: { smtpUrl: server.url, from: 'Sekretariatet <sekretariat@example.dk>' },
  });
}, SLOW);
afterAll(async () => {
  await worker.close();
  await server.stop();
  await api.stop();
}, SLOW);

beforeEach(async () => {
  made += 1;
  bodyId = await makeBodyWithSteps(api);
  unitId = await makeUnit(api, `E${made}`);
  author = await mailPerson(api, 'Anna Forfatter', [{ role: 'staff', unitId }]);
  leader = await mailPerson(api, 'Line Leder', [{ role: 'leader', unitId }]);
  secretary = await mailPerson(api, 'Sekretær Holm', [{ role: 'secretariat', bodyId }]);
  await mailPerson(api, 'Rita Rådmand', [{ role: 'raadmand', bodyId }]);
});
afterEach(async () => {
  server.onMail = () => Promise.resolve();
  // People stay, and are told of nothing more.
  await api.database.query('UPDATE person SET email = NULL');
  await api.database.query("UPDATE indstilling_notice_mail SET state = 'dropped' WHERE state = 'queued'");
  server.mails.length = 0;
});

const begin = async (title = 'Sommertider', fields: object = {}): Promise<string> =>
  (await makeIndstilling(api, { bodyId, unitId, title, author: { personId: author.personId }, ...fields }))
    .id;

async function take(id: string, action: string, by: SignedIn, reason: string | null = null): Promise<void> {
  const { version } = await api.take(indstilling, 'get', `indstillinger/${id}`);
  const answer = await api.send(
    'post',
    `indstillinger/${id}/steps`,
    { action, reason },
    { ifMatch: version, by },
  );
  expect(answer.told).toBe('200');
}

/** Makes all steps so much older. */
const wait = (minutes: number) =>
  api.database.query('UPDATE indstilling_step SET at = at - make_interval(mins => $1)', [minutes]);

/** Lets the worker look, and waits until what it owes is sent or let go of. */
async function round(): Promise<readonly ReceivedMail[]> {
  const notices = worker.get(StepNoticesService, { strict: false });
  await Promise.all([notices.note(), notices.note()]);
  await Promise.all([notices.collect(), notices.collect()]);
  await worker.get(StepNoticesSweeps, { strict: false }).enqueueOwed();
  await until(async () => {
    const rows = await api.database.query<{ cause: string | null }>(
      "SELECT cause FROM indstilling_notice_mail WHERE state = 'queued'",
    );
    return rows.every(({ cause }) => cause !== null);
  }, 60_000);
  return server.mails;
}
const receivers = (mails: readonly ReceivedMail[]) => mails.flatMap(({ to }) => to).sort();

describe('mails about indstillinger', () => {
  it(
    'are one to whoever has to judge them, a quarter of an hour after the first, and say who sent them on',
    async () => {
      const [first, second] = [await begin('Åbningstider'), await begin('Færgen')];
      await take(first, 'submit', author);
      await wait(10);
      await take(second, 'submit', author);
      expect(await round()).toEqual([]);
      await wait(5);
      const mails = await round();
      expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
        [[addressOf('Line Leder')], '2 indstillinger venter på dig'],
      ]);
      const { text = '' } = mails[0] ?? {};
      expect(text.indexOf('– Åbningstider (')).toBeLessThan(text.indexOf('– Færgen ('));
      expect(text.match(/Sendt til dig af Anna Forfatter /g)).toHaveLength(2);
      expect(text).toContain(`/indstillinger/${first}\n`);
      expect(text).toContain(`/indstillinger/${second}\n`);
      await wait(60);
      expect(await round()).toHaveLength(1);
    },
    SLOW,
  );

  it(
    'go to whoever holds each step, and to its author when all have approved',
    async () => {
      const director = await mailPerson(api, 'Dorte Direktør', [{ role: 'director' }]);
      const id = await begin();
      const heard: (readonly string[])[] = [];
      for (const [action, by] of [
        ['submit', author],
        ['approve', leader],
        ['approve', secretary],
        ['approve', director],
        ['approve', api.everybody],
      ] as const) {
        await take(id, action, by);
        await wait(16);
        heard.push(receivers(await round()));
        server.mails.length = 0;
      }
      expect(heard).toEqual(
        ['Line Leder', 'Sekretær Holm', 'Dorte Direktør', 'Rita Rådmand', 'Anna Forfatter'].map((name) => [
          addressOf(name),
        ]),
      );
    },
    SLOW,
  );

  it(
    'tell its author why it came back, and nobody of what they did themselves',
    async () => {
      const own = await begin('Min egen', { author: { personId: leader.personId } });
      await take(own, 'submit', leader);
      const id = await begin();
      await take(id, 'submit', author);
      await take(id, 'return', leader, 'Økonomien mangler.\nTal med ØKA.');
      await wait(16);
      const mails = await round();
      expect(receivers(mails)).toEqual([addressOf('Anna Forfatter')]);
      expect(mails[0]?.subject).toBe('1 indstilling er returneret til dig');
      expect(mails[0]?.text).toContain('Begrundelse: Økonomien mangler.\n  Tal med ØKA.');
    },
    SLOW,
  );

  it(
    'go to whoever stands in for somebody too, while they do',
    async () => {
      const standIn = await mailPerson(api, 'Stine Stedfortræder', []);
      await api.database.query(
        `INSERT INTO stand_in (id, person_id, stand_in_id, from_date, to_date) VALUES ($1, $2, $3, '2020-01-01', '2099-01-01')`,
        [crypto.randomUUID(), leader.personId, standIn.personId],
      );
      await take(await begin(), 'submit', author);
      await wait(16);
      expect(receivers(await round())).toEqual([addressOf('Line Leder'), addressOf('Stine Stedfortræder')]);
      server.mails.length = 0;
      await api.database.query("UPDATE stand_in SET to_date = '2020-01-02'");
      await take(await begin(), 'submit', author);
      await wait(16);
      expect(receivers(await round())).toEqual([addressOf('Line Leder')]);
    },
    SLOW,
  );

  it.each<[string, (id: string) => Promise<unknown>]>([
    [
      'of a closed body',
      () => api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [bodyId]),
    ],
    [
      'on a closed point',
      async (id) => {
        const { id: meetingId } = await makeMeeting(api, bodyId, '2026-09-01');
        const closed = { visibility: 'closed', closedReason: 'Personsag' };
        await sendOnPoint(api, (await makePoint(api, meetingId, 'Lukket', closed)).id, id);
      },
    ],
  ])(
    'hold nothing of what is %s but that there is something',
    async (_name, close) => {
      const id = await begin('Hemmelig sag');
      await take(id, 'submit', author);
      await take(id, 'return', leader, 'Hemmelig grund');
      await close(id);
      await wait(16);
      const [mail] = await round();
      expect(mail?.text).toContain('– En indstilling i en lukket sag\n  Returneret af Line Leder');
      expect(`${mail?.subject}${mail?.text}`).not.toContain('Hemmelig');
    },
    SLOW,
  );
});

describe('a mail about an indstilling', () => {
  const endRoles = (personId: string) =>
    api.database.query("UPDATE membership SET valid_to = '2020-01-01' WHERE person_id = $1", [personId]);

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['it was withdrawn', (id) => take(id, 'withdraw', author)],
    ['it was approved', (id) => take(id, 'approve', leader)],
    ['it was returned', (id) => take(id, 'return', api.everybody, 'Fordi')],
    ['they lead the unit no more', () => endRoles(leader.personId)],
    [
      'they have left',
      () => api.database.query('UPDATE person SET active = false WHERE id = $1', [leader.personId]),
    ],
  ])(
    'is let go of when %s',
    async (_name, meanwhile) => {
      const early = await begin();
      await take(early, 'submit', author);
      await wait(16);
      server.onMail = () => Promise.reject(Object.assign(new Error('4.3.2 Later'), { responseCode: 451 }));
      await round();
      await meanwhile(early);
      server.onMail = () => Promise.resolve();
      await api.database.query(
        "UPDATE indstilling_notice_mail SET next_try_at = now(), cause = NULL WHERE state = 'queued'",
      );
      await wait(16);
      const mails = await round();
      expect(mails.filter(({ to }) => to.includes(addressOf('Line Leder')))).toEqual([]);
      const states = await api.database.query(
        'SELECT state FROM indstilling_notice_mail WHERE person_id = $1',
        [leader.personId],
      );
      expect(states).toEqual([{ state: 'dropped' }]);
    },
    SLOW,
  );

  it(
    'goes again under its name when the server was away, and tells then of what is so still',
    async () => {
      const [stays, goes] = [await begin('Bliver'), await begin('Går')];
      for (const id of [stays, goes]) await take(id, 'submit', author);
      await wait(16);
      const ids = new Set<string>();
      server.onMail = ({ messageId }) => {
        ids.add(messageId);
        return Promise.reject(Object.assign(new Error('4.3.2 Later'), { responseCode: 451 }));
      };
      await round();
      await take(goes, 'withdraw', author);
      server.onMail = () => Promise.resolve();
      await api.database.query(
        "UPDATE indstilling_notice_mail SET next_try_at = now(), cause = NULL WHERE state = 'queued'",
      );
      const [mail] = await round();
      expect([...ids]).toEqual([mail?.messageId]);
      expect(mail?.subject).toBe('1 indstilling venter på dig');
      expect(mail?.text).not.toContain('Går');
    },
    SLOW,
  );
});

describe('how often somebody wants mails', () => {
  const choose = async (pace: MailPace): Promise<void> => {
    const by = { by: leader };
    const { version } = await api.take(mailChoices, 'get', 'mail-choices', undefined, by);
    const chosen = { indstillinger: pace };
    await api.take(mailChoices, 'patch', 'mail-choices', chosen, { ...by, ifMatch: version });
  };

  it(
    'is at once where they say so, but for the time in which a step is taken back',
    async () => {
      await choose('at-once');
      await take(await begin(), 'submit', author);
      expect(await round()).toEqual([]);
      await wait(1);
      await take(await begin('For ny'), 'submit', author);
      const mails = await round();
      expect(mails.map(({ subject }) => subject)).toEqual(['1 indstilling venter på dig']);
      await wait(1);
      expect((await round()).map(({ text }) => text.includes('For ny'))).toEqual([false, true]);
    },
    SLOW,
  );

  it(
    'is never where they say so, also of what was collected before',
    async () => {
      await take(await begin(), 'submit', author);
      await wait(5);
      await round();
      await choose('never');
      await wait(30);
      expect(await round()).toEqual([]);
      await choose('collected');
      expect(await round()).toEqual([]);
    },
    SLOW,
  );

  it(
    'is once a day where they say so',
    async () => {
      await choose('daily');
      await take(await begin(), 'submit', author);
      expect(await round()).toEqual([]);
      await wait(24 * 60);
      expect(await round()).toHaveLength(1);
    },
    SLOW,
  );
});
