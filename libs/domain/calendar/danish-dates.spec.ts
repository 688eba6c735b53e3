import { describe, expect, it } from '@jest/globals';
import { addDays } from './iso-date.js';
import {
  MONTHS,
  WEEKDAYS,
  monthNumber,
  printDate,
  printShortDate,
  printShortWeekdayDate,
  printWeekdayDate,
  readDanishDate,
} from './danish-dates.js';

/** What ICU prints for a UTC day. */
const icu = (date: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('da-DK', { ...options, timeZone: 'UTC' }).format(Date.parse(date));

const twoYears = Array.from({ length: 49 }, (_, i) => addDays('2024-01-01', i * 15));

describe('a Danish date', () => {
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

  it('is printed as the Danish locale prints it', () => {
    for (const date of twoYears) {
      expect(printDate(date)).toBe(icu(date, { dateStyle: 'long' }));
      expect(printWeekdayDate(date)).toBe(icu(date, { dateStyle: 'full' }));
      expect(printShortDate(date)).toBe(icu(date, { day: 'numeric', month: 'short', year: 'numeric' }));
      expect(printShortWeekdayDate(date).split(' ')[0]).toBe(icu(date, { weekday: 'short' }));
    }
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
