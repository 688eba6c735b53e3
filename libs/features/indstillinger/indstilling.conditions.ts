import { UNDER_WAY } from '../../domain/indstilling/index.js';
import { agendaIsOut, MEETING_STATES } from '../../domain/meeting/index.js';
import { holds, isProduct, ownId, scopesOf } from '../../domain/rights/index.js';
import { anyClosed } from '../organisation/index.js';
import type { Actor } from '../../domain/rights/index.js';
import type { Reach } from '../organisation/index.js';
import { NOT_THE_DIRECTORS, THE_RAADMANDS } from './indstillinger.policy.js';

/**
 * The rule `seesWhole` of the policy as a condition on the row of an indstilling, so that lists are asked with it;
 * `state` is another state to judge by. The parameters are those of `sightParameters`. It is never null, whatever of the
 * row is: lists ask for its opposite too.
 */
export function wholeCondition(i: string, state = `${i}.state`): string {
  return `(${inOwnRight(i, state)} OR ${askedCondition(i)})`;
}

/** The rule `isAsked` of the policy: a unit of theirs is asked for its opinion, or gave it. */
function askedCondition(i: string): string {
  return `EXISTS (SELECT FROM indstilling_opinion asked
    WHERE asked.indstilling_id = ${i}.id AND asked.unit_id = ANY(:units))`;
}

/** The rule `seesInOwnRight` of the policy; whoever sees it whole beside that is asked, and has no closed bilag of it. */
export function inOwnRight(i: string, state = `${i}.state`): string {
  return `((:isProduct OR ${i}.author_id = :me OR ${i}.created_by = :me OR ${i}.unit_id = ANY(:units)
    OR (${i}.body_id = ANY(:secretariats)
        AND (${state} <> 'draft' OR (${i}.author_id IS NULL AND ${i}.unit_id IS NULL)))
    OR (:isDirector AND ${state} <> ALL(:notTheDirectors))
    OR (${i}.body_id = ANY(:raadmandOf) AND ${state} = ANY(:theRaadmands))
    OR (:standsIn AND ${standInCondition(i, state)})) IS TRUE)`;
}

/** The rule `stoodInFor` of the policy: it waits at a step of somebody whom they stand in for. */
function standInCondition(i: string, state: string): string {
  return `EXISTS (
    SELECT FROM jsonb_to_recordset(:stoodIn::jsonb)
      AS away (state text, "unitId" uuid, "bodyId" uuid, "disqualifiedFrom" uuid[])
    WHERE away.state = ${state}
      AND (away.state <> 'with-leader' OR away."unitId" = ${i}.unit_id)
      AND (away.state <> 'with-raadmand' OR away."bodyId" = ${i}.body_id)
      AND NOT EXISTS (SELECT FROM agenda_point lying
        WHERE lying.indstilling_id = ${i}.id AND lying.id = ANY(away."disqualifiedFrom")))`;
}

/** Each role that somebody is stood in for in, by the state of what waits for it. */
function stoodIn(actor: Actor): readonly object[] {
  return (actor.standsIn ?? []).flatMap(({ grants, disqualifiedFrom }) =>
    grants.map(({ role, unitId, bodyId }) => ({ state: `with-${role}`, unitId, bodyId, disqualifiedFrom })),
  );
}

/**
 * The rule of the policy for who approves at the step that an indstilling waits at, as a condition on its row; for those who
 * see it whole.
 */
export function waitsForThem(i: string): string {
  return `((:isProduct AND ${i}.state LIKE 'with-%')
    OR (${i}.state = 'with-leader' AND CASE WHEN ${i}.unit_id IS NULL
          THEN ${i}.body_id = ANY(:secretariats) ELSE ${i}.unit_id = ANY(:leaderOf) END)
    OR (${i}.state = 'with-secretariat' AND ${i}.body_id = ANY(:secretariats))
    OR (${i}.state = 'with-director' AND :isDirector)
    OR (${i}.state = 'with-raadmand' AND ${i}.body_id = ANY(:raadmandOf))
    OR (:standsIn AND ${standInCondition(i, `${i}.state`)}))`;
}

/**
 * A question to a unit of theirs is not answered yet, of an indstilling that is under way: `mayAnswerOpinion` of the policy and
 * the rule of answering, for those who see it whole.
 */
export function awaitsTheirOpinion(i: string): string {
  return `(${i}.state = ANY(:underWay) AND EXISTS (SELECT FROM indstilling_opinion question
    WHERE question.indstilling_id = ${i}.id AND question.answer IS NULL AND question.unit_id = ANY(:units)))`;
}

/** They are its author or, where that is somebody in words only, began it; nobody has decided, rejected or withdrawn it. */
export function isTheirs(i: string): string {
  return `(${i}.state = ANY(:underWay)
    AND (${i}.author_id = :me OR (${i}.author_id IS NULL AND ${i}.created_by = :me)) IS TRUE)`;
}

/** The states of a meeting whose agenda is out. */
export const OUT_STATES = MEETING_STATES.filter(agendaIsOut);

/** The points of agendas (`lying`), each with its meeting, body and parent. */
export const LYING = `agenda_point lying
  JOIN meeting lying_at ON lying_at.id = lying.meeting_id
  JOIN body lying_in ON lying_in.id = lying_at.body_id
  LEFT JOIN agenda_point lying_under ON lying_under.id = lying.parent_id`;

/** With what the newest sent version of the agenda went out with. */
const LYING_AS_SENT = `${LYING}
  LEFT JOIN sent_indstilling went_out ON went_out.point_id = lying.id
    AND went_out.indstilling_id = lying.indstilling_id
    AND went_out.version_id IS NOT DISTINCT FROM (
      SELECT id FROM agenda_version WHERE meeting_id = lying.meeting_id ORDER BY number DESC LIMIT 1)
  LEFT JOIN agenda_version sent_with ON sent_with.id = went_out.version_id`;

