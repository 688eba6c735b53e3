import { describe, expect, it } from '@jest/globals';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { agenda, agendaVersion } from '../../libs/contracts/sending.js';
import { makePoint, putMeetingInto } from '../builders/meetings.js';
import { addressOf, draftedMeeting, mailPerson, pressed } from '../builders/sendings.js';
import { readMail, startMailServer } from '../support/mail-server.js';
import { queueBackends } from '../support/queue-backends.js';
import { SLOW, SendingStage } from '../support/sending-stage.js';
import { until } from '../support/until.js';

const stage = SendingStage.forThisSpec();

describe.each(queueBackends)('an agenda that is sent, the queue in $name', ({ redisUrl }) => {
  it(
    'is released when the time to regret is over, and mailed to each recipient with a calendar file',
    async () => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId, ['Budget', '*Hemmeligt punkt']);
      await stage.change(id, { place: 'Jægergården, 3. sal' });
      await stage.startWorker({ redisUrl: await redisUrl() });
      const row = await pressed(stage.api, id, { kind: 'first', message: 'Husk kortet.' });
      expect(
        (await stage.api.send('get', `meetings/${id}/agenda`, undefined, { by: stage.reader })).told,
      ).toBe('404 not-found');
      await stage.settled(row.id);
      const released = await stage.read(row.id);
      expect(Date.parse(released.releasedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(row.dueAt));
      expect(await stage.states(row.id)).toEqual(['Mette Medlem: sent', 'Lars Læser: sent']);
      const seen = await stage.api.take(agenda, 'get', `meetings/${id}/agenda`, undefined, {
        by: stage.reader,
      });
      expect(seen.points.map(({ number, title }) => `${number ?? '-'} ${title}`)).toEqual(['1 Budget']);
      expect(stage.server.mails.map(({ to }) => to)).toEqual([
        [addressOf('Mette Medlem')],
        [addressOf('Lars Læser')],
      ]);
      const [mail] = stage.mailsTo('Lars Læser');
      expect(mail?.subject).toMatch(/^Dagsorden: Møde i Rådmandsmøde \d+ tirsdag den 24\. november 2026$/);
      expect(mail?.text).toContain(
        'Tid: tirsdag den 24. november 2026 kl.\u00a09.00–11.00\nSted: Jægergården, 3. sal',
      );
      expect(mail?.text).toContain('Husk kortet.');
      expect(mail?.text).toContain(`/meetings/${id}`);
      expect(mail?.calendar).toMatchObject({
        ...{ method: 'REQUEST', sequence: 0, status: 'CONFIRMED', location: 'Jægergården, 3. sal' },
        ...{ start: '2026-11-24T08:00:00.000Z', end: '2026-11-24T10:00:00.000Z' },
        ...{ uid: `${id}@dagsorden`, zones: ['Europe/Copenhagen'] },
        attendees: [expect.stringMatching(new RegExp(`^mailto:${addressOf('Lars Læser')}$`, 'i'))],
      });
      expect(mail?.calendar?.raw).toMatch(/^DTSTAMP:\d{8}T\d{6}Z$/m);
    },
    SLOW,
  );

  it(
    'is not released when it was taken back, and nobody hears of it',
    async () => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId);
      await stage.startWorker({ redisUrl: await redisUrl() });
      const row = await pressed(stage.api, id);
      expect((await stage.api.send('delete', `sendings/${row.id}`)).told).toBe('200');
      const again = await pressed(stage.api, id);
      await stage.settled(again.id);
      expect((await stage.read(row.id)).state).toBe('regretted');
      expect(stage.server.mails).toHaveLength(2);
    },
    SLOW,
  );
});

