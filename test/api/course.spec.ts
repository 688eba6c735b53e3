import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AbstractLogger, DataSource } from 'typeorm';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { course } from '../../libs/contracts/course.js';
import { agendaVersion } from '../../libs/contracts/sending.js';
import type { CourseView } from '../../libs/contracts/course.js';
import { plainText } from '../../libs/domain/text/index.js';
import { meetingOnCase } from '../builders/cases.js';
import { makeIndstilling, sendOnPoint } from '../builders/indstillinger.js';
import { makeBody, makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let raad: string;
let udvalg: string;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  raad = await makeBody(api);
  udvalg = await makeBody(api);
});

const read = (path: string, by: SignedIn = api.everybody): Promise<CourseView> =>
  api.take(course, 'get', `${path}/course`, undefined, { by });
const linesOf = ({ entries }: CourseView): string[] =>
  entries.map(({ date, kind, point, indstilling, text }) =>
    [date, kind, point?.number, point?.title ?? indstilling?.title, plainText(text)]
      .filter(Boolean)
      .join(' '),
  );
const linesAt = async (path: string, by?: SignedIn): Promise<string[]> => linesOf(await read(path, by));
const number = (() => {
  let made = 0;
  return () => `EMN-2025-${100_000 + (made += 1)}`;
})();

const APPROVED = { outcome: 'approved', words: 'Godkendt.' };
const CLOSED = { visibility: 'closed', closedReason: 'Personsag' };
const make = async (bodyId: string, title: string, caseNumber: string | null = null): Promise<string> =>
  (await makeIndstilling(api, { bodyId, title, caseNumber })).id;
const disqualify = ({ personId }: SignedIn, pointId: string) =>
  api.send('put', `agenda-points/${pointId}/disqualifications`, { people: [{ personId }] });

/** A case that the rådmandsmøde sent on, and the udvalg decided the year after, under the same number written otherwise. */
async function caseOfTwoBodies() {
  const caseNumber = number();
  const first = await make(raad, 'Værested', caseNumber);
  const sentOn = { outcome: 'referred', words: 'Oversendes.', referredBodyId: udvalg };
  const mødet = await meetingOnCase(api, {
    ...{ bodyId: raad, date: '2025-10-07', title: 'Værested', indstillingId: first, decided: sentOn },
  });
  const second = await make(udvalg, 'Værestedet', ` ${caseNumber.toLowerCase().replaceAll('-', '\u00A0– ')}`);
  const udvalget = await meetingOnCase(api, {
    ...{ bodyId: udvalg, date: '2026-02-04', title: 'Værestedet', indstillingId: second, decided: APPROVED },
  });
  return { caseNumber, first, second, mødet, udvalget };
}

const OF_RAAD = '2025-10-07 referred 1 Værested Oversendes.';
const OF_UDVALG = '2026-02-04 decided 1 Værestedet Godkendt.';

