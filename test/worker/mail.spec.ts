import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { agenda, agendaVersion } from '../../libs/contracts/sending.js';
import { sending, sendingList } from '../../libs/contracts/sendings.js';
import type { SendingView } from '../../libs/contracts/sendings.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { addressOf, draftedMeeting, mailPerson, pressed } from '../builders/sendings.js';
import { makeBody, makePoint, putMeetingInto } from '../builders/meetings.js';
import { readMail, startMailServer } from '../support/mail-server.js';
import type { MailServer, ReceivedMail } from '../support/mail-server.js';
import { queueBackends } from '../support/queue-backends.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import type { SignedIn } from '../support/sign-in.js';
import { until } from '../support/until.js';

const SLOW = 90_000;
/** Long enough to look at what waits, short enough to wait for. */
const REGRET_SECONDS = 1;

let api: TestApi;
let server: MailServer;
let bodyId: string;
let reader: SignedIn;
beforeAll(async () => {
  api = await startTestApi({ regretSeconds: REGRET_SECONDS });
  // Whoever may do everything is sent nothing.
  await api.database.query('UPDATE person SET email = NULL');
}, SLOW);
afterAll(() => api.stop());

beforeEach(async () => {
  server = await startMailServer();
  bodyId = await makeBody(api);
  await api.database.query("DELETE FROM membership WHERE body_id = $1 AND role = 'raadmand'", [bodyId]);
  await mailPerson(api, 'Mette Medlem', [{ role: 'member', bodyId }]);
  reader = await mailPerson(api, 'Lars Læser', [{ role: 'reader', bodyId }]);
});

let worker: INestApplicationContext | null = null;
const logged: string[] = [];
interface WorkerSays {
  readonly redisUrl?: string | null;
  readonly smtpUrl?: string | null;
}
async function startWorker({ redisUrl = null, smtpUrl = server.url }: WorkerSays = {}): Promise<void> {
  const lines = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged.push(chunk.toString());
      done();
    },
  });
  worker = await createWorker({
    ...{ databaseUrl: api.database.url, redisUrl, dataDir: api.dataDir, regretSeconds: REGRET_SECONDS },
    applicationName: 'dagsorden-test-worker',
    logger: createLogger('test', 'debug', lines),
    mail: { smtpUrl, from: 'Sekretariatet <sekretariat@example.dk>' },
  });
}
afterEach(async () => {
  await worker?.close();
  worker = null;
  await server.stop();
}, SLOW);

const read = (id: string): Promise<SendingView> => api.take(sending, 'get', `sendings/${id}`);
const states = async (id: string): Promise<string[]> =>
  (await read(id)).recipients.map(
    ({ name, state, cause }) => `${name}: ${state}${cause === null ? '' : ` ${cause}`}`,
  );
const settled = (id: string, patience?: number): Promise<void> =>
  until(async () => {
    const row = await read(id);
    return (
      row.state !== 'waiting' && row.recipients.every(({ state }) => state === 'sent' || state === 'failed')
    );
  }, patience);
const mailsTo = (name: string): ReceivedMail[] =>
  server.mails.filter(({ to }) => to.includes(addressOf(name)));
const calendarsOf = (name: string) =>
  mailsTo(name).map(({ calendar }) => [calendar?.method, calendar?.sequence, calendar?.start]);
const change = async (id: string, fields: object): Promise<void> => {
  const { version } = await api.take(meeting, 'get', `meetings/${id}`);
  await api.take(meeting, 'patch', `meetings/${id}`, fields, { ifMatch: version });
};
const latest = async (id: string): Promise<SendingView> => {
  const [first] = (await api.take(sendingList, 'get', `meetings/${id}/sendings`)).items;
  if (!first) throw new Error('Nothing was sent.');
  return first;
};

