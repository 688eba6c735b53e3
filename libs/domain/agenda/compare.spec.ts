import { describe, expect, it } from '@jest/globals';
import { compareAgendas, isUnchanged } from './compare.js';
import type { ComparedAgenda, ComparedPoint } from './compare.js';

const point = (id: string, more: Partial<ComparedPoint> = {}): ComparedPoint => ({
  ...{ id, parentId: null, number: '1', part: 'main', title: id, minutes: 10, from: '09:00', to: '09:10' },
  ...{ effectiveVisibility: 'open', withdrawn: false, texts: {}, attachments: [] },
  ...more,
});
const agenda = (
  points: readonly ComparedPoint[],
  meeting: ComparedAgenda['meeting'] = {},
): ComparedAgenda => ({
  meeting,
  points,
});
const told = (before: readonly ComparedPoint[], after: readonly ComparedPoint[]): string[] =>
  compareAgendas(agenda(before), agenda(after)).points.map(({ id, kinds }) => `${id}: ${kinds.join(', ')}`);
const order = (letters: string): ComparedPoint[] => Array.from(letters, (id) => point(id));
const paper = (id: string, more: object = {}) => ({
  id,
  number: 1,
  title: id,
  visibility: 'open' as const,
  fileVersionId: null as string | null,
  ...more,
});

describe('what changed in a point', () => {
  it.each<[string, Partial<ComparedPoint>, Partial<ComparedPoint>]>([
    ['renamed', { title: 'Budget' }, { title: 'Regnskab' }],
    ['text', { texts: { purpose: [1], method: 'a' } }, { texts: { purpose: [2], method: 'a' } }],
    ['minutes', { minutes: 10 }, { minutes: null }],
    ['time', { from: '09:00' }, { from: '09:05' }],
    ['time', { to: '09:10' }, { to: '09:05' }],
    ['closed', {}, { effectiveVisibility: 'closed' }],
    ['opened', { effectiveVisibility: 'closed' }, {}],
    ['withdrawn', {}, { withdrawn: true }],
    ['restored', { withdrawn: true }, {}],
    ['papers', {}, { attachments: [paper('x')] }],
    ['papers', { attachments: [paper('x')] }, {}],
    ['papers', { attachments: [paper('x')] }, { attachments: [paper('x', { title: 'y' })] }],
    ['papers', { attachments: [paper('x')] }, { attachments: [paper('x', { number: 2 })] }],
    ['papers', { attachments: [paper('x')] }, { attachments: [paper('x', { fileVersionId: 'v2' })] }],
    ['papers', { attachments: [paper('x')] }, { attachments: [paper('x', { visibility: 'closed' })] }],
  ])('is told as %s', (kind, before, after) => {
    expect(told([point('a', before)], [point('a', after)])).toEqual([`a: ${kind}`]);
  });

  it('is several things at a time, and names which texts', () => {
    const [change] = compareAgendas(
      agenda([point('a', { texts: { purpose: 'x', method: 'y' } })]),
      agenda([point('a', { title: 'b', texts: { indstilling: 2, purpose: 'z', method: 'y' } })]),
    ).points;
    expect([change?.kinds, change?.texts]).toEqual([
      ['renamed', 'text'],
      ['indstilling', 'purpose'],
    ]);
  });

  it('is told of each bilag', () => {
    const [change] = compareAgendas(
      agenda([point('a', { attachments: [paper('x'), paper('y')] })]),
      agenda([point('a', { attachments: [paper('y', { title: 'Y' }), paper('z')] })]),
    ).points;
    const { added, removed, changed } = change?.papers ?? { added: [], removed: [], changed: [] };
    expect([added, removed, changed].map((papers) => papers.map(({ title }) => title))).toEqual([
      ...[['z'], ['x'], ['Y']],
    ]);
  });

  it('is nothing where only its number is another', () => {
    expect(told([point('a', { number: '1' })], [point('a', { number: '2' })])).toEqual([]);
  });
});

describe('what came, went and moved', () => {
  it.each<[string, string, string[]]>([
    ['abc', 'abc', []],
    ['abc', 'axbc', ['x: added']],
    ['abc', 'ac', ['b: removed']],
    ['abcde', 'eabcd', ['e: moved']],
    ['abcde', 'bcdea', ['a: moved']],
    ['abc', 'cxa', ['c: moved', 'x: added', 'b: removed']],
  ])('from %s to %s', (before, after, expected) => {
    expect(told(order(before), order(after))).toEqual(expected);
  });

  it('a point under another parent is moved, and its neighbours are not', () => {
    const before = [point('a'), point('s', { parentId: 'a' }), point('b'), point('t', { parentId: 'b' })];
    const after = [point('a'), point('b'), point('s', { parentId: 'b' }), point('t', { parentId: 'b' })];
    expect(told(before, after)).toEqual(['s: moved']);
  });

  it('a parent that is moved takes its sub-points along without a word', () => {
    const [a, s] = [point('a'), point('s', { parentId: 'a' })];
    const rest = order('bc');
    expect(told([a, s, ...rest], [...rest, a, s])).toEqual(['a: moved']);
  });
});

describe('what changed in the meeting', () => {
  it('is told field by field, also where one has none', () => {
    const before = agenda([], { date: '2026-11-24', place: 'A', chair: null });
    const after = agenda([], { date: '2026-11-25', place: 'A', start: '09:00' });
    const changes = compareAgendas(before, after);
    expect(changes.meeting).toEqual([
      { field: 'date', before: '2026-11-24', after: '2026-11-25' },
      { field: 'start', before: null, after: '09:00' },
    ]);
    expect([isUnchanged(changes), isUnchanged(compareAgendas(before, before))]).toEqual([false, true]);
    expect(isUnchanged(compareAgendas(agenda(order('a')), agenda([])))).toBe(false);
  });
});