describe('what is released', () => {
  it(
    'is what was pressed: what came meanwhile is late, and numbers are frozen as they were',
    async () => {
      const { id, points } = await draftedMeeting(stage.api, stage.bodyId, ['A', 'B']);
      const row = await pressed(stage.api, id);
      await makePoint(stage.api, id, 'Kom imens', { position: 0, minutes: 5 });
      await stage.api.send(
        'patch',
        `agenda-points/${points[0]}`,
        { title: 'A, rettet imens' },
        { ifMatch: 1 },
      );
      await stage.startWorker();
      await stage.settled(row.id);
      const sent = await stage.api.take(agendaVersion, 'get', `meetings/${id}/agenda-versions/1`);
      expect(sent.agenda.points.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 A', '2 B']);
      const live = await stage.api.take(agenda, 'get', `meetings/${id}/agenda`);
      expect(
        live.points.map(({ number, title, late }) => `${number} ${title}${late ? ' late' : ''}`),
      ).toEqual([...['3 Kom imens late', '1 A, rettet imens', '2 B']]);
    },
    SLOW,
  );

  it.each<[string, string, (id: string, points: string[]) => Promise<unknown>]>([
    [
      'the meeting was cancelled',
      'transition-not-allowed',
      (id) => putMeetingInto(stage.api, id, 'cancelled'),
    ],
    [
      'a point went away',
      'point-went-away',
      (_, points) => stage.api.send('delete', `agenda-points/${points[0]}`, undefined, { ifMatch: 1 }),
    ],
    [
      'the start was taken away',
      'meeting-start-missing',
      (id) =>
        stage.api.database.query('UPDATE meeting SET start_time = NULL, end_time = NULL WHERE id = $1', [id]),
    ],
  ])(
    'is nothing where %s meanwhile: it is stopped and says why',
    async (_name, code, meanwhile) => {
      const { id, points } = await draftedMeeting(stage.api, stage.bodyId, ['A', 'B']);
      const row = await pressed(stage.api, id);
      await meanwhile(id, points);
      await stage.startWorker();
      await until(async () => (await stage.read(row.id)).state === 'stopped');
      expect(await stage.read(row.id)).toMatchObject({ stoppedBecause: code, releasedAt: null });
      expect(stage.server.mails).toEqual([]);
      expect((await stage.api.send('get', `meetings/${id}/agenda-versions/1`)).told).toBe('404 not-found');
    },
    SLOW,
  );

  it(
    'is released by the sweep when the queue lost it, once',
    async () => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId);
      const row = await pressed(stage.api, id);
      // The relay carried the event, and the queue was emptied: only the table knows of it.
      await stage.api.database.query(
        `UPDATE event_consumer SET (xid, seq) = (SELECT xid, seq FROM event ORDER BY xid DESC, seq DESC LIMIT 1)
         WHERE name = 'jobs'`,
      );
      await stage.startWorker();
      await stage.settled(row.id, 60_000);
      expect(stage.server.mails).toHaveLength(2);
    },
    SLOW,
  );
});

describe('a mail that does not arrive', () => {
  it(
    'for an address that is refused says so, the others get theirs, and it goes to the new address when tried again',
    async () => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId);
      stage.server.refusals.set(addressOf('Mette Medlem'), { code: 550, text: '5.1.1 No such user' });
      stage.server.refusals.set(addressOf('Lars Læser'), { code: 552, text: '5.2.2 Mailbox full' });
      await mailPerson(stage.api, 'Ole Opnåelig', [{ role: 'reader', bodyId: stage.bodyId }]);
      const missing = await stage.api.signIn([{ role: 'reader', bodyId: stage.bodyId }], 'Uden Adresse');
      await stage.startWorker();
      const row = await pressed(stage.api, id);
      await stage.settled(row.id);
      expect(await stage.states(row.id)).toEqual([
        'Mette Medlem: failed address-refused',
        'Lars Læser: failed mailbox-full',
        'Ole Opnåelig: sent',
        'Uden Adresse: failed no-address',
      ]);
      stage.server.refusals.clear();
      await stage.api.database.query("UPDATE person SET email = 'ny@example.dk' WHERE id = $1", [
        missing.personId,
      ]);
      for (const { id: recipientId, state } of (await stage.read(row.id)).recipients)
        if (state === 'failed')
          expect((await stage.api.send('post', `sending-recipients/${recipientId}/retry`)).told).toBe('202');
      await stage.settled(row.id);
      expect((await stage.read(row.id)).recipients.map(({ state }) => state)).toEqual(Array(4).fill('sent'));
      expect(stage.server.mails.map(({ to }) => to[0]).sort()).toEqual(
        [
          addressOf('Mette Medlem'),
          addressOf('Lars Læser'),
          addressOf('Ole Opnåelig'),
          'ny@example.dk',
        ].sort(),
      );
    },
    SLOW,
  );

  it(
    'because it cannot be written has failed, and stands in nobody’s way',
    async () => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId);
      const by = 'UPDATE person SET email = $2 WHERE id = $1';
      await stage.api.database.query(by, [stage.reader.personId, 'lars@example.dk>, evil@example.com']);
      await stage.startWorker();
      const row = await pressed(stage.api, id);
      await stage.settled(row.id);
      expect(await stage.states(row.id)).toEqual([
        'Mette Medlem: sent',
        'Lars Læser: failed address-refused',
      ]);
      expect(stage.server.mails.map(({ to }) => to)).toEqual([[addressOf('Mette Medlem')]]);
    },
    SLOW,
  );

  it(
    'through a fault of ours has failed with a cause of its own, and the log says where, not what',
    async () => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId);
      await stage.startWorker();
      const row = await pressed(stage.api, id, { kind: 'first', message: 'Kun for jer' });
      await stage.settled(row.id);
      expect(stage.server.mails).toHaveLength(2);
      await stage.api.database.query("UPDATE sending SET facts = facts - 'date' WHERE id = $1", [row.id]);
      await stage.api.database.query(
        "UPDATE sending_recipient SET state = 'queued' WHERE sending_id = $1 AND person_id = $2",
        [row.id, stage.reader.personId],
      );
      await stage.settled(row.id, 60_000);
      expect(await stage.states(row.id)).toEqual([
        'Mette Medlem: sent',
        'Lars Læser: failed mail-not-written',
      ]);
      const told = stage.logged.filter((line) => line.includes('a mail could not be written'));
      expect(told).toHaveLength(1);
      const [{ id: mailId }] = (await stage.api.database.query<{ id: string }>(
        "SELECT id FROM sending_recipient WHERE sending_id = $1 AND state = 'failed'",
        [row.id],
      )) as [{ id: string }];
      expect(JSON.parse(told[0] ?? '')).toMatchObject({
        ...{ table: 'sending_recipient', mailId, type: expect.stringMatching(/Error$/) },
        stack: expect.stringContaining('notice.ts'),
      });
      expect(told[0]).not.toMatch(/Lars|Rådmandsmøde|Kun for jer|@example/);
    },
    SLOW,
  );

  it(
    'while the server is away is tried again, and arrives when it is back',
    async () => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId);
      const { url } = stage.server;
      await stage.server.stop();
      await stage.startWorker({ smtpUrl: url });
      const row = await pressed(stage.api, id);
      await until(async () =>
        (await stage.states(row.id)).every((state) => state.endsWith('queued server-away')),
      );
      expect((await stage.read(row.id)).recipients[0]?.nextTryAt).not.toBeNull();
      stage.server = await startMailServer(Number(new URL(url).port));
      await stage.settled(row.id, 60_000);
      expect(stage.server.mails).toHaveLength(2);
    },
    SLOW,
  );

  it(
    'goes again under the same Message-ID when the worker died before it could note the server’s yes',
    async () => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId);
      await stage.startWorker();
      const row = await pressed(stage.api, id);
      await stage.settled(row.id);
      const first = stage.mailsTo('Lars Læser')[0];
      // As the row stands when the process is gone between the server's answer and the commit.
      await stage.api.database.query(
        "UPDATE sending_recipient SET state = 'queued', sent_at = NULL WHERE sending_id = $1",
        [row.id],
      );
      await stage.settled(row.id, 60_000);
      await until(() => Promise.resolve(stage.mailsTo('Lars Læser').length === 2), 60_000);
      const second = stage.mailsTo('Lars Læser')[1];
      expect(second?.messageId).toBe(first?.messageId);
      expect(second?.calendar?.raw).toBe(first?.calendar?.raw);
    },
    SLOW,
  );
});

