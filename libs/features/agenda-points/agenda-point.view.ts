import type { AgendaPointView, AgendaPointsView } from '../../contracts/agenda-points.js';
import { agendaTimes, checkFixedStarts, numberAgenda, strictest } from '../../domain/agenda/index.js';
import type { AgendaPoint, AgendaTimes, NumberedPoint, TimeSlot } from '../../domain/agenda/index.js';
import { allowed } from '../../domain/outcome.js';
import type { Outcome } from '../../domain/outcome.js';
import { notFound, orRefuse } from '../../platform/http/problem-error.js';
import type { AgendaPointRow } from './agenda-point.entity.js';
import type { AgendaState } from './agenda.queries.js';

/** A row as the rules of the agenda take it, with the row beside it. */
export type RuledPoint = AgendaPoint & { readonly row: AgendaPointRow };

/** An agenda numbered and timed: what views, versions and documents are made from. */
export interface RuledAgenda {
  readonly points: readonly NumberedPoint<RuledPoint>[];
  readonly times: AgendaTimes;
}

export function ruledPoint(row: AgendaPointRow): RuledPoint {
  const {
    id,
    parentId,
    position,
    title,
    minutes,
    fixedStart,
    type,
    visibility,
    late,
    frozenNumber,
    frozenPart,
  } = row;
  const state = row.withdrawn ? 'withdrawn' : 'active';
  return {
    id,
    parentId,
    position,
    title,
    minutes,
    fixedStart,
    type,
    visibility,
    late,
    frozenNumber,
    frozenPart,
    state,
    row,
  };
}

/** Numbers and times the points of a meeting. */
export function ruleAgenda({ meeting, body, points, taken }: AgendaState): RuledAgenda {
  const numbered = numberAgenda(points.map(ruledPoint), body.settings.numbering, taken);
  return { points: numbered, times: orRefuse(agendaTimes(numbered, meeting.start, meeting.end)) };
}

/** What speaks against a change that takes an agenda from one state to another: fixed starts that now contradict the order. */
export function checkChange(before: AgendaState, after: AgendaState): Outcome<null> {
  const starts = ({ meeting, body, points, taken }: AgendaState): Outcome<null> =>
    checkFixedStarts(
      numberAgenda(points.map(ruledPoint), body.settings.numbering, taken),
      meeting.start,
      meeting.end,
    );
  // Most agendas have none: they are not numbered twice to find that out.
  if (after.points.filter(({ fixedStart }) => fixedStart !== null).length < 2) return allowed(null);
  // One that contradicts already is put in order step by step, or left for what else is changed in it.
  return starts(before).ok ? starts(after) : allowed(null);
}

export function agendaPointsView(state: AgendaState): AgendaPointsView {
  const { points, times } = ruleAgenda(state);
  const slots = new Map(times.slots.map((slot) => [slot.id, slot]));
  const { start, ends, minutes, bookedEnd, slack, overrun, withoutTime } = times;
  return {
    meetingId: state.meeting.id,
    points: points.map((numbered) => pointView(numbered, slots.get(numbered.point.id), state)),
    times: {
      ...{ start, ends, minutes, bookedEnd, slack, overrun },
      withoutTime: [...withoutTime],
      inWords: times.inWords,
    },
  };
}

/** One point of an agenda, numbered and timed with the rest of it. */
export function pointViewIn(state: AgendaState, id: string): AgendaPointView {
  const [view] = pointViewsIn(state, [id]);
  if (!view) throw notFound('agenda point', id);
  return view;
}

/** Several points of an agenda, which is numbered and timed once for all of them. */
export function pointViewsIn(state: AgendaState, ids: readonly string[]): AgendaPointView[] {
  const views = viewsOf(state);
  return ids.map((id) => {
    const view = views.get(id);
    if (!view) throw notFound('agenda point', id);
    return view;
  });
}

/**
 * A point as it stands in an agenda whose order is at hand, saying what its row says now: its number, its times and what
 * it inherits do not depend on that.
 */
export function pointSaying(state: AgendaState, row: AgendaPointRow): AgendaPointView {
  return {
    ...pointViewIn(state, row.id),
    title: row.title,
    purpose: [...row.purpose],
    method: row.method,
    responsible: row.responsible,
    attending: row.attending,
    closedReason: row.visibility === 'closed' ? row.closedReason : null,
    publicTitle: row.publicTitle,
    publicDecision: [...row.publicDecision],
    indstillingId: row.indstillingId,
    withdrawnReason: row.withdrawnReason,
    lateReason: row.lateReason,
    version: row.version,
  };
}

type Views = ReadonlyMap<string, AgendaPointView>;

/** The views of points that do not change any more, as long as the points are kept. */
const viewsOfKept = new WeakMap<readonly AgendaPointRow[], Map<string, Views>>();

/** The views of an agenda; of one that is kept (its rows are frozen) they are worked out once for all who see all of it. */
function viewsOf(state: AgendaState): Views {
  if (!Object.isFrozen(state.points)) return viewsById(state);
  let known = viewsOfKept.get(state.points);
  if (!known) viewsOfKept.set(state.points, (known = new Map<string, Views>()));
  // All that numbers, times and visibilities depend on beside what is kept.
  const { settings, visibility } = state.body;
  const { start, end } = state.meeting;
  const key = [settings.numbering, visibility, start, end].join(' ');
  const views = known.get(key) ?? viewsById(state);
  known.set(key, views);
  return views;
}

const viewsById = (state: AgendaState): Views =>
  new Map(agendaPointsView(state).points.map((point) => [point.id, point]));

function pointView(
  numbered: NumberedPoint<RuledPoint>,
  slot: TimeSlot | undefined,
  state: AgendaState,
): AgendaPointView {
  const { row } = numbered.point;
  // One literal without spreads: with them the engine makes each point a dictionary, which costs more than the query.
  return {
    id: row.id,
    meetingId: row.meetingId,
    parentId: row.parentId,
    position: row.position,
    number: numbered.number,
    part: numbered.part,
    title: row.title,
    type: row.type,
    purpose: [...row.purpose],
    method: row.method,
    responsible: row.responsible,
    attending: row.attending,
    minutes: row.minutes,
    fixedStart: row.fixedStart,
    visibility: row.visibility,
    closedReason: row.visibility === 'closed' ? row.closedReason : null,
    publicTitle: row.publicTitle,
    publicDecision: [...row.publicDecision],
    effectiveVisibility: strictest(state.body.visibility, numbered.visibility),
    from: slot?.from ?? null,
    to: slot?.to ?? null,
    indstillingId: row.indstillingId,
    withdrawn: numbered.withdrawn,
    withdrawnReason: row.withdrawnReason,
    late: numbered.late,
    lateReason: row.lateReason,
    version: row.version,
  };
}