describe('the course of a case', () => {
  it('goes across two bodies and two years, the same from each indstilling and each point of it', async () => {
    const { first, second, mødet, udvalget } = await caseOfTwoBodies();
    const paths = [`indstillinger/${first}`, `indstillinger/${second}`];
    for (const { point } of [mødet, udvalget]) paths.push(`agenda-points/${point.id}`);
    for (const path of paths) expect(await linesAt(path)).toEqual([OF_RAAD, OF_UDVALG]);
    const { entries, more } = await read(`indstillinger/${first}`);
    expect(more).toBe(false);
    const { point, meetingId } = mødet;
    expect(entries[0]).toMatchObject({
      point: { id: point.id, meetingId, closed: false, onAgenda: true },
      ...{ outcome: 'referred', toMeeting: null, indstilling: null },
    });
    expect(entries[0]?.toBody).toBe(entries[1]?.bodyName);
  });

  it('has of another body only what the one who asks may read of it', async () => {
    const { first, mødet } = await caseOfTwoBodies();
    const reader = await api.signIn([{ role: 'reader', bodyId: raad }]);
    expect(await linesAt(`indstillinger/${first}`, reader)).toEqual([OF_RAAD]);
    const { entries } = await read(`agenda-points/${mødet.point.id}`, reader);
    expect(entries).toMatchObject([{ toBody: null, point: { id: mødet.point.id } }]);
    const ofUdvalg = await api.signIn([{ role: 'reader', bodyId: udvalg }]);
    const refused = await api.send('get', `indstillinger/${first}/course`, undefined, { by: ofUdvalg });
    expect(refused.told).toBe('404 not-found');
  });

  it('is nothing but its own without a number, and of the number that was written', async () => {
    const [one, other] = [await make(raad, 'Uden'), await make(raad, 'Heller ikke', ' - ')];
    for (const [id, title] of [
      [one, 'Uden'],
      [other, 'Heller ikke'],
    ] as const)
      await meetingOnCase(api, { bodyId: raad, date: '2026-01-06', title, indstillingId: id });
    expect(await linesAt(`indstillinger/${one}`)).toEqual(['2026-01-06 on-agenda 1 Uden']);
    const away = await make(raad, 'En anden', number());
    await caseOfTwoBodies();
    expect(await linesAt(`indstillinger/${away}`)).toEqual([]);
  });

  it('tells those who read it whole of its steps, but for those taken back', async () => {
    const id = await make(raad, 'Trin');
    await meetingOnCase(api, { bodyId: raad, date: '2026-01-06', title: 'Trin', indstillingId: id });
    const steps = [
      ['submit', 'draft', 'with-leader', '2026-01-01T12:00:00Z', null],
      ['approve', 'with-leader', 'with-secretariat', '2026-01-02T12:00:00Z', null],
      ['return', 'with-secretariat', 'returned', '2026-01-02T13:00:00Z', '2026-01-02T13:00:10Z'],
      ['approve', 'with-secretariat', 'approved', '2026-01-02T23:30:00Z', null],
    ];
    for (const [action, from, to, at, takenBack] of steps)
      await api.database.query(
        `INSERT INTO indstilling_step (id, indstilling_id, action, from_state, to_state, at, submission, taken_back_at)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, 1, $6)`,
        [id, action, from, to, at, takenBack],
      );
    const onAgenda = '2026-01-06 on-agenda 1 Trin';
    expect(await linesAt(`indstillinger/${id}`)).toEqual([
      ...['2026-01-01 submitted Trin', '2026-01-03 approved Trin', onAgenda],
    ]);
    const reader = await api.signIn([{ role: 'reader', bodyId: raad }]);
    expect(await linesAt(`indstillinger/${id}`, reader)).toEqual([onAgenda]);
  });
});

describe('a point that was put off', () => {
  it('goes on under the points that it was taken on as, with an indstilling or without', async () => {
    const putOff = { outcome: 'deferred', words: 'Udsat.' };
    const { point } = await meetingOnCase(api, {
      ...{ bodyId: raad, date: '2026-01-06', title: 'Budget', decided: putOff },
    });
    const next = (await makeMeeting(api, raad, '2026-01-13')).id;
    await api.send('post', `meetings/${next}/postponed-points`, { pointId: point.id });
    expect(await linesAt(`agenda-points/${point.id}`)).toEqual([
      ...['2026-01-06 deferred 1 Budget Udsat.', '2026-01-13 on-agenda Budget'],
    ]);
    const reader = await api.signIn([{ role: 'reader', bodyId: raad }]);
    expect(await linesAt(`agenda-points/${point.id}`, reader)).toEqual([
      '2026-01-06 deferred 1 Budget Udsat.',
    ]);
  });

  it('by moving it from an agenda that was sent is told to those who make that', async () => {
    const { point } = await meetingOnCase(api, { bodyId: raad, date: '2026-01-06', title: 'Budget' });
    const next = (await makeMeeting(api, raad, '2026-01-13')).id;
    await putMeetingInto(api, next, 'drafting');
    const { version: ifMatch } = await api.take(agendaPoint, 'get', `agenda-points/${point.id}`);
    await api.take(agendaPoint, 'post', `agenda-points/${point.id}/move`, { meetingId: next }, { ifMatch });
    expect(await linesAt(`agenda-points/${point.id}`)).toEqual([
      ...['2026-01-06 moved 1 Budget', '2026-01-13 on-agenda Budget'],
    ]);
  });
});