describe.each(queueBackends)('an agenda that is sent, the queue in $name', ({ redisUrl }) => {
  it(
    'is released when the time to regret is over, and mailed to each recipient with a calendar file',
    async () => {
      const { id } = await draftedMeeting(api, bodyId, ['Budget', '*Hemmeligt punkt']);
      await change(id, { place: 'Jægergården, 3. sal' });
      await startWorker({ redisUrl: await redisUrl() });
      const row = await pressed(api, id, { kind: 'first', message: 'Husk kortet.' });
      expect((await api.send('get', `meetings/${id}/agenda`, undefined, { by: reader })).told).toBe(
        '404 not-found',
      );
      await settled(row.id);
      const released = await read(row.id);
      expect(Date.parse(released.releasedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(row.dueAt));
      expect(await states(row.id)).toEqual(['Mette Medlem: sent', 'Lars Læser: sent']);
      const seen = await api.take(agenda, 'get', `meetings/${id}/agenda`, undefined, { by: reader });
      expect(seen.points.map(({ number, title }) => `${number ?? '-'} ${title}`)).toEqual(['1 Budget']);
      expect(server.mails.map(({ to }) => to)).toEqual([
        [addressOf('Mette Medlem')],
        [addressOf('Lars Læser')],
      ]);
      const [mail] = mailsTo('Lars Læser');
      expect(mail?.subject).toMatch(/^Dagsorden: Rådmandsmøde \d+ tirsdag den 24\. november 2026$/);
      expect(mail?.text).toContain(
        'Tid: tirsdag den 24. november 2026 kl. 9.00–11.00\nSted: Jægergården, 3. sal',
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
      const { id } = await draftedMeeting(api, bodyId);
      await startWorker({ redisUrl: await redisUrl() });
      const row = await pressed(api, id);
      expect((await api.send('delete', `sendings/${row.id}`)).told).toBe('200');
      const again = await pressed(api, id);
      await settled(again.id);
      expect((await read(row.id)).state).toBe('regretted');
      expect(server.mails).toHaveLength(2);
    },
    SLOW,
  );
});

describe('what is released', () => {
  it(
    'is what was pressed: what came meanwhile is late, and numbers are frozen as they were',
    async () => {
      const { id, points } = await draftedMeeting(api, bodyId, ['A', 'B']);
      const row = await pressed(api, id);
      await makePoint(api, id, 'Kom imens', { position: 0, minutes: 5 });
      await api.send('patch', `agenda-points/${points[0]}`, { title: 'A, rettet imens' }, { ifMatch: 1 });
      await startWorker();
      await settled(row.id);
      const sent = await api.take(agendaVersion, 'get', `meetings/${id}/agenda-versions/1`);
      expect(sent.agenda.points.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 A', '2 B']);
      const live = await api.take(agenda, 'get', `meetings/${id}/agenda`);
      expect(
        live.points.map(({ number, title, late }) => `${number} ${title}${late ? ' late' : ''}`),
      ).toEqual([...['3 Kom imens late', '1 A, rettet imens', '2 B']]);
    },
    SLOW,
  );

  it.each<[string, string, (id: string, points: string[]) => Promise<unknown>]>([
    ['the meeting was cancelled', 'transition-not-allowed', (id) => putMeetingInto(api, id, 'cancelled')],
    [
      'a point went away',
      'point-went-away',
      (_, points) => api.send('delete', `agenda-points/${points[0]}`, undefined, { ifMatch: 1 }),
    ],
    [
      'the start was taken away',
      'meeting-start-missing',
      (id) => api.database.query('UPDATE meeting SET start_time = NULL, end_time = NULL WHERE id = $1', [id]),
    ],
  ])(
    'is nothing where %s meanwhile: it is stopped and says why',
    async (_name, code, meanwhile) => {
      const { id, points } = await draftedMeeting(api, bodyId, ['A', 'B']);
      const row = await pressed(api, id);
      await meanwhile(id, points);
      await startWorker();
      await until(async () => (await read(row.id)).state === 'stopped');
      expect(await read(row.id)).toMatchObject({ stoppedBecause: code, releasedAt: null });
      expect(server.mails).toEqual([]);
      expect((await api.send('get', `meetings/${id}/agenda-versions/1`)).told).toBe('404 not-found');
    },
    SLOW,
  );

  it(
    'is released by the sweep when the queue lost it, once',
    async () => {
      const { id } = await draftedMeeting(api, bodyId);
      const row = await pressed(api, id);
      // The relay carried the event, and the queue was emptied: only the table knows of it.
      await api.database.query(
        `UPDATE event_consumer SET (xid, seq) = (SELECT xid, seq FROM event ORDER BY xid DESC, seq DESC LIMIT 1)
         WHERE name = 'jobs'`,
      );
      await startWorker();
      await settled(row.id, 60_000);
      expect(server.mails).toHaveLength(2);
    },
    SLOW,
  );
});

describe('a mail that does not arrive', () => {
  it(
    'for an address that is refused says so, the others get theirs, and it goes to the new address when tried again',
    async () => {
      const { id } = await draftedMeeting(api, bodyId);
      server.refusals.set(addressOf('Mette Medlem'), { code: 550, text: '5.1.1 No such user' });
      server.refusals.set(addressOf('Lars Læser'), { code: 552, text: '5.2.2 Mailbox full' });
      await mailPerson(api, 'Ole Opnåelig', [{ role: 'reader', bodyId }]);
      const missing = await api.signIn([{ role: 'reader', bodyId }], 'Uden Adresse');
      await startWorker();
      const row = await pressed(api, id);
      await settled(row.id);
      expect(await states(row.id)).toEqual([
        'Mette Medlem: failed address-refused',
        'Lars Læser: failed mailbox-full',
        'Ole Opnåelig: sent',
        'Uden Adresse: failed no-address',
      ]);
      server.refusals.clear();
      await api.database.query("UPDATE person SET email = 'ny@example.dk' WHERE id = $1", [missing.personId]);
      for (const { id: recipientId, state } of (await read(row.id)).recipients)
        if (state === 'failed')
          expect((await api.send('post', `sending-recipients/${recipientId}/retry`)).told).toBe('202');
      await settled(row.id);
      expect((await read(row.id)).recipients.map(({ state }) => state)).toEqual(Array(4).fill('sent'));
      expect(server.mails.map(({ to }) => to[0]).sort()).toEqual(
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
    'while the server is away is tried again, and arrives when it is back',
    async () => {
      const { id } = await draftedMeeting(api, bodyId);
      const { url } = server;
      await server.stop();
      await startWorker({ smtpUrl: url });
      const row = await pressed(api, id);
      await until(async () => (await states(row.id)).every((state) => state.endsWith('queued server-away')));
      expect((await read(row.id)).recipients[0]?.nextTryAt).not.toBeNull();
      server = await startMailServer(Number(new URL(url).port));
      await settled(row.id, 60_000);
      expect(server.mails).toHaveLength(2);
    },
    SLOW,
  );

  it(
    'goes again under the same Message-ID when the worker died before it could note the server’s yes',
    async () => {
      const { id } = await draftedMeeting(api, bodyId);
      await startWorker();
      const row = await pressed(api, id);
      await settled(row.id);
      const first = mailsTo('Lars Læser')[0];
      // As the row stands when the process is gone between the server's answer and the commit.
      await api.database.query(
        "UPDATE sending_recipient SET state = 'queued', sent_at = NULL WHERE sending_id = $1",
        [row.id],
      );
      await settled(row.id, 60_000);
      await until(() => Promise.resolve(mailsTo('Lars Læser').length === 2), 60_000);
      const second = mailsTo('Lars Læser')[1];
      expect(second?.messageId).toBe(first?.messageId);
      expect(second?.calendar?.raw).toBe(first?.calendar?.raw);
    },
    SLOW,
  );
});

describe('the calendars of a sent meeting', () => {
  async function sent(titles?: readonly string[]) {
    const made = await draftedMeeting(api, bodyId, titles);
    await startWorker();
    await settled((await pressed(api, made.id)).id);
    return made;
  }

  it(
    'follow its day, time and place under one UID, and lose it when it is cancelled',
    async () => {
      const { id } = await sent();
      await change(id, { start: '10:00' });
      await change(id, { place: 'Rådhuset' });
      await until(() => Promise.resolve(mailsTo('Lars Læser').length === 2), 60_000);
      const update = mailsTo('Lars Læser')[1];
      expect(update?.subject).toMatch(/^Ændret møde: /);
      expect(update?.calendar).toMatchObject({ location: 'Rådhuset', uid: `${id}@dagsorden` });
      const { version } = await api.take(meeting, 'get', `meetings/${id}`);
      const step = { action: 'cancel', reason: 'Sygdom' };
      await api.take(meeting, 'post', `meetings/${id}/steps`, step, { ifMatch: version });
      await until(() => Promise.resolve(mailsTo('Lars Læser').length === 3), 60_000);
      expect(calendarsOf('Lars Læser')).toEqual([
        ['REQUEST', 0, '2026-11-24T08:00:00.000Z'],
        ['REQUEST', 1, '2026-11-24T09:00:00.000Z'],
        ['CANCEL', 2, '2026-11-24T09:00:00.000Z'],
      ]);
      expect(mailsTo('Lars Læser')[2]?.calendar?.status).toBe('CANCELLED');
      expect(mailsTo('Lars Læser')[2]?.subject).toMatch(/^Aflyst: /);
      expect((await latest(id)).kind).toBe('cancellation');
    },
    SLOW,
  );

  it(
    'of readers are not told of a correction of closed points, and count nothing of it',
    async () => {
      const { id, points } = await sent(['Åbent', '*Lukket kanarie']);
      await api.send('patch', `agenda-points/${points[1]}`, { title: 'Lukket rettet' }, { ifMatch: 1 });
      await settled((await pressed(api, id, { kind: 'correction', reason: 'Rettet' })).id);
      await api.send('patch', `agenda-points/${points[0]}`, { title: 'Åbent rettet' }, { ifMatch: 1 });
      await settled((await pressed(api, id, { kind: 'correction', reason: 'Titlen er rettet' })).id);
      expect(calendarsOf('Mette Medlem').map(([, sequence]) => sequence)).toEqual([0, 1, 2]);
      expect(calendarsOf('Lars Læser').map(([, sequence]) => sequence)).toEqual([0, 1]);
      expect(mailsTo('Lars Læser')[1]?.text).toContain('Hvad er ændret: Titlen er rettet');
    },
    SLOW,
  );

  it(
    'of those who have left lose it with the next correction',
    async () => {
      const { id, points } = await sent();
      await api.database.query('DELETE FROM membership WHERE person_id = $1', [reader.personId]);
      await api.send('patch', `agenda-points/${points[0]}`, { title: 'Rettet' }, { ifMatch: 1 });
      await settled((await pressed(api, id, { kind: 'correction' })).id);
      expect(calendarsOf('Lars Læser').map(([method]) => method)).toEqual(['REQUEST', 'CANCEL']);
      expect(mailsTo('Lars Læser')[1]?.text).toContain('Du modtager ikke længere dagsordenen');
    },
    SLOW,
  );
});

describe('without a mail server', () => {
  it(
    'mails are files in a folder, one for each recipient',
    async () => {
      const { id } = await draftedMeeting(api, bodyId);
      await startWorker({ smtpUrl: null });
      const row = await pressed(api, id);
      await settled(row.id);
      const folder = join(api.dataDir, 'mail');
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
      const { id, points } = await draftedMeeting(api, bodyId, ['Budget', `*${word} titel`]);
      await api.send('post', `agenda-points/${points[0]}/attachments`, {
        title: `${word} bilag`,
        visibility: 'closed',
      });
      await startWorker();
      const row = await pressed(api, id);
      await settled(row.id);
      await api.send('patch', `agenda-points/${points[1]}`, { title: `${word} rettet` }, { ifMatch: 1 });
      await settled((await pressed(api, id, { kind: 'correction' })).id);
      expect(server.mails.length).toBeGreaterThanOrEqual(3);
      const everything = server.mails.map(({ raw, text, subject, calendar }) =>
        [raw, text, subject, calendar?.raw ?? ''].join('\n'),
      );
      const jobs = await api.database.query<{ all: string }>(
        "SELECT string_agg(j::text, ' ') AS all FROM bullmq.job j",
      );
      expect(jobs[0]?.all).toContain(row.id);
      const events = await api.database.query<{ all: string }>(
        "SELECT coalesce(string_agg(data::text, ' '), '') AS all FROM event WHERE name LIKE 'sending.%'",
      );
      const texts = [...everything, ...logged, ...[...jobs, ...events].map((found) => found.all)];
      expect(texts.filter((text) => text.includes(word) || /\blukke[td]/i.test(text))).toEqual([]);
      expect(logged.join('')).not.toContain('@example.dk');
    },
    SLOW,
  );
});
