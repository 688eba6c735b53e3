import { describe, expect, it } from '@jest/globals';
import { printDate, printShortDate, printShortWeekdayDate, printWeekdayDate } from './danish-dates.js';
import { addDays } from './iso-date.js';

/** What ICU prints for a UTC day. */
const icu = (options: Intl.DateTimeFormatOptions): ((date: string) => string) => {
  const format = new Intl.DateTimeFormat('da-DK', { ...options, timeZone: 'UTC' });
  return (date) => format.format(Date.parse(date));
};

const twoYears = Array.from({ length: 731 }, (_, i) => addDays('2024-01-01', i));

describe('a Danish date', () => {
  it('is printed as the Danish locale prints it', () => {
    const long = icu({ dateStyle: 'long' });
    const full = icu({ dateStyle: 'full' });
    const short = icu({ day: 'numeric', month: 'short', year: 'numeric' });
    const weekday = icu({ weekday: 'short' });
    for (const date of twoYears) {
      expect(printDate(date)).toBe(long(date));
      expect(printWeekdayDate(date)).toBe(full(date));
      expect(printShortDate(date)).toBe(short(date));
      expect(printShortWeekdayDate(date).split(' ')[0]).toBe(weekday(date));
    }
  });
});
