import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_CLOSING_DAYS, addDays, daysBetween, weekdayOf } from '../calendar/index.js';
import { checkDeadlineRules, checkLateReason, deadlineOf, deadlinesOf, hasPassed } from './deadlines.js';
import type { DeadlineRules } from './deadlines.js';
import { checkTimes } from './details.js';
import { checkSeriesDates, seriesOf } from './rhythm.js';
import type { MeetingRhythm, MeetingSeries } from './rhythm.js';

const check = (date: string | null, start: string | null, end: string | null): string => {
  const checked = checkTimes({ date, start, end });
  return checked.ok ? 'ok' : checked.refusal.code;
};

describe('the times of a meeting', () => {
  it.each([
    ['2025-01-14', '09:00', '09:30', 'ok'],
    ['2024-02-29', '23:58', '23:59', 'ok'],
    ['2025-01-14', '09:00', null, 'ok'],
    [null, null, null, 'ok'],
    ['2025-02-29', '09:00', '09:30', 'date-does-not-exist'],
    ['14-01-2025', '09:00', '09:30', 'date-does-not-exist'],
    ['2025-01-14', '9.00', '09:30', 'time-does-not-exist'],
    ['2025-01-14', '09:00', '24:00', 'time-does-not-exist'],
    ['2025-01-14', null, '09:30', 'end-without-start'],
    ['2025-01-14', '09:00', '09:00', 'end-not-after-start'],
    ['2025-01-14', '22:00', '01:00', 'end-not-after-start'],
  ])('%s %s-%s is %s', (date, start, end, expected) => expect(check(date, start, end)).toBe(expected));

  it('keeps the rest of what it was given', () => {
    const meeting = { date: null, start: null, end: null, place: 'Rådhuset' };
    expect(checkTimes(meeting)).toEqual({ ok: true, value: meeting });
  });
});

const RULES: DeadlineRules = {
  indstillinger: { workingDaysBefore: 8, time: '12:00' },
  material: { workingDaysBefore: 5, time: '12:00' },
  agenda: { workingDaysBefore: 4, time: '16:00' },
};

const codeOf = (rules: DeadlineRules): string => {
  const checked = checkDeadlineRules(rules);
  return checked.ok ? 'ok' : `${checked.refusal.code} ${checked.refusal.at ?? ''}`;
};

describe('the deadlines of a meeting', () => {
  it('are counted back in hverdage, over Christmas and New Year', () => {
    expect(deadlinesOf(RULES, '2025-01-06', DEFAULT_CLOSING_DAYS)).toEqual([
      { kind: 'indstillinger', date: '2024-12-18', time: '12:00' },
      { kind: 'material', date: '2024-12-23', time: '12:00' },
      { kind: 'agenda', date: '2024-12-27', time: '16:00' },
    ]);
  });

  it('leave out what the body sets no deadline for', () => {
    expect(deadlinesOf({}, '2025-01-14', [])).toEqual([]);
  });

  it('fall on the day of the meeting itself when no day is asked for', () => {
    expect(deadlineOf({ workingDaysBefore: 0, time: '08:00' }, '2025-01-14', [])).toEqual({
      date: '2025-01-14',
      time: '08:00',
    });
  });

  it.each([
    ['2025-01-09', '11:59', false],
    ['2025-01-09', '12:00', false],
    ['2025-01-09', '12:01', true],
    ['2025-01-08', '23:59', false],
    ['2025-01-10', '00:00', true],
  ])('of 9 January at 12.00 at %s %s passed: %s', (date, time, expected) => {
    expect(hasPassed({ date: '2025-01-09', time: '12:00' }, { date, time })).toBe(expected);
  });
});

describe('the deadline rules of a body', () => {
  it.each<[DeadlineRules, string]>([
    [RULES, 'ok'],
    [{}, 'ok'],
    [{ agenda: { workingDaysBefore: -1, time: '12:00' } }, 'deadline-days agenda.workingDaysBefore'],
    [{ agenda: { workingDaysBefore: 1.5, time: '12:00' } }, 'deadline-days agenda.workingDaysBefore'],
    [{ agenda: { workingDaysBefore: 61, time: '12:00' } }, 'deadline-days agenda.workingDaysBefore'],
    [{ agenda: { workingDaysBefore: 60, time: '23:59' } }, 'ok'],
    [{ material: { workingDaysBefore: 1, time: '12.00' } }, 'deadline-time material.time'],
    [{ ...RULES, material: { workingDaysBefore: 3, time: '08:00' } }, 'deadline-after-agenda material'],
    [{ ...RULES, material: { workingDaysBefore: 4, time: '16:01' } }, 'deadline-after-agenda material'],
    [{ ...RULES, material: { workingDaysBefore: 4, time: '16:00' } }, 'ok'],
    [
      { ...RULES, indstillinger: { workingDaysBefore: 0, time: '08:00' } },
      'deadline-after-agenda indstillinger',
    ],
  ])('%j: %s', (rules, expected) => expect(codeOf(rules)).toBe(expected));
});

describe('the reason of a late point', () => {
  it('is required, trimmed and kept', () => {
    expect(checkLateReason({ late: true, reason: ' Svar modtaget i går ' })).toEqual({
      ok: true,
      value: 'Svar modtaget i går',
    });
    expect(checkLateReason({ late: true, reason: ' ' })).toMatchObject({
      refusal: { code: 'late-reason-required', at: 'lateReason', liftedBy: 'secretariat' },
    });
    expect(checkLateReason({ late: true, reason: null }).ok).toBe(false);
  });

  it('may be left out of a point in time', () => {
    expect(checkLateReason({ late: false, reason: null })).toEqual({ ok: true, value: null });
    expect(checkLateReason({ late: false, reason: '' })).toEqual({ ok: true, value: null });
  });
});

