import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AgendaPoint } from './agenda-point.js';
import { closeUp, placePoint } from './placing.js';
import type { PointPlace } from './placing.js';

function point(id: string, parentId: string | null, position: number): AgendaPoint {
  return {
    ...{ id, parentId, position, title: id, minutes: null, fixedStart: null, type: 'discussion' },
    ...{ visibility: 'open', state: 'active', late: false, frozenNumber: null },
  };
}

const AGENDA = [
  point('a', null, 0),
  point('b', null, 1),
  point('b1', 'b', 0),
  point('b2', 'b', 1),
  point('c', null, 2),
];

function orderAfter(points: readonly AgendaPoint[], places: readonly PointPlace[]): string[] {
  const moved = new Map(places.map((place) => [place.id, place]));
  return points
    .map((p) => ({ ...p, ...moved.get(p.id) }))
    .sort((x, y) => (x.parentId ?? '').localeCompare(y.parentId ?? '') || x.position - y.position)
    .map((p) => `${p.parentId ?? ''}/${p.position}${p.id}`);
}

describe('placing a point', () => {
  it.each<[string, string | null, number, string[]]>([
    ['c', null, 0, ['/0c', '/1a', '/2b', 'b/0b1', 'b/1b2']],
    ['a', null, 99, ['/0b', '/1c', '/2a', 'b/0b1', 'b/1b2']],
    ['a', 'b', 1, ['/0b', '/1c', 'b/0b1', 'b/1a', 'b/2b2']],
    ['b1', null, 1, ['/0a', '/1b1', '/2b', '/3c', 'b/0b2']],
    ['b2', 'b', 0, ['/0a', '/1b', '/2c', 'b/0b2', 'b/1b1']],
  ])('puts %s under %s at %i', (id, parentId, position, expected) => {
    const placed = placePoint(AGENDA, id, { parentId, position });
    expect(placed.ok && orderAfter(AGENDA, placed.value)).toEqual(expected);
  });

  it('changes nothing when the point stands there already', () => {
    expect(placePoint(AGENDA, 'b', { parentId: null, position: 1 })).toEqual({ ok: true, value: [] });
  });

  it.each<[string, string | null, number, string]>([
    ['a', 'b1', 0, 'nesting-too-deep'],
    ['b', 'a', 0, 'nesting-too-deep'],
    ['a', 'a', 0, 'parent-is-itself'],
    ['a', 'x', 0, 'parent-not-on-agenda'],
    ['a', null, -1, 'position-negative'],
  ])('refuses %s under %s at %i: %s', (id, parentId, position, code) => {
    expect(placePoint(AGENDA, id, { parentId, position })).toMatchObject({ refusal: { code } });
  });

  it('leaves every sibling list dense from 0 whatever is moved where', () => {
    const ids = AGENDA.map((p) => p.id);
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.constantFrom(null, ...ids),
        fc.nat(7),
        (id, parentId, position) => {
          const placed = placePoint(AGENDA, id, { parentId, position });
          if (!placed.ok) return;
          const moved = new Map(placed.value.map((place) => [place.id, place]));
          const after = AGENDA.map((p) => ({ ...p, ...moved.get(p.id) }));
          for (const parent of new Set(after.map((p) => p.parentId))) {
            const positions = after.filter((p) => p.parentId === parent).map((p) => p.position);
            expect(positions.sort((x, y) => x - y)).toEqual(positions.map((_, i) => i));
          }
        },
      ),
    );
  });
});

describe('closing up', () => {
  it('moves the points after a gap one place up', () => {
    expect(closeUp(AGENDA, new Set(['a', 'b1']))).toEqual([
      { id: 'b', parentId: null, position: 0 },
      { id: 'c', parentId: null, position: 1 },
      { id: 'b2', parentId: 'b', position: 0 },
    ]);
  });
});
