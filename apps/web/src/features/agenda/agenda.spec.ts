import { describe, expect, it } from '@jest/globals';
import type { AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';
import { fits, movedTo, placeBefore, placeFor, standing } from './places.js';
import type { Move } from './places.js';
import { largestPoint, numbersAreFree, retimed } from './retimed.js';
import { minutesIn } from '../../lib/typed-minutes.js';
import { isRowDraft, rowFault, rowPatch, savedRow, titlesIn } from './row-fields.js';

function point(id: string, position: number, more: Partial<AgendaPointView> = {}): AgendaPointView {
  return {
    ...{ id, meetingId: 'm', parentId: null, position, number: null, part: 'main', title: id.toUpperCase() },
    ...{ type: 'discussion', purpose: [], method: null, responsible: null, attending: null, minutes: 10 },
    ...{ fixedStart: null, visibility: 'open', closedReason: null, publicTitle: null, publicDecision: [] },
    ...{ effectiveVisibility: 'open', from: null, to: null, indstillingId: null, withdrawn: false },
    ...{ withdrawnReason: null, late: false, lateReason: null, version: 1 },
    ...more,
  };
}

const FRAME = { start: '09:00', end: '09:30', numbering: 'separate-series', visibility: 'open' } as const;
const agendaOf = (points: readonly AgendaPointView[]) =>
  retimed({ meetingId: 'm', points, times: EMPTY_TIMES }, FRAME);
const EMPTY_TIMES = {
  ...{ start: null, ends: null, minutes: 0, bookedEnd: null, slack: null, overrun: null },
  ...{ withoutTime: [], inWords: '' },
};
const shown = (points: readonly AgendaPointView[]): string =>
  points.map(({ number, title, from, to }) => `${number} ${title} ${from}-${to}`).join(', ');

/** a, b (with sub-point s), c closed, d: the closed one stands in the part after the others. */
const four = () =>
  agendaOf([
    point('a', 0),
    point('b', 1),
    point('s', 0, { parentId: 'b', minutes: 5 }),
    point('c', 2, { visibility: 'closed' }),
    point('d', 3),
  ]);

describe('a point that is moved', () => {
  it.each<[string, Move, object | null]>([
    ['a', 'up', null],
    ['a', 'down', { parentId: null, position: 1 }],
    ['a', 'bottom', { parentId: null, position: 3 }],
    ['d', 'up', { parentId: null, position: 1 }],
    ['d', 'top', { parentId: null, position: 0 }],
    ['d', 'down', null],
    ['c', 'up', null],
    ['c', 'down', null],
    ['d', 'nest', { parentId: 'b', position: 1 }],
    ['a', 'nest', null],
    ['b', 'nest', null],
    ['s', 'unnest', { parentId: null, position: 2 }],
    ['s', 'nest', null],
    ['d', { after: 's' }, { parentId: 'b', position: 1 }],
    ['a', { after: 'd' }, { parentId: null, position: 3 }],
    ['a', { after: 'a' }, null],
    ['x', 'up', null],
  ])('%s %j', (id, move, place) => {
    expect(placeFor(four().points, id, move)).toEqual(place);
  });

  it('takes its place among those that are seen, the others close up', () => {
    const { points } = four();
    expect(placeBefore(points, 'd', 'a')).toEqual({ parentId: null, position: 0 });
    const moved = agendaOf(movedTo(points, 'd', { parentId: null, position: 0 }));
    expect(shown(moved.points)).toBe(
      '1 D 09:00-09:10, 2 A 09:10-09:20, 3 B 09:20-09:25, 3A S 09:20-09:25, 1 C 09:25-09:35',
    );
    const nested = agendaOf(movedTo(points, 'd', { parentId: 'b', position: 0 }));
    expect(shown(nested.points)).toBe(
      '1 A 09:00-09:10, 2 B 09:10-09:25, 2A D 09:10-09:20, 2B S 09:20-09:25, 1 C 09:25-09:35',
    );
    expect(standing(moved.points, 'a')).toEqual({ place: 2, of: 3 });
  });

  it('with sub-points is nobody’s sub-point', () => {
    const { points } = four();
    expect(fits(points, 'b', { parentId: 'a', position: 0 })).toBe(false);
    expect(fits(points, 'd', { parentId: 'a', position: 0 })).toBe(true);
  });
});

describe('times while they are typed', () => {
  it('follow each other, and say what is over', () => {
    const { points } = four();
    const longer = agendaOf(points.map((each) => (each.id === 'a' ? { ...each, minutes: 20 } : each)));
    expect(shown(longer.points).startsWith('1 A 09:00-09:20, 2 B 09:20-09:25')).toBe(true);
    expect(longer.times).toMatchObject({ overrun: 15, slack: 0, ends: '09:45' });
    expect(largestPoint(longer)?.id).toBe('a');
  });

  it('leave the numbers that were sent', () => {
    const sent = { ...four(), points: four().points.map((each) => ({ ...each, number: `9${each.number}` })) };
    expect(numbersAreFree(four(), FRAME)).toBe(true);
    expect(numbersAreFree(sent, FRAME)).toBe(false);
    expect(retimed(sent, FRAME, true).points.map(({ number }) => number)).toEqual(
      sent.points.map(({ number }) => number),
    );
  });
});

describe('what is typed into a row', () => {
  it.each([
    ['10', 10],
    [' 5 min.', 5],
    ['', null],
    ['0', 0],
    ['1440', 1440],
    ['1441', undefined],
    ['ti', undefined],
    ['-5', undefined],
    ['2,5', undefined],
  ])('%j is %s minutes', (text, minutes) => expect(minutesIn(text)).toBe(minutes));

  it('is sent as the api takes it, or told what is wrong with it', () => {
    expect(rowPatch({ minutes: '', closedReason: ' ' })).toEqual({ minutes: null, closedReason: null });
    expect(rowPatch({ title: 'Budget', minutes: '7' })).toEqual({ title: 'Budget', minutes: 7 });
    expect(rowFault({ title: ' ' })).toBe('Skriv en titel.');
    expect(rowFault({ minutes: 'ti' })).toContain('minutter');
    expect(rowFault({ title: 'x'.repeat(301) })).toContain('300');
    expect(rowFault({ title: 'Budget', minutes: '' })).toBeNull();
  });

  it('is known again on the device, and anything else is not', () => {
    const { fields, version } = savedRow(point('a', 0));
    expect(isRowDraft({ typed: { title: 'x' }, base: fields, version })).toBe(true);
    for (const other of [
      null,
      7,
      {},
      { typed: { title: 7 }, base: fields, version },
      { typed: {}, base: {}, version },
    ])
      expect(isRowDraft(other)).toBe(false);
  });

  it('is several points when it is several lines', () => {
    expect(titlesIn('1. Budget\r\n- Åbningstider\n\n • Bordet  rundt \n2) Eventuelt')).toEqual([
      ...['Budget', 'Åbningstider', 'Bordet rundt', 'Eventuelt'],
    ]);
    expect(titlesIn('<script>alert(1)</script>')).toEqual(['<script>alert(1)</script>']);
  });
});
