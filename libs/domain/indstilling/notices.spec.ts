import { describe, expect, it } from '@jest/globals';
import { INDSTILLING_ACTIONS, INDSTILLING_STATES, isStillSo, mailGoesAt, noticeOfStep } from './index.js';
import type { IndstillingAction, IndstillingState, MailPace, NoticeOfStepKind } from './index.js';

describe('what a step is told of', () => {
  const told: readonly (readonly [IndstillingAction, IndstillingState, NoticeOfStepKind])[] = [
    ['submit', 'with-leader', 'arrived'],
    ['submit', 'with-raadmand', 'arrived'],
    ['revise', 'with-leader', 'arrived'],
    ['approve', 'with-secretariat', 'arrived'],
    ['approve', 'with-director', 'arrived'],
    ['approve', 'approved', 'approved'],
    ['return', 'returned', 'returned'],
    ['reject', 'rejected', 'rejected'],
  ];
  it.each(told)('%s to %s: %s', (action, to, kind) => {
    expect(noticeOfStep({ action, to })).toBe(kind);
  });

  it.each<[IndstillingAction, IndstillingState]>([
    ['revise', 'draft'],
    ['revise', 'approved'],
    ['withdraw', 'withdrawn'],
    ['place', 'on-agenda'],
    ['take-off', 'approved'],
    ['postpone', 'on-agenda'],
    ['decide', 'decided'],
  ])('%s to %s: nothing', (action, to) => {
    expect(noticeOfStep({ action, to })).toBeNull();
  });

  it('is thought of for every action', () => {
    const tried = new Set([...told.map(([action]) => action), 'withdraw', 'place', 'take-off', 'postpone']);
    expect(INDSTILLING_ACTIONS.filter((action) => !tried.has(action))).toEqual(['decide']);
  });
});

describe('what was told is so still', () => {
  const states = (kind: NoticeOfStepKind, to: IndstillingState) =>
    INDSTILLING_STATES.filter((now) => isStillSo(kind, to, now));
  it.each<[NoticeOfStepKind, IndstillingState, readonly IndstillingState[]]>([
    ['arrived', 'with-leader', ['with-leader']],
    ['arrived', 'with-raadmand', ['with-raadmand']],
    ['returned', 'returned', ['returned']],
    ['rejected', 'rejected', ['rejected']],
    ['approved', 'approved', ['approved', 'on-agenda', 'decided']],
  ])('%s at %s: while it is %j', (kind, to, so) => {
    expect(states(kind, to)).toEqual(so);
  });
});

describe('a mail about indstillinger', () => {
  it.each<[MailPace, string, number, string | null]>([
    ['at-once', '2026-11-27T09:00:00.000Z', 30, '2026-11-27T09:00:30.000Z'],
    ['at-once', '2026-11-27T09:00:00.000Z', 0, '2026-11-27T09:00:00.000Z'],
    ['collected', '2026-11-27T09:00:00.000Z', 30, '2026-11-27T09:15:00.000Z'],
    ['collected', '2026-11-27T09:00:00.000Z', 1200, '2026-11-27T09:20:00.000Z'],
    ['daily', '2026-11-27T06:29:30.000Z', 30, '2026-11-27T06:30:00.000Z'],
    ['daily', '2026-11-27T06:29:31.000Z', 30, '2026-11-28T06:30:00.000Z'],
    ['daily', '2026-11-27T22:59:00.000Z', 30, '2026-11-28T06:30:00.000Z'],
    ['daily', '2026-11-27T23:01:00.000Z', 30, '2026-11-28T06:30:00.000Z'],
    // The clock goes on an hour on 29 March 2026, and back on 25 October.
    ['daily', '2026-03-28T12:00:00.000Z', 30, '2026-03-29T05:30:00.000Z'],
    ['daily', '2026-10-24T12:00:00.000Z', 30, '2026-10-25T06:30:00.000Z'],
    ['never', '2026-11-27T09:00:00.000Z', 30, null],
  ])('%s, after a step at %s that can be taken back for %d seconds: goes at %s', (pace, at, regret, goes) => {
    expect(mailGoesAt(pace, at, regret)).toBe(goes);
  });
});
