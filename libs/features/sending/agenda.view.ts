import type { AgendaEntry, AgendaView } from '../../contracts/sending.js';
import { attachmentsFor } from '../../domain/agenda/index.js';
import type { Audience } from '../../domain/agenda/index.js';
import { groupBy } from '../../domain/group-by.js';
import { agendaPointsView } from '../agenda-points/index.js';
import type { AgendaState, PointAttachment } from '../agenda-points/index.js';
import type { AgendaSurroundings } from './agenda.queries.js';

/**
 * The agenda as an audience may see it, made of the rows that are left for it: nothing in the answer can depend on the
 * rest (PRODUCT.md, rule 2).
 */
export function agendaView(state: AgendaState, around: AgendaSurroundings, audience: Audience): AgendaView {
  const { body, meeting } = state;
  const { points, times } = agendaPointsView(state);
  const attachments = groupBy(around.attachments, (attachment) => attachment.pointId);
  const guests = guestsOf(state);
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
      ...guests.get(point.id),
    })),
    times,
  };
}

/** The guests of the points that have some, from the rows that are left: a stand-in has none. */
function guestsOf({ points }: AgendaState): ReadonlyMap<string, Pick<AgendaEntry, 'guests'>> {
  return new Map(
    points.flatMap(({ id, guests }) => (guests === undefined ? [] : [[id, { guests: [...guests] }]])),
  );
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
    fileVersionId: attachment.fileVersionId,
  }));
}
