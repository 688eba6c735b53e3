import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayNest } from './agenda-point.js';
import type { AgendaPoint, NumberingPolicy } from './agenda-point.js';
import { numberAgenda, subPointLetters } from './numbering.js';
import type { NumberedPoint } from './numbering.js';
import { anyAgenda, point } from '../../../test/builders/agenda.js';

const numbers = (points: readonly AgendaPoint[], policy: NumberingPolicy = 'separate-series'): string[] =>
  numberAgenda(points, policy).map((entry) => {
    const marks = `${entry.late ? ' late' : ''}${entry.withdrawn ? ' withdrawn' : ''}`;
    return `${entry.part === 'closed' ? 'closed ' : ''}${entry.number ?? '-'} ${entry.point.id}${marks}`;
  });

describe('the letters of sub-points', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, letters) => {
    expect(subPointLetters(index)).toBe(letters);
  });
});

const closed = { visibility: 'closed' } as const;
const withdrawn = { state: 'withdrawn' } as const;

describe('numbering a draft', () => {
  it.each<[string, AgendaPoint[], NumberingPolicy, string[]]>([
    ['no points', [], 'separate-series', []],
    ['points by position', [point('b', 2), point('a', 1)], 'separate-series', ['1 a', '2 b']],
    ['ties by id', [point('b', 1), point('a', 1)], 'separate-series', ['1 a', '2 b']],
    [
      'sub-points under their parent',
      [point('a', 1), point('b', 2), point('b2', 2, { parentId: 'b' }), point('b1', 1, { parentId: 'b' })],
      'separate-series',
      ['1 a', '2 b', '2A b1', '2B b2'],
    ],
    [
      'closed points in a part of their own',
      [point('x', 1, closed), point('a', 2), point('y', 3, closed), point('b', 4)],
      'separate-series',
      ['1 a', '2 b', 'closed 1 x', 'closed 2 y'],
    ],
    [
      'closed points in the one series',
      [point('x', 1, closed), point('a', 2), point('y', 3, closed)],
      'one-series',
      ['1 x', '2 a', '3 y'],
    ],
    [
      'a closed sub-point of an open point as a point of the closed part',
      [
        point('a', 1),
        point('a1', 1, { parentId: 'a' }),
        point('a2', 2, { parentId: 'a', ...closed }),
        point('a3', 3, { parentId: 'a' }),
        point('x', 2, closed),
      ],
      'separate-series',
      ['1 a', '1A a1', '1B a3', 'closed 1 a2', 'closed 2 x'],
    ],
    [
      'an open sub-point of a closed point under its parent in the closed part',
      [point('x', 1, closed), point('x1', 1, { parentId: 'x' }), point('a', 2)],
      'separate-series',
      ['1 a', 'closed 1 x', 'closed 1A x1'],
    ],
    [
      'withdrawn points without a number',
      [point('a', 1, withdrawn), point('b', 2), point('b1', 1, { parentId: 'b', ...withdrawn })],
      'separate-series',
      ['- a withdrawn', '1 b', '- b1 withdrawn'],
    ],
    [
      'a point whose parent is gone at the top',
      [point('a', 1), point('b', 2, { parentId: 'gone' })],
      'separate-series',
      ['1 a', '2 b'],
    ],
    [
      'points in a ring of parents at the top',
      [point('a', 1, { parentId: 'b' }), point('b', 2, { parentId: 'a' })],
      'separate-series',
      ['1 a', '2 b'],
    ],
  ])('gives %s', (_, points, policy, expected) => {
    expect(numbers(points, policy)).toEqual(expected);
  });

  it('leaves no gap and no duplicate in any series', () => {
    fc.assert(
      fc.property(
        anyAgenda({ frozen: false }),
        fc.constantFrom('separate-series', 'one-series'),
        (points, policy) => {
          const entries = numberAgenda(points, policy).filter((entry) => entry.number !== null);
          for (const part of ['main', 'closed'] as const) {
            const tops = entries.filter((entry) => entry.part === part && entry.parentId === null);
            expect(tops.map((entry) => Number(entry.number)).sort((a, b) => a - b)).toEqual(
              tops.map((_t, i) => i + 1),
            );
            for (const top of tops) expect(lettersUnder(entries, top)).toEqual(lettersUpTo(entries, top));
          }
        },
      ),
    );
  });

  it('loses no point', () => {
    fc.assert(
      fc.property(
        anyAgenda({ frozen: true }),
        fc.constantFrom('separate-series', 'one-series'),
        (points, policy) => {
          const ids = numberAgenda(points, policy).map((entry) => entry.point.id);
          expect([...ids].sort()).toEqual(points.map((one) => one.id).sort());
        },
      ),
    );
  });
});

