import type { EntityManager } from 'typeorm';
import { insightInto, scopesOf } from '../../domain/rights/index.js';
import type { Actor, Insight } from '../../domain/rights/index.js';
import { load } from '../../platform/database/versioned.js';
import { allow, notFound } from '../../platform/http/problem-error.js';
import { BodyRow } from '../organisation/index.js';
import { mayRunMeetings } from './meetings.policy.js';
import { MeetingRow } from './meeting.entity.js';

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

/** Loads a meeting that the actor sees; any other is as one that does not exist. */
export async function loadSeenMeeting(
  tx: EntityManager,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<SeenMeeting> {
  const meeting = await load(tx, MeetingRow, 'meeting', id, options);
  const seen = await seenBy(tx, actor, meeting);
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
  return meeting && seenBy(tx, actor, meeting);
}

async function seenBy(tx: EntityManager, actor: Actor, meeting: MeetingRow): Promise<SeenMeeting | null> {
  const body = await load(tx, BodyRow, 'body', meeting.bodyId);
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
