import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CLOSING_DAYS } from '../calendar/index.js';
import { checkDeadlineRules, checkLateReason, deadlineOf, deadlinesOf, hasPassed } from './deadlines.js';
import type { DeadlineRules } from './deadlines.js';

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
