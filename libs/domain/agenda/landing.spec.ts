import { describe, expect, it } from '@jest/globals';
import { landingPosition } from './landing.js';

/** s: a standing point, d: a point of another type, w: one that was withdrawn, -: a sub-point. */
const agenda = (letters: string) =>
  Array.from(letters, (letter, i) => ({
    ...{ id: String(i), parentId: letter === '-' ? '0' : null, position: i },
    type: letter === 's' ? ('standing' as const) : ('decision' as const),
    state: letter === 'w' ? ('withdrawn' as const) : ('active' as const),
  }));

describe('a point that comes from outside', () => {
  it.each([
    ['', 0],
    ['s', 0],
    ['sss', 2],
    ['ssds', 3],
    ['sdsds', 4],
    ['ddd', 3],
    ['sdws', 2],
    ['sd--s', 2],
  ])('lands on an agenda of %j at %i', (letters, position) => {
    expect(landingPosition(agenda(letters))).toBe(position);
  });

  it('lands by the places, not by the order they are told in', () => {
    expect(landingPosition(agenda('ssds').reverse())).toBe(3);
  });
});
