import { describe, expect, it } from '@jest/globals';
import { dateAsPrinted, timeAsPrinted, typedDate } from './typed-date.js';

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
    ['på tirsdag', '2026-12-01'],
    ['onsdag', '2026-12-02'],
    ['Torsdag', '2026-11-26'],
    ['30. februar', null],
    ['310226', null],
    ['snart', null],
    ['', null],
  ])('%s', (text, date) => {
    expect(typedDate(text, '2026-11-25')).toBe(date);
  });
});

describe('what was typed, when its field is left', () => {
  it.each([
    ['18.15', '18.15'],
    ['18:15', '18.15'],
    ['1815', '18.15'],
    ['kl 18', '18.00'],
    ['18', '18.00'],
    ['09:05', '9.05'],
    ['25', '25'],
    ['', ''],
  ])('%s is a time printed as %s', (text, printed) => {
    expect(timeAsPrinted(text)).toBe(printed);
  });

  it.each([
    ['14/1', '14. januar 2026'],
    ['på tirsdag', '1. december 2026'],
    ['snart', 'snart'],
  ])('%s is a date printed as %s', (text, printed) => {
    expect(dateAsPrinted(text, '2026-11-25')).toBe(printed);
  });
});
