import { describe, expect, it } from '@jest/globals';
import { landAll, landingPosition } from './landing.js';
import type { LandingRule } from './landing.js';

const TYPES = { s: 'standing', d: 'decision', i: 'information', w: 'decision', '-': 'discussion' } as const;

/** s: a standing point, d: a decision, i: an information, w: a decision that was withdrawn, -: a sub-point. */
const agenda = (letters: string, from = 0) =>
  Array.from(letters, (letter, i) => ({
    ...{ id: `${letter}${from + i}`, parentId: letter === '-' ? '0' : null, position: i },
    type: TYPES[letter as keyof typeof TYPES],
    state: letter === 'w' ? ('withdrawn' as const) : ('active' as const),
  }));

describe('a point that nobody gave a place', () => {
  it.each([
    ['', 0],
    ['s', 0],
    ['sss', 2],
    ['ssds', 3],
    ['sdsds', 4],
    ['ddd', 3],
    ['sdws', 2],
    ['sd--s', 2],
  ])('lands before the closing standing points of %j: at %i', (letters, position) => {
    expect(landingPosition(agenda(letters), 'before-closing-standing', 'decision')).toBe(position);
  });

  it.each<[LandingRule, string, 'standing' | 'decision' | 'information', number]>([
    ['last', 'ssds', 'decision', 4],
    ['last', 'sd--s', 'information', 3],
    ['after-same-type', 'sdids', 'information', 3],
    ['after-same-type', 'sdids', 'decision', 4],
    ['after-same-type', 'sdiis', 'decision', 2],
    ['after-same-type', 'siws', 'decision', 2],
    ['after-same-type', 'sds', 'standing', 3],
    ['before-closing-standing', 'sds', 'standing', 3],
    ['before-closing-standing', 'ss', 'standing', 2],
  ])('lands by the rule %s on %j as a %s at %i', (rule, letters, type, position) => {
    expect(landingPosition(agenda(letters), rule, type)).toBe(position);
  });

  it('lands by the places, not by the order they are told in', () => {
    expect(landingPosition(agenda('ssds').reverse(), 'before-closing-standing', 'decision')).toBe(3);
  });
});

describe('an agenda that begins with standing points and takes those that wait', () => {
  const order = (first: string, coming: string, rule: LandingRule) =>
    landAll(agenda(first), agenda(coming, 5).reverse(), rule)
      .map(({ id }) => id)
      .join(' ');

  it('has them where the rule says, in their own order', () => {
    expect(order('sss', 'dd', 'before-closing-standing')).toBe('s0 s1 d5 d6 s2');
    expect(order('sss', 'did', 'last')).toBe('s0 s1 s2 d5 i6 d7');
    expect(order('sss', 'did', 'after-same-type')).toBe('s0 s1 d5 d7 i6 s2');
    expect(order('', 'd-i', 'last')).toBe('d5 i7');
  });
});
