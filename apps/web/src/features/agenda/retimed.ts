import type { AgendaPointView, AgendaPointsView } from '../../../../../libs/contracts/agenda-points.js';
import { agendaTimes, numberAgenda, strictest } from '../../../../../libs/domain/agenda/index.js';
import type {
  AgendaPoint,
  NumberedPoint,
  NumberingPolicy,
  Visibility,
} from '../../../../../libs/domain/agenda/index.js';

/** What numbers and times depend on beside the points. */
export interface AgendaFrame {
  readonly start: string | null;
  readonly end: string | null;
  readonly numbering: NumberingPolicy;
  readonly visibility: Visibility;
}

type Viewed = AgendaPoint & { readonly view: AgendaPointView };

/**
 * The agenda as it will be when what was done here is saved: order, numbers and times by the same rules that the api
 * has, so that nobody waits for an answer to see them. Numbers that were sent stay as they are.
 */
export function retimed(agenda: AgendaPointsView, frame: AgendaFrame): AgendaPointsView {
  const free = numbered(agenda.points, frame, false);
  return timed(agenda, free, frame);
}

/** Whether the numbers of an agenda are worked out from its order still, and none was sent. */
export function numbersAreFree(agenda: AgendaPointsView, frame: AgendaFrame): boolean {
  const computed = new Map(
    numbered(agenda.points, frame, false).map(({ point, number }) => [point.id, number]),
  );
  return agenda.points.every(({ id, number }) => computed.get(id) === number);
}

/** The same for an agenda whose numbers were sent: only the times follow what is typed. */
export function retimedAsSent(agenda: AgendaPointsView, frame: AgendaFrame): AgendaPointsView {
  return timed(agenda, numbered(agenda.points, frame, true), frame);
}

function numbered(
  points: readonly AgendaPointView[],
  { numbering }: AgendaFrame,
  asSent: boolean,
): readonly NumberedPoint<Viewed>[] {
  return numberAgenda(
    points.map((view) => ruled(view, asSent)),
    numbering,
  );
}

function ruled(view: AgendaPointView, asSent: boolean): Viewed {
  const { id, parentId, position, title, minutes, fixedStart, type, visibility, late } = view;
  const state = view.withdrawn ? 'withdrawn' : 'active';
  const frozen = { frozenNumber: asSent ? view.number : null, frozenPart: asSent ? view.part : null };
  return {
    ...{ id, parentId, position, title, minutes, fixedStart, type, visibility, late },
    ...{ state, ...frozen, view },
  };
}

function timed(
  agenda: AgendaPointsView,
  points: readonly NumberedPoint<Viewed>[],
  frame: AgendaFrame,
): AgendaPointsView {
  const worked = agendaTimes(points, frame.start, frame.end);
  // Minutes that are no minutes are not in it: whoever types them is told at the row.
  if (!worked.ok) return agenda;
  const { slots, ...times } = worked.value;
  const slotOf = new Map(slots.map((slot) => [slot.id, slot]));
  return {
    meetingId: agenda.meetingId,
    points: points.map(({ point, number, part, visibility }) => ({
      ...point.view,
      ...{ number, part, effectiveVisibility: strictest(frame.visibility, visibility) },
      ...{ from: slotOf.get(point.id)?.from ?? null, to: slotOf.get(point.id)?.to ?? null },
    })),
    times: { ...times, withoutTime: [...times.withoutTime] },
  };
}

/** The point that takes most time of those that may be cut; null when none has any. */
export function largestPoint({ points }: AgendaPointsView): AgendaPointView | null {
  const parents = new Set(points.map(({ parentId }) => parentId));
  const timedPoints = points.filter(
    ({ id, minutes, withdrawn }) => !withdrawn && minutes !== null && !parents.has(id),
  );
  return timedPoints.sort((a, b) => (b.minutes ?? 0) - (a.minutes ?? 0))[0] ?? null;
}
