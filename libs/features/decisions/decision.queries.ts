import type { EntityManager } from 'typeorm';
import type { SaveDecision } from '../../contracts/decisions.js';
import type { DecisionTarget } from '../../domain/decision/index.js';
import type { MinutesState } from '../../domain/minutes/index.js';
import { insightInto } from '../../domain/rights/index.js';
import type { Actor, BodyFacts } from '../../domain/rights/index.js';
import { load } from '../../platform/database/versioned.js';
import { notFound, problemOf } from '../../platform/http/problem-error.js';
import { AgendaPointRow } from '../agenda-points/index.js';
import { MeetingRow } from '../meetings/index.js';
import { DecisionRow } from './decision.entity.js';

/**
 * Holds the meeting of a point until the transaction ends, so that neither its state, its minutes nor the place of the
 * point change while something is decided on it. Whoever also locks decisions or follow-ups locks the meeting first.
 */
export async function lockMeetingOf(tx: EntityManager, pointId: string): Promise<MeetingRow> {
  const where = { where: { id: pointId }, select: { id: true, meetingId: true } };
  const point = await tx.findOne(AgendaPointRow, where);
  if (!point) throw notFound('agenda point', pointId);
  const meeting = await load(tx, MeetingRow, 'meeting', point.meetingId, { lock: true });
  const now = await tx.findOne(AgendaPointRow, where);
  // It went to another meeting, or away, while this one waited for the lock.
  if (now?.meetingId !== meeting.id) throw notFound('agenda point', pointId);
  return meeting;
}

/** The state of a meeting's minutes, read as a fact; null before they exist. */
export async function minutesStateOf(tx: EntityManager, meetingId: string): Promise<MinutesState | null> {
  const [minutes] = await tx.query<{ state: MinutesState }[]>(
    'SELECT state FROM minutes WHERE meeting_id = $1',
    [meetingId],
  );
  return minutes?.state ?? null;
}

/** Holds a point's meeting and, where there is one, its decision; throws when the point is not there. */
export async function lockDecisionOf(
  tx: EntityManager,
  pointId: string,
): Promise<{ meeting: MeetingRow; decision: DecisionRow | null }> {
  const meeting = await lockMeetingOf(tx, pointId);
  const lock = { mode: 'pessimistic_write' as const };
  return { meeting, decision: await tx.findOne(DecisionRow, { where: { pointId }, lock }) };
}

/** Notes that the text of a decision, as the caller has locked it, was read for follow-ups. It is no change of it. */
export async function markRead(tx: EntityManager, decision: DecisionRow): Promise<void> {
  await tx.update(DecisionRow, { id: decision.id }, { readVersion: decision.version });
}

/** Decisions whose present text was not read for follow-ups yet, at most `limit`. */
export async function unreadDecisions(tx: EntityManager, limit: number): Promise<DecisionRow[]> {
  return tx
    .createQueryBuilder(DecisionRow, 'decision')
    .where('decision.readVersion < decision.version')
    .orderBy('decision.id')
    .limit(limit)
    .getMany();
}

/** Throws unless the meeting and the body that a decision sends its point to are there for the actor. */
export async function checkTargets(
  tx: EntityManager,
  actor: Actor,
  { targetMeetingId, referredBodyId }: Pick<DecisionRow, 'targetMeetingId' | 'referredBodyId'>,
): Promise<void> {
  const found = await tx.query<(BodyFacts & { at: string })[]>(
    `SELECT 'targetMeetingId' AS at, b.id, b.visibility FROM meeting m JOIN body b ON b.id = m.body_id WHERE m.id = $1
     UNION ALL SELECT 'referredBodyId', id, visibility FROM body WHERE id = $2`,
    [targetMeetingId, referredBodyId],
  );
  for (const [at, id] of Object.entries({ targetMeetingId, referredBodyId })) {
    const target = found.find((one) => one.at === at);
    if (id === null || (target && insightInto(actor, target) !== 'none')) continue;
    throw problemOf('reference-not-found', `There is no ${id} to send the point to.`, { at });
  }
}

type Targets = Pick<DecisionRow, 'targetMeetingId' | 'referredBodyId'>;

/**
 * Where a decision sends its point, as its usual phrase may name it: a closed body other than the point's own is named to
 * nobody. What is not there is null, and its reference is refused on saving.
 */
export async function targetOf(
  tx: EntityManager,
  ownBodyId: string,
  { targetMeetingId, referredBodyId }: Targets,
): Promise<DecisionTarget> {
  const [target] = await tx.query<[DecisionTarget]>(
    `SELECT (SELECT m.date::text FROM meeting m JOIN body b ON b.id = m.body_id
             WHERE m.id = $1 AND (b.visibility = 'open' OR b.id = $3)) AS "meetingDate",
            (SELECT name FROM body WHERE id = $2 AND (visibility = 'open' OR id = $3)) AS "bodyName"`,
    [targetMeetingId, referredBodyId, ownBodyId],
  );
  return target;
}

/**
 * The same decisions without the targets that are not there for the actor: a body they do not see into, a meeting of one.
 * One query, and none where nothing is sent anywhere.
 */
export async function withSeenTargets<Decision extends Targets>(
  tx: EntityManager,
  actor: Actor,
  decisions: readonly Decision[],
): Promise<Decision[]> {
  const ids = decisions.flatMap(({ targetMeetingId, referredBodyId }) => [targetMeetingId, referredBodyId]);
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return [...decisions];
  const found = await tx.query<(BodyFacts & { target: string })[]>(
    `SELECT m.id AS target, b.id, b.visibility FROM meeting m JOIN body b ON b.id = m.body_id WHERE m.id = ANY($1::uuid[])
     UNION ALL SELECT id, id, visibility FROM body WHERE id = ANY($1::uuid[])`,
    [wanted],
  );
  const seen = new Set(
    found.filter((body) => insightInto(actor, body) !== 'none').map(({ target }) => target),
  );
  const ifSeen = (id: string | null): string | null => (id !== null && seen.has(id) ? id : null);
  return decisions.map((decision) =>
    Object.assign({}, decision, {
      targetMeetingId: ifSeen(decision.targetMeetingId),
      referredBodyId: ifSeen(decision.referredBodyId),
    }),
  );
}

/** What was sent on by somebody who sees where, and is saved again by somebody who does not, goes where it went. */
export async function keepingUnseenTargets(
  tx: EntityManager,
  actor: Actor,
  present: DecisionRow | null,
  fields: SaveDecision,
): Promise<SaveDecision> {
  if (present?.outcome !== fields.outcome) return fields;
  const [seen] = await withSeenTargets(tx, actor, [present]);
  const kept = (name: keyof Targets): string | null => (seen?.[name] === null ? present[name] : null);
  return {
    ...fields,
    targetMeetingId: fields.targetMeetingId ?? kept('targetMeetingId'),
    referredBodyId: fields.referredBodyId ?? kept('referredBodyId'),
  };
}
