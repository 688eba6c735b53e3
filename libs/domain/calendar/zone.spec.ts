import { describe, expect, it } from '@jest/globals';
import { localOf, utcOf } from './zone.js';

const ICU = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
});
/** `2025-01-14 09:00`, as ICU's zone data has it. */
const icuLocal = (epochMs: number): string => ICU.format(epochMs);

const HALF_HOUR = 1_800_000;

/** Every half hour of the last week of March and of October, 1996-2037, where the clocks change. */
function* changeWeeks(): Generator<number> {
  for (let year = 1996; year <= 2037; year += 1)
    for (const month of [2, 9])
      for (let day = 25; day <= 31; day += 1)
        for (const hour of [0, 0.5, 1, 1.5, 2, 12]) yield Date.UTC(year, month, day) + hour * 2 * HALF_HOUR;
}

describe('the Danish wall clock', () => {
  it.each([
    ['2025-01-14', '09:00', '2025-01-14T08:00:00.000Z'],
    ['2025-07-14', '09:00', '2025-07-14T07:00:00.000Z'],
    ['2025-01-01', '00:00', '2024-12-31T23:00:00.000Z'],
    ['2024-02-29', '23:59', '2024-02-29T22:59:00.000Z'],
    ['2025-03-30', '01:59', '2025-03-30T00:59:00.000Z'],
    ['2025-03-30', '03:00', '2025-03-30T01:00:00.000Z'],
    ['2025-10-26', '01:59', '2025-10-25T23:59:00.000Z'],
    ['2025-10-26', '03:00', '2025-10-26T02:00:00.000Z'],
  ])('%s %s is %s, and back', (date, time, instant) => {
    expect(utcOf(date, time)).toBe(instant);
    expect(localOf(instant)).toEqual({ date, time });
  });

  it('reads the hour that is skipped in March as the clock before it had gone on', () => {
    expect(utcOf('2025-03-30', '02:00')).toBe('2025-03-30T01:00:00.000Z');
    expect(localOf(utcOf('2025-03-30', '02:30'))).toEqual({ date: '2025-03-30', time: '03:30' });
    expect(utcOf('2025-03-30', '02:59')).toBe('2025-03-30T01:59:00.000Z');
  });

  it('reads the hour that comes twice in October as the first, and shows both', () => {
    expect(utcOf('2025-10-26', '02:00')).toBe('2025-10-26T00:00:00.000Z');
    expect(utcOf('2025-10-26', '02:59')).toBe('2025-10-26T00:59:00.000Z');
    expect(localOf('2025-10-26T00:30:00.000Z')).toEqual({ date: '2025-10-26', time: '02:30' });
    expect(localOf('2025-10-26T01:30:00.000Z')).toEqual({ date: '2025-10-26', time: '02:30' });
  });

  it('agrees with the zone data of the platform around every change', () => {
    for (const epochMs of changeWeeks()) {
      const { date, time } = localOf(new Date(epochMs).toISOString());
      expect(`${date} ${time}`).toBe(icuLocal(epochMs));
    }
  });

  it('gives the instant back, but for the second of the two hours in October', () => {
    for (const epochMs of changeWeeks()) {
      const instant = new Date(epochMs).toISOString();
      const { date, time } = localOf(instant);
      const isSecond = icuLocal(epochMs) === icuLocal(epochMs - 2 * HALF_HOUR);
      const expected = isSecond ? new Date(epochMs - 2 * HALF_HOUR).toISOString() : instant;
      expect(utcOf(date, time)).toBe(expected);
    }
  });

  it('cuts off seconds and takes an instant with an offset', () => {
    expect(localOf('2025-01-14T08:00:59.999Z')).toEqual({ date: '2025-01-14', time: '09:00' });
    expect(localOf('2025-01-14T08:00:00+02:00')).toEqual({ date: '2025-01-14', time: '07:00' });
  });

  it('throws on what is no moment', () => {
    expect(() => localOf('i morgen')).toThrow(RangeError);
    expect(() => utcOf('2025-13-01', '09:00')).toThrow(RangeError);
    expect(() => utcOf('2025-01-14', '25:00')).toThrow(RangeError);
  });
});
