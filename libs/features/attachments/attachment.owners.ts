import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { strictest } from '../../domain/agenda/index.js';
import type { Visibility } from '../../domain/agenda/index.js';
import { load } from '../../platform/database/versioned.js';
import { notFound } from '../../platform/http/problem-error.js';
import { AgendaPointRow } from '../agenda-points/index.js';
import { IndstillingRow } from '../indstillinger/index.js';
import { MeetingRow } from '../meetings/index.js';
import { AttachmentRow } from './attachment.entity.js';

/** What attachments hang on. */
export type OwnerRef = { readonly pointId: string } | { readonly indstillingId: string };

/** The owner with what its rules ask: the meeting of a point, or the indstilling itself. */
export type Owner = {
  /** What the attachments inherit: the strictest of point, parent point and body; an indstilling adds nothing. */
  readonly visibility: Visibility;
} & (
  | { readonly kind: 'point'; readonly pointId: string; readonly meeting: MeetingRow }
  | { readonly kind: 'indstilling'; readonly row: IndstillingRow }
);

/**
 * Loads what attachments hang on; throws `not-found` naming it. `lock` holds the meeting of a point (as the agenda
 * does) or the indstilling, and with it the order of the attachments.
 */
export async function loadOwner(
  tx: EntityManager,
  ref: OwnerRef,
  options: { lock?: boolean } = {},
): Promise<Owner> {
  if ('pointId' in ref) return loadPoint(tx, ref.pointId, options);
  const row = await load(tx, IndstillingRow, 'indstilling', ref.indstillingId, options);
  return { kind: 'indstilling', row, visibility: 'open' };
}

async function loadPoint(tx: EntityManager, pointId: string, options: { lock?: boolean }): Promise<Owner> {
  const { meetingId } = await load(tx, AgendaPointRow, 'agenda point', pointId);
  const meeting = await load(tx, MeetingRow, 'meeting', meetingId, options);
  const [found] = await tx.query<{ own: Visibility; parent: Visibility | null; body: Visibility }[]>(
    `SELECT point.visibility AS own, parent.visibility AS parent, body.visibility AS body
     FROM agenda_point point
     LEFT JOIN agenda_point parent ON parent.id = point.parent_id
     JOIN body ON body.id = $3
     WHERE point.id = $1 AND point.meeting_id = $2`,
    [pointId, meetingId, meeting.bodyId],
  );
  // It went to another meeting, or away, while this one waited for the lock.
  if (!found) throw notFound('agenda point', pointId);
  const visibility = strictest(found.body, found.parent, found.own);
  return { kind: 'point', pointId, meeting, visibility };
}

/** Where a row hangs. */
export function ownerOf({ pointId, indstillingId }: AttachmentRow): OwnerRef {
  return pointId === null ? { indstillingId: indstillingId ?? '' } : { pointId };
}

/** The attachments of one owner by position; `lock` holds their rows. */
export function siblingsOf(
  tx: EntityManager,
  ref: OwnerRef,
  options: { lock?: boolean } = {},
): Promise<AttachmentRow[]> {
  const where =
    'pointId' in ref
      ? { pointId: ref.pointId, indstillingId: IsNull() }
      : { indstillingId: ref.indstillingId, pointId: IsNull() };
  return tx.find(AttachmentRow, {
    where,
    order: { position: 'ASC' },
    ...(options.lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
}

/** Numbers the rows from 0 in the order given, in one statement; their versions stay. */
export async function savePositions(tx: EntityManager, inOrder: readonly AttachmentRow[]): Promise<void> {
  await tx.query(
    `UPDATE attachment SET position = place.position
     FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, nth),
     LATERAL (SELECT (given.nth - 1)::int AS position) AS place
     WHERE attachment.id = given.id AND attachment.position <> place.position`,
    [inOrder.map((row) => row.id)],
  );
  inOrder.forEach((row, position) => {
    row.position = position;
  });
}
