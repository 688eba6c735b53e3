import { describe, expect, it } from '@jest/globals';
import { checkStandIn } from './stand-in.js';
import type { StandInPeople, WantedStandIn } from './stand-in.js';

const TODAY = '2026-07-10';
const week: WantedStandIn = { personId: 'away', standInId: 'here', from: '2026-07-06', to: '2026-07-12' };

describe('a stand-in', () => {
  it.each<[string, Partial<WantedStandIn>, Partial<StandInPeople>, string]>([
    ['for a week that has begun', {}, {}, 'taken'],
    ['for today alone', { from: TODAY, to: TODAY }, {}, 'taken'],
    ['to come', { from: '2026-08-01', to: '2026-08-01' }, {}, 'taken'],
    ['for oneself', { standInId: 'away' }, {}, 'stand-in-for-oneself'],
    ['who has left', {}, { isActive: false }, 'stand-in-has-left'],
    ['that ends before it begins', { from: '2026-07-13' }, {}, 'stand-in-dates'],
    ['until yesterday', { to: '2026-07-09' }, {}, 'stand-in-over'],
    ['for somebody with nothing to judge', {}, { judges: false }, 'stand-in-without-step'],
    ['whose days are told before that', { to: '2026-07-09' }, { judges: false }, 'stand-in-over'],
  ])('%s', (_, more, people, told) => {
    const outcome = checkStandIn({ ...week, ...more }, { isActive: true, judges: true, ...people }, TODAY);
    expect(outcome.ok ? 'taken' : outcome.refusal.code).toBe(told);
  });
});
