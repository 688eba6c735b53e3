import { describe, expect, it } from '@jest/globals';
import { mayTakeOn } from './taking-on.js';
import type { PutOffPoint } from './taking-on.js';
import { MEETING_STATES } from './workflow.js';

const point = (more: Partial<PutOffPoint> = {}): PutOffPoint => ({
  ...{ state: 'held', type: 'decision', withdrawn: false, outcome: 'deferred', parent: null, takenOn: false },
  ...more,
});
const told = (more: Partial<PutOffPoint> = {}): string => {
  const may = mayTakeOn(point(more));
  return may.ok ? 'yes' : may.refusal.code;
};

describe('taking a point on at another meeting', () => {
  it('is for what was put off where it was taken up, and for what a cancelled meeting leaves', () => {
    const states = (outcome: string | null) =>
      MEETING_STATES.filter((state) => told({ state, outcome }) === 'yes');
    expect(states('deferred')).toEqual(['in-session', 'held', 'closed', 'cancelled']);
    expect(states('approved')).toEqual(['cancelled']);
    expect(states(null)).toEqual(['cancelled']);
  });

  it.each<[string, Partial<PutOffPoint>, string]>([
    ['a withdrawn point', { withdrawn: true }, 'point-not-postponed'],
    ['one of a cancelled meeting', { state: 'cancelled', withdrawn: true }, 'point-not-postponed'],
    ['one that goes on already', { takenOn: true }, 'point-taken-on'],
    ['a standing point that was put off', { type: 'standing' }, 'yes'],
    [
      'a standing point of a cancelled meeting',
      { state: 'cancelled', type: 'standing' },
      'point-not-postponed',
    ],
    ['a sub-point that was put off alone', { parent: { outcome: null } }, 'yes'],
    ['a sub-point whose parent goes on', { parent: { outcome: 'deferred' } }, 'point-not-postponed'],
    [
      'a sub-point of a cancelled meeting',
      { state: 'cancelled', parent: { outcome: null } },
      'point-not-postponed',
    ],
  ])('%s', (_, more, expected) => {
    expect(told(more)).toBe(expected);
  });
});
