import type { EntityManager } from 'typeorm';
import type { MeetingFacts, MeetingPointFacts } from '../../domain/meeting/index.js';
import type { MinutesState } from '../../domain/minutes/index.js';
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
