import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { addWorkingDays, printWeekdayDate } from '../../libs/domain/calendar/index.js';
import { RemindersService } from '../../libs/features/notifications/index.js';
import { Clock } from '../../libs/platform/clock/clock.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { makeIndstilling } from '../builders/indstillinger.js';
import { makeBody, makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { addressOf, mailPerson } from '../builders/sendings.js';
import { startMailServer } from '../support/mail-server.js';
import type { MailServer } from '../support/mail-server.js';
import { startTestApi } from '../support/test-api.js';
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

beforeAll(async () => {
  api = await startTestApi();
  await api.database.query('UPDATE person SET email = NULL');
  await api.database.query('DELETE FROM closing_day');
  server = await startMailServer();
  worker = await createWorker({
    ...{ databaseUrl: api.database.url, redisUrl: null, dataDir: api.dataDir },
    ...{ applicationName: 'dagsorden-test-worker', logger: createLogger('test', 'silent') },
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
  await mailPerson(api, 'Sekretær Holm', [{ role: 'secretariat', bodyId }]);
  await mailPerson(api, 'Medlem Mogensen', [{ role: 'member', bodyId }]);
  meetingId = (await makeMeeting(api, bodyId, MEETING_DATE)).id;
});
afterEach(async () => {
  await putMeetingInto(api, meetingId, 'cancelled');
  server.mails.length = 0;
});

async function keep(deadlines: object): Promise<void> {
  await api.database.query(
    `UPDATE body SET settings = jsonb_set(settings, '{deadlines}', $2::jsonb) WHERE id = $1`,
    [bodyId, JSON.stringify(deadlines)],
  );
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
      await until(() => Promise.resolve(server.mails.length > 0));
      expect(await made()).toEqual([`agenda ${DUE_DATE} ${TIME}`]);
      expect(server.mails.map(({ to }) => to)).toEqual([[addressOf('Sekretær Holm')]]);
      const [mail] = server.mails;
      expect(mail?.subject).toMatch(
        new RegExp(`^Frist ${printWeekdayDate(DUE_DATE)} kl\\. 0\\.00: dagsordenen til Rådmandsmøde \\d+$`),
      );
      expect(mail?.text).toContain('er ikke udsendt endnu.');
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
});
