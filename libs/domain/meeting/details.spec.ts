import { describe, expect, it } from '@jest/globals';
import { checkTimes } from './details.js';

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
