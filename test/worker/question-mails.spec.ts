import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { mailChoices } from '../../libs/contracts/mail-choices.js';
import { opinion } from '../../libs/contracts/opinions.js';
import type { OpinionView } from '../../libs/contracts/opinions.js';
import { printWeekdayDate } from '../../libs/domain/calendar/index.js';
import { StepNoticesService, StepNoticesSweeps } from '../../libs/features/notifications/index.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { makeUnit } from '../builders/follow-ups.js';
import { makeBodyWithSteps, makeIndstilling, putIndstillingInto } from '../builders/indstillinger.js';
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
let askedUnit: string;
let made = 0;
let leader: SignedIn;
let staff: SignedIn;

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
  askedUnit = await makeUnit(api, `S${made}`);
  leader = await mailPerson(api, 'Sanne Spurgt', [{ role: 'leader', unitId: askedUnit }]);
  staff = await mailPerson(api, 'Mads Medarbejder', [{ role: 'staff', unitId: askedUnit }]);
  await mailPerson(api, 'Anne Andetsteds', [{ role: 'staff', unitId: await makeUnit(api, `A${made}`) }]);
});
afterEach(async () => {
  // People stay, and are told of nothing more.
  await api.database.query('UPDATE person SET email = NULL');
  server.mails.length = 0;
});

async function ask(title = 'Sommertider', by?: SignedIn): Promise<OpinionView> {
  const author = by === undefined ? {} : { author: { personId: by.personId } };
  const { id } = await makeIndstilling(api, { bodyId, title, ...author });
  const options = by === undefined ? {} : { by };
  return api.take(opinion, 'post', `indstillinger/${id}/opinions`, { unitId: askedUnit }, options);
}

/** Makes all questions so much older. */
const wait = (minutes: number) =>
  api.database.query('UPDATE indstilling_opinion SET asked_at = asked_at - make_interval(mins => $1)', [
    minutes,
  ]);

/** Lets the worker look, and waits until what it owes is sent or let go of. */
async function round(): Promise<readonly ReceivedMail[]> {
  const notices = worker.get(StepNoticesService, { strict: false });
  await Promise.all([notices.note(), notices.note()]);
  await Promise.all([notices.collect(), notices.collect()]);
  await worker.get(StepNoticesSweeps, { strict: false }).enqueueOwed();
  await until(async () => {
    const owed = await api.database.query("SELECT FROM indstilling_notice_mail WHERE state = 'queued'");
    return owed.length === 0;
  }, 60_000);
  return server.mails;
}
const receivers = (mails: readonly ReceivedMail[]) => mails.flatMap(({ to }) => to).sort();
const BOTH = [addressOf('Mads Medarbejder'), addressOf('Sanne Spurgt')];

describe('a mail about an opinion', () => {
  it(
    'is one to each who may answer for the unit, a quarter of an hour after the first, and holds no text',
    async () => {
      const question = await ask('Åbningstider');
      await wait(10);
      await ask('Færgen');
      expect(await round()).toEqual([]);
      await wait(5);
      const mails = await round();
      expect(receivers(mails)).toEqual(BOTH);
      const { subject, text = '' } = mails[0] ?? {};
      expect(subject).toBe('2 indstillinger venter på en udtalelse fra din enhed');
      expect(text.indexOf('– Åbningstider (')).toBeLessThan(text.indexOf('– Færgen ('));
      expect(text).toContain(`  Svar senest ${printWeekdayDate(question.dueOn)}\n`);
      expect(text).toContain(`/indstillinger/${question.indstillingId}\n`);
      expect(text).not.toContain('åbent om lørdagen');
      await wait(60);
      expect(await round()).toHaveLength(2);
    },
    SLOW,
  );

  it(
    'goes neither to who asked, nor to who wants none',
    async () => {
      const by = { by: leader };
      const { version } = await api.take(mailChoices, 'get', 'mail-choices', undefined, by);
      const never = { indstillinger: 'never' };
      await api.take(mailChoices, 'patch', 'mail-choices', never, { ...by, ifMatch: version });
      await ask('Min egen', staff);
      await wait(16);
      expect(await round()).toEqual([]);
      await ask();
      await wait(16);
      expect(receivers(await round())).toEqual([addressOf('Mads Medarbejder')]);
    },
    SLOW,
  );

  const answer = (question: OpinionView) =>
    api.send('post', `opinions/${question.id}/answer`, { answer: 'agrees' }, { by: leader, ifMatch: 1 });
  const withdraw = (question: OpinionView) =>
    api.send('delete', `opinions/${question.id}`, undefined, { ifMatch: 1 });
  const end = ({ indstillingId }: OpinionView) =>
    putIndstillingInto(api, indstillingId, 'rejected', ['leader']);
  it.each([
    ['was answered', answer],
    ['was taken back', withdraw],
    ['is about what was rejected', end],
  ])(
    'is not sent of a question that %s, whether that was seen before it was collected or after',
    async (_name, settle) => {
      await settle(await ask());
      const collected = await ask();
      await worker.get(StepNoticesService, { strict: false }).note();
      await settle(collected);
      await wait(16);
      expect(await round()).toEqual([]);
    },
    SLOW,
  );

  it(
    'says no title of what is closed, and is not for who has left the unit',
    async () => {
      await ask('Hemmelig sag');
      await api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [bodyId]);
      await worker.get(StepNoticesService, { strict: false }).note();
      await api.database.query("UPDATE membership SET valid_to = '2020-01-01' WHERE person_id = $1", [
        staff.personId,
      ]);
      await wait(16);
      const mails = await round();
      expect(receivers(mails)).toEqual([addressOf('Sanne Spurgt')]);
      expect(mails[0]?.text).toContain('– En indstilling i en lukket sag\n  Spurgt');
      expect(`${mails[0]?.subject}${mails[0]?.text}`).not.toContain('Hemmelig');
    },
    SLOW,
  );
});
