import type { DataSource, EntityManager } from 'typeorm';
import { KeptRows, markOf } from '../../platform/database/kept-rows.js';
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

/** The same by what tells its rows, in the versions they have now. */
interface MarkedPlace extends Pick<PointPlace, 'newestVersion'> {
  readonly meetingId: string;
  readonly meetingMark: string;
  readonly bodyId: string;
  readonly bodyMark: string;
}

const MARKS = `
  m.id AS "meetingId", ${markOf('m')} AS "meetingMark", b.id AS "bodyId", ${markOf('b')} AS "bodyMark",
  (SELECT id FROM agenda_version WHERE meeting_id = m.id ORDER BY number DESC LIMIT 1) AS "newestVersion"`;

const placeWhere = (meetingId: string, read = MARKS): string =>
  `SELECT ${read} FROM meeting m JOIN body b ON b.id = m.body_id WHERE m.id = (${meetingId})`;

const ofPoint = (id: string): string => placeWhere(`SELECT meeting_id FROM agenda_point WHERE id = ${id}`);

/** The place of a point, read with who asks for it. */
export const PLACE_AHEAD: ReadAhead<MarkedPlace> = { name: 'place of a point', text: ofPoint(':id') };

const OF_POINT = { name: 'place of a point', text: ofPoint('$1') };

/** A point that was moved to another meeting, or is gone, is still in the version its readers have. */
const WHERE_IT_WAS_SENT = {
  name: 'place of a point that was sent',
  text: placeWhere(`
    SELECT meeting_id FROM agenda_version
    WHERE content->'points' @> jsonb_build_array(jsonb_build_object('id', $1::text)) ORDER BY sent_at DESC LIMIT 1`),
};

const WHOLE = {
  name: 'meeting and body of a place',
  text: placeWhere('$1', `${MARKS}, ${MEETING_JSON} AS meeting, ${BODY_JSON} AS body`),
};

/**
 * The meeting that a point is on or, where it is gone, was sent to; in no more than one statement for a point that is there
 * and whose meeting and body have not changed since they were last read.
 */
export async function placeOfPoint(
  tx: EntityManager,
  pointId: string,
  read?: AlreadyRead,
): Promise<PointPlace | null> {
  const there =
    rowOf(read, PLACE_AHEAD, pointId) ?? (await askPrepared<MarkedPlace>(tx, OF_POINT, [pointId]))[0];
  if (there) return placeOf(tx, there);
  const [sent] = await askPrepared<MarkedPlace>(tx, WHERE_IT_WAS_SENT, [pointId]);
  return sent ? placeOf(tx, sent) : null;
}

/** How many meetings, and how many bodies, a process keeps. */
const MOST_KEPT = 500;

interface Known {
  readonly meetings: KeptRows<MeetingRow>;
  readonly bodies: KeptRows<BodyRow>;
}

const ofDatabases = new WeakMap<DataSource, Known>();

async function placeOf(tx: EntityManager, marked: MarkedPlace): Promise<PointPlace | null> {
  let known = ofDatabases.get(tx.dataSource);
  if (!known) {
    known = { meetings: new KeptRows(MOST_KEPT), bodies: new KeptRows(MOST_KEPT) };
    ofDatabases.set(tx.dataSource, known);
  }
  const { meetings, bodies } = known;
  const { meetingId, meetingMark, bodyId, bodyMark, newestVersion } = marked;
  const [meeting, body] = [meetings.get(meetingId, meetingMark), bodies.get(bodyId, bodyMark)];
  if (meeting && body) return { meeting, body, newestVersion };
  const [whole] = await askPrepared<PointPlace & MarkedPlace>(tx, WHOLE, [meetingId]);
  if (!whole) return null;
  return {
    meeting: meetings.keep(whole.meetingId, whole.meetingMark, whole.meeting),
    body: bodies.keep(whole.bodyId, whole.bodyMark, whole.body),
    newestVersion: whole.newestVersion,
  };
}
