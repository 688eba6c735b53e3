import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Writable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { addWorkingDays, printWeekdayDate } from '../../libs/domain/calendar/index.js';
import { RemindersService } from '../../libs/features/notifications/index.js';
import { Clock } from '../../libs/platform/clock/clock.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { JobQueue } from '../../libs/platform/queue/job-queue.js';
import { makeIndstilling } from '../builders/indstillinger.js';
import { makeBody, makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { addressOf, mailPerson } from '../builders/sendings.js';
import { startMailServer } from '../support/mail-server.js';
import type { MailServer } from '../support/mail-server.js';
import { startTestApi } from '../support/test-api.js';
import type { SignedIn } from '../support/sign-in.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';

const SLOW = 90_000;
/** From this minute of the day on a reminder is due; the deadline itself is past at once on its own day. */
const TIME = '00:00';
const today = new Clock().today();
/** Of a deadline one hverdag before its meeting, the reminder is due today. */
const DUE_DATE = addWorkingDays(today, 1, []);
const MEETING_DATE = addWorkingDays(today, 2, []);

let api: TestApi;
let server: MailServer;
let worker: INestApplicationContext;
let reminders: RemindersService;
let bodyId: string;
let meetingId: string;
let secretary: SignedIn;
const logged: string[] = [];
const lines = new Writable({
  write: (chunk: Buffer, _encoding, done) => {
    logged.push(chunk.toString());
    done();
  },
});

beforeAll(async () => {
  api = await startTestApi();
  await api.database.query('UPDATE person SET email = NULL');
  await api.database.query('DELETE FROM closing_day');
  server = await startMailServer();
  worker = await createWorker({
    ...{ databaseUrl: api.database.url, redisUrl: null, dataDir: api.dataDir },
    ...{ applicationName: 'dagsorden-test-worker', logger: createLogger('test', 'warn', lines) },
    mail: { smtpUrl: server.url, from: 'Sekretariatet <sekretariat@example.dk>' },
  });
  reminders = worker.get(RemindersService, { strict: false });
}, SLOW);
afterAll(async () => {
  await worker.close();
  await server.stop();
  await api.stop();
}, SLOW);

beforeEach(async () => {
  bodyId = await makeBody(api);
  await keep({ agenda: { workingDaysBefore: 1, time: TIME } });
  secretary = await mailPerson(api, 'Sekretær Holm', [{ role: 'secretariat', bodyId }]);
  await mailPerson(api, 'Medlem Mogensen', [{ role: 'member', bodyId }]);
  meetingId = (await makeMeeting(api, bodyId, MEETING_DATE)).id;
});
afterEach(async () => {
  await putMeetingInto(api, meetingId, 'cancelled');
  server.onMail = () => Promise.resolve();
  await settled();
  server.mails.length = 0;
  logged.length = 0;
});

async function keep(deadlines: object): Promise<void> {
  await api.database.query(
    `UPDATE body SET settings = jsonb_set(settings, '{deadlines}', $2::jsonb) WHERE id = $1`,
    [bodyId, JSON.stringify(deadlines)],
  );
}
/** Until every mail about the meeting was sent, has failed or was let go of. */
const settled = () => until(async () => (await mails()).every((told) => !told.startsWith('queued')), 60_000);
const mails = async (): Promise<string[]> => {
  const rows = await api.database.query<{ told: string }>(
    `SELECT concat_ws(' ', state, cause) AS told
     FROM reminder_mail JOIN reminder ON reminder.id = reminder_id WHERE meeting_id = $1`,
    [meetingId],
  );
  return rows.map(({ told }) => told);
};
/** Lets the mails that wait be sent now, and not when it is time to try again. */
async function tryAgain(): Promise<void> {
  const [row] = await api.database.query<{ id: string }>('SELECT id FROM reminder WHERE meeting_id = $1', [
    meetingId,
  ]);
  await api.database.query('UPDATE reminder_mail SET next_try_at = now() WHERE reminder_id = $1', [row?.id]);
  const payload = { reminderId: row?.id ?? '' };
  await worker
    .get(JobQueue, { strict: false })
    .add([{ name: 'reminders.deliver', payload, jobId: `reminders.deliver-again-${row?.id}` }]);
}
const made = async (): Promise<string[]> => {
  const rows = await api.database.query<{ told: string }>(
    `SELECT kind || ' ' || due_date || ' ' || due_time AS told FROM reminder WHERE meeting_id = $1 ORDER BY kind`,
    [meetingId],
  );
  return rows.map(({ told }) => told);
};

describe('reminders of deadlines', () => {
  it(
    'go to the secretariat of the body, once, whoever looks how often',
    async () => {
      await makePoint(api, meetingId, 'Hemmelig sag', { visibility: 'closed', closedReason: 'Personsag' });
      await Promise.all([reminders.makeDue(), reminders.makeDue()]);
      await reminders.makeDue();
      await settled();
      expect(await made()).toEqual([`agenda ${DUE_DATE} ${TIME}`]);
      expect(server.mails.map(({ to }) => to)).toEqual([[addressOf('Sekretær Holm')]]);
      const [mail] = server.mails;
      expect(mail?.subject).toMatch(
        new RegExp(
          `^Frist for dagsordenen ${printWeekdayDate(DUE_DATE)} kl\\.\\s0\\.00: .*Rådmandsmøde \\d+$`,
        ),
      );
      expect(mail?.text).toContain('Dagsordenen til mødet er ikke udsendt endnu: ');
      expect(mail?.text).toContain(`/meetings/${meetingId}/agenda`);
      expect(`${mail?.subject}${mail?.text}`).not.toContain('Hemmelig');
    },
    SLOW,
  );

  it('follow a meeting that moves, and do not come when the agenda is out', async () => {
    await api.database.query('UPDATE meeting SET date = $2 WHERE id = $1', [
      meetingId,
      addWorkingDays(MEETING_DATE, 3, []),
    ]);
    await reminders.makeDue();
    expect(await made()).toEqual([]);
    await api.database.query('UPDATE meeting SET date = $2 WHERE id = $1', [meetingId, MEETING_DATE]);
    await putMeetingInto(api, meetingId, 'sent');
    await reminders.makeDue();
    expect(await made()).toEqual([]);
    await putMeetingInto(api, meetingId, 'drafting');
    await reminders.makeDue();
    expect(await made()).toEqual([`agenda ${DUE_DATE} ${TIME}`]);
  });

  it('of indstillinger and material come only while one is on its way, or a bilag has no file', async () => {
    const rule = { workingDaysBefore: 1, time: TIME };
    await keep({ indstillinger: rule, material: rule });
    await reminders.makeDue();
    expect(await made()).toEqual([]);
    const { id } = await makeIndstilling(api, { bodyId, title: 'Åbningstider', wantedMeetingId: meetingId });
    await reminders.makeDue();
    expect(await made()).toEqual([`indstillinger ${DUE_DATE} ${TIME}`]);
    await api.database.query('DELETE FROM reminder_mail');
    await api.database.query('DELETE FROM reminder');
    await api.database.query("UPDATE indstilling SET state = 'approved' WHERE id = $1", [id]);
    const point = await makePoint(api, meetingId, 'Budget');
    await api.send('post', `agenda-points/${point.id}/attachments`, { title: 'Tal', visibility: 'open' });
    await reminders.makeDue();
    expect(await made()).toEqual([`material ${DUE_DATE} ${TIME}`]);
  });

  it('come when somebody can be told, and are not made before: the log tells of it once', async () => {
    const by = 'UPDATE person SET email = $2 WHERE id = $1';
    await api.database.query(by, [secretary.personId, null]);
    await reminders.makeDue();
    await reminders.makeDue();
    expect(await made()).toEqual([]);
    expect(logged.filter((line) => line.includes(meetingId))).toHaveLength(1);
    await api.database.query(by, [secretary.personId, addressOf('Sekretær Holm')]);
    await reminders.makeDue();
    expect(await made()).toEqual([`agenda ${DUE_DATE} ${TIME}`]);
    await settled();
    expect(server.mails.map(({ to }) => to)).toEqual([[addressOf('Sekretær Holm')]]);
  });

  it('of one meeting do not wait for those of another that cannot be made', async () => {
    const first = (await makeMeeting(api, bodyId, addWorkingDays(today, 2, []))).id;
    await api.database.query(
      `ALTER TABLE reminder ADD CONSTRAINT never_of_this CHECK (meeting_id <> '${meetingId}')`,
    );
    try {
      await reminders.makeDue();
      const rows = await api.database.query<{ meeting_id: string }>(
        'SELECT meeting_id FROM reminder WHERE meeting_id = ANY($1)',
        [[first, meetingId]],
      );
      expect(rows).toEqual([{ meeting_id: first }]);
      expect(logged.filter((line) => line.includes(meetingId))).toHaveLength(1);
    } finally {
      await api.database.query('ALTER TABLE reminder DROP CONSTRAINT never_of_this');
      await putMeetingInto(api, first, 'cancelled');
    }
  });
});

describe('a mail about a deadline that could not be sent at once', () => {
  const INDSTILLING = { indstillinger: { workingDaysBefore: 1, time: TIME } };
  const move = (date: string) =>
    api.database.query('UPDATE meeting SET date = $2 WHERE id = $1', [meetingId, date]);

  it.each<[string, string, () => Promise<unknown>]>([
    ['sent', 'is sent when it can be', () => Promise.resolve()],
    ['dropped', 'is let go of when the meeting has moved', () => move(addWorkingDays(MEETING_DATE, 3, []))],
    ['dropped', 'is let go of when the agenda is out', () => putMeetingInto(api, meetingId, 'sent')],
    [
      'dropped',
      'is let go of when the deadline has passed',
      async () => {
        await move(addWorkingDays(today, 1, []));
        const { length } = await api.database.query(
          'UPDATE reminder SET due_date = $2 WHERE meeting_id = $1 RETURNING id',
          [meetingId, addWorkingDays(addWorkingDays(today, 1, []), -1, [])],
        );
        expect(length).toBe(1);
      },
    ],
    ['dropped', 'is let go of when the body keeps the deadline no more', () => keep(INDSTILLING)],
    [
      'dropped',
      'is let go of when whoever it is to is of the secretariat no more',
      () =>
        api.database.query("UPDATE membership SET valid_to = '2020-01-01' WHERE person_id = $1", [
          secretary.personId,
        ]),
    ],
  ])(
    '(%s) %s',
    async (state, _name, meanwhile) => {
      await notSentAtOnce();
      await meanwhile();
      server.onMail = () => Promise.resolve();
      await tryAgain();
      await settled();
      expect(await mails()).toEqual([state]);
      expect(server.mails).toHaveLength(state === 'sent' ? 1 : 0);
    },
    SLOW,
  );

  it(
    'is let go of when what was missing has come',
    async () => {
      await keep(INDSTILLING);
      const { id } = await makeIndstilling(api, {
        bodyId,
        title: 'Åbningstider',
        wantedMeetingId: meetingId,
      });
      await notSentAtOnce();
      await api.database.query("UPDATE indstilling SET state = 'approved' WHERE id = $1", [id]);
      server.onMail = () => Promise.resolve();
      await tryAgain();
      await settled();
      expect(await mails()).toEqual(['dropped']);
      expect(server.mails).toEqual([]);
    },
    SLOW,
  );

  async function notSentAtOnce(): Promise<void> {
    server.onMail = () => Promise.reject(Object.assign(new Error('4.3.2 Later'), { responseCode: 451 }));
    await reminders.makeDue();
    await until(async () => (await mails()).join() === 'queued server-away', 60_000);
  }
});
