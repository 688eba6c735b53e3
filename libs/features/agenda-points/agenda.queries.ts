import type { EntityManager } from 'typeorm';
import type { AgendaPart, PrintedGuest, TakenNumbers, Visibility } from '../../domain/agenda/index.js';
import { groupBy } from '../../domain/group-by.js';
import { markOf } from '../../platform/database/kept-rows.js';
import { askPrepared } from '../../platform/database/prepared.js';
import type { Prepared } from '../../platform/database/prepared.js';
import { notFound } from '../../platform/http/problem-error.js';
import { MEETING_JSON } from '../meetings/index.js';
import type { MeetingRow } from '../meetings/index.js';
import { BODY_JSON } from '../organisation/index.js';
import type { BodyRow } from '../organisation/index.js';
import type { AgendaPointRow } from './agenda-point.entity.js';

/** A bilag of a point as an agenda lists it. */
export interface PointAttachment {
  readonly id: string;
  readonly pointId: string;
  readonly title: string;
  readonly position: number;
  readonly visibility: Visibility;
  /** The version of its file: the newest, or of a sent agenda the one it was sent with. */
  readonly fileVersionId: string | null;
}

/** All that numbering and timing an agenda takes: the meeting, its body, its points, and the numbers already given out. */
export interface AgendaState {
  readonly meeting: MeetingRow;
  readonly body: BodyRow;
  readonly points: AgendaPointRow[];
  readonly taken: TakenNumbers;
}

interface AgendaRecord {
  meeting: MeetingRow | null;
  body: BodyRow | null;
  points: AgendaPointRow[];
  taken: { part: AgendaPart; number: string }[];
  /** Of all its points, by name. */
  guests?: (PrintedGuest & { pointId: string })[];
}

/** The columns of a point under the names of its row. */
export const POINT_COLUMNS = `
  id, meeting_id AS "meetingId", parent_id AS "parentId", position, title, type, purpose, method, responsible, attending,
  minutes, fixed_start AS "fixedStart", visibility, closed_reason AS "closedReason", public_title AS "publicTitle",
  public_decision AS "publicDecision", indstilling_id AS "indstillingId", withdrawn, withdrawn_reason AS "withdrawnReason",
  late, late_reason AS "lateReason", frozen_number AS "frozenNumber", frozen_part AS "frozenPart", version`;

/** The agenda of a meeting in one round trip; the database writes the JSON, so that 250 points cost little more than 10. */
const agendaWith = (more: string): string => `
  SELECT
    (SELECT ${MEETING_JSON} FROM meeting m WHERE m.id = $1) AS meeting,
    (SELECT ${BODY_JSON} FROM meeting m JOIN body b ON b.id = m.body_id WHERE m.id = $1) AS body,
    (SELECT coalesce(json_agg(p ORDER BY p.position, p.id), '[]') FROM (
       SELECT ${POINT_COLUMNS} FROM agenda_point WHERE meeting_id = $1) p) AS points,
    (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('part', point->>'part', 'number', point->>'number')), '[]')
       FROM agenda_version, jsonb_array_elements(content->'points') AS point
       WHERE meeting_id = $1 AND point->>'number' IS NOT NULL) AS taken${more}`;

/** The guests of its points; they are no matter of its order, which is read without them. */
const GUESTS = `,
    (SELECT json_agg(guest ORDER BY guest.name, guest.person_id) FROM (
       SELECT DISTINCT p.id AS "pointId", person.id AS person_id, person.name, nullif(trim(person.title), '') AS title
       FROM agenda_point p JOIN membership ON membership.point_id = p.id AND membership.role = 'guest'
       JOIN person ON person.id = membership.person_id
       WHERE p.meeting_id = $1) guest) AS guests`;

const AGENDA: Prepared = { name: 'agenda of a meeting', text: agendaWith(GUESTS), pipe: 'agendas' };
const ORDER: Prepared = { name: 'agenda of a meeting without guests', text: agendaWith(''), pipe: 'agendas' };

const MARKED_AGENDA: Prepared = {
  name: 'agenda of a meeting with its mark',
  text: agendaWith(`, (SELECT ${markOf('m')} FROM meeting m WHERE m.id = $1) AS mark`),
  pipe: 'agendas',
};

const ATTACHMENTS: Prepared = {
  name: 'bilag of the points of a meeting',
  text: `
  SELECT a.id, a.point_id AS "pointId", a.title, a.position, a.visibility, a.file_version_id AS "fileVersionId"
  FROM attachment a JOIN agenda_point p ON p.id = a.point_id
  WHERE p.meeting_id = $1 ORDER BY a.position`,
  pipe: 'agendas',
};

/** The bilag of the points of a meeting, by position; read as facts. */
export function readPointAttachments(tx: EntityManager, meetingId: string): Promise<PointAttachment[]> {
  return askPrepared<PointAttachment>(tx, ATTACHMENTS, [meetingId]);
}

const HOLD: Prepared = {
  name: 'hold an agenda',
  text: 'SELECT id FROM meeting WHERE id = $1 FOR UPDATE',
};

/**
 * Loads the agenda of a meeting, held until the transaction ends where that is asked for. Whoever changes it asks for no
 * guests: they would be looked for at each of its points, with each change.
 */
export async function loadAgenda(
  tx: EntityManager,
  meetingId: string,
  { lock = false, guests = !lock }: { lock?: boolean; guests?: boolean } = {},
): Promise<AgendaState> {
  if (lock) await askPrepared(tx, HOLD, [meetingId]);
  const [found] = await askPrepared<AgendaRecord>(tx, guests ? AGENDA : ORDER, [meetingId]);
  return stateOf(found, meetingId);
}

/**
 * Loads the agenda of a meeting with the mark of the meeting's row, both of one moment: its points are numbered, timed and
 * shown the same for as long as that mark stands, whatever they come to say.
 */
export async function loadMarkedAgenda(
  tx: EntityManager,
  meetingId: string,
): Promise<{ state: AgendaState; mark: string }> {
  const [found] = await askPrepared<AgendaRecord & { mark: string }>(tx, MARKED_AGENDA, [meetingId]);
  return { state: stateOf(found, meetingId), mark: found?.mark ?? '' };
}

function stateOf(found: AgendaRecord | undefined, meetingId: string): AgendaState {
  const { meeting = null, body = null, points = [], taken = [] } = found ?? {};
  if (meeting === null || body === null) throw notFound('meeting', meetingId);
  const of = (part: AgendaPart): string[] =>
    taken.filter((row) => row.part === part).map((row) => row.number);
  const invited = groupBy(found?.guests ?? [], ({ pointId }) => pointId);
  for (const row of points) {
    const guests = invited.get(row.id)?.map(({ name, title }) => ({ name, title }));
    if (guests) row.guests = guests;
  }
  return { meeting, body, points, taken: { main: of('main'), closed: of('closed') } };
}
