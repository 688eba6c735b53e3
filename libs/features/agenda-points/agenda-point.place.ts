import type { EntityManager } from 'typeorm';
import { askPrepared } from '../../platform/database/prepared.js';
import { rowOf } from '../../platform/http/read-ahead.js';
import type { AlreadyRead, ReadAhead } from '../../platform/http/read-ahead.js';
import { MEETING_JSON } from '../meetings/index.js';
import type { MeetingRow } from '../meetings/index.js';
import { BODY_JSON } from '../organisation/index.js';
import type { BodyRow } from '../organisation/index.js';

/** Where a point stands, with all that rights to it are judged by. */
export interface PointPlace {
  readonly meeting: MeetingRow;
  readonly body: BodyRow;
  /** The id of the version of its agenda that was sent last; null before the first sending. */
  readonly newestVersion: string | null;
}

const placeWhere = (meetingId: string): string => `
  SELECT ${MEETING_JSON} AS meeting, ${BODY_JSON} AS body,
         (SELECT id FROM agenda_version WHERE meeting_id = m.id ORDER BY number DESC LIMIT 1) AS "newestVersion"
  FROM meeting m JOIN body b ON b.id = m.body_id WHERE m.id = (${meetingId})`;

const ofPoint = (id: string): string => placeWhere(`SELECT meeting_id FROM agenda_point WHERE id = ${id}`);

/** The place of a point, read with who asks for it. */
export const PLACE_AHEAD: ReadAhead<PointPlace> = { name: 'place of a point', text: ofPoint(':id') };

const OF_POINT = { name: 'place of a point', text: ofPoint('$1') };

/** A point that was moved to another meeting, or is gone, is still in the version its readers have. */
const WHERE_IT_WAS_SENT = {
  name: 'place of a point that was sent',
  text: placeWhere(`
    SELECT meeting_id FROM agenda_version
    WHERE content->'points' @> jsonb_build_array(jsonb_build_object('id', $1::text)) ORDER BY sent_at DESC LIMIT 1`),
};

/** The meeting that a point is on or, where it is gone, was sent to; in no more than one statement for a point that is there. */
export async function placeOfPoint(
  tx: EntityManager,
  pointId: string,
  read?: AlreadyRead,
): Promise<PointPlace | null> {
  const there =
    rowOf(read, PLACE_AHEAD, pointId) ?? (await askPrepared<PointPlace>(tx, OF_POINT, [pointId]))[0];
  if (there) return there;
  const [sent] = await askPrepared<PointPlace>(tx, WHERE_IT_WAS_SENT, [pointId]);
  return sent ?? null;
}