describe('without a mail server', () => {
  it(
    'mails are files in a folder, one for each recipient',
    async () => {
      const { id } = await draftedMeeting(stage.api, stage.bodyId);
      await stage.startWorker({ smtpUrl: null });
      const row = await pressed(stage.api, id);
      await stage.settled(row.id);
      const folder = join(stage.api.dataDir, 'mail');
      const names = await readdir(folder);
      expect(names).toHaveLength(2);
      const mails = await Promise.all(
        names.map(async (name) => readMail(await readFile(join(folder, name)))),
      );
      expect(mails.map(({ calendar }) => calendar?.uid)).toEqual(Array(2).fill(`${id}@dagsorden`));
    },
    SLOW,
  );
});

describe('nothing that is sent, queued or logged', () => {
  it(
    'holds a word of a closed point',
    async () => {
      const word = 'kanarie7q';
      const { id, points } = await draftedMeeting(stage.api, stage.bodyId, ['Budget', `*${word} titel`]);
      await stage.api.send('post', `agenda-points/${points[0]}/attachments`, {
        title: `${word} bilag`,
        visibility: 'closed',
      });
      await stage.startWorker();
      const row = await pressed(stage.api, id);
      await stage.settled(row.id);
      await stage.api.send(
        'patch',
        `agenda-points/${points[1]}`,
        { title: `${word} rettet` },
        { ifMatch: 1 },
      );
      await stage.settled((await pressed(stage.api, id, { kind: 'correction' })).id);
      expect(stage.server.mails.length).toBeGreaterThanOrEqual(3);
      const everything = stage.server.mails.map(({ raw, text, subject, calendar }) =>
        [raw, text, subject, calendar?.raw ?? ''].join('\n'),
      );
      const jobs = await stage.api.database.query<{ all: string }>(
        "SELECT string_agg(j::text, ' ') AS all FROM bullmq.job j",
      );
      expect(jobs[0]?.all).toContain(row.id);
      const events = await stage.api.database.query<{ all: string }>(
        "SELECT coalesce(string_agg(data::text, ' '), '') AS all FROM event WHERE name LIKE 'sending.%'",
      );
      const texts = [...everything, ...stage.logged, ...[...jobs, ...events].map((found) => found.all)];
      expect(texts.filter((text) => text.includes(word) || /\blukke[td]/i.test(text))).toEqual([]);
      expect(stage.logged.join('')).not.toContain('@example.dk');
    },
    SLOW,
  );
});
