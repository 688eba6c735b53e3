import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  MONTHS,
  WEEKDAYS,
  monthNumber,
  printDate,
  printMonth,
  printShortDate,
  printShortWeekdayDate,
  printWeekdayDate,
  readDanishDate,
} from './danish-dates.js';
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
    );
  });
});

describe('a Danish date', () => {
  it.each([
    ['2026-11', 'November 2026'],
    ['2027-01', 'Januar 2027'],
    ['2026-13', '2026-13'],
    ['marts 2026', 'marts 2026'],
  ])('prints the month %s alone as %s', (month, printed) => expect(printMonth(month)).toBe(printed));

  it('is printed in text, with or without its weekday', () => {
    expect(printDate('2025-01-14')).toBe('14. januar 2025');
    expect(printWeekdayDate('2025-01-14')).toBe('tirsdag den 14. januar 2025');
    expect(printWeekdayDate('2024-02-29')).toBe('torsdag den 29. februar 2024');
  });

  it('is printed short, its year left out when that goes without saying', () => {
    expect(printShortDate('2025-01-14')).toBe('14. jan. 2025');
    expect(printShortDate('2025-01-14', 2025)).toBe('14. jan.');
    expect(printShortDate('2025-01-14', 2026)).toBe('14. jan. 2025');
    expect(printShortDate('2025-05-01', 2025)).toBe('1. maj');
    expect(printShortWeekdayDate('2025-01-14', 2025)).toBe('tirs. 14. jan.');
    expect(printShortWeekdayDate('2025-01-19')).toBe('søn. 19. jan. 2025');
  });

  it('has twelve months and seven weekdays', () => {
    expect(MONTHS.map(monthNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(WEEKDAYS).toHaveLength(7);
  });
});

describe('a month name', () => {
  it.each([
    ['jan', 1],
    ['Jan.', 1],
    ['MARTS', 3],
    ['maj', 5],
    ['juni', 6],
    ['jul.', 7],
    ['sept.', 9],
    ['dec', 12],
    ['ma', null],
    ['janu', 1],
    ['novem', null],
    ['uge', null],
    ['', null],
  ])('%j is %s', (name, expected) => expect(monthNumber(name)).toBe(expected));
});

describe('a written Danish date', () => {
  it.each([
    ['14. januar 2025', 2025, 1, 14],
    ['den 14. januar 2025', 2025, 1, 14],
    ['Den 14 januar 2025', 2025, 1, 14],
    ['d. 1.maj', null, 5, 1],
    ['14. jan. 2025', 2025, 1, 14],
    ['den 19. februar', null, 2, 19],
    ['19. februar.', null, 2, 19],
    ['29. februar', null, 2, 29],
    ['29. februar 2024', 2024, 2, 29],
    ['22/4', null, 4, 22],
    ['22/4-25', 2025, 4, 22],
    ['20.04.2026', 2026, 4, 20],
    ['14-01-25', 2025, 1, 14],
    ['14/1 2025', null, null, null],
    ['29. februar 2025', null, null, null],
    ['31. april', null, null, null],
    ['31/4', null, null, null],
    ['0. maj', null, null, null],
    ['14. foo 2025', null, null, null],
    ['uge 14', null, null, null],
    ['på mødet den 14. januar', null, null, null],
    ['', null, null, null],
  ])('%j is read', (text, year, month, day) => {
    expect(readDanishDate(text)).toEqual(month === null ? null : { year, month, day });
  });
});
