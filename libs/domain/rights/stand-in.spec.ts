import { describe, expect, it } from '@jest/globals';
import { checkStandIn } from './stand-in.js';
import type { WantedStandIn } from './stand-in.js';

const TODAY = '2026-07-10';
const week: WantedStandIn = { personId: 'away', standInId: 'here', from: '2026-07-06', to: '2026-07-12' };

describe('a stand-in', () => {
  it.each<[string, Partial<WantedStandIn>, boolean, string]>([
    ['for a week that has begun', {}, true, 'taken'],
    ['for today alone', { from: TODAY, to: TODAY }, true, 'taken'],
    ['to come', { from: '2026-08-01', to: '2026-08-01' }, true, 'taken'],
    ['for oneself', { standInId: 'away' }, true, 'stand-in-for-oneself'],
    ['who has left', {}, false, 'stand-in-has-left'],
    ['that ends before it begins', { from: '2026-07-13' }, true, 'stand-in-dates'],
    ['until yesterday', { to: '2026-07-09' }, true, 'stand-in-over'],
  ])('%s', (_, more, isActive, told) => {
    const outcome = checkStandIn({ ...week, ...more }, isActive, TODAY);
    expect(outcome.ok ? 'taken' : outcome.refusal.code).toBe(told);
  });
});
