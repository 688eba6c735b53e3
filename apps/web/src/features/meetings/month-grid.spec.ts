import { describe, expect, it } from '@jest/globals';
import { monthInWords } from './by-month.js';
import { boundsOf, gridBoundsOf, monthAfter, monthBefore, weeksOf } from './month-grid.js';
import { readMeetingSearch } from './search.js';

describe('the days that are asked for', () => {
  it.each([
    ['2026-11', '2026-10-26', '2026-12-06'],
    ['2027-02', '2027-02-01', '2027-02-28'],
  ])('are the whole weeks of %s', (month, first, last) => {
    expect(gridBoundsOf(month)).toEqual({ first, last });
  });
});

describe('a month in the calendar', () => {
  it('begins with the Monday of its first week and ends with the Sunday of its last', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks.map(({ week }) => week)).toEqual([44, 45, 46, 47, 48, 49]);
    expect(weeks[0]?.days[0]).toBe('2026-10-26');
    expect(weeks.at(-1)?.days[6]).toBe('2026-12-06');
  });

  it('has the week numbers of two years around New Year', () => {
    expect(weeksOf('2027-01').map(({ week }) => week)).toEqual([53, 1, 2, 3, 4]);
  });

  it('is four weeks when February begins on a Monday', () => {
    expect(weeksOf('2027-02')).toHaveLength(4);
  });

  it('has months beside it, over the year too', () => {
    expect(monthBefore('2027-01')).toBe('2026-12');
    expect(monthAfter('2026-12')).toBe('2027-01');
    expect(boundsOf('2028-02').last).toBe('2028-02-29');
    expect(monthInWords('2027-01')).toBe('januar 2027');
  });
});

describe('the address of the meetings', () => {
  it('holds only what is understood', () => {
    const search = { view: 'calendar', month: '2026-13', from: '2026-02-30', state: 'sent', body: 'nothing' };
    expect(readMeetingSearch(search)).toEqual({
      view: 'calendar',
      state: 'sent',
      body: undefined,
      from: undefined,
      month: undefined,
    });
  });
});
