import type { EntityManager } from 'typeorm';
import type { AgendaPoint } from '../../domain/agenda/index.js';
import type { MeetingFacts, MeetingPointFacts } from '../../domain/meeting/index.js';
import type { MinutesState } from '../../domain/minutes/index.js';
import { anyClosed } from '../organisation/index.js';
import type { MeetingRow } from './meeting.entity.js';

/** A meeting `m` as the JSON of its `MeetingRow`, for statements that read it with other things in one round trip. */
export const MEETING_JSON = `json_build_object(
  'id', m.id, 'bodyId', m.body_id, 'kind', m.kind, 'date', m.date, 'start', m.start_time, 'end', m.end_time,
  'place', m.place, 'caseNumber', m.case_number, 'participants', m.participants, 'chairId', m.chair_id,
  'minuteTakerId', m.minute_taker_id, 'caseworkers', m.caseworkers, 'documentDate', m.document_date,
  'letterhead', m.letterhead, 'state', m.state, 'cancelledBecause', m.cancelled_because,
  'importedFrom', m.imported_from, 'version', m.version)`;

/**
 * What the rules of the workflow ask of a meeting, in one query over its points, their decisions and indstillinger and
 * its minutes. Read as facts: the features that own those rows write them.
 */
export async function meetingFacts(tx: EntityManager, meeting: MeetingRow): Promise<MeetingFacts> {
  const points = await tx.query<MeetingPointFacts[]>(
    `SELECT p.id, p.parent_id AS "parentId", p.title, p.type, p.minutes, p.withdrawn, p.late,
            p.late_reason AS "lateReason", d.outcome, i.state AS indstilling
     FROM agenda_point p
     LEFT JOIN decision d ON d.point_id = p.id
     LEFT JOIN indstilling i ON i.id = p.indstilling_id
     WHERE p.meeting_id = $1
     ORDER BY p.parent_id NULLS FIRST, p.position`,
    [meeting.id],
  );
  const [minutes] = await tx.query<{ state: MinutesState }[]>(
    'SELECT state FROM minutes WHERE meeting_id = $1',
    [meeting.id],
  );
  const { date, start, end, place } = meeting;
  return { date, start, end, place, minutes: minutes?.state ?? null, points };
}

/**
 * The points of these meetings, by the meeting's id, in one query. Left out are the closed ones that somebody is disqualified
 * on, with their sub-points: they do not see them.
 */
export async function pointsOfMeetings(
  tx: EntityManager,
  meetingIds: readonly string[],
  disqualifiedFrom: readonly string[],
): Promise<ReadonlyMap<string, readonly AgendaPoint[]>> {
  if (meetingIds.length === 0) return new Map();
  const found = await tx.query<{ meetingId: string; points: AgendaPoint[] }[]>(
    `SELECT p.meeting_id AS "meetingId", json_agg(json_build_object(
       'id', p.id, 'parentId', p.parent_id, 'position', p.position, 'title', p.title, 'minutes', p.minutes,
       'fixedStart', NULL, 'type', p.type, 'visibility', p.visibility, 'late', p.late,
       'state', CASE WHEN p.withdrawn THEN 'withdrawn' ELSE 'active' END,
       'frozenNumber', p.frozen_number, 'frozenPart', p.frozen_part)) AS points
     FROM agenda_point p
     JOIN meeting m ON m.id = p.meeting_id
     JOIN body b ON b.id = m.body_id
     LEFT JOIN agenda_point parent ON parent.id = p.parent_id
     WHERE p.meeting_id = ANY($1::uuid[])
       AND NOT (${anyClosed('p.visibility', 'parent.visibility', 'b.visibility')}
                AND (p.id = ANY($2::uuid[]) OR coalesce(parent.id = ANY($2::uuid[]), false)))
     GROUP BY p.meeting_id`,
    [meetingIds, disqualifiedFrom],
  );
  return new Map(found.map(({ meetingId, points }) => [meetingId, points]));
}
