import type { EntityManager } from 'typeorm';
import type { AgendaEntry, AgendaView } from '../../contracts/sending.js';
import type { Visibility } from '../../domain/agenda/index.js';
import type { AgendaPointRow } from './agenda-point.entity.js';
import { loadAgenda } from './agenda.queries.js';
import type { AgendaState, PointAttachment } from './agenda.queries.js';

/** An agenda as it was sent: the same shape as the living one, so that the same rules number and show it. */
export interface ReleasedAgenda extends AgendaState {
  readonly number: number;
  readonly content: AgendaView;
  readonly attachments: readonly PointAttachment[];
  /** How open its points and bilag are today, by id; those that are gone are as they were sent. */
  readonly today: ReadonlyMap<string, Visibility>;
}

/**
 * What readers have: a sent version (the newest, or the one asked for), as it was sent. Who may read what of it is judged
 * by how open it is today (PRODUCT.md, `AgendaVersion`). Null before the first sending.
 */
export async function loadReleasedAgenda(
  tx: EntityManager,
  meetingId: string,
  number?: number,
): Promise<ReleasedAgenda | null> {
  const [version] = await tx.query<[{ number: number; content: AgendaView }?]>(
    `SELECT number, content FROM agenda_version WHERE meeting_id = $1 AND ($2::int IS NULL OR number = $2)
     ORDER BY number DESC LIMIT 1`,
    [meetingId, number ?? null],
  );
  if (!version) return null;
  const { content } = version;
  const today = await visibilitiesToday(tx, content);
  const { meeting, body } = await loadAgenda(tx, meetingId);
  const { kind, date, start, end, place, caseNumber, participants, caseworkers, documentDate } =
    content.meeting;
  return {
    ...version,
    meeting: Object.assign(meeting, {
      ...{ kind, date, start, end, place, caseNumber, participants, caseworkers, documentDate },
    }),
    body,
    today,
    points: content.points.map(rowOf),
    attachments: content.points.flatMap((entry) =>
      entry.attachments.map(({ id, number: position, title, visibility }) => {
        return { id, pointId: entry.id, title, position, visibility };
      }),
    ),
    taken: { main: takenIn(content, 'main'), closed: takenIn(content, 'closed') },
  };
}

const takenIn = (content: AgendaView, part: AgendaEntry['part']): string[] =>
  content.points.flatMap((entry) => (entry.part === part && entry.number !== null ? [entry.number] : []));

function rowOf(entry: AgendaEntry): AgendaPointRow {
  const { id, meetingId, parentId, position, title, type, purpose, method, responsible, attending } = entry;
  const { minutes, fixedStart, closedReason, publicTitle, publicDecision, indstillingId } = entry;
  const { withdrawn, withdrawnReason, late, lateReason } = entry;
  return {
    ...{ id, meetingId, parentId, position, title, type, purpose, method, responsible, attending },
    ...{ minutes, fixedStart, closedReason, publicTitle, publicDecision, indstillingId },
    ...{ withdrawn, withdrawnReason, late, lateReason },
    // How often a point was saved on its way is none of its readers' business.
    version: 1,
    visibility: entry.visibility,
    frozenNumber: entry.number,
    frozenPart: entry.part,
  };
}

async function visibilitiesToday(
  tx: EntityManager,
  content: AgendaView,
): Promise<ReadonlyMap<string, Visibility>> {
  const rows = await tx.query<{ id: string; visibility: Visibility }[]>(
    `SELECT id, visibility FROM agenda_point WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id, visibility FROM attachment WHERE id = ANY($2::uuid[])`,
    [
      content.points.map((entry) => entry.id),
      content.points.flatMap((entry) => entry.attachments.map((attachment) => attachment.id)),
    ],
  );
  return new Map(rows.map(({ id, visibility }) => [id, visibility]));
}

/** The version with everything as open or closed as it is today: what those are shown who may not read closed things. */
export function asOpenAsToday(agenda: ReleasedAgenda): ReleasedAgenda {
  const { today } = agenda;
  const judged = <Thing extends { id: string; visibility: Visibility }>(thing: Thing): Thing =>
    Object.assign({}, thing, { visibility: today.get(thing.id) ?? thing.visibility });
  return {
    ...agenda,
    points: agenda.points.map(judged),
    attachments: agenda.attachments.map(judged),
  };
}
