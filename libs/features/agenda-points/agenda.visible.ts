import { closeUp, forAudience, isNeutral } from '../../domain/agenda/index.js';
import type { NeutralPoint } from '../../domain/agenda/index.js';
import type { AgendaPointRow } from './agenda-point.entity.js';
import { ruledPoint } from './agenda-point.view.js';
import type { AgendaState, PointAttachment } from './agenda.queries.js';
import { asClosedAsEver, seesAllOf, todayOf, visibilityNow } from './agenda.released.js';
import type { ReleasedAgenda, Sight } from './agenda.released.js';

/** The points of an agenda, and their bilag, that a sight sees. */
export interface VisibleAgenda {
  readonly state: AgendaState;
  readonly attachments: readonly PointAttachment[];
}

/** An agenda as it stands, with its bilag. */
export type LivingAgenda = AgendaState & { readonly attachments: readonly PointAttachment[] };

/** An agenda, living or sent, cut down to what a sight sees of its points and bilag. */
export function visibleAgenda(agenda: LivingAgenda | ReleasedAgenda, sight: Sight): VisibleAgenda {
  // What nothing is hidden of stays the same object, so that what was worked out from it need not be again.
  if (seesAllOf(sight)) return { state: agenda, attachments: agenda.attachments };
  const judged = 'today' in agenda ? judgedToday(agenda, sight) : agenda;
  const state = visibleState(judged, sight);
  const shown = new Set(state.points.filter((row) => !isStandIn(row)).map(({ id }) => id));
  const isSeen = ({ pointId, visibility }: PointAttachment): boolean =>
    shown.has(pointId) && !(visibility === 'closed' && sight.disqualifiedFrom.includes(pointId));
  return { state, attachments: judged.attachments.filter(isSeen) };
}

/** A version as it was sent to those who read closed things, but for what they are disqualified on and was closed since. */
function judgedToday(agenda: ReleasedAgenda, { audience, disqualifiedFrom }: Sight): ReleasedAgenda {
  if (audience === 'open') return asClosedAsEver(agenda);
  const today = todayOf(agenda);
  const barred = new Set(disqualifiedFrom);
  const parents = new Set(agenda.points.filter(({ id }) => barred.has(id)).map(({ parentId }) => parentId));
  const closedSince = (id: string): boolean =>
    (barred.has(id) || parents.has(id)) && visibilityNow(today, id) === 'closed';
  return {
    ...agenda,
    points: agenda.points.map((row) =>
      closedSince(row.id) ? Object.assign({}, row, { visibility: 'closed' as const }) : row,
    ),
    attachments: agenda.attachments.map((one) =>
      barred.has(one.pointId) && visibilityNow(today, one.id) === 'closed'
        ? { ...one, visibility: 'closed' as const }
        : one,
    ),
  };
}

/**
 * The same agenda with only the rows that may be seen, taken away before anything is numbered, timed or summed, so that
 * no answer can depend on the rest (PRODUCT.md, rule 2). A neutral point keeps its place and nothing of its own.
 */
function visibleState(state: AgendaState, { audience, disqualifiedFrom }: Sight): AgendaState {
  const policy = state.body.settings.numbering;
  const view = { audience, policy, bodyVisibility: state.body.visibility, disqualifiedFrom };
  const withPublicSide = state.points.map((row) => {
    const { publicTitle, publicDecision } = row;
    return { ...ruledPoint(row), publicTitle, publicDecision };
  });
  const points = forAudience(withPublicSide, view).map((point) =>
    isNeutral(point) ? neutralRow(state, point) : point.row,
  );
  if (audience === 'all') return { ...state, points };
  // Numbers given out to closed points are as closed as the points.
  return {
    ...state,
    points: withoutGaps(points),
    taken: policy === 'separate-series' ? { main: state.taken.main ?? [] } : state.taken,
  };
}

/** Positions count what is seen: a gap would tell of what is not. */
export function withoutGaps(points: readonly AgendaPointRow[]): AgendaPointRow[] {
  const places = closeUp(points, new Set());
  const positions = new Map(places.map(({ id, position }) => [id, position]));
  return points.map((row) => {
    const moved = Object.assign({}, row, { position: positions.get(row.id) ?? row.position });
    if (standIns.has(row)) standIns.add(moved);
    return moved;
  });
}

const standIns = new WeakSet<AgendaPointRow>();

/** Whether a row only holds the place of a closed point. */
export function isStandIn(row: AgendaPointRow): boolean {
  return standIns.has(row);
}

function neutralRow(state: AgendaState, point: NeutralPoint): AgendaPointRow {
  const { id, parentId, position, title, minutes, fixedStart, late, frozenNumber, publicDecision } = point;
  const row: AgendaPointRow = {
    ...{ id, parentId, position, title, minutes, fixedStart, late, frozenNumber, publicDecision },
    ...{ frozenPart: point.frozenPart ?? null, meetingId: state.meeting.id },
    ...{ type: 'standing', visibility: 'closed', purpose: [], method: null, responsible: null },
    ...{ attending: null, closedReason: null, publicTitle: null, indstillingId: null },
    ...{ withdrawn: point.state === 'withdrawn', withdrawnReason: null, lateReason: null, version: 1 },
  };
  standIns.add(row);
  return row;
}
