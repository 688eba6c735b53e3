import type { AgendaEntry, AgendaView } from '../../contracts/sending.js';
import { attachmentsFor, closeUp, forAudience, isNeutral } from '../../domain/agenda/index.js';
import type { Audience, NeutralPoint } from '../../domain/agenda/index.js';
import { groupBy } from '../../domain/group-by.js';
import { agendaPointsView, ruledPoint } from '../agenda-points/index.js';
import type { AgendaPointRow, AgendaState } from '../agenda-points/index.js';
import type { AgendaSurroundings, PointAttachment } from './agenda.queries.js';

/**
 * The agenda as an audience may see it. What it may not see is taken away from the rows before anything is numbered,
 * timed or summed, so that no answer can depend on it (PRODUCT.md, rule 2).
 */
export function agendaView(state: AgendaState, around: AgendaSurroundings, audience: Audience): AgendaView {
  const { body, meeting } = state;
  const seen = visibleState(state, audience);
  const { points, times } = agendaPointsView(seen);
  const attachments = groupBy(around.attachments, (attachment) => attachment.pointId);
  const { kind, date, start, end, place, caseNumber, participants, caseworkers, documentDate } = meeting;
  return {
    meetingId: meeting.id,
    body: {
      ...{ id: body.id, name: body.name, visibility: body.visibility },
      ...{ numbering: body.settings.numbering, form: body.settings.agendaForm },
    },
    meeting: {
      ...{ kind, date, start, end, place, caseNumber, participants, caseworkers, documentDate },
      ...{ chair: around.chair, minuteTaker: around.minuteTaker },
      // An old package that had no letterhead gets none: today's would be made up.
      letterhead: meeting.letterhead ?? (meeting.importedFrom === null ? around.letterhead : null),
    },
    points: points.map((point) => ({
      ...point,
      attachments: attachmentViews(attachments.get(point.id) ?? [], point.effectiveVisibility, audience),
    })),
    times,
  };
}

/** The same agenda with only the rows an audience may see; a neutral point keeps its place and nothing of its own. */
function visibleState(state: AgendaState, audience: Audience): AgendaState {
  if (audience === 'all') return state;
  const policy = state.body.settings.numbering;
  const view = { audience, policy, bodyVisibility: state.body.visibility };
  const withPublicSide = state.points.map((row) => {
    const { publicTitle, publicDecision } = row;
    return { ...ruledPoint(row), publicTitle, publicDecision };
  });
  const points = forAudience(withPublicSide, view).map((point) =>
    isNeutral(point) ? neutralRow(state, point) : point.row,
  );
  // Numbers given out to closed points are as closed as the points.
  return {
    ...state,
    points: withoutGaps(points),
    taken: policy === 'separate-series' ? { main: state.taken.main ?? [] } : state.taken,
  };
}

/** Positions count what is seen: a gap would tell of what is not. */
function withoutGaps(points: readonly AgendaPointRow[]): AgendaPointRow[] {
  const places = closeUp(points.map(ruledPoint), new Set());
  const positions = new Map(places.map(({ id, position }) => [id, position]));
  return points.map((row) => Object.assign({}, row, { position: positions.get(row.id) ?? row.position }));
}

function neutralRow(state: AgendaState, point: NeutralPoint): AgendaPointRow {
  const { id, parentId, position, title, minutes, fixedStart, late, frozenNumber, publicDecision } = point;
  return {
    ...{ id, parentId, position, title, minutes, fixedStart, late, frozenNumber, publicDecision },
    ...{
      frozenPart: point.frozenPart ?? null,
      meetingId: state.meeting.id,
      type: 'standing',
      visibility: 'closed',
    },
    ...{
      purpose: [],
      method: null,
      responsible: null,
      attending: null,
      closedReason: null,
      publicTitle: null,
    },
    ...{
      indstillingId: null,
      withdrawn: point.state === 'withdrawn',
      withdrawnReason: null,
      lateReason: null,
    },
    version: 1,
  };
}

function attachmentViews(
  attachments: readonly PointAttachment[],
  pointVisibility: AgendaEntry['effectiveVisibility'],
  audience: Audience,
): AgendaEntry['attachments'] {
  return attachmentsFor(attachments, pointVisibility, audience).map(({ attachment, number, visibility }) => ({
    id: attachment.id,
    number,
    title: attachment.title,
    visibility,
  }));
}
