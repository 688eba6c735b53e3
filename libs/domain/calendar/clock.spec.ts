import { describe, expect, it } from '@jest/globals';
import {
  fromMinutes,
  isClockTime,
  printClock,
  clockInText,
  printDuration,
  printRange,
  readClockTime,
  toMinutes,
} from './clock-time.js';
import { localOf, utcOf } from './zone.js';

describe('a clock time', () => {
  it('is minutes since midnight and back, for every minute of the day', () => {
    const day = Array.from({ length: 1440 }, (_, minutes) => minutes);
    expect(day.map(fromMinutes).map(toMinutes)).toEqual(day);
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
    [0, '0\u00a0min.'],
    [10, '10\u00a0min.'],
    [60, '1\u00a0t.'],
    [90, '1\u00a0t.\u00a030\u00a0min.'],
    [-5, '-5\u00a0min.'],
    [-90, '-1\u00a0t.\u00a030\u00a0min.'],
  ])('%d minutes are printed %s', (minutes, expected) => expect(printDuration(minutes)).toBe(expected));

  it.each([
    ['09:05', null, 'kl.\u00a09.05'],
    ['18:15', '19:45', 'kl.\u00a018.15–19.45'],
  ])('%s until %s is in a sentence %s, which no line breaks', (from, to, expected) =>
    expect(clockInText(from, to)).toBe(expected),
  );

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

describe('the Danish wall clock', () => {
  it.each([
    ['2025-01-14', '09:00', '2025-01-14T08:00:00.000Z'],
    ['2025-07-14', '09:00', '2025-07-14T07:00:00.000Z'],
    ['2025-01-01', '00:00', '2024-12-31T23:00:00.000Z'],
    ['2024-02-29', '23:59', '2024-02-29T22:59:00.000Z'],
    ['2025-03-30', '01:59', '2025-03-30T00:59:00.000Z'],
    ['2025-03-30', '03:00', '2025-03-30T01:00:00.000Z'],
    ['2025-10-26', '01:59', '2025-10-25T23:59:00.000Z'],
    ['2025-10-26', '03:00', '2025-10-26T02:00:00.000Z'],
  ])('%s %s is %s, and back', (date, time, instant) => {
    expect(utcOf(date, time)).toBe(instant);
    expect(localOf(instant)).toEqual({ date, time });
  });

  it('reads the hour that is skipped in March as the clock before it had gone on', () => {
    expect(utcOf('2025-03-30', '02:00')).toBe('2025-03-30T01:00:00.000Z');
    expect(localOf(utcOf('2025-03-30', '02:30'))).toEqual({ date: '2025-03-30', time: '03:30' });
    expect(utcOf('2025-03-30', '02:59')).toBe('2025-03-30T01:59:00.000Z');
  });

  it('reads the hour that comes twice in October as the first, and shows both', () => {
    expect(utcOf('2025-10-26', '02:00')).toBe('2025-10-26T00:00:00.000Z');
    expect(utcOf('2025-10-26', '02:59')).toBe('2025-10-26T00:59:00.000Z');
    expect(localOf('2025-10-26T00:30:00.000Z')).toEqual({ date: '2025-10-26', time: '02:30' });
    expect(localOf('2025-10-26T01:30:00.000Z')).toEqual({ date: '2025-10-26', time: '02:30' });
  });

  it('cuts off seconds and takes an instant with an offset', () => {
    expect(localOf('2025-01-14T08:00:59.999Z')).toEqual({ date: '2025-01-14', time: '09:00' });
    expect(localOf('2025-01-14T08:00:00+02:00')).toEqual({ date: '2025-01-14', time: '07:00' });
  });

  it('throws on what is no moment', () => {
    expect(() => localOf('i morgen')).toThrow(RangeError);
    expect(() => utcOf('2025-13-01', '09:00')).toThrow(RangeError);
    expect(() => utcOf('2025-01-14', '25:00')).toThrow(RangeError);
  });
});
