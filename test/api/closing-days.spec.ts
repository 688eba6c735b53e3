import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closingDays } from '../../libs/contracts/organisation.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('the closing days', () => {
  const DAYS = [
    { name: 'grundlovsdag', month: 6, day: 5 },
    { name: 'juleaftensdag', month: 12, day: 24 },
    { name: 'nytårsaftensdag', month: 12, day: 31 },
  ];

  it('are 5 June, 24 and 31 December to begin with', async () => {
    expect(await api.take(closingDays, 'get', 'closing-days')).toEqual({ days: DAYS });
  });

  it('are replaced as a whole, also by none, and read in order', async () => {
    const days = [{ name: 'skuddag', month: 2, day: 29 }, ...DAYS, { name: 'flytning', date: '2026-05-15' }];
    await api.take(closingDays, 'put', 'closing-days', { days: days.toReversed() });
    expect(await api.take(closingDays, 'get', 'closing-days')).toEqual({ days });
    await api.take(closingDays, 'put', 'closing-days', { days: [] });
    expect(await api.take(closingDays, 'get', 'closing-days')).toEqual({ days: [] });
    await api.take(closingDays, 'put', 'closing-days', { days: DAYS });
  });

  it.each<[string, object]>([
    ['30 February', { name: 'x', month: 2, day: 30 }],
    ['31 April', { name: 'x', month: 4, day: 31 }],
    ['month 13', { name: 'x', month: 13, day: 1 }],
    ['29 February 2025', { name: 'x', date: '2025-02-29' }],
    ['both a date and a month', { name: 'x', month: 1, day: 2, date: '2026-01-02' }],
    ['no name', { month: 1, day: 2 }],
  ])('are refused with %s', async (_name, day) => {
    const answer = await api.send('put', 'closing-days', { days: [day] });
    expect(answer.told).toBe('400 validation-failed');
    expect(await api.take(closingDays, 'get', 'closing-days')).toEqual({ days: DAYS });
  });

  it('are refused when a year of them would leave no hverdag to count', async () => {
    const days = Array.from({ length: 101 }, (_, i) => ({
      name: 'x',
      month: 1 + (i % 12),
      day: 1 + (i % 28),
    }));
    expect((await api.send('put', 'closing-days', { days })).told).toBe('400 validation-failed');
    expect(await api.take(closingDays, 'get', 'closing-days')).toEqual({ days: DAYS });
  });
});
