import type { EntityManager } from 'typeorm';
import type { CourseEntryView } from '../../contracts/course.js';
import { COURSE_ACTIONS } from '../../domain/indstilling/index.js';
import type { CoursePoint, CourseStep } from '../../domain/indstilling/index.js';
import { minutedCondition, minutedParameters } from '../decisions/index.js';
import { IS_CLOSED, LYING, WITH_CLOSED_PAPERS, sightParameters } from '../indstillinger/index.js';
import type { Reach } from '../organisation/index.js';

type Told = Pick<CourseEntryView, 'bodyName'>;

/** A point of the course of a case, as the one who asks reads it. */
export interface PointOfCourse extends CoursePoint, Told {
  readonly meetingId: string;
  readonly number: string | null;
  readonly title: string;
  readonly closed: boolean;
  readonly onAgenda: boolean;
  readonly decision:
    (Pick<CourseEntryView, 'outcome' | 'text' | 'toMeeting' | 'toBody'> & CoursePoint['decision']) | null;
}

/** A step of the course of a case. */
export interface StepOfCourse extends Omit<CourseStep, 'at'>, Told {
  readonly at: Date;
  readonly indstilling: { readonly id: string; readonly title: string };
}

/** The points (`sent`) of the newest version that was sent of the agenda that a point is on, each with its place from 1. */
const sentOf = (point: string): string => `
  (SELECT content FROM agenda_version WHERE meeting_id = ${point}.meeting_id ORDER BY number DESC LIMIT 1) newest,
  jsonb_array_elements(newest.content->'points') WITH ORDINALITY AS sent (entry, place)`;

/** The points of agendas with what is asked of them: the minutes of their meeting, and what its newest sent version has of them. */
const POINTS = `${LYING}
  LEFT JOIN minutes taken ON taken.meeting_id = lying.meeting_id
  LEFT JOIN LATERAL (
    SELECT sent.entry, sent.place FROM ${sentOf('lying')} WHERE sent.entry->>'id' = lying.id::text) in_sent ON TRUE`;

const THEY_DRAFT_IT = 'lying_in.id = ANY(:draftsOf)';

const IS_MINUTED = minutedCondition({ state: 'taken.state', bodyId: 'lying_in.id', pointId: 'lying.id' });

/** The point stands on the agenda that its readers have. */
const IS_SENT = `(lying.frozen_number IS NOT NULL AND lying_at.state = ANY(:released) AND in_sent.entry IS NOT NULL)`;

/** Closed points are for those who read closed things there, and for the guests of the point. */
const IS_THEIRS = `((lying.frozen_number IS NOT NULL AND lying.id = ANY(:guestOf)) OR lying_in.id = ANY(:closedOf)
  OR (lying_in.id = ANY(:openOf) AND NOT ${IS_CLOSED}))`;

/** They read the point now: as it is drafted, on the agenda that was sent, or in the minutes. */
const IS_READABLE = `(NOT (${IS_CLOSED} AND lying.id = ANY(:disqualifiedFrom))
  AND (${THEY_DRAFT_IT} OR (${IS_THEIRS} AND (${IS_SENT} OR ${IS_MINUTED}))))`;

/** They are told that an indstilling is what the point is about: since it went out with it, or since they draft it. */
const IS_TOLD = `(${THEY_DRAFT_IT} OR EXISTS (
  SELECT FROM sent_indstilling went_out
  WHERE went_out.point_id = lying.id AND went_out.indstilling_id = lying.indstilling_id))`;

/** Where what they read of a point is the point itself, not what was sent of it. */
const AS_IT_STANDS = `(${THEY_DRAFT_IT} OR ${IS_MINUTED})`;

/** The point that they read it under. */
const THEIR_PARENT = `CASE WHEN ${AS_IT_STANDS} THEN lying.parent_id::text ELSE in_sent.entry->>'parentId' END`;

/**
 * The points of a case: those that its indstillinger lie on, what those go on as or went on from, and their sub-points. What
 * is not theirs to read is not gone through either, so that nothing tells that it is there; nor that a point went on as
 * another, before they read in its minutes that it was put off.
 */
const OF_CASE = `
  SELECT lying.id, lying.meeting_id, ${IS_MINUTED} FROM ${POINTS}
  WHERE lying.indstilling_id = ANY(:indstillinger::uuid[]) AND ${IS_TOLD} AND ${IS_READABLE}
  UNION SELECT lying.id, lying.meeting_id, ${IS_MINUTED} FROM ${POINTS} WHERE lying.id = :pointId::uuid
  UNION
  SELECT point.id, point.meeting_id, point.is_minuted FROM of_case, LATERAL (
    SELECT point_id AS id, 'later' AS found_as FROM carried_point WHERE from_point_id = of_case.id AND of_case.is_minuted
    UNION ALL SELECT from_point_id, 'earlier' FROM carried_point WHERE point_id = of_case.id
    UNION ALL SELECT id, 'under' FROM agenda_point WHERE parent_id = of_case.id
    UNION ALL SELECT (sent.entry->>'id')::uuid, 'under' FROM ${sentOf('of_case')}
              WHERE sent.entry->>'parentId' = of_case.id::text
    -- First what is next, then that alone: else what was sent is looked through for every point there is.
    OFFSET 0) next, LATERAL (
    SELECT lying.id, lying.meeting_id, ${IS_MINUTED} AS is_minuted, ${THEIR_PARENT} AS parent_id
    FROM ${POINTS} WHERE lying.id = next.id AND ${IS_READABLE} OFFSET 0) point
  WHERE CASE next.found_as
    WHEN 'earlier' THEN point.is_minuted WHEN 'under' THEN point.parent_id = of_case.id::text ELSE TRUE END`;

