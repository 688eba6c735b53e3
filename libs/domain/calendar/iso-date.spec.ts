import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  dateInIsoWeek,
  daysBetween,
  isIsoDate,
  isoDate,
  isoWeekOf,
  lastDayOfMonth,
  partsOf,
  weekdayOf,
} from './iso-date.js';

const anyDate = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays('1950-01-01', days));

describe('a date', () => {
  it.each([
    [2024, 2, 29, '2024-02-29'],
    [2025, 2, 29, null],
    [2000, 2, 29, '2000-02-29'],
    [1900, 2, 29, null],
    [2025, 4, 31, null],
    [2025, 13, 1, null],
    [2025, 0, 1, null],
    [2025, 1, 0, null],
    [2025, 1.5, 1, null],
    [99, 1, 1, null],
    [10_000, 1, 1, null],
    [Number.NaN, 1, 1, null],
  ])('of %d-%d-%d is %s', (year, month, day, expected) => expect(isoDate(year, month, day)).toBe(expected));

  it.each([
    ['2025-01-14', true],
    ['2025-1-14', false],
    ['2025-02-29', false],
    ['2025-01-14T00:00', false],
    [' 2025-01-14', false],
    ['', false],
  ])('is told from other texts: %j is %s', (text, expected) => expect(isIsoDate(text)).toBe(expected));

  it('is made of its parts', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { year, month, day } = partsOf(date);
        expect(isoDate(year, month, day)).toBe(date);
      }),
      { numRuns: 50 },
    );
  });
});

describe('counting days', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-03-29', 2, '2025-03-31'],
    ['2025-10-25', 2, '2025-10-27'],
    ['2025-01-14', 0, '2025-01-14'],
  ])('from %s by %d comes to %s', (date, days, expected) => expect(addDays(date, days)).toBe(expected));

  it('and counting back is the same', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    [2024, 2, '2024-02-29'],
    [2025, 2, '2025-02-28'],
    [2025, 12, '2025-12-31'],
    [2025, 6, '2025-06-30'],
  ])('the last day of %d-%d is %s', (year, month, expected) =>
    expect(lastDayOfMonth(year, month)).toBe(expected),
  );
});

describe('the ISO week', () => {
  it.each([
    ['2025-01-13', 1],
    ['2025-01-14', 2],
    ['2025-01-19', 7],
    ['2024-02-29', 4],
  ])('%s is weekday %d', (date, expected) => expect(weekdayOf(date)).toBe(expected));

  it.each([
    ['2020-12-31', 2020, 53],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2024-12-29', 2024, 52],
    ['2024-12-30', 2025, 1],
    ['2025-12-28', 2025, 52],
    ['2025-12-29', 2026, 1],
    ['2027-01-03', 2026, 53],
    ['2023-01-01', 2022, 52],
  ])('of %s is %d week %d', (date, year, week) => expect(isoWeekOf(date)).toEqual({ year, week }));

  it.each([
    [2025, 1, 1, '2024-12-30'],
    [2026, 53, 5, '2027-01-01'],
    [2025, 53, 1, null],
    [2025, 0, 1, null],
    [2025, 10, 0, null],
    [2025, 10, 8, null],
    [2025, 10, 7, '2025-03-09'],
  ])('%d week %d weekday %d is %s', (year, week, weekday, expected) =>
    expect(dateInIsoWeek(year, week, weekday)).toBe(expected),
  );

  it('and its weekday give the date back', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { year, week } = isoWeekOf(date);
        expect(dateInIsoWeek(year, week, weekdayOf(date))).toBe(date);
      }),
      { numRuns: 50 },
    );
  });
});
