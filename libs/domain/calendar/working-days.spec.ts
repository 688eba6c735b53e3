import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './iso-date.js';
import {
  DEFAULT_CLOSING_DAYS,
  addWorkingDays,
  easterSunday,
  holidayOn,
  isClosingDay,
  isWorkingDay,
  publicHolidays,
} from './working-days.js';

const CLOSED = DEFAULT_CLOSING_DAYS;

describe('Easter Sunday', () => {
  it.each([
    '1818-03-22',
    '1943-04-25',
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2016-03-27',
    '2019-04-21',
    '2020-04-12',
    '2021-04-04',
    '2022-04-17',
    '2023-04-09',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2285-03-22',
  ])('falls on %s', (date) => expect(easterSunday(Number(date.slice(0, 4)))).toBe(date));
});

describe('the public holidays', () => {
  it('of 2025', () => {
    expect(publicHolidays(2025).map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2025-01-01 nytårsdag',
      '2025-04-17 skærtorsdag',
      '2025-04-18 langfredag',
      '2025-04-20 påskedag',
      '2025-04-21 2. påskedag',
      '2025-05-29 Kristi himmelfartsdag',
      '2025-06-08 pinsedag',
      '2025-06-09 2. pinsedag',
      '2025-12-25 juledag',
      '2025-12-26 2. juledag',
    ]);
  });

  it('hold store bededag until 2023, and from 2024 no more', () => {
    expect(holidayOn('2023-05-05')).toEqual({ date: '2023-05-05', name: 'store bededag' });
    expect(holidayOn('2024-04-26')).toBeNull();
    expect(publicHolidays(2024).map(({ name }) => name)).not.toContain('store bededag');
    expect(isWorkingDay('2023-05-05', CLOSED)).toBe(false);
    expect(isWorkingDay('2024-04-26', CLOSED)).toBe(true);
  });
});

describe('a hverdag', () => {
  it.each([
    ['2025-01-14', true],
    ['2025-01-18', false],
    ['2025-01-19', false],
    ['2025-06-05', false],
    ['2025-12-24', false],
    ['2025-12-31', false],
    ['2025-12-23', true],
    ['2025-12-30', true],
    ['2025-05-01', true],
    ['2024-02-29', true],
  ])('%s: %s', (date, expected) => expect(isWorkingDay(date, CLOSED)).toBe(expected));

  it('depends on the closing days given, yearly or once', () => {
    const once = [{ date: '2025-05-30' }];
    expect(isWorkingDay('2025-05-30', CLOSED)).toBe(true);
    expect(isWorkingDay('2025-05-30', once)).toBe(false);
    expect(isWorkingDay('2026-05-29', once)).toBe(true);
    expect(isWorkingDay('2025-12-24', [])).toBe(true);
    expect(isClosingDay('2026-06-05', CLOSED)).toBe(true);
    expect(isClosingDay('2026-06-06', CLOSED)).toBe(false);
  });
});

describe('counting hverdage', () => {
  it.each([
    ['over Easter', '2025-04-16', 1, '2025-04-22'],
    ['back over Easter', '2025-04-22', -1, '2025-04-16'],
    ['over Christmas and New Year', '2024-12-23', 3, '2025-01-02'],
    ['back over Christmas and New Year', '2025-01-06', -4, '2024-12-27'],
    ['over the fifth of June and Whitsun', '2025-06-04', 2, '2025-06-10'],
    ['over the leap day', '2024-02-28', 2, '2024-03-01'],
    ['over a weekend', '2025-01-17', 1, '2025-01-20'],
    ['from a Sunday', '2025-01-19', 1, '2025-01-20'],
    ['back from a Sunday', '2025-01-19', -1, '2025-01-17'],
    ['none from a hverdag', '2025-01-14', 0, '2025-01-14'],
    ['none from Easter Monday', '2025-04-21', 0, '2025-04-16'],
    ['none from a Saturday', '2025-01-18', 0, '2025-01-17'],
  ])('%s: %s by %d is %s', (_name, date, count, expected) => {
    expect(addWorkingDays(date, count, CLOSED)).toBe(expected);
  });

  it('lands on a hverdag, that many hverdage away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -25, max: 25 }), (start, count) => {
        const from = addDays('2000-01-01', start);
        const to = addWorkingDays(from, count, CLOSED);
        expect(isWorkingDay(to, CLOSED)).toBe(true);
        const [first, last] = count > 0 ? [addDays(from, 1), to] : [to, addDays(from, -1)];
        let counted = 0;
        for (let date = first; date <= last; date = addDays(date, 1))
          if (isWorkingDay(date, CLOSED)) counted += 1;
        if (count !== 0) expect(counted).toBe(Math.abs(count));
      }),
    );
  });
});
