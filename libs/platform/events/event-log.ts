import type { EntityManager } from 'typeorm';
import type { EventName, SubjectKind } from '../../contracts/events.js';
import type { RequestContext } from '../http/request-context.js';
import { newId } from '../ids/new-id.js';

/** One thing that happened, as it is written down. */
export interface NewEvent {
  readonly name: EventName;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  /** The meeting or body it belongs to, where there is one, so that histories can be read by it. */
  readonly scopeId?: string;
  /** What changed, by field; ids and values, never a closed text that its readers could not see. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * The last beat of every service method: writes what happened into the append-only event table, in the transaction that
 * did it. The table is audit log, history and outbox at once; a NOTIFY wakes its consumers when the transaction commits.
 */
export async function record(tx: EntityManager, context: RequestContext, event: NewEvent): Promise<void> {
  await tx.query(
    `INSERT INTO event (id, name, subject_kind, subject_id, scope_id, data, request_id)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
    [
      newId(),
      event.name,
      event.subject.kind,
      event.subject.id,
      event.scopeId ?? null,
      JSON.stringify(event.data ?? {}),
      context.requestId,
    ],
  );
  await tx.query("SELECT pg_notify('event', '')");
}

/**
 * Writes down that somebody read something closed, once for each person, thing and hour: who saw what is on record, and
 * a page that reloads does not flood it. What the product itself reads is not written.
 */
export async function recordRead(
  tx: EntityManager,
  context: RequestContext,
  name: EventName,
  subject: NewEvent['subject'],
  scopeId: string,
): Promise<void> {
  if (context.actor.personId === null) return;
  const [{ known }] = await tx.query<[{ known: boolean }]>(
    `SELECT EXISTS (SELECT 1 FROM event WHERE subject_id = $1 AND name = $2 AND data->>'by' = $3
                    AND at > now() - interval '1 hour') AS known`,
    [subject.id, name, context.actor.personId],
  );
  if (!known) await record(tx, context, { name, subject, scopeId, data: { by: context.actor.personId } });
}