function under(entries: readonly NumberedPoint[], top: NumberedPoint): readonly NumberedPoint[] {
  return entries.filter((entry) => entry.parentId === top.point.id && entry.part === top.part);
}

function lettersUnder(entries: readonly NumberedPoint[], top: NumberedPoint): string[] {
  return under(entries, top)
    .map((entry) => entry.number ?? '')
    .sort();
}

function lettersUpTo(entries: readonly NumberedPoint[], top: NumberedPoint): string[] {
  return under(entries, top)
    .map((_, i) => `${top.number ?? ''}${subPointLetters(i)}`)
    .sort();
}

describe('numbering an agenda that was sent', () => {
  const sent = [
    point('a', 1, { frozenNumber: '1' }),
    point('b', 2, { frozenNumber: '2' }),
    point('b1', 1, { parentId: 'b', frozenNumber: '2A' }),
    point('b2', 2, { parentId: 'b', frozenNumber: '2B' }),
    point('c', 3, { frozenNumber: '3' }),
    point('x', 4, { ...closed, frozenNumber: '1' }),
  ];

  it('keeps the numbers when points change places', () => {
    const moved = sent.map((one) => (one.id === 'c' ? { ...one, position: 0 } : one));
    expect(numbers(moved)).toEqual(['3 c', '1 a', '2 b', '2A b1', '2B b2', 'closed 1 x']);
  });

  it('gives a late point the next free number of its series, wherever it stands', () => {
    expect(numbers([...sent, point('late', 0), point('lateClosed', 9, closed)])).toEqual([
      '4 late late',
      '1 a',
      '2 b',
      '2A b1',
      '2B b2',
      '3 c',
      'closed 1 x',
      'closed 2 lateClosed late',
    ]);
  });

  it('gives a late sub-point the next letter under its parent', () => {
    expect(numbers([...sent, point('b0', 0, { parentId: 'b' })])).toContain('2C b0 late');
  });

  it('numbers late points in the order of the agenda', () => {
    expect(numbers([...sent, point('n', 6), point('m', 5)]).slice(5, 7)).toEqual(['4 m late', '5 n late']);
  });

  it('leaves a withdrawn point its number, and its sub-points theirs', () => {
    const after = sent.map((one) => (one.id === 'b' ? { ...one, ...withdrawn } : one));
    expect(numbers(after)).toEqual([
      '1 a',
      '2 b withdrawn',
      '2A b1 withdrawn',
      '2B b2 withdrawn',
      '3 c',
      'closed 1 x',
    ]);
  });

  it('numbers a point anew when it was sent in the other part', () => {
    const opened = point('was', 5, { frozenNumber: '2', frozenPart: 'closed' });
    expect(numbers([...sent, opened])).toContain('4 was late');
  });

  it('never gives a number again that stands in the sent version', () => {
    const entries = numberAgenda([point('new', 1)], 'separate-series', { main: ['1', '2', '2A'] });
    expect(entries.map((entry) => entry.number)).toEqual(['3']);
  });

  it('never moves a frozen number', () => {
    fc.assert(
      fc.property(
        anyAgenda({ frozen: true }),
        fc.constantFrom('separate-series', 'one-series'),
        (points, policy) => {
          for (const entry of numberAgenda(points, policy)) {
            if (entry.point.frozenNumber !== null) expect(entry.number).toBe(entry.point.frozenNumber);
          }
        },
      ),
    );
  });

  it('gives no new number twice', () => {
    fc.assert(
      fc.property(
        anyAgenda({ frozen: true }),
        fc.constantFrom('separate-series', 'one-series'),
        (points, policy) => {
          const entries = numberAgenda(points, policy).filter((entry) => entry.number !== null);
          const fresh = entries.filter((entry) => entry.point.frozenNumber === null);
          for (const one of fresh) {
            const same = entries.filter((entry) => entry.part === one.part && entry.number === one.number);
            expect(same).toHaveLength(1);
          }
        },
      ),
    );
  });
});

describe('nesting a point', () => {
  const agenda = [point('a', 1), point('a1', 1, { parentId: 'a' }), point('b', 2)];
  it.each([
    ['b', 'a', null],
    ['a1', null, null],
    ['b', 'b', 'parent-is-itself'],
    ['b', 'gone', 'parent-not-on-agenda'],
    ['b', 'a1', 'nesting-too-deep'],
    ['a', 'b', 'nesting-too-deep'],
  ])('of %s under %s gives %s', (id, parentId, code) => {
    const outcome = mayNest(agenda, id, parentId);
    expect(outcome.ok ? null : outcome.refusal.code).toBe(code);
  });
});
