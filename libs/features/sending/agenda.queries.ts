import type { EntityManager } from 'typeorm';
import type { Letterhead } from '../../contracts/organisation.js';
import type { Visibility } from '../../domain/agenda/index.js';

/** A bilag of a point, as the agenda needs it. */
export interface PointAttachment {
  readonly id: string;
  readonly pointId: string;
  readonly title: string;
  readonly position: number;
  readonly visibility: Visibility;
}

/** What an agenda prints that stands in other features' rows, read as facts in one query. */
export interface AgendaSurroundings {
  readonly attachments: readonly PointAttachment[];
  readonly letterhead: Letterhead | null;
  readonly chair: string | null;
  readonly minuteTaker: string | null;
}

export async function readSurroundings(tx: EntityManager, meetingId: string): Promise<AgendaSurroundings> {
  const [found] = await tx.query<[AgendaSurroundings?]>(
    `SELECT
       (SELECT coalesce(json_agg(a), '[]') FROM (
          SELECT a.id, a.point_id AS "pointId", a.title, a.position, a.visibility
          FROM attachment a JOIN agenda_point p ON p.id = a.point_id
          WHERE p.meeting_id = m.id ORDER BY a.position) a) AS attachments,
       (SELECT letterhead FROM unit WHERE id = b.secretariat_id) AS letterhead,
       (SELECT name FROM person WHERE id = m.chair_id) AS chair,
       (SELECT name FROM person WHERE id = m.minute_taker_id) AS "minuteTaker"
     FROM meeting m JOIN body b ON b.id = m.body_id WHERE m.id = $1`,
    [meetingId],
  );
  return found ?? { attachments: [], letterhead: null, chair: null, minuteTaker: null };
}