const DECISION = `
  CASE WHEN ${IS_MINUTED} AND (decision.outcome IS NOT NULL OR decision.text <> '[]') THEN json_build_object(
    'outcome', decision.outcome, 'text', decision.text, 'toBody', to_body.name,
    'toMeeting', CASE WHEN to_meeting.id IS NOT NULL
                      THEN json_build_object('id', to_meeting.id, 'date', to_meeting.date) END) END`;

const READ = `
  SELECT lying.id, lying.meeting_id AS "meetingId", lying_at.date::text AS date, lying_at.start_time AS start,
         lying_in.name AS "bodyName", ${IS_CLOSED} AS closed, lying_at.state = 'cancelled' AS cancelled, FALSE AS moved,
         CASE WHEN ${AS_IT_STANDS} THEN lying.title ELSE in_sent.entry->>'title' END AS title,
         CASE WHEN ${AS_IT_STANDS} THEN lying.withdrawn OR lying_under.withdrawn IS TRUE
              ELSE (in_sent.entry->>'withdrawn')::boolean END AS withdrawn,
         -- The number of a closed point counts the closed ones before it: its guest is not told of those.
         CASE WHEN NOT ${IS_CLOSED} OR ${WITH_CLOSED_PAPERS}
              THEN coalesce(in_sent.entry->>'number', lying.frozen_number) END AS number,
         ${THEY_DRAFT_IT} OR ${IS_SENT} AS "onAgenda", ${DECISION} AS decision
  FROM of_case JOIN agenda_point found USING (id), ${POINTS}
  LEFT JOIN decision ON decision.point_id = lying.id
  LEFT JOIN meeting to_meeting ON to_meeting.id = decision.target_meeting_id AND to_meeting.body_id = ANY(:seen)
  LEFT JOIN body to_body ON to_body.id = decision.target_body_id AND to_body.id = ANY(:seen)
  WHERE lying.id = found.id AND ${IS_READABLE}
  ORDER BY lying_at.date DESC, lying_at.start_time DESC NULLS FIRST,
           CASE WHEN NOT ${AS_IT_STANDS} THEN in_sent.place END DESC,
           coalesce(lying_under.position, lying.position) DESC, lying.parent_id IS NOT NULL DESC, lying.position DESC
  LIMIT :most`;

interface Asked {
  readonly indstillinger: readonly string[];
  /** A point that they read, whatever it is about; null where the case is asked for by an indstilling. */
  readonly pointId: string | null;
  readonly most: number;
}

/** The points of a case that somebody reads, the first meeting first; of more than `most` those of the newest. */
export async function pointsOfCourse(
  tx: EntityManager,
  reach: Reach,
  asked: Asked,
): Promise<PointOfCourse[]> {
  const sql = `WITH RECURSIVE of_case (id, meeting_id, is_minuted) AS (${OF_CASE}) ${READ}`;
  const found = await askNamed<PointOfCourse>(tx, sql, {
    ...{ ...sightParameters(reach), ...minutedParameters(), ...asked },
    seen: reach.atLeast('open'),
  });
  return found.reverse();
}

/**
 * The agendas that points left for another after they were sent, for those who make them: others still have the point there, or
 * have it no more. The points are such as they read.
 */
export async function placesLeft(
  tx: EntityManager,
  reach: Reach,
  points: readonly PointOfCourse[],
): Promise<PointOfCourse[]> {
  if (points.length === 0) return [];
  const rows = await tx.query<
    Pick<PointOfCourse, 'id' | 'meetingId' | 'date' | 'start' | 'bodyName' | 'number'>[]
  >(
    `SELECT place.point_id AS id, m.id AS "meetingId", m.date::text AS date, m.start_time AS start, b.name AS "bodyName",
            place.frozen_number AS number
     FROM left_place place JOIN meeting m ON m.id = place.meeting_id JOIN body b ON b.id = m.body_id
     WHERE place.point_id = ANY($1::uuid[]) AND place.frozen_number IS NOT NULL AND m.body_id = ANY($2::uuid[])
     ORDER BY m.date, m.id, place.position`,
    [points.map(({ id }) => id), reach.exactly('drafts')],
  );
  const now = new Map(points.map((point) => [point.id, point]));
  return rows.flatMap((row) => {
    const point = now.get(row.id);
    if (!point) return [];
    return [{ ...point, ...row, moved: true, cancelled: false, onAgenda: false, decision: null }];
  });
}

/** The steps that some indstillinger took, the first first; of more than `most` the newest. Steps taken back are none. */
export async function stepsOfCourse(
  tx: EntityManager,
  indstillinger: readonly string[],
  most: number,
): Promise<StepOfCourse[]> {
  const rows = await tx.query<StepOfCourse[]>(
    `SELECT step.id, step.at, step.action, step.to_state AS to, b.name AS "bodyName",
            json_build_object('id', i.id, 'title', i.title) AS indstilling
     FROM indstilling_step step JOIN indstilling i ON i.id = step.indstilling_id JOIN body b ON b.id = i.body_id
     WHERE step.indstilling_id = ANY($1::uuid[]) AND step.taken_back_at IS NULL AND step.action = ANY($2)
     ORDER BY step.id DESC LIMIT $3`,
    [indstillinger, COURSE_ACTIONS, most],
  );
  return rows.reverse();
}

/** Asks a statement whose parameters go by name, as the conditions of lists have them. */
function askNamed<Row>(tx: EntityManager, sql: string, parameters: Record<string, unknown>): Promise<Row[]> {
  const [text, values] = tx.dataSource.driver.escapeQueryWithParameters(sql, parameters);
  return tx.query<Row[]>(text, values);
}
