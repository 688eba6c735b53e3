import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { agendaIsOut, MEETING_STATES } from '../../domain/meeting/index.js';
import { MINUTES_STATES } from '../../domain/minutes/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { notFound } from '../../platform/http/problem-error.js';
import { mayReadMinuted } from '../decisions/index.js';
import {
  WITH_CLOSED_PAPERS,
  barredFrom,
  inOwnRight,
  onReadablePoint,
  sightParameters,
  wholeCondition,
  withoutClosedOf,
} from '../indstillinger/index.js';
import { anyClosed, reachOf } from '../organisation/index.js';
import type { Reach } from '../organisation/index.js';
import { DocumentRow } from './document.entity.js';

/** What state the paper was printed in, and is in now, must both be for whoever reads it. */
const isOut = (minutesStates: string): string => `(
  (document.kind = 'agenda' AND document.source_state = 'sent' AND of_meeting.state = ANY(:sentStates))
  OR (document.kind = 'minutes' AND document.source_state = ANY(:${minutesStates})
      AND EXISTS (SELECT FROM minutes WHERE meeting_id = of_meeting.id AND state = ANY(:${minutesStates}))))`;

/** Something that was open when it was printed is closed today. */
const PRINTS_CLOSED = `EXISTS (
  SELECT FROM unnest(document.prints) AS printed (id) LEFT JOIN visibility_today today ON today.id = printed.id
  WHERE today.id IS NULL OR ${anyClosed('today.visibility', 'today.body_visibility')})`;

/** It prints the closed papers of a point that whoever asks is disqualified on. */
const PRINTS_BARRED = `EXISTS (
  SELECT FROM visibility_today printed
  WHERE printed.point_id = ANY(:disqualifiedFrom) AND printed.id = ANY(document.prints)
    AND ${anyClosed('printed.visibility', 'printed.body_visibility')})`;

const OF_MEETING = `(document.kind <> 'indstilling' AND EXISTS (
  SELECT FROM meeting of_meeting WHERE of_meeting.id = document.subject_id
    AND (of_meeting.body_id = ANY(:draftsOf)
      OR (of_meeting.body_id = ANY(:closedOf) AND ${isOut('inReview')})
      OR (of_meeting.body_id = ANY(:openOf) AND document.audience = 'open' AND NOT ${PRINTS_CLOSED}
          AND ${isOut('approved')}))))`;

/** It prints nothing that is closed, whoever reads it. */
const IS_OPEN = `(document.audience = 'open' AND NOT ${PRINTS_CLOSED})`;

/** A paper of the work on an indstilling; for who is only asked for an opinion of it, one that names no closed bilag. */
const OF_THE_WORK = `(${wholeCondition('i')} AND (${inOwnRight('i')} OR NOT ${PRINTS_CLOSED})
  AND (document.source_state = 'version' OR ${wholeCondition('i', 'document.source_state')}))`;

const OF_INDSTILLING = `(document.kind = 'indstilling' AND EXISTS (
  SELECT FROM indstilling i WHERE i.id = document.subject_id AND NOT ${barredFrom('i')}
    AND (NOT ${withoutClosedOf('i')} OR ${IS_OPEN})
    AND ((document.source_state <> 'submitted' AND ${OF_THE_WORK})
      OR (document.source_state = 'submitted'
          AND (${onReadablePoint('i', WITH_CLOSED_PAPERS)} OR (${IS_OPEN} AND ${onReadablePoint('i')}))))))`;

/**
 * Narrows a query of documents to those that the one who asks may read today, whoever had them made: each as its subject,
 * by what it prints and for whom.
 */
export function whereSeen(
  rows: SelectQueryBuilder<DocumentRow>,
  reach: Reach,
): SelectQueryBuilder<DocumentRow> {
  const outFor = (insight: 'open' | 'closed') =>
    MINUTES_STATES.filter((state) => mayReadMinuted({ insight, isGuest: false }, state));
  return rows.andWhere(`(:isProduct OR ((${OF_MEETING} OR ${OF_INDSTILLING}) AND NOT ${PRINTS_BARRED}))`, {
    ...sightParameters(reach),
    sentStates: MEETING_STATES.filter(agendaIsOut),
    inReview: outFor('closed'),
    approved: outFor('open'),
  });
}

/** A document that the actor may read, or null. */
export async function findSeenDocument(
  tx: EntityManager,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<DocumentRow | null> {
  const rows = tx.createQueryBuilder(DocumentRow, 'document').where('document.id = :id', { id });
  if (options.lock) rows.setLock('pessimistic_write');
  return whereSeen(rows, await reachOf(tx, actor)).getOne();
}

/** Loads a document that the actor may read; any other is as one that does not exist. */
export async function loadSeenDocument(
  tx: EntityManager,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<DocumentRow> {
  const row = await findSeenDocument(tx, actor, id, options);
  if (!row) throw notFound('document', id);
  return row;
}
