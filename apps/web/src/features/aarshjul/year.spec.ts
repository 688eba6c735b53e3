import { describe, expect, it } from '@jest/globals';
import { monthsOfYear } from './year.js';
import type { Theme, YearMeeting } from './year.js';

const theme = (title: string, month: number, bodyId = 'a'): Theme => ({
  ...{ title, month, bodyId, bodyName: `Forum ${bodyId}` },
  ...{ minutes: null, type: 'discussion' },
});
const meeting = (date: string, bodyId = 'a', state: YearMeeting['state'] = 'planned'): YearMeeting => ({
  date,
  bodyId,
  state,
});

describe('the months of a year', () => {
  it('are twelve, each with its own themes and meetings, in the order they came', () => {
    const themes = [theme('Budget', 3), theme('Regnskab', 3), theme('Ferie', 6)];
    const meetings = [meeting('2027-03-02'), meeting('2027-03-16'), meeting('2027-06-01')];
    const months = monthsOfYear('2027', themes, meetings, '2027-03-10');
    expect(months.map(({ name }) => name)).toHaveLength(12);
    expect(months[2]).toMatchObject({ name: 'marts', isNow: true, meetings: meetings.slice(0, 2) });
    expect(months[2]?.themes.map(({ title }) => title)).toEqual(['Budget', 'Regnskab']);
    expect(months[5]?.themes.map(({ title }) => title)).toEqual(['Ferie']);
    expect(months.filter(({ isNow }) => isNow)).toHaveLength(1);
    expect(months[0]).toMatchObject({ themes: [], meetings: [] });
  });

  it.each<[string, string, readonly YearMeeting[], boolean]>([
    ['without a meeting in it', '2027-01-01', [], true],
    ['with one of the body', '2027-01-01', [meeting('2027-03-02')], false],
    ['with one of another body', '2027-01-01', [meeting('2027-03-02', 'b')], true],
    ['with one that is cancelled', '2027-01-01', [meeting('2027-03-02', 'a', 'cancelled')], true],
    ['on its last day', '2027-03-31', [], true],
    ['that is over', '2027-04-01', [], false],
    ['of a year to come', '2026-12-31', [], true],
  ])('a month %s, seen on %s: a theme of it lacks a meeting or not', (_, today, meetings, lacks) => {
    const [due] = monthsOfYear('2027', [theme('Budget', 3)], meetings, today)[2]?.themes ?? [];
    expect(due?.lacksMeeting).toBe(lacks);
  });
});
