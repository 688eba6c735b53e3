import { describe, expect, it } from '@jest/globals';
import {
  fromMinutes,
  isClockTime,
  printClock,
  printDuration,
  printRange,
  readClockTime,
  toMinutes,
} from './clock-time.js';

describe('a clock time', () => {
  it('is minutes since midnight and back, for every minute of the day', () => {
    for (let minutes = 0; minutes < 1440; minutes += 1) expect(toMinutes(fromMinutes(minutes))).toBe(minutes);
  });

  it.each([
    [1440, '00:00'],
    [1445, '00:05'],
    [-1, '23:59'],
    [2880, '00:00'],
  ])('starts over at midnight: %d is %s', (minutes, expected) => expect(fromMinutes(minutes)).toBe(expected));

  it.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['12:60', false],
    ['9:00', false],
    ['09.00', false],
    ['09:00:00', false],
  ])('%s exists: %s', (text, expected) => expect(isClockTime(text)).toBe(expected));

  it('is printed without a leading zero, a range with an en dash and no spaces', () => {
    expect(printClock('09:05')).toBe('9.05');
    expect(printClock('00:30')).toBe('0.30');
    expect(printRange('18:20', '18:40')).toBe('18.20–18.40');
  });

  it.each([
    [0, '0 min.'],
    [10, '10 min.'],
    [60, '1 t.'],
    [90, '1 t. 30 min.'],
    [-5, '-5 min.'],
    [-90, '-1 t. 30 min.'],
  ])('%d minutes are printed %s', (minutes, expected) => expect(printDuration(minutes)).toBe(expected));

  it.each([
    ['18.15', '18:15'],
    ['18:15', '18:15'],
    ['1815', '18:15'],
    ['915', '09:15'],
    ['18', '18:00'],
    ['9', '09:00'],
    ['kl. 18', '18:00'],
    ['kl 9.05', '09:05'],
    ['Kl. 18:15', '18:15'],
    [' 9.00 ', '09:00'],
    ['0.00', '00:00'],
    ['24.00', null],
    ['18.60', null],
    ['18.5', null],
    ['18.155', null],
    ['om aftenen', null],
    ['', null],
  ])('%j is read as %s', (text, expected) => expect(readClockTime(text)).toBe(expected));
});
