import type { EntityManager } from 'typeorm';
import type { CreateFollowUp, FollowUpStepRequest } from '../../contracts/follow-ups.js';
import type { EventName } from '../../contracts/events.js';
import { insightInto } from '../../domain/rights/index.js';
import type { Actor, BodyFacts } from '../../domain/rights/index.js';
import type { FieldChange } from '../../platform/events/changes.js';
import { record } from '../../platform/events/event-log.js';
import { problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { findSeenPoint } from '../agenda-points/index.js';
import { FollowUpNoteRow } from './follow-up.entity.js';
import type { FollowUpRow } from './follow-up.entity.js';

/** Where a follow-up comes from: always a body, and the meeting and point where there is one. */
export type Origin = Pick<FollowUpRow, 'bodyId' | 'meetingId' | 'pointId'>;

/**
 * Finds what body and meeting belong to the one thing a new follow-up hangs on; throws when it is not there, or not
 * there for the actor.
 */
export async function originOf(tx: EntityManager, actor: Actor, fields: CreateFollowUp): Promise<Origin> {
  const [found] = await tx.query<(Origin & Pick<BodyFacts, 'visibility'>)[]>(
    `SELECT origin.*, body.visibility FROM (
       SELECT m.body_id AS "bodyId", m.id AS "meetingId", p.id AS "pointId"
       FROM agenda_point p JOIN meeting m ON m.id = p.meeting_id WHERE p.id = $1
       UNION ALL SELECT body_id, id, NULL FROM meeting WHERE id = $2
       UNION ALL SELECT id, NULL, NULL FROM body WHERE id = $3) origin
     JOIN body ON body.id = origin."bodyId"`,
    [fields.pointId ?? null, fields.meetingId ?? null, fields.bodyId ?? null],
  );
  if (!found || !(await isThereFor(tx, actor, found)))
    throw problemOf('reference-not-found', 'What the follow-up is said to come from is not there.');
  const { bodyId, meetingId, pointId } = found;
  return { bodyId, meetingId, pointId };
}

async function isThereFor(
  tx: EntityManager,
  actor: Actor,
  { bodyId, pointId, visibility }: Origin & Pick<BodyFacts, 'visibility'>,
): Promise<boolean> {
  if (pointId !== null) return (await findSeenPoint(tx, actor, pointId)) !== null;
  return insightInto(actor, { id: bodyId, visibility }) !== 'none';
}

/** Writes a note to a follow-up, with the step it belongs to or by itself. */
export async function writeNote(
  tx: EntityManager,
  followUpId: string,
  at: Date,
  { action, text }: { action: FollowUpStepRequest['action'] | null; text: string },
): Promise<FollowUpNoteRow> {
  const row = tx.create(FollowUpNoteRow, { id: newId(), followUpId, at, action, text });
  await tx.insert(FollowUpNoteRow, row);
  return row;
}

/** Records what happened to a follow-up in the scope of its meeting, or of its body where it has none. */
export function recordFollowUp(
  tx: EntityManager,
  context: RequestContext,
  name: EventName,
  row: FollowUpRow,
  data: Readonly<Record<string, unknown>> = {},
  changes: readonly FieldChange[] = [],
): Promise<void> {
  return record(tx, context, {
    name,
    subject: { kind: 'follow-up', id: row.id },
    scopeId: row.meetingId ?? row.bodyId,
    data: { pointId: row.pointId, ...data },
    changes,
  });
}