const rhythm = (more: Partial<MeetingRhythm> = {}): MeetingRhythm => ({
  weekday: 2,
  everyWeeks: 1,
  from: '2025-01-01',
  to: '2025-01-31',
  exceptWeeks: [],
  ...more,
});

const series = (more: Partial<MeetingRhythm>): MeetingSeries => {
  const made = seriesOf(rhythm(more), DEFAULT_CLOSING_DAYS);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
};

describe('a series of meetings', () => {
  it('begins on the first such weekday and ends within the span, both ends included', () => {
    expect(series({ from: '2025-01-07', to: '2025-01-21' }).dates).toEqual([
      '2025-01-07',
      '2025-01-14',
      '2025-01-21',
    ]);
    expect(series({ from: '2025-01-08', to: '2025-01-27' }).dates).toEqual(['2025-01-14', '2025-01-21']);
  });

  it('comes every other week, and a date passed over does not shift the next', () => {
    expect(
      series({ everyWeeks: 2, from: '2025-01-29', to: '2025-03-19', weekday: 3, exceptWeeks: [7] }),
    ).toEqual({
      dates: ['2025-01-29', '2025-02-26', '2025-03-12'],
      skipped: [{ date: '2025-02-12', reason: 'excepted-week', name: null }],
    });
  });

  it('passes over public holidays by name, and closing days', () => {
    expect(series({ weekday: 4, from: '2025-04-10', to: '2025-06-12' }).skipped).toEqual([
      { date: '2025-04-17', reason: 'public-holiday', name: 'skærtorsdag' },
      { date: '2025-05-29', reason: 'public-holiday', name: 'Kristi himmelfartsdag' },
      { date: '2025-06-05', reason: 'closing-day', name: null },
    ]);
  });

  it('leaves out an ISO week in each year, by the ISO year of the week', () => {
    expect(
      series({ weekday: 3, from: '2024-12-25', to: '2025-01-08', exceptWeeks: [1] }).skipped.map(
        (s) => s.date,
      ),
    ).toEqual(['2024-12-25', '2025-01-01']);
    expect(series({ weekday: 1, from: '2024-12-30', to: '2025-01-06', exceptWeeks: [1] }).dates).toEqual([
      '2025-01-06',
    ]);
  });

  it('runs for three years to the day', () => {
    expect(series({ to: '2028-01-01', everyWeeks: 52 }).dates).toHaveLength(3);
  });

  it('gives a Saturday that was asked for', () => {
    expect(series({ weekday: 6, to: '2025-01-11' }).dates).toEqual(['2025-01-04', '2025-01-11']);
  });

  it('gives every date in step, and each date of the rhythm exactly once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 60, max: 400 }),
        (weekday, everyWeeks, start, span) => {
          const from = addDays('2020-01-01', start);
          const to = addDays(from, span);
          const { dates, skipped } = series({ weekday, everyWeeks, from, to });
          const all = [...dates, ...skipped.map((s) => s.date)].sort();
          expect(all.every((date) => date >= from && date <= to && weekdayOf(date) === weekday)).toBe(true);
          const gaps = all.slice(1).map((date, i) => daysBetween(all[i] ?? '', date));
          expect(gaps.every((gap) => gap === 7 * everyWeeks)).toBe(true);
          expect(daysBetween(from, all[0] ?? '')).toBeLessThan(7);
        },
      ),
    );
  });

  it.each<[string, Partial<MeetingRhythm>, string]>([
    ['a date that does not exist', { from: '2025-02-30' }, 'rhythm-dates from'],
    ['an end before its beginning', { to: '2024-12-31' }, 'rhythm-dates to'],
    ['a span over three years', { to: '2028-01-02' }, 'rhythm-too-long to'],
    ['weekday 0', { weekday: 0 }, 'rhythm-weekday weekday'],
    ['weekday 8', { weekday: 8 }, 'rhythm-weekday weekday'],
    ['every 0 weeks', { everyWeeks: 0 }, 'rhythm-every-weeks everyWeeks'],
    ['every half week', { everyWeeks: 0.5 }, 'rhythm-every-weeks everyWeeks'],
    ['week 54', { exceptWeeks: [54] }, 'rhythm-except-weeks exceptWeeks'],
    ['no such weekday in the span', { weekday: 2, to: '2025-01-06' }, 'rhythm-hits-no-date to'],
    ['nothing but excepted weeks', { to: '2025-01-10', exceptWeeks: [2] }, 'rhythm-hits-no-date to'],
  ])('is refused for %s', (_name, more, expected) => {
    const made = seriesOf(rhythm(more), DEFAULT_CLOSING_DAYS);
    expect(made.ok ? 'ok' : `${made.refusal.code} ${made.refusal.at ?? ''}`).toBe(expected);
  });
});

describe('the dates of a series to make', () => {
  const check = (dates: string[], taken: string[] = []) => {
    const checked = checkSeriesDates(dates, new Set(taken));
    return checked.ok ? checked.value : `${checked.refusal.code} ${checked.refusal.at ?? ''}`;
  };

  it.each<[string, string[], string[], unknown]>([
    ['come in order', ['2026-03-10', '2026-03-03'], [], ['2026-03-03', '2026-03-10']],
    ['may lie beside others', ['2026-03-10'], ['2026-03-11'], ['2026-03-10']],
    ['are each named once', ['2026-03-10', '2026-03-17', '2026-03-10'], [], 'series-date-twice dates[2]'],
    ['are free', ['2026-03-10', '2026-03-17'], ['2026-03-17'], 'series-date-taken dates[1]'],
  ])('%s', (_, dates, taken, expected) => {
    expect(check(dates, taken)).toEqual(expected);
  });
});
