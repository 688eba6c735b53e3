import { describe, expect, it } from '@jest/globals';
import { point } from '../../../test/builders/agenda.js';
import type { AgendaPoint } from './agenda-point.js';
import { agendaSize } from './agenda-size.js';

describe('the size of an agenda', () => {
  it.each<[string, AgendaPoint[], number, number]>([
    ['no points', [], 0, 0],
    ['points with and without minutes', [point('a', 1, { minutes: 10 }), point('b', 2)], 2, 10],
    [
      'a withdrawn point, which is not taken up',
      [point('a', 1, { minutes: 10 }), point('b', 2, { minutes: 5, state: 'withdrawn' })],
      ...([1, 10] as const),
    ],
    [
      'written information, which takes no time',
      [point('a', 1, { minutes: 10, type: 'written-information' }), point('b', 2, { minutes: 5 })],
      ...([2, 5] as const),
    ],
    [
      'sub-points, whose minutes are their parent’s',
      [
        point('a', 1, { minutes: 99 }),
        point('a1', 1, { parentId: 'a', minutes: 10 }),
        point('a2', 2, { parentId: 'a', minutes: 15 }),
      ],
      ...([1, 25] as const),
    ],
    [
      'a closed point, counted as any other',
      [point('a', 1, { minutes: 10 }), point('b', 2, { minutes: 5, visibility: 'closed' })],
      ...([2, 15] as const),
    ],
    ['a fixed start, which adds no waiting', [point('a', 1, { minutes: 10, fixedStart: '10:00' })], 1, 10],
  ])('counts %s', (_, points, count, minutes) => {
    for (const numbering of ['separate-series', 'one-series'] as const)
      expect(agendaSize(points, numbering)).toEqual({ points: count, minutes });
  });
});
