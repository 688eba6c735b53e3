import type { EntityManager } from 'typeorm';
import { strictest } from '../../domain/agenda/index.js';
import type { Visibility } from '../../domain/agenda/index.js';
import { agendaIsOut } from '../../domain/meeting/index.js';
import type { MeetingState } from '../../domain/meeting/index.js';
import { insightInto, mayReadPoint } from '../../domain/rights/index.js';
import type { Actor, Grant, Insight, PointFacts } from '../../domain/rights/index.js';
import { grantsOf } from '../identity/index.js';
import { mayReviewAgenda } from '../meetings/index.js';
import { anyClosed, maySeePerson } from '../organisation/index.js';
import { isOfCircle } from './comments.policy.js';
import type { ReadablePoint } from './readable-points.js';

/** Somebody who may read a point. */
export interface PointReader {
  readonly personId: string;
  readonly name: string;
}

interface Candidate extends PointReader {
  readonly grants: Grant[];
  /** They are disqualified on the point or on the one it is a sub-point of. */
  readonly isDisqualified: boolean;
  /** They are asked to read the agenda through. */
  readonly isAsked: boolean;
}

interface PointFactsRow {
  readonly today: Visibility;
  /** As the newest version of the agenda has it; null where that has it not. */
  readonly sent: Visibility | null;
  readonly parentId: string | null;
  /** It is on the agenda as that stands, which those read who make it. */
  readonly isLiving: boolean;
}

const FACTS = `
  SELECT CASE WHEN ${anyClosed(`coalesce(today.visibility, 'closed')`, 'today.body_visibility')}
           THEN 'closed' ELSE 'open' END AS today,
         sent.entry->>'effectiveVisibility' AS sent,
         coalesce(living.parent_id, (sent.entry->>'parentId')::uuid) AS "parentId", living.id IS NOT NULL AS "isLiving"
  FROM (SELECT $2::uuid AS id) AS point
  LEFT JOIN visibility_today today ON today.id = point.id
  LEFT JOIN agenda_point living ON living.id = point.id
  LEFT JOIN LATERAL (
    SELECT entry FROM (SELECT content FROM agenda_version WHERE meeting_id = $1 ORDER BY number DESC LIMIT 1) newest,
                      jsonb_array_elements(newest.content->'points') AS entry
    WHERE entry->>'id' = point.id::text) sent ON true`;

const CANDIDATES = `
  SELECT person.id AS "personId", person.name, ${grantsOf('person.id')} AS grants,
         EXISTS (SELECT FROM disqualification d
                 WHERE d.person_id = person.id AND d.point_id = ANY($1::uuid[])) AS "isDisqualified",
         EXISTS (SELECT FROM agenda_review r
                 WHERE r.person_id = person.id AND r.meeting_id = $3 AND r.taken_back_at IS NULL) AS "isAsked"
  FROM person
  WHERE person.active AND EXISTS (SELECT FROM membership held WHERE held.person_id = person.id)
  ORDER BY person.name, person.id`;

/**
 * Those who may read a point on a day (ISO), by name, told to somebody who reads it: whom they can share something with. To
 * those from outside, who see no list of people, only those who meet are told.
 */
export async function readersOf(
  tx: EntityManager,
  actor: Actor,
  { point, meeting, body }: ReadablePoint,
  today: string,
): Promise<PointReader[]> {
  const [facts] = await tx.query<[PointFactsRow]>(FACTS, [meeting.id, point.id]);
  const { parentId } = facts;
  const people = await tx.query<Candidate[]>(CANDIDATES, [
    ...[[point.id, ...(parentId === null ? [] : [parentId])], today, meeting.id],
  ]);
  const isInside = maySeePerson(actor, null);
  return people
    .filter((person) => {
      const reader = actorOf(person, point.id);
      const insight = insightInto(reader, body);
      const asRead = factsFor(insight, facts, meeting.state, person.isAsked);
      if (asRead === null || !mayReadPoint(reader, insight, { id: point.id, ...asRead })) return false;
      return isInside || isOfCircle(reader, body.id);
    })
    .map(({ personId, name }) => ({ personId, name }));
}

/** What a point is to somebody: as it stands to those who make agendas, to all others as it was sent; null where it is not. */
function factsFor(
  insight: Insight,
  { today, sent, isLiving }: PointFactsRow,
  state: MeetingState,
  isAsked: boolean,
): Pick<PointFacts, 'visibility' | 'released'> | null {
  if (insight === 'drafts') return isLiving ? { visibility: today, released: true } : null;
  const released = (sent !== null && agendaIsOut(state)) || mayReviewAgenda(insight, state, isAsked);
  return { visibility: sent === null ? today : strictest(sent, today), released };
}

function actorOf({ personId, grants, isDisqualified }: Candidate, pointId: string): Actor {
  const disqualifiedFrom = isDisqualified ? [pointId] : [];
  return { personId, product: false, grants, disqualifiedFrom, viewedBy: null };
}
