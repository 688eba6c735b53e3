import fc from 'fast-check';
import type { AgendaPoint } from '../../libs/domain/agenda/index.js';

/** A plain open point without time; the tests say only what matters to them. */
export function point(id: string, position: number, facts: Partial<AgendaPoint> = {}): AgendaPoint {
  return {
    id,
    parentId: null,
    position,
    title: `Punkt ${id}`,
    minutes: null,
    fixedStart: null,
    type: 'discussion',
    visibility: 'open',
    state: 'active',
    late: false,
    frozenNumber: null,
    ...facts,
  };
}

const anyFacts = fc.record({
  position: fc.integer({ min: 0, max: 5 }),
  visibility: fc.constantFrom('open' as const, 'closed' as const),
  state: fc.constantFrom('active' as const, 'active' as const, 'withdrawn' as const),
  minutes: fc.option(fc.integer({ min: 0, max: 90 })),
  type: fc.constantFrom('decision' as const, 'discussion' as const, 'written-information' as const),
  late: fc.boolean(),
});

/**
 * Any agenda of up to 12 points, some of them sub-points of the first few. With `frozen`, some carry the number they
 * were sent with: unique, and of the right shape for their level.
 */
export function anyAgenda({ frozen }: { frozen: boolean }): fc.Arbitrary<AgendaPoint[]> {
  const one = fc.record({
    facts: anyFacts,
    parent: fc.option(fc.integer({ min: 0, max: 3 })),
    sent: frozen ? fc.boolean() : fc.constant(false),
  });
  return fc.array(one, { maxLength: 12 }).map((rows) =>
    rows.map(({ facts, parent, sent }, i) => {
      const parentId = parent === null || parent >= i ? null : `p${parent}`;
      const isTop = parentId === null || (parent !== null && (rows[parent]?.parent ?? null) !== null);
      const frozenNumber = isTop ? String(i + 1) : `${(parent ?? 0) + 1}${String.fromCharCode(65 + i)}`;
      return point(`p${i}`, facts.position, { ...facts, parentId, frozenNumber: sent ? frozenNumber : null });
    }),
  );
}
