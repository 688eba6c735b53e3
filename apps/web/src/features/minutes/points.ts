import type { AgendaPointsView, AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';
import type { MinutesView } from '../../../../../libs/contracts/minutes.js';

/** A point of the minutes with what its agenda tells of it. */
export interface MinutesPoint {
  readonly id: string;
  /** `3. Budget`; the title alone where a point has no number. */
  readonly heading: string;
  /** `Punkt 3`, or the title where it has no number. */
  readonly name: string;
  readonly part: 'main' | 'closed';
  readonly type: AgendaPointView['type'];
  readonly isClosed: boolean;
  readonly isSub: boolean;
  readonly isParent: boolean;
  readonly withdrawn: boolean;
  readonly proposal: MinutesView['points'][number]['proposal'];
  readonly decision: MinutesView['points'][number]['decision'];
  readonly publicDecision: MinutesView['points'][number]['publicDecision'];
}

export function pointsOf(minutes: MinutesView, agenda: AgendaPointsView): readonly MinutesPoint[] {
  const facts = new Map(agenda.points.map((point) => [point.id, point]));
  const parents = new Set(agenda.points.map(({ parentId }) => parentId));
  return minutes.points.map(
    ({ pointId, number, part, title, withdrawn, proposal, decision, publicDecision }) => {
      const fact = facts.get(pointId);
      return {
        id: pointId,
        heading: number === null ? title : `${number}. ${title}`,
        name: number === null ? title : `Punkt\u00a0${number}`,
        ...{ part, withdrawn, proposal, decision, publicDecision },
        type: fact?.type ?? 'discussion',
        isClosed: part === 'closed' || fact?.effectiveVisibility === 'closed',
        isSub: (fact?.parentId ?? null) !== null,
        isParent: parents.has(pointId),
      };
    },
  );
}

/** Whether an outcome is asked for: a parent is decided by its sub-points, a withdrawn point not at all. */
export function isDecided({ withdrawn, isParent, decision }: MinutesPoint): boolean {
  return withdrawn || isParent || (decision?.outcome ?? null) !== null;
}
