import { describe, expect, it } from '@jest/globals';
import { meeting } from '../../libs/contracts/meetings.js';
import { draftedMeeting, mailPerson, pressed } from '../builders/sendings.js';
import { SLOW, SendingStage } from '../support/sending-stage.js';
import { until } from '../support/until.js';

const stage = SendingStage.forThisSpec();

describe('the calendars of a sent meeting', () => {
  async function sent(titles?: readonly string[]) {
    const made = await draftedMeeting(stage.api, stage.bodyId, titles);
    await stage.startWorker();
    await stage.settled((await pressed(stage.api, made.id)).id);
    return made;
  }

  it(
    'follow its day, time and place under one UID, and lose it when it is cancelled',
    async () => {
      const { id } = await sent();
      await stage.change(id, { start: '10:00' });
      await stage.change(id, { place: 'Rådhuset' });
      await until(() => Promise.resolve(stage.mailsTo('Lars Læser').length === 2), 60_000);
      const update = stage.mailsTo('Lars Læser')[1];
      expect(update?.subject).toMatch(/^Ændret møde: /);
      expect(update?.calendar).toMatchObject({ location: 'Rådhuset', uid: `${id}@dagsorden` });
      const { version } = await stage.api.take(meeting, 'get', `meetings/${id}`);
      const step = { action: 'cancel', reason: 'Sygdom' };
      await stage.api.take(meeting, 'post', `meetings/${id}/steps`, step, { ifMatch: version });
      await until(() => Promise.resolve(stage.mailsTo('Lars Læser').length === 3), 60_000);
      expect(stage.calendarsOf('Lars Læser')).toEqual([
        ['REQUEST', 0, '2026-11-24T08:00:00.000Z'],
        ['REQUEST', 1, '2026-11-24T09:00:00.000Z'],
        ['CANCEL', 2, '2026-11-24T09:00:00.000Z'],
      ]);
      expect(stage.mailsTo('Lars Læser')[2]?.calendar?.status).toBe('CANCELLED');
      expect(stage.mailsTo('Lars Læser')[2]?.subject).toMatch(/^Aflyst: /);
      expect((await stage.latest(id)).kind).toBe('cancellation');
    },
    SLOW,
  );

  it(
    'of readers are not told of a correction of closed points, and count nothing of it',
    async () => {
      const { id, points } = await sent(['Åbent', '*Lukket kanarie']);
      await stage.api.send('patch', `agenda-points/${points[1]}`, { title: 'Lukket rettet' }, { ifMatch: 1 });
      await stage.settled((await pressed(stage.api, id, { kind: 'correction', reason: 'Rettet' })).id);
      await stage.api.send('patch', `agenda-points/${points[0]}`, { title: 'Åbent rettet' }, { ifMatch: 1 });
      await stage.settled(
        (await pressed(stage.api, id, { kind: 'correction', reason: 'Titlen er rettet' })).id,
      );
      expect(stage.calendarsOf('Mette Medlem').map(([, sequence]) => sequence)).toEqual([0, 1, 2]);
      expect(stage.calendarsOf('Lars Læser').map(([, sequence]) => sequence)).toEqual([0, 1]);
      expect(stage.mailsTo('Lars Læser')[1]?.text).toContain('\n\nRettet: Titlen er rettet\n\n');
    },
    SLOW,
  );

  it(
    'of those who have left lose it with the next correction',
    async () => {
      const { id, points } = await sent();
      await stage.api.database.query('DELETE FROM membership WHERE person_id = $1', [stage.reader.personId]);
      await stage.api.send('patch', `agenda-points/${points[0]}`, { title: 'Rettet' }, { ifMatch: 1 });
      await stage.settled((await pressed(stage.api, id, { kind: 'correction' })).id);
      expect(stage.calendarsOf('Lars Læser').map(([method]) => method)).toEqual(['REQUEST', 'CANCEL']);
      expect(stage.mailsTo('Lars Læser')[1]?.text).toContain('Du modtager ikke længere dagsordenen');
    },
    SLOW,
  );

  /** A sent meeting of three points, the second and the closed third with a guest of their own. */
  async function withGuests() {
    const made = await draftedMeeting(stage.api, stage.bodyId, ['Budget', 'Skoler', '*Kanarie7q']);
    await mailPerson(stage.api, 'Gro Gæst', [{ role: 'guest', pointId: made.points[1] ?? '' }]);
    await mailPerson(stage.api, 'Kim Kendt', [{ role: 'guest', pointId: made.points[2] ?? '' }]);
    await stage.startWorker();
    await stage.settled((await pressed(stage.api, made.id)).id);
    return made;
  }

  it(
    'of guests have the time of their own point, which a correction moves, and nothing of the others',
    async () => {
      const { id, points } = await withGuests();
      const mail = stage.mailsTo('Gro Gæst')[0];
      expect(mail?.calendar).toMatchObject({
        ...{ start: '2026-11-24T08:10:00.000Z', end: '2026-11-24T08:20:00.000Z', uid: `${id}@dagsorden` },
      });
      expect(mail?.text).toContain('Din tid: tirsdag den 24. november 2026 kl.\u00a09.10–9.20\n');
      expect(stage.mailsTo('Kim Kendt')[0]?.text).toContain('kl.\u00a09.20–9.30\n');
      await stage.api.send('patch', `agenda-points/${points[0]}`, { minutes: 25 }, { ifMatch: 1 });
      await stage.settled((await pressed(stage.api, id, { kind: 'correction' })).id);
      expect(stage.calendarsOf('Gro Gæst')).toEqual([
        ['REQUEST', 0, '2026-11-24T08:10:00.000Z'],
        ['REQUEST', 1, '2026-11-24T08:25:00.000Z'],
      ]);
      expect(stage.calendarsOf('Mette Medlem').map(([, , start]) => start)).toEqual([
        ...['2026-11-24T08:00:00.000Z', '2026-11-24T08:00:00.000Z'],
      ]);
      const said = ['Gro Gæst', 'Kim Kendt'].flatMap((name) =>
        stage.mailsTo(name).map(({ subject, text, calendar }) => [subject, text, calendar?.raw].join('\n')),
      );
      expect(said.join('\n')).not.toMatch(/Budget|Skoler|kanarie|\blukke[td]|9\.00|T090000|11\.00|T110000/i);
    },
    SLOW,
  );

  it(
    'of guests follow the meeting when it begins later, and lose it when their point is withdrawn',
    async () => {
      const { id, points } = await withGuests();
      await stage.change(id, { start: '10:00' });
      await until(() => Promise.resolve(stage.mailsTo('Gro Gæst').length === 2), 60_000);
      await stage.api.send('post', `agenda-points/${points[1]}/withdraw`, {}, { ifMatch: 1 });
      await stage.settled((await pressed(stage.api, id, { kind: 'correction' })).id);
      expect(stage.calendarsOf('Gro Gæst')).toEqual([
        ['REQUEST', 0, '2026-11-24T08:10:00.000Z'],
        ['REQUEST', 1, '2026-11-24T09:10:00.000Z'],
        ['CANCEL', 2, '2026-11-24T09:10:00.000Z'],
      ]);
      expect(stage.mailsTo('Gro Gæst')[2]?.text).toContain('Du er ikke længere gæst på mødet');
    },
    SLOW,
  );
});
