import { describe, expect, it } from '@jest/globals';
import { newSeries, rhythmIn, seriesFaults, seriesRequest, weeksIn } from './series-form.js';
import type { SeriesFields } from './series-form.js';

const TODAY = '2026-11-26';
const fields = (more: Partial<SeriesFields> = {}): SeriesFields => ({
  ...newSeries(undefined, TODAY),
  ...{ body: 'b', start: '9.00', end: '10.30', place: ' Lokale 398 ' },
  ...more,
});

describe('the weeks without meetings', () => {
  it.each<[string, readonly number[] | null]>([
    ['', []],
    ['42', [42]],
    ['7, 29-31 og 42', [7, 29, 30, 31, 42]],
    ['uge 7, uge 42', [7, 42]],
    ['42 7 42', [7, 42]],
    ['29–30', [29, 30]],
    ['54', null],
    ['0', null],
    ['31-29', null],
    ['sommerferien', null],
  ])('»%s«', (text, weeks) => {
    expect(weeksIn(text)).toEqual(weeks);
  });
});

describe('the form of a series', () => {
  it('opens with a series that can be made: next year, Tuesdays', () => {
    expect(seriesFaults(fields(), TODAY)).toEqual({});
    expect(rhythmIn(fields(), TODAY)).toEqual({
      ...{ weekday: 2, everyWeeks: 1, from: '2027-01-01', to: '2027-12-31' },
      exceptWeeks: [7, 29, 30, 31, 42],
    });
  });

  it.each<[string, Partial<SeriesFields>, string[]]>([
    ['no body', { body: '' }, ['body']],
    ['a date that does not exist', { from: '31. februar 2027' }, ['from']],
    ['an end before the beginning', { to: '31/12-2026' }, ['to']],
    ['weeks in words', { exceptWeeks: 'jul' }, ['exceptWeeks']],
    ['a time that is none', { start: '25' }, ['start']],
    ['an end without a start', { start: '' }, ['start']],
    ['an end before its start', { end: '8' }, ['end']],
  ])('names %s', (_, more, names) => {
    expect(Object.keys(seriesFaults(fields(more), TODAY))).toEqual(names);
  });

  it('sends what was typed in the form of the api', () => {
    expect(seriesRequest(fields({ end: '' }), ['2027-01-05'])).toEqual({
      ...{ bodyId: 'b', dates: ['2027-01-05'], start: '09:00', end: null, place: 'Lokale 398' },
    });
  });
});
