import type { DataSource, EntityManager } from 'typeorm';
import { KeptRows, markOf } from '../../platform/database/kept-rows.js';
import { askPrepared } from '../../platform/database/prepared.js';
import type { Prepared } from '../../platform/database/prepared.js';
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
  /** Of the meeting's row, as `markOf` gives it. */
  readonly mark: string;
}

/**
 * The same by what tells its rows in the versions they have now, between bars: the ids and marks of the meeting and of its
 * body. One text, since every reading of a point waits for it: the database takes longer to write JSON than to find this.
 */
type MarkedPlace = string;

const MARKED = `concat_ws('|', m.id, ${markOf('m')}, b.id, ${markOf('b')})`;

const placeWhere = (meetingId: string, read = `${MARKED} AS place`): string =>
  `SELECT ${read} FROM meeting m JOIN body b ON b.id = m.body_id WHERE m.id = (${meetingId})`;

const ofPoint = (id: string): string => placeWhere(`SELECT meeting_id FROM agenda_point WHERE id = ${id}`);

/** The place of a point, read with who asks for it. */
export const PLACE_AHEAD: ReadAhead<MarkedPlace> = { name: 'place of a point', text: ofPoint(':id') };

const OF_POINT: Prepared = { name: 'place of a point', text: ofPoint('$1'), pipe: 'reads' };

/**
 * What changing the words of a point takes, read with who asks for it: line by line its place, and the mark of its row,
 * whose words are kept by whoever wrote them last.
 */
export const WORDS_AHEAD: ReadAhead<string> = {
  name: 'place and mark of a point',
  text: `
  SELECT concat_ws(E'\\n', (${placeWhere('point.meeting_id')}), ${markOf('point')})
  FROM agenda_point point WHERE point.id = :id`,
};

/** A point that was moved to another meeting, or is gone, is still in the version its readers have. */
const WHERE_IT_WAS_SENT = {
  name: 'place of a point that was sent',
  text: placeWhere(`
    SELECT meeting_id FROM agenda_version
    WHERE content->'points' @> jsonb_build_array(jsonb_build_object('id', $1::text)) ORDER BY sent_at DESC LIMIT 1`),
};

/** A version of the agenda is kept in the transaction that moves its meeting on, so that the meeting's mark tells of it too. */
const NEWEST_VERSION = '(SELECT id FROM agenda_version WHERE meeting_id = m.id ORDER BY number DESC LIMIT 1)';

const WHOLE = {
  name: 'meeting and body of a place',
  text: placeWhere(
    '$1',
    `${MARKED} AS place, ${MEETING_JSON} AS meeting, ${BODY_JSON} AS body, ${NEWEST_VERSION} AS "newestVersion"`,
  ),
};

interface Placed {
  readonly place: MarkedPlace;
}

/** The meeting that a point is on; null where it is gone. As many statements as `placeOfPoint` takes. */
export async function livingPlaceOf(
  tx: EntityManager,
  pointId: string,
  read?: AlreadyRead,
): Promise<PointPlace | null> {
  const ahead = rowOf(read, PLACE_AHEAD, pointId) ?? rowOf(read, WORDS_AHEAD, pointId)?.split('\n', 1)[0];
  const there = ahead ?? (await askPrepared<Placed>(tx, OF_POINT, [pointId]))[0]?.place;
  return there === undefined ? null : placeOf(tx, there);
}

/**
 * The meeting that a point is on or, where it is gone, was sent to; in no more than one statement for a point that is there
 * and whose meeting and body have not changed since they were last read.
 */
export async function placeOfPoint(
  tx: EntityManager,
  pointId: string,
  read?: AlreadyRead,
): Promise<PointPlace | null> {
  const living = await livingPlaceOf(tx, pointId, read);
  if (living) return living;
  const [sent] = await askPrepared<Placed>(tx, WHERE_IT_WAS_SENT, [pointId]);
  return sent ? placeOf(tx, sent.place) : null;
}

/** How many meetings, and how many bodies, a process keeps. */
const MOST_KEPT = 500;

/** A meeting with what was sent of it. */
type MeetingOfPlace = Pick<PointPlace, 'meeting' | 'newestVersion'>;

interface Known {
  readonly meetings: KeptRows<MeetingOfPlace>;
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
  const [meetingId, meetingMark, bodyId, bodyMark] = idsAndMarks(marked);
  const [kept, body] = [meetings.get(meetingId, meetingMark), bodies.get(bodyId, bodyMark)];
  if (kept && body)
    return { meeting: kept.meeting, body, newestVersion: kept.newestVersion, mark: meetingMark };
  const [whole] = await askPrepared<Omit<PointPlace, 'mark'> & Placed>(tx, WHOLE, [meetingId]);
  if (!whole) return null;
  const { meeting, newestVersion } = whole;
  const now = idsAndMarks(whole.place);
  return {
    ...meetings.keep(now[0], now[1], { meeting, newestVersion }),
    body: bodies.keep(now[2], now[3], whole.body),
    mark: now[1],
  };
}

function idsAndMarks(marked: MarkedPlace): [string, string, string, string] {
  const [meetingId = '', meetingMark = '', bodyId = '', bodyMark = ''] = marked.split('|');
  return [meetingId, meetingMark, bodyId, bodyMark];
}
