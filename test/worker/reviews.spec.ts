import { describe, expect, it } from '@jest/globals';
import { reviewers } from '../../libs/contracts/reviews.js';
import { addressOf, draftedMeeting, mailPerson } from '../builders/sendings.js';
import { putMeetingInto } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startMailServer } from '../support/mail-server.js';
import { SLOW, SendingStage } from '../support/sending-stage.js';
import { until } from '../support/until.js';

const stage = SendingStage.forThisSpec();

/** Gives an agenda to these people to read through, and takes it back from all others. */
async function ask(meetingId: string, people: readonly SignedIn[], message: string | null = null) {
  const path = `meetings/${meetingId}/reviewers`;
  const { version } = await stage.api.take(reviewers, 'get', path);
  const request = { personIds: people.map(({ personId }) => personId), message };
  await stage.api.take(reviewers, 'put', path, request, { ifMatch: version });
}

/** What has become of each mail about a meeting: `Name: state cause`. */
async function mails(meetingId: string): Promise<string[]> {
  const rows = await stage.api.database.query<{ told: string }>(
    `SELECT concat_ws(' ', name || ':', state, cause) AS told
     FROM agenda_review JOIN person ON person.id = person_id WHERE meeting_id = $1 ORDER BY name`,
    [meetingId],
  );
  return rows.map(({ told }) => told);
}

const settled = (meetingId: string, patience?: number) =>
  until(async () => (await mails(meetingId)).every((told) => !told.includes(' queued')), patience);

describe('a mail to somebody who is to read an agenda through', () => {
  it(
    'goes to each who is asked, once, with the message and without a word of what is closed',
    async () => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId, ['Budget', '*Hemmelig sag']);
      const member = await mailPerson(stage.api, 'Mona Med', [{ role: 'member', bodyId: stage.bodyId }]);
      await stage.startWorker();
      await ask(id, [stage.reader, member], 'Se især tiderne.');
      await until(() => Promise.resolve(stage.server.mails.length === 2));
      await settled(id);
      // Who is asked already is not written to again.
      await ask(id, [stage.reader]);
      await ask(id, [stage.reader, member], 'En gang til.');
      await until(() => Promise.resolve(stage.mailsTo('Mona Med').length === 2));
      await settled(id);
      const [mail, ...more] = stage.mailsTo('Lars Læser');
      expect(more).toEqual([]);
      expect(mail?.subject).toMatch(/^Til gennemlæsning: .*Rådmandsmøde \d+ tirsdag den 24\. november 2026$/);
      expect(mail?.text).toContain('\n\nBesked fra sekretariatet:\nSe især tiderne.\n\n');
      expect(mail?.text).toContain(`/meetings/${id}\n`);
      expect(mail?.calendar).toBeNull();
      const all = stage.server.mails.map(({ raw, subject, text }) => [raw, subject, text].join('\n'));
      expect([...all, ...stage.logged].filter((one) => /Hemmelig|lukke[td]/i.test(one))).toEqual([]);
      expect(await mails(id)).toEqual(['Lars Læser: sent', 'Mona Med: sent', 'Mona Med: sent']);
    },
    SLOW,
  );

  it.each<[string, (meetingId: string) => Promise<unknown>]>([
    ['the agenda was taken back', (id) => ask(id, [])],
    ['the agenda is out', (id) => putMeetingInto(stage.api, id, 'sent')],
    [
      'they have left the closed body',
      async () => {
        await stage.api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [stage.bodyId]);
        await stage.api.database.query('DELETE FROM membership WHERE person_id = $1', [
          stage.reader.personId,
        ]);
      },
    ],
    [
      'the body was closed to readers',
      () => stage.api.database.query("UPDATE body SET visibility = 'closed' WHERE id = $1", [stage.bodyId]),
    ],
    [
      'they are gone',
      () =>
        stage.api.database.query('UPDATE person SET active = false WHERE id = $1', [stage.reader.personId]),
    ],
  ])(
    'is let go of when %s before it was sent',
    async (_name, meanwhile) => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId);
      await ask(id, [stage.reader]);
      await meanwhile(id);
      await stage.startWorker();
      await settled(id);
      expect(await mails(id)).toEqual(['Lars Læser: dropped']);
      expect(stage.server.mails).toEqual([]);
    },
    SLOW,
  );

  it(
    'has failed when their address went away before it was sent, and is not looked for again',
    async () => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId);
      await ask(id, [stage.reader]);
      await stage.api.database.query('UPDATE person SET email = NULL WHERE id = $1', [stage.reader.personId]);
      await stage.startWorker();
      await settled(id);
      expect(await mails(id)).toEqual(['Lars Læser: failed no-address']);
      expect(stage.server.mails).toEqual([]);
    },
    SLOW,
  );

  it(
    'is tried again while the mail server is away, and arrives when it is back',
    async () => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId);
      const { url } = stage.server;
      await stage.server.stop();
      await stage.startWorker({ smtpUrl: url });
      await ask(id, [stage.reader]);
      await until(async () => (await mails(id)).join() === 'Lars Læser: queued server-away');
      stage.server = await startMailServer(Number(new URL(url).port));
      await settled(id, 60_000);
      expect(await mails(id)).toEqual(['Lars Læser: sent']);
      expect(stage.mailsTo('Lars Læser')).toHaveLength(1);
    },
    SLOW,
  );

  it(
    'that failed arrives when it is tried again, at the address they have then',
    async () => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId);
      const { personId } = stage.reader;
      await stage.api.database.query('UPDATE person SET email = NULL WHERE id = $1', [personId]);
      await stage.startWorker();
      await ask(id, [stage.reader]);
      await settled(id);
      expect(await mails(id)).toEqual(['Lars Læser: failed no-address']);
      await stage.api.database.query('UPDATE person SET email = $2 WHERE id = $1', [
        ...[personId, addressOf('Lars Læser')],
      ]);
      const { items } = await stage.api.take(reviewers, 'get', `meetings/${id}/reviewers`);
      await stage.api.take(reviewers, 'post', `reviewers/${items[0]?.id ?? ''}/retry`);
      await settled(id);
      expect(await mails(id)).toEqual(['Lars Læser: sent']);
      expect(stage.mailsTo('Lars Læser')).toHaveLength(1);
    },
    SLOW,
  );
});
