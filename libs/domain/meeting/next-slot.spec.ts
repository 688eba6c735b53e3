import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CLOSING_DAYS, addDays } from '../calendar/index.js';
import { nextOrdinaryDate } from './next-slot.js';

const next = (dates: readonly string[], today = '2026-11-26') =>
  nextOrdinaryDate(dates, today, DEFAULT_CLOSING_DAYS);
const weekly = (first: string, count: number, weeks = 1) =>
  Array.from({ length: count }, (_, i) => addDays(first, 7 * weeks * i));

describe('the day a body would meet next', () => {
  it.each<[string, readonly string[], string]>([
    ['every Tuesday, the last one passed', weekly('2026-11-03', 4), '2026-12-01'],
    ['every Tuesday, some planned ahead', weekly('2026-11-03', 7), '2026-12-22'],
    ['every other Thursday, today being one', weekly('2026-10-01', 4, 2), '2026-12-10'],
    ['one meeting only: a week later', ['2026-11-24'], '2026-12-01'],
    ['no meeting yet: a Tuesday', [], '2026-12-01'],
    ['a Wednesday once among Tuesdays', [...weekly('2026-11-03', 3), '2026-11-25'], '2026-12-01'],
    [
      'a summer without meetings does not count',
      [...weekly('2026-06-02', 4), ...weekly('2026-08-04', 4)],
      '2026-12-01',
    ],
    ['the same day told twice', ['2026-11-17', '2026-11-17', '2026-11-24'], '2026-12-01'],
  ])('%s', (_, dates, day) => {
    expect(next(dates)).toBe(day);
  });

  it('passes over public holidays and closing days', () => {
    expect(next(weekly('2026-12-01', 4), '2026-12-22')).toBe('2026-12-29');
    expect(next(weekly('2026-12-03', 3), '2026-12-18')).toBe('2027-01-07');
    expect(next(weekly('2028-03-28', 3, 1), '2028-04-12')).toBe('2028-04-18');
    expect(next(weekly('2027-03-08', 3), '2027-03-23')).toBe('2027-04-05');
  });
});