const IS_ALIVE = '(NOT lying.withdrawn AND lying_under.withdrawn IS NOT TRUE)';

/** Today, or when the agenda was sent last: what was opened since is read when it is sent open. */
export const IS_CLOSED = `(${anyClosed('lying.visibility', 'lying_under.visibility', 'lying_in.visibility')}
  OR lying.sent_closed IS TRUE OR lying_under.sent_closed IS TRUE)`;

const IS_READABLE = `(NOT (${IS_CLOSED} AND lying.id = ANY(:disqualifiedFrom))
  AND (lying_in.id = ANY(:draftsOf)
    OR (lying.frozen_number IS NOT NULL AND lying_at.state = ANY(:released)
        AND (lying.id = ANY(:guestOf) OR lying_in.id = ANY(:closedOf)
             OR (lying_in.id = ANY(:openOf) AND NOT ${IS_CLOSED})))))`;

/** The points that the indstilling `$1` lies on, as the policy judges them; `$2` are the states whose agenda is out. */
export const PLACEMENTS = `
  SELECT lying.id AS "pointId", lying_in.id AS "bodyId",
         CASE WHEN ${IS_CLOSED} THEN 'closed' ELSE 'open' END AS visibility, ${IS_ALIVE} AS alive,
         (lying.frozen_number IS NOT NULL AND lying_at.state = ANY($2)) AS released,
         went_out.submission, sent_with.sent_at AS at
  FROM ${LYING_AS_SENT} WHERE lying.indstilling_id = $1`;

/** The rule `shuts` of the policy: it lies on a closed point that is not theirs to read. */
function shutBy(i: string): string {
  return liesOnClosed(i, `NOT (${WITH_CLOSED_PAPERS} OR lying.id = ANY(:guestOf))`);
}

/** It lies on a closed point that stands; `also` narrows which. */
export function liesOnClosed(i: string, also: string): string {
  return `EXISTS (SELECT FROM ${LYING} WHERE lying.indstilling_id = ${i}.id AND ${IS_ALIVE} AND ${IS_CLOSED}
    AND ${also})`;
}

/**
 * The rule `readThrough` of the policy as an expression on the row of an indstilling: the number of the submission
 * that somebody reads who does not see it whole, null for nothing of it. `also` narrows the points it is read through.
 */
export function submissionRead(i: string, also = 'TRUE'): string {
  return `(CASE WHEN NOT ${shutBy(i)} THEN (
    SELECT coalesce(went_out.submission, CASE WHEN lying_in.id = ANY(:draftsOf) THEN ${i}.approved_submission END)
    FROM ${LYING_AS_SENT}
    WHERE lying.indstilling_id = ${i}.id AND ${IS_ALIVE} AND ${IS_READABLE} AND ${also}
    ORDER BY went_out.submission IS NULL, sent_with.sent_at DESC NULLS LAST, lying_in.id = ANY(:draftsOf) DESC
    LIMIT 1) END)`;
}

/** There is a submission that they read through a point that it lies on; `also` narrows which. */
export function onReadablePoint(i: string, also = 'TRUE'): string {
  return `(${submissionRead(i, also)} IS NOT NULL)`;
}

/** The readable point lies with a body whose closed papers they read. */
export const WITH_CLOSED_PAPERS = '(lying_in.id = ANY(:closedOf) OR lying_in.id = ANY(:draftsOf))';

/** A closed point that the indstilling lies on is one they are disqualified on. */
export function barredFrom(i: string): string {
  return `EXISTS (SELECT FROM ${LYING}
    WHERE lying.indstilling_id = ${i}.id AND ${IS_CLOSED} AND lying.id = ANY(:disqualifiedFrom))`;
}

/** Its body is closed, or a point that it lies on is, or was when it was sent: for an indstilling `i`. */
export const IS_OF_SOMETHING_CLOSED = `(
  EXISTS (SELECT FROM body WHERE body.id = i.body_id AND body.visibility = 'closed')
  OR EXISTS (SELECT FROM ${LYING} WHERE lying.indstilling_id = i.id AND ${IS_CLOSED}))`;

/** They are disqualified on a point that the indstilling lies on, open or closed: its closed papers are gone for them. */
export function withoutClosedOf(i: string): string {
  return `EXISTS (SELECT FROM agenda_point lying
    WHERE lying.indstilling_id = ${i}.id AND lying.id = ANY(:disqualifiedFrom))`;
}

/** The parameters of these conditions, for the one who asks. */
export function sightParameters(reach: Reach): Record<string, unknown> {
  const { actor } = reach;
  return {
    isProduct: isProduct(actor),
    me: ownId(actor),
    units: scopesOf(actor, ['leader', 'staff']),
    leaderOf: scopesOf(actor, ['leader']),
    secretariats: scopesOf(actor, ['secretariat']),
    isDirector: holds(actor, ['director']),
    notTheDirectors: NOT_THE_DIRECTORS,
    raadmandOf: scopesOf(actor, ['raadmand']),
    theRaadmands: THE_RAADMANDS,
    disqualifiedFrom: actor.disqualifiedFrom,
    guestOf: scopesOf(actor, ['guest']),
    draftsOf: reach.exactly('drafts'),
    closedOf: reach.exactly('closed'),
    openOf: reach.exactly('open'),
    released: OUT_STATES,
    underWay: UNDER_WAY,
    standsIn: (actor.standsIn ?? []).length > 0,
    stoodIn: JSON.stringify(stoodIn(actor)),
  };
}
