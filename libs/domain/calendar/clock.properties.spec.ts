import { describe, expect, it } from '@jest/globals';
import { localOf, utcOf } from './index.js';

const ICU = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
});
/** `2025-01-14 09:00`, as ICU's zone data has it. */
const icuLocal = (epochMs: number): string => ICU.format(epochMs);

const HALF_HOUR = 1_800_000;

/** The first five half hours (UTC) of the last seven days of March and of October, 1996-2037; one of them is the change. */
function* changeWeeks(): Generator<number> {
  for (let year = 1996; year <= 2037; year += 1)
    for (const month of [2, 9])
      for (let day = 25; day <= 31; day += 1)
        for (const half of [0, 1, 2, 3, 4]) yield Date.UTC(year, month, day) + half * HALF_HOUR;
}

describe('the Danish wall clock', () => {
  it('agrees with the zone data of the platform around every change', () => {
    const differing = [...changeWeeks()].filter((epochMs) => {
      const { date, time } = localOf(new Date(epochMs).toISOString());
      return `${date} ${time}` !== icuLocal(epochMs);
    });
    expect(differing).toEqual([]);
  });

  it('gives the instant back, but for the second of the two hours in October', () => {
    const differing = [...changeWeeks()].filter((epochMs) => {
      const { date, time } = localOf(new Date(epochMs).toISOString());
      const isSecond = icuLocal(epochMs) === icuLocal(epochMs - 2 * HALF_HOUR);
      return Date.parse(utcOf(date, time)) !== (isSecond ? epochMs - 2 * HALF_HOUR : epochMs);
    });
    expect(differing).toEqual([]);
  });
});
