import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareAgendas, isUnchanged } from './compare.js';
import type { ComparedAgenda, ComparedPoint } from './compare.js';

const paper = fc.record({
  ...{ id: fc.constantFrom('x', 'y', 'z'), number: fc.integer({ min: 1, max: 3 }) },
  ...{
    title: fc.constantFrom('Kort', 'Tal'),
    visibility: fc.constantFrom('open' as const, 'closed' as const),
    fileVersionId: fc.constantFrom('v1', 'v2', null),
  },
});
const clock = fc.constantFrom('09:00', '09:10', null);
const anyPoint: fc.Arbitrary<ComparedPoint> = fc.record({
  ...{
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    parentId: fc.constant(null),
    number: fc.constantFrom('1', '2', null),
  },
  ...{ part: fc.constant('main' as const), title: fc.constantFrom('Budget', 'Regnskab') },
  ...{ minutes: fc.constantFrom(5, null), from: clock, to: clock, withdrawn: fc.boolean() },
  effectiveVisibility: fc.constantFrom('open' as const, 'closed' as const),
  texts: fc.record({ purpose: fc.constantFrom('', 'Formål'), indstilling: fc.constantFrom(null, 1, 2) }),
  attachments: fc.uniqueArray(paper, { selector: ({ id }) => id }),
});
/** With some points under the one before them. */
const anyAgenda: fc.Arbitrary<ComparedAgenda> = fc
  .tuple(
    fc.uniqueArray(anyPoint, { selector: ({ id }) => id }),
    fc.constantFrom('2026-11-24', '2026-11-25'),
    fc.nat(7),
  )
  .map(([points, date, under]) => ({
    meeting: { date },
    points: points.map((point, i) =>
      i > 0 && i === under ? { ...point, parentId: points[i - 1]?.id ?? null } : point,
    ),
  }));
const two = fc.tuple(anyAgenda, anyAgenda);

const idsOf = ({ points }: ComparedAgenda): string[] => points.map(({ id }) => id);

/** The later agenda made of the earlier one and what is said to have changed, without the order of its points. */
function applied(
  before: ComparedAgenda,
  changes: ReturnType<typeof compareAgendas>,
): Map<string, ComparedPoint> {
  const points = new Map(before.points.map((point) => [point.id, point]));
  for (const { id, after } of changes.points) {
    if (after === null) points.delete(id);
    else points.set(id, after);
  }
  return points;
}

const withoutNumbers = (points: readonly ComparedPoint[]) =>
  points.map((point) => ({ ...point, number: null })).sort((a, b) => (a.id < b.id ? -1 : 1));

describe('comparing two agendas', () => {
  it('finds nothing in one that is compared with itself', () => {
    fc.assert(fc.property(anyAgenda, (one) => expect(isUnchanged(compareAgendas(one, one))).toBe(true)));
  });

  it('finds all that makes the later one of the earlier one, but for numbers', () => {
    fc.assert(
      fc.property(two, ([before, after]) => {
        const made = [...applied(before, compareAgendas(before, after)).values()];
        expect(withoutNumbers(made)).toEqual(withoutNumbers(after.points));
      }),
    );
  });

  it('leaves those that were not moved in their order among their siblings', () => {
    fc.assert(
      fc.property(two, ([before, after]) => {
        const moved = new Set(
          compareAgendas(before, after)
            .points.filter(({ kinds }) => kinds.some((kind) => ['moved', 'added', 'removed'].includes(kind)))
            .map(({ id }) => id),
        );
        const tops = (of: ComparedAgenda): string[] =>
          of.points.filter(({ id, parentId }) => parentId === null && !moved.has(id)).map(({ id }) => id);
        expect(tops(after)).toEqual(tops(before));
      }),
    );
  });

  it('tells the other way round what came as what went', () => {
    fc.assert(
      fc.property(two, ([before, after]) => {
        const of = (kind: string, changes: ReturnType<typeof compareAgendas>): string[] =>
          changes.points
            .filter(({ kinds }) => kinds.some((one) => one === kind))
            .map(({ id }) => id)
            .sort();
        const [there, back] = [compareAgendas(before, after), compareAgendas(after, before)];
        for (const [one, other] of [
          ['added', 'removed'],
          ['closed', 'opened'],
          ['withdrawn', 'restored'],
        ] as const)
          expect(of(one, there)).toEqual(of(other, back));
        expect(of('added', there)).toEqual(
          idsOf(after)
            .filter((id) => !idsOf(before).includes(id))
            .sort(),
        );
      }),
    );
  });
});
