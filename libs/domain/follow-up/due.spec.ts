import { describe, expect, it } from '@jest/globals';
import { checkDue } from './due.js';

describe('when a follow-up is due', () => {
  it.each([
    ['none', null, null, 'ok'],
    ['none', null, '2026-03-10', 'due-none-with-date'],
    ['none', 'snart', null, 'due-none-with-date'],
    ['firm', null, '2026-03-10', 'ok'],
    ['firm', 'den 10. marts', null, 'ok'],
    ['firm', ' ', null, 'due-without-date-or-text'],
    ['proposed', 'til juni', null, 'ok'],
    ['recurring', 'løbende', null, 'ok'],
    ['event', null, null, 'due-without-date-or-text'],
  ] as const)('%s, %s, %s: %s', (kind, text, date, expected) => {
    const checked = checkDue({ kind, text, date });
    expect(checked.ok ? 'ok' : checked.refusal.code).toBe(expected);
  });
});
