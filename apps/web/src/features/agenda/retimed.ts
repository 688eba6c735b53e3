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

/** An agenda as the api gives it, whatever more it tells of its points. */
export interface Timed<Point extends AgendaPointView> {
  readonly meetingId: string;
  readonly points: readonly Point[];
  readonly times: AgendaPointsView['times'];
}

type Viewed<Point> = AgendaPoint & { readonly view: Point };

/**
 * The agenda as it will be when what was done here is saved: order, numbers and times by the same rules that the api
 * has, so that nobody waits for an answer to see them. Numbers that were sent (`asSent`) stay as they are.
 */
export function retimed<Point extends AgendaPointView>(
  agenda: Timed<Point>,
  frame: AgendaFrame,
  asSent = false,
): Timed<Point> {
  const points = numbered(agenda.points, frame, asSent);
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

/** Whether the numbers of an agenda, as the api gave them, are worked out from its order still, and none was sent. */
export function numbersAreFree(agenda: Timed<AgendaPointView>, frame: AgendaFrame): boolean {
  const computed = new Map(
    numbered(agenda.points, frame, false).map(({ point, number }) => [point.id, number]),
  );
  return agenda.points.every(({ id, number }) => computed.get(id) === number);
}

function numbered<Point extends AgendaPointView>(
  points: readonly Point[],
  { numbering }: AgendaFrame,
  asSent: boolean,
): readonly NumberedPoint<Viewed<Point>>[] {
  return numberAgenda(
    points.map((view) => ruled(view, asSent)),
    numbering,
  );
}

function ruled<Point extends AgendaPointView>(view: Point, asSent: boolean): Viewed<Point> {
  const { id, parentId, position, title, minutes, fixedStart, type, visibility, late } = view;
  const state = view.withdrawn ? 'withdrawn' : 'active';
  const frozen = { frozenNumber: asSent ? view.number : null, frozenPart: asSent ? view.part : null };
  return {
    ...{ id, parentId, position, title, minutes, fixedStart, type, visibility, late },
    ...{ state, ...frozen, view },
  };
}

/** The point that takes most time of those that may be cut; null when none has any. */
export function largestPoint<Point extends AgendaPointView>({ points }: Timed<Point>): Point | null {
  const parents = new Set(points.map(({ parentId }) => parentId));
  const timedPoints = points.filter(
    ({ id, minutes, withdrawn }) => !withdrawn && minutes !== null && !parents.has(id),
  );
  return timedPoints.sort((a, b) => (b.minutes ?? 0) - (a.minutes ?? 0))[0] ?? null;
}