describe('what was decided', () => {
  it.each([
    ['draft', [], []],
    ['in-review', ['Godkendt.'], []],
    ['approved', ['Godkendt.'], ['Godkendt.']],
  ] as const)(
    'with minutes that are %s: %j for members, %j for readers',
    async (minutes, members, readers) => {
      const { point } = await meetingOnCase(api, {
        ...{ bodyId: raad, date: '2026-01-06', title: 'Sag', decided: APPROVED, minutes },
      });
      const told = async (role: string) => {
        const { entries } = await read(
          `agenda-points/${point.id}`,
          await api.signIn([{ role, bodyId: raad }]),
        );
        return [entries.length, entries.flatMap(({ text }) => plainText(text) || [])];
      };
      expect(await told('member')).toEqual([1, members]);
      expect(await told('reader')).toEqual([1, readers]);
      expect(await told('secretariat')).toEqual([1, ['Godkendt.']]);
    },
  );
});

describe('a closed point', () => {
  it('is not there for those who do not read it; to be told of it is to read it', async () => {
    const { caseNumber, first, udvalget } = await caseOfTwoBodies();
    const secret = await make(udvalg, 'Hemmelig', caseNumber);
    const hidden = await meetingOnCase(api, {
      ...{ bodyId: udvalg, date: '2026-03-04', title: 'Hemmelig', indstillingId: secret, point: CLOSED },
      decided: APPROVED,
    });
    const ofClosed = '2026-03-04 decided 1 Hemmelig Godkendt.';
    const bodies = [
      { role: 'reader', bodyId: raad },
      { role: 'reader', bodyId: udvalg },
    ];
    const reader = await api.signIn(bodies);
    expect(await linesAt(`indstillinger/${first}`, reader)).toEqual([OF_RAAD, OF_UDVALG]);
    const member = await api.signIn([{ role: 'member', bodyId: udvalg }]);
    expect(await linesAt(`agenda-points/${udvalget.point.id}`, member)).toEqual([OF_UDVALG, ofClosed]);
    expect(await reads(hidden.point.id)).toEqual([[member.personId, hidden.meetingId]]);
    const barred = await api.signIn([{ role: 'member', bodyId: udvalg }]);
    await disqualify(barred, hidden.point.id);
    expect(await linesAt(`agenda-points/${udvalget.point.id}`, barred)).toEqual([OF_UDVALG]);
  });

  it('is gone through by nobody who does not read it', async () => {
    const putOff = { outcome: 'deferred', words: 'Udsat.' };
    const { point } = await meetingOnCase(api, {
      ...{ bodyId: raad, date: '2026-01-06', title: 'Først', decided: putOff },
    });
    const between = await meetingOnCase(api, {
      ...{ bodyId: raad, date: '2026-01-13', title: 'Imellem', point: CLOSED, decided: putOff },
    });
    const last = await meetingOnCase(api, { bodyId: raad, date: '2026-01-20', title: 'Sidst' });
    for (const [to, from] of [
      [between, point.id],
      [last, between.point.id],
    ] as const)
      await api.database.query('INSERT INTO carried_point (point_id, from_point_id) VALUES ($1, $2)', [
        to.point.id,
        from,
      ]);
    const seenBy = async (role: string) =>
      linesAt(`agenda-points/${point.id}`, await api.signIn([{ role, bodyId: raad }]));
    expect(await seenBy('reader')).toEqual(['2026-01-06 deferred 1 Først Udsat.']);
    expect(await seenBy('member')).toHaveLength(3);
    const barred = await api.signIn([{ role: 'member', bodyId: raad }]);
    await disqualify(barred, between.point.id);
    expect(await linesAt(`agenda-points/${point.id}`, barred)).toHaveLength(1);
  });

  it('is told to its guest without its number, which counts others', async () => {
    const { point } = await meetingOnCase(api, {
      ...{ bodyId: raad, date: '2026-01-06', title: 'Hemmelig', point: CLOSED, decided: APPROVED },
    });
    const guest = await api.signIn([{ role: 'guest', pointId: point.id }]);
    expect(await linesAt(`agenda-points/${point.id}`, guest)).toEqual([
      '2026-01-06 decided Hemmelig Godkendt.',
    ]);
  });
});

