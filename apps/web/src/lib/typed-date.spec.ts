import { describe, expect, it } from '@jest/globals';
import { typedDate } from './typed-date.js';

describe('a date somebody typed', () => {
  it.each([
    ['14-01-2025', '2025-01-14'],
    ['14.1.2025', '2025-01-14'],
    ['14/1', '2026-01-14'],
    ['14/1-2025', '2025-01-14'],
    ['14. jan', '2026-01-14'],
    ['140125', '2025-01-14'],
    ['14012025', '2025-01-14'],
    ['1. november 2026', '2026-11-01'],
    ['30. februar', null],
    ['310226', null],
    ['snart', null],
    ['', null],
  ])('%s', (text, date) => {
    expect(typedDate(text, '2026-11-25')).toBe(date);
  });
});
