import { Injectable } from '@nestjs/common';
import type { AgendaPresenceView, SayPresence } from '../../contracts/agenda-points.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { loadRunMeeting } from '../meetings/index.js';

/** Who has not said for so long (seconds) that they are there is gone: three times the page's own pace. */
const GONE_AFTER = 15;

/** Who works on the agenda of a meeting just now, and whether it is still as they have it. Nothing of it is kept. */
@Injectable()
export class PresenceService {
  constructor(private readonly transactions: Transactions) {}

  /** Says that somebody is there, at a point or at none; tells who else is, and the mark of the agenda. */
  say(context: RequestContext, meetingId: string, { pointId }: SayPresence): Promise<AgendaPresenceView> {
    return this.transactions.run(context, async (tx) => {
      await loadRunMeeting(tx, context.actor, meetingId);
      const { personId, disqualifiedFrom } = context.actor;
      await tx.query(
        `INSERT INTO agenda_presence (meeting_id, person_id, point_id) SELECT $1, $2, $3 WHERE $2::uuid IS NOT NULL
         ON CONFLICT (meeting_id, person_id) DO UPDATE SET point_id = excluded.point_id, seen_at = now()`,
        [meetingId, personId, pointId],
      );
      const others = await tx.query<AgendaPresenceView['others']>(
        `SELECT p.person_id AS "personId", person.name, person.initials,
                CASE WHEN p.point_id = ANY($4::uuid[]) THEN NULL ELSE p.point_id END AS "pointId"
         FROM agenda_presence p JOIN person ON person.id = p.person_id
         WHERE p.meeting_id = $1 AND p.person_id IS DISTINCT FROM $2 AND p.seen_at > now() - make_interval(secs => $3)
         ORDER BY person.name, p.person_id`,
        [meetingId, personId, GONE_AFTER, disqualifiedFrom],
      );
      const [{ mark }] = await tx.query<[{ mark: string }]>(MARK, [meetingId, disqualifiedFrom]);
      return { others, mark };
    });
  }
}

/** Of all that the page shows of an agenda to somebody: it changes with every change of a point, its place or its bilag. */
const MARK = `
  SELECT md5(concat_ws(' ', m.version, (
    SELECT string_agg(concat_ws(',', p.id, p.version, p.parent_id, p.position, (
             SELECT string_agg(concat_ws('.', a.id, a.version, a.position), '+' ORDER BY a.position)
             FROM attachment a WHERE a.point_id = p.id)), ';' ORDER BY p.id)
    FROM agenda_point p WHERE p.meeting_id = m.id AND p.id <> ALL($2::uuid[])))) AS mark
  FROM meeting m WHERE m.id = $1`;