describe('what readers have not been sent', () => {
  it('is not told: the words of a point that was written anew', async () => {
    const { point } = await meetingOnCase(api, { bodyId: raad, date: '2026-03-10', title: 'Som sendt' });
    await api.database.query(`UPDATE agenda_point SET title = 'Skrevet siden' WHERE id = $1`, [point.id]);
    const reader = await api.signIn([{ role: 'reader', bodyId: raad }]);
    expect(await linesAt(`agenda-points/${point.id}`, reader)).toEqual(['2026-03-10 on-agenda 1 Som sendt']);
    expect(await linesAt(`agenda-points/${point.id}`)).toEqual(['2026-03-10 on-agenda 1 Skrevet siden']);
  });

  it('is not told: the number of a case that was written since', async () => {
    const { first, second, mødet } = await caseOfTwoBodies();
    const reader = await api.signIn([
      { role: 'reader', bodyId: raad },
      { role: 'reader', bodyId: udvalg },
    ]);
    expect(await linesAt(`indstillinger/${first}`, reader)).toEqual([OF_RAAD, OF_UDVALG]);
    await api.database.query(
      `UPDATE indstilling_version SET content = content || '{"caseNumber": "X-1"}' WHERE indstilling_id = $1`,
      [second],
    );
    expect(await linesAt(`indstillinger/${first}`, reader)).toEqual([OF_RAAD]);
    expect(await linesAt(`agenda-points/${mødet.point.id}`)).toEqual([OF_RAAD, OF_UDVALG]);
  });

  it('is not told: which indstilling was put on a point since', async () => {
    const id = await make(raad, 'Senere');
    await meetingOnCase(api, { bodyId: raad, date: '2026-01-06', title: 'Sendt', indstillingId: id });
    const { point } = await meetingOnCase(api, { bodyId: raad, date: '2026-01-13', title: 'Uden' });
    await api.database.query('UPDATE agenda_point SET indstilling_id = $2 WHERE id = $1', [point.id, id]);
    const reader = await api.signIn([{ role: 'reader', bodyId: raad }]);
    const sent = '2026-01-06 on-agenda 1 Sendt';
    expect(await linesAt(`indstillinger/${id}`, reader)).toEqual([sent]);
    expect(await linesAt(`indstillinger/${id}`)).toEqual([sent, '2026-01-13 on-agenda 1 Uden']);
  });
});

describe('what readers cannot know of', () => {
  const readerOf = (...bodies: readonly string[]) =>
    api.signIn(bodies.map((bodyId) => ({ role: 'reader' as const, bodyId })));

  it('changes nothing: the number of a case that was written since the agenda was sent', async () => {
    const { first, second, mødet } = await caseOfTwoBodies();
    const reader = await readerOf(raad, udvalg);
    const secretariat = await api.signIn([{ role: 'secretariat', bodyId: udvalg }]);
    const rewrite = 'UPDATE indstilling SET case_number = $2 WHERE id = $1';
    await api.database.query(rewrite, [second, number()]);
    for (const path of [`indstillinger/${first}`, `agenda-points/${mødet.point.id}`])
      expect(await linesAt(path, reader)).toEqual([OF_RAAD, OF_UDVALG]);
    expect(await linesAt(`indstillinger/${second}`, secretariat)).toEqual([OF_UDVALG]);
  });

  it('changes nothing: the order of points, and under which they stand, since the agenda was sent', async () => {
    const { id: meetingId, version: ifMatch } = await makeMeeting(api, raad, '2026-01-06');
    await putMeetingInto(api, meetingId, 'drafting');
    const [one, other] = [await makePoint(api, meetingId, 'Et'), await makePoint(api, meetingId, 'To')];
    const under = [];
    for (const title of ['A', 'B'])
      under.push((await makePoint(api, meetingId, title, { parentId: one.id })).id);
    await api.take(agendaVersion, 'post', `meetings/${meetingId}/agenda-versions`, undefined, { ifMatch });
    const reader = await readerOf(raad);
    const sent = ['2026-01-06 on-agenda 1 Et', '2026-01-06 on-agenda 1A A', '2026-01-06 on-agenda 1B B'];
    expect(await linesAt(`agenda-points/${one.id}`, reader)).toEqual(sent);
    const swap = 'UPDATE agenda_point SET position = 1 - position WHERE id = ANY($1)';
    await api.database.query(swap, [under]);
    expect(await linesAt(`agenda-points/${one.id}`, reader)).toEqual(sent);
    const put = 'UPDATE agenda_point SET parent_id = $2, position = 2 WHERE id = $1';
    await api.database.query(put, [under[0], other.id]);
    expect(await linesAt(`agenda-points/${one.id}`, reader)).toEqual(sent);
    expect(await linesAt(`agenda-points/${other.id}`, reader)).toEqual(['2026-01-06 on-agenda 2 To']);
    expect(await linesAt(`agenda-points/${other.id}`)).toHaveLength(2);
  });

  it.each([
    ['draft', 1],
    ['in-review', 1],
    ['approved', 2],
  ] as const)(
    'is told in its time: that a point was put off, with minutes that are %s',
    async (minutes, told) => {
      const { point } = await meetingOnCase(api, {
        ...{ bodyId: raad, date: '2026-01-06', title: 'Budget', minutes },
        decided: { outcome: 'deferred', words: 'Udsat.' },
      });
      const { id: next, version: ifMatch } = await makeMeeting(api, raad, '2026-01-13');
      await putMeetingInto(api, next, 'drafting');
      await api.send('post', `meetings/${next}/postponed-points`, { pointId: point.id });
      await api.take(agendaVersion, 'post', `meetings/${next}/agenda-versions`, undefined, { ifMatch });
      const reader = await readerOf(raad);
      const { entries } = await read(`agenda-points/${point.id}`);
      expect(entries).toHaveLength(2);
      for (const id of entries.map((entry) => entry.point?.id))
        expect(await linesAt(`agenda-points/${id}`, reader)).toHaveLength(told);
    },
  );
});

