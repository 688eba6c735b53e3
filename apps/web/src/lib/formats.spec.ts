import { describe, expect, it } from '@jest/globals';
import {
  capitalised,
  compareDanish,
  counted,
  dateInList,
  dateInText,
  daysInWords,
  endOfWeek,
  listed,
  minutesInText,
  momentInText,
  numberInText,
  sizeInText,
  timeInText,
  timesInTable,
  timesInText,
  todayInDenmark,
  weekInText,
  weekdayInList,
  weekdayInText,
} from './formats.js';

describe('what the screen prints', () => {
  it.each([
    [dateInText('2025-01-14'), '14. januar 2025'],
    [weekdayInText('2025-01-14'), 'tirsdag den 14. januar 2025'],
    [dateInList('2025-01-14', '2026-11-25'), '14. jan. 2025'],
    [dateInList('2026-01-14', '2026-11-25'), '14. jan.'],
    [weekdayInList('2026-12-01', '2026-11-25'), 'tirs. 1. dec.'],
    [timeInText('09:00'), 'kl.\u00a09.00'],
    [timesInText('18:15', '19:45'), 'kl.\u00a018.15–19.45'],
    [timesInText('09:00', null), 'kl.\u00a09.00'],
    [timesInText(null, null), ''],
    [timesInTable('09:00', '09:02'), '9.00–9.02'],
    [minutesInText(10), '10\u00a0min.'],
    [minutesInText(90), '1\u00a0t.\u00a030\u00a0min.'],
    [weekInText('2026-11-25'), 'uge\u00a048'],
    [numberInText(1234.5), '1.234,5'],
    [sizeInText(2_400_000), '2,4\u00a0MB'],
    [minutesInText(60), '1\u00a0t.'],
    [momentInText('2026-11-25T13:32:00.000Z', '2026-11-25'), 'i dag kl.\u00a014.32'],
    [counted(1, 'møde', 'møder'), '1\u00a0møde'],
    [counted(1200, 'møde', 'møder'), '1.200\u00a0møder'],
    [listed(['FAS', 'ØKA', 'BFU']), 'FAS, ØKA og BFU'],
    [listed(['FAS']), 'FAS'],
    [capitalised('ændrer planen'), 'Ændrer planen'],
  ])('%s', (printed, expected) => {
    expect(printed).toBe(expected);
  });

  it.each([
    ['2026-11-25', 'i dag'],
    ['2026-11-24', 'i går'],
    ['2026-11-26', 'i morgen'],
    ['2026-11-13', 'for 12 dage siden'],
    ['2026-11-28', 'om 3 dage'],
  ])('tells how far %s lies from 25 November', (date, words) => {
    expect(daysInWords(date, '2026-11-25')).toBe(words);
  });

  it('shows moments in Danish time, today without their date', () => {
    expect(momentInText('2026-07-01T22:30:00.000Z', '2026-07-02')).toBe('i dag kl.\u00a00.30');
    expect(momentInText('2026-01-14T13:32:00.000Z', '2026-11-25')).toBe('14. jan. kl.\u00a014.32');
  });

  it('is tomorrow in Denmark before it is in London', () => {
    expect(todayInDenmark(new Date('2026-11-24T23:30:00Z'))).toBe('2026-11-25');
  });

  it('ends a week on its Sunday', () => {
    expect(endOfWeek('2026-11-25')).toBe('2026-11-29');
    expect(endOfWeek('2026-11-29')).toBe('2026-11-29');
  });

  it('sorts as Danes do, Aa last and numbers as numbers', () => {
    const sorted = ['Aarhus', 'Zebra', 'Bilag 10', 'Østergade', 'Åse', 'Bilag 2', 'Ærø', 'Anna'].sort(
      compareDanish,
    );
    expect(sorted).toEqual(['Anna', 'Bilag 2', 'Bilag 10', 'Zebra', 'Ærø', 'Østergade', 'Aarhus', 'Åse']);
  });
});
