import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { insightInto, scopesOf } from '../../domain/rights/index.js';
import type { Actor, Insight } from '../../domain/rights/index.js';
import { anyId, anyValues, idsOf, manyIds } from '../../platform/database/parts.js';
import { load } from '../../platform/database/versioned.js';
import { allow, notFound } from '../../platform/http/problem-error.js';
import { rowOf } from '../../platform/http/read-ahead.js';
import type { AlreadyRead, ReadAhead } from '../../platform/http/read-ahead.js';
import { BODY_JSON, BodyRow } from '../organisation/index.js';
import type { Reach } from '../organisation/index.js';
import { mayRunMeetings } from './meetings.policy.js';
import { MeetingRow } from './meeting.entity.js';
import { MEETING_JSON } from './meeting.queries.js';

/** A meeting with what the rules of rights ask of it. */
export interface SeenMeeting {
  readonly meeting: MeetingRow;
  readonly body: BodyRow;
  readonly insight: Insight;
}

/**
 * The SQL of "a guest of this meeting": a released point of it is one of `:guestPoints` (or the parameter given). Its
 * meeting is all that a guest sees beside the point.
 */
export function hasGuestPoint(meetingId: string, parameter: string): string {
  return `EXISTS (SELECT 1 FROM agenda_point guest_point
                  WHERE guest_point.meeting_id = ${meetingId} AND guest_point.id = ANY(${parameter})
                    AND guest_point.frozen_number IS NOT NULL)`;
}

/**
 * The conditions that a list of meetings is read by (`readInParts`), so that it holds those that the one who asks sees: of
 * bodies they see into, and those they are a guest of. For somebody with few bodies one for each of them, else one for
 * all. Gives the query the values that they ask with.
 */
export function meetingPartsSeen(rows: SelectQueryBuilder<MeetingRow>, reach: Reach): string[] {
  const guestPoints = scopesOf(reach.actor, ['guest']);
  rows.setParameters({ seen: idsOf(reach.atLeast('open')), guestPoints });
  const asGuest = guestPoints.length === 0 ? null : hasGuestPoint('meeting.id', ':guestPoints');
  const ofSeen = `meeting.body_id IN ${manyIds('seen')}`;
  const bodies = reach.fewBodies();
  if (bodies === null) return [anyValues(asGuest === null ? ofSeen : `${ofSeen} OR ${asGuest}`)];
  rows.setParameters(Object.fromEntries(bodies.map(({ id }, i) => [`body${i}`, id])));
  const ofBodies = bodies.map((_, i) => `meeting.body_id = ${anyId(`body${i}`)}`);
  return asGuest === null ? ofBodies : [...ofBodies, `${AS_GUEST} AND ${asGuest}`];
}

/** Written out, so that the few meetings are found by their points. */
const AS_GUEST = `meeting.body_id <> ALL(CAST(:seen AS uuid[])) AND meeting.id IN (
  SELECT guest_point.meeting_id FROM agenda_point guest_point WHERE guest_point.id = ANY(:guestPoints))`;

/** A meeting with its body, read with who asks for it. */
export const MEETING_AHEAD: ReadAhead<Omit<SeenMeeting, 'insight'>> = {
  name: 'meeting and body',
  text: `SELECT json_build_object('meeting', ${MEETING_JSON}, 'body', ${BODY_JSON})
         FROM meeting m JOIN body b ON b.id = m.body_id WHERE m.id = :id`,
};

/** Loads a meeting that the actor sees; any other is as one that does not exist. */
export async function loadSeenMeeting(
  tx: EntityManager,
  actor: Actor,
  id: string,
  { read, ...options }: { lock?: boolean; read?: AlreadyRead | undefined } = {},
): Promise<SeenMeeting> {
  const ahead = options.lock ? null : rowOf(read, MEETING_AHEAD, id);
  const meeting = ahead?.meeting ?? (await load(tx, MeetingRow, 'meeting', id, options));
  const seen = await seenBy(tx, actor, meeting, ahead?.body ?? (await bodyOf(tx, meeting)));
  if (!seen) throw notFound('meeting', id);
  return seen;
}

/** The same, or null where the meeting is not there for the actor. */
export async function findSeenMeeting(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<SeenMeeting | null> {
  const meeting = await tx.findOneBy(MeetingRow, { id });
  return meeting && seenBy(tx, actor, meeting, await bodyOf(tx, meeting));
}

const bodyOf = (tx: EntityManager, { bodyId }: MeetingRow): Promise<BodyRow> =>
  load(tx, BodyRow, 'body', bodyId);

/** The same, where the meeting and its body are at hand. */
export async function seenBy(
  tx: EntityManager,
  actor: Actor,
  meeting: MeetingRow,
  body: BodyRow,
): Promise<SeenMeeting | null> {
  const insight = insightInto(actor, body);
  return insight !== 'none' || (await isGuestOf(tx, actor, meeting.id)) ? { meeting, body, insight } : null;
}

/** Loads a meeting that the actor may run; refuses who only sees it. */
export async function loadRunMeeting(
  tx: EntityManager,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<SeenMeeting> {
  // Rights first: whoever may not run it neither holds it nor waits for it.
  if (options.lock) await loadRunMeeting(tx, actor, id);
  const seen = await loadSeenMeeting(tx, actor, id, options);
  allow(mayRunMeetings(actor, seen.body.id));
  return seen;
}

async function isGuestOf(tx: EntityManager, actor: Actor, meetingId: string): Promise<boolean> {
  const points = scopesOf(actor, ['guest']);
  if (points.length === 0) return false;
  const [{ isGuest }] = await tx.query<[{ isGuest: boolean }]>(
    `SELECT ${hasGuestPoint('$1', '$2::uuid[]')} AS "isGuest"`,
    [meetingId, points],
  );
  return isGuest;
}
