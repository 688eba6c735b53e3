import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyAgenda, point } from '../../../test/builders/agenda.js';
import type { AgendaPoint } from './agenda-point.js';
import { numberAgenda } from './numbering.js';
import { checkFixedStarts, timetable } from './timetable.js';
import type { Timetable } from './timetable.js';
import { timetableSentence } from './timetable.text.js';

const run = (points: readonly AgendaPoint[], start = '09:00', end: string | null = null) =>
  timetable(numberAgenda(points, 'separate-series'), start, end);

function times(points: readonly AgendaPoint[], start = '09:00', end: string | null = null): Timetable {
  const outcome = run(points, start, end);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const rows = (table: Timetable): string[] =>
  table.slots.map(
    ({ id, from, to, minutes, wait, overlap }) =>
      `${id} ${from ?? '-'}-${to ?? '-'} ${minutes ?? '-'}${wait ? ` wait ${wait}` : ''}${overlap ? ` overlap ${overlap}` : ''}`,
  );

const minutes = (value: number): Partial<AgendaPoint> => ({ minutes: value });

describe('the times of an agenda', () => {
  it.each<[string, AgendaPoint[], string[]]>([
    ['nothing of no points', [], []],
    [
      'each point after the one before it',
      [point('a', 1, minutes(3)), point('b', 2, minutes(20))],
      ['a 09:00-09:03 3', 'b 09:03-09:23 20'],
    ],
    [
      'no time to a point without minutes, or with none',
      [point('a', 1), point('b', 2, minutes(0)), point('c', 3, minutes(5))],
      ['a --- -', 'b --- -', 'c 09:00-09:05 5'],
    ],
    [
      'no time to written information and withdrawn points',
      [
        point('a', 1, { ...minutes(5), type: 'written-information' }),
        point('b', 2, { ...minutes(5), state: 'withdrawn', fixedStart: '08:00' }),
        point('c', 3, minutes(5)),
      ],
      ['a --- -', 'b --- -', 'c 09:00-09:05 5'],
    ],
    [
      'a parent the sum of its active sub-points, not its own minutes',
      [
        point('a', 1, minutes(99)),
        point('a1', 1, { parentId: 'a', ...minutes(10) }),
        point('a2', 2, { parentId: 'a', ...minutes(5), state: 'withdrawn' }),
        point('a3', 3, { parentId: 'a', ...minutes(15) }),
        point('b', 2, minutes(5)),
      ],
      ['a 09:00-09:25 25', 'a1 09:00-09:10 10', 'a2 --- -', 'a3 09:10-09:25 15', 'b 09:25-09:30 5'],
    ],
    [
      'a parent its own minutes when all its sub-points are withdrawn',
      [point('a', 1, minutes(10)), point('a1', 1, { parentId: 'a', ...minutes(5), state: 'withdrawn' })],
      ['a 09:00-09:10 10', 'a1 --- -'],
    ],
    [
      'a wait before a later fixed start',
      [
        point('a', 1, minutes(10)),
        point('b', 2, { ...minutes(5), fixedStart: '09:30' }),
        point('c', 3, minutes(5)),
      ],
      ['a 09:00-09:10 10', 'b 09:30-09:35 5 wait 20', 'c 09:35-09:40 5'],
    ],
    [
      'an overlap with an earlier fixed start, and goes on from whichever ends last',
      [
        point('a', 1, minutes(40)),
        point('b', 2, { ...minutes(5), fixedStart: '09:30' }),
        point('c', 3, minutes(5)),
      ],
      ['a 09:00-09:40 40', 'b 09:30-09:35 5 overlap 10', 'c 09:40-09:45 5'],
    ],
    [
      'a start but no end to a point with only a fixed start',
      [point('a', 1, { fixedStart: '09:15' }), point('b', 2, minutes(5))],
      ['a 09:15-- - wait 15', 'b 09:15-09:20 5'],
    ],
    [
      'the fixed start of a parent to its first sub-point',
      [
        point('a', 1, { fixedStart: '10:00' }),
        point('a1', 1, { parentId: 'a', ...minutes(10) }),
        point('a2', 2, { parentId: 'a', ...minutes(10) }),
      ],
      ['a 10:00-10:20 20 wait 60', 'a1 10:00-10:10 10 wait 60', 'a2 10:10-10:20 10'],
    ],
    [
      'the closed part after the open one',
      [point('x', 1, { ...minutes(5), visibility: 'closed' }), point('a', 2, minutes(10))],
      ['a 09:00-09:10 10', 'x 09:10-09:15 5'],
    ],
  ])('gives %s', (_, points, expected) => {
    expect(rows(times(points))).toEqual(expected);
  });

  it('goes on past midnight when the meeting does', () => {
    const points = [point('a', 1, minutes(60)), point('b', 2, { ...minutes(10), fixedStart: '00:30' })];
    const table = times(points, '23:00', '01:00');
    expect(rows(table)).toEqual(['a 23:00-00:00 60', 'b 00:30-00:40 10 wait 30']);
    expect([table.ends, table.slack, table.overrun]).toEqual(['00:40', 20, 0]);
  });

  it('names the points that lack minutes, but no parent, written information or withdrawn point', () => {
    const points = [
      point('a', 1),
      point('a1', 1, { parentId: 'a' }),
      point('b', 2, { type: 'written-information' }),
      point('c', 3, { state: 'withdrawn' }),
      point('d', 4, { minutes: 5 }),
    ];
    expect(times(points).withoutTime).toEqual(['a1']);
  });
});

describe('the booked end', () => {
  it.each([
    [null, null, null, 'Punkterne slutter kl.\u00a09.40.'],
    ['09:45', 5, 0, 'Punkterne slutter kl.\u00a09.40, 5 minutter før mødets sluttidspunkt kl.\u00a09.45.'],
    ['09:40', 0, 0, 'Punkterne slutter kl.\u00a09.40, som mødet er sat til.'],
    ['09:39', 0, 1, 'Punkterne slutter kl.\u00a09.40, 1 minut efter mødets sluttidspunkt kl.\u00a09.39.'],
  ])('%s leaves %s and overruns by %s', (end, slack, overrun, sentence) => {
    const table = times([point('a', 1, { minutes: 40 })], '09:00', end);
    expect([table.slack, table.overrun, table.minutes]).toEqual([slack, overrun, 40]);
    expect(timetableSentence(table)).toBe(sentence);
  });
});

describe('fixed starts against the order of the points', () => {
  const fixed = (id: string, position: number, fixedStart: string): AgendaPoint =>
    point(id, position, { fixedStart });
  const check = (points: AgendaPoint[], start: string | null = '09:00', end: string | null = null) => {
    const outcome = checkFixedStarts(numberAgenda(points, 'separate-series'), start, end);
    return outcome.ok ? 'in order' : `${outcome.refusal.code} ${outcome.refusal.at ?? ''}`;
  };
  const RULE = 'fixed-start-before-previous-point';

  it('are refused in a change, by the point that stands wrong', () => {
    expect(check([fixed('a', 1, '10:00'), point('b', 2), fixed('c', 3, '09:59')])).toBe(
      `${RULE} points[2].fixedStart`,
    );
    expect(check([fixed('a', 1, '10:00'), { ...fixed('a1', 1, '09:30'), parentId: 'a' }])).toBe(
      `${RULE} points[1].fixedStart`,
    );
    expect(check([fixed('a', 1, '10:00'), fixed('b', 2, '09:59')], null)).toBe(
      `${RULE} points[1].fixedStart`,
    );
    expect(check([fixed('a', 1, '09:30'), fixed('b', 2, '09:30')])).toBe('in order');
  });

  it('are in order when the meeting runs past midnight, and not when its end is moved before it', () => {
    const night = [fixed('a', 1, '23:00'), fixed('b', 2, '00:30')];
    expect(check(night, '22:00', '01:00')).toBe('in order');
    expect(check(night, '22:00', '23:30')).toBe(`${RULE} points[1].fixedStart`);
  });

  it('are told as an overlap in an agenda that is read', () => {
    const { slots } = times(
      [point('a', 1, { fixedStart: '10:00', minutes: 5 }), fixed('b', 2, '09:30')],
      '09:00',
      null,
    );
    expect(slots.map(({ from, wait, overlap }) => [from, wait, overlap])).toEqual([
      ['10:00', 60, 0],
      ['09:30', 0, 35],
    ]);
  });
});

describe('what the timetable refuses', () => {
  const fixed = (id: string, position: number, fixedStart: string): AgendaPoint =>
    point(id, position, { fixedStart });
  it.each<[string, AgendaPoint[], string, string]>([
    ['negative minutes', [point('a', 1, { minutes: -1 })], 'minutes-out-of-range', 'points[0].minutes'],
    ['more than a day', [point('a', 1, { minutes: 1441 })], 'minutes-out-of-range', 'points[0].minutes'],
    ['half minutes', [point('a', 1, { minutes: 2.5 })], 'minutes-not-whole', 'points[0].minutes'],
    ['no number', [point('a', 1, { minutes: NaN })], 'minutes-not-whole', 'points[0].minutes'],
    ['a time that does not exist', [fixed('a', 1, '24:00')], 'not-a-clock-time', 'points[0].fixedStart'],
  ])('refuses %s', (_, points, code, at) => {
    const outcome = run(points);
    expect(outcome.ok ? null : outcome.refusal).toMatchObject({ code, at });
  });

  it('refuses a start and an end that are no times', () => {
    expect([run([], '9.00'), run([], '09:00', '25:00')].map((one) => (one.ok ? '' : one.refusal.at))).toEqual(
      ['start', 'end'],
    );
  });

  it('takes the same fixed start twice, and a fixed start before the meeting, as overlaps', () => {
    const points = [fixed('a', 1, '08:50'), point('b', 2, { fixedStart: '08:50', minutes: 10 })];
    expect(rows(times(points))).toEqual(['a 08:50-- - overlap 10', 'b 08:50-09:00 10 overlap 10']);
  });
});

describe('any agenda', () => {
  it('has times that never run backwards, and minutes that add up', () => {
    fc.assert(
      fc.property(anyAgenda({ frozen: true }), (points) => {
        const table = times(points, '00:00');
        const parents = new Set(points.map((one) => one.parentId));
        const leaves = table.slots.filter((slot) => !parents.has(slot.id) && slot.from !== null);
        const starts = leaves.map((slot) => slot.from);
        expect([...starts].sort()).toEqual(starts);
        const timed = table.slots.filter((slot) => slot.minutes !== null);
        const top = numberAgenda(points, 'separate-series').filter((entry) => entry.parentId === null);
        const ids = new Set(top.map((entry) => entry.point.id));
        const sum = timed
          .filter((slot) => ids.has(slot.id))
          .reduce((total, slot) => total + (slot.minutes ?? 0), 0);
        expect(table.minutes).toBe(sum);
      }),
    );
  });
});