describe('a course', () => {
  it('is asked for with as many statements when it is long, and has the newest of what it may hold', async () => {
    const id = await make(raad, 'Lang');
    const { meetingId, point } = await meetingOnCase(api, {
      ...{ bodyId: raad, date: '2020-01-07', title: 'Lang', indstillingId: id },
    });
    const short = await statements(() => read(`indstillinger/${id}`));
    const under = await makePoint(api, meetingId, 'Under', { parentId: point.id, lateReason: 'Ny' });
    await api.database.query(
      `INSERT INTO meeting (id, body_id, kind, date, start_time, state, participants, caseworkers)
       SELECT gen_random_uuid(), $1, 'ordinary', '2021-01-01'::date + n, '09:00', 'drafting', '[]', '[]'
       FROM generate_series(1, 200) n`,
      [raad],
    );
    await api.database.query(
      `INSERT INTO agenda_point (id, meeting_id, position, title, type, indstilling_id)
       SELECT gen_random_uuid(), id, 0, 'Igen', 'decision', $2 FROM meeting WHERE body_id = $1 AND date > '2020-12-31'`,
      [raad, id],
    );
    expect(await statements(() => read(`indstillinger/${id}`))).toBe(short);
    const { entries, more } = await read(`indstillinger/${id}`);
    expect([entries.length, more, entries[0]?.date]).toEqual([200, true, '2021-01-02']);
    expect(entries.map((entry) => entry.point?.id)).not.toContain(under.id);
  }, 60_000);

  it('of what is not there is not there', async () => {
    for (const kind of ['indstillinger', 'agenda-points'])
      expect((await api.send('get', `${kind}/${unknownId()}/course`)).told).toBe('404 not-found');
  });

  it('has what was decided on the sub-points of a point', async () => {
    const id = await make(raad, 'Delt');
    const { point, meetingId } = await meetingOnCase(api, {
      ...{ bodyId: raad, date: '2026-01-06', title: 'Delt', indstillingId: id },
    });
    const under = await makePoint(api, meetingId, 'Første del', { parentId: point.id, lateReason: 'Ny' });
    await sendOnPoint(api, point.id, id);
    expect(await linesAt(`indstillinger/${id}`)).toEqual([
      ...['2026-01-06 on-agenda 1 Delt', '2026-01-06 on-agenda Første del'],
    ]);
    expect(await linesAt(`agenda-points/${under.id}`)).toEqual(['2026-01-06 on-agenda Første del']);
  });
});

/** Who is on record for having read a point, and under which meeting. */
async function reads(pointId: string): Promise<string[][]> {
  const rows = await api.database.query<{ person_id: string; scope_id: string }>(
    `SELECT person_id, scope_id FROM event WHERE name = 'agenda-point.read' AND subject_id = $1`,
    [pointId],
  );
  return rows.map(({ person_id, scope_id }) => [person_id, scope_id]);
}

class Counter extends AbstractLogger {
  count = 0;
  override logQuery(): void {
    this.count += 1;
  }
  protected writeLog(): void {
    // It only counts.
  }
}

/** How many statements the api sends meanwhile. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const dataSource = api.app.get(DataSource);
  const usual = dataSource.logger;
  const counter = new Counter();
  dataSource.logger = counter;
  await work();
  dataSource.logger = usual;
  return counter.count;
}
