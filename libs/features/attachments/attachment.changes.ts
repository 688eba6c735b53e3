import type { EntityManager } from 'typeorm';
import type { EventName } from '../../contracts/events.js';
import type { Actor } from '../../domain/rights/index.js';
import { mayEditAgenda } from '../../domain/meeting/index.js';
import type { AgendaEdit } from '../../domain/meeting/index.js';
import { checkVersion } from '../../platform/database/versioned.js';
import type { FieldChange } from '../../platform/events/changes.js';
import { record } from '../../platform/events/event-log.js';
import { notFound, orRefuse } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import type { ApprovalService } from '../indstillinger/index.js';
import { findSeenAttachments, loadOwnerToChange } from './attachment.access.js';
import type { AttachmentRow } from './attachment.entity.js';
import type { SeenFiles } from './attachment.files.js';
import { ownerOf, siblingsOf } from './attachment.owners.js';
import type { Owner } from './attachment.owners.js';
import { attachmentViewIn, attachmentViews } from './attachment.view.js';
import { loadThereOrKept } from './kept-attachments.js';

/** An attachment with its siblings, their owner locked. */
export interface Held {
  readonly row: AttachmentRow;
  readonly siblings: AttachmentRow[];
  /** Those that whoever changes it sees, itself among them. */
  readonly seen: AttachmentRow[];
  readonly owner: Owner;
}

/**
 * Loads an attachment with its siblings, all locked; refuses a stale version with the attachment as it is now. Who only reads it
 * is refused alike whether it was removed or not since its agenda was sent: otherwise the refusal would tell of work not sent.
 */
export async function hold(tx: EntityManager, actor: Actor, id: string, ifMatch: number): Promise<Held> {
  const ref = ownerOf(await loadThereOrKept(tx, id));
  if (!(await seenIn(tx, actor, ref)).ids.has(id)) throw notFound('attachment', id);
  const owner = await loadOwnerToChange(tx, actor, ref);
  const siblings = await siblingsOf(tx, ref, { lock: true });
  const { ids, files } = await seenIn(tx, actor, ref);
  const seen = siblings.filter((sibling) => ids.has(sibling.id));
  const row = seen.find((sibling) => sibling.id === id);
  // Somebody removed it, or closed it to this one, who waited for the lock.
  if (!row) throw notFound('attachment', id);
  const shown = { rows: seen, visibility: owner.visibility, audience: 'all', files } as const;
  checkVersion(row, ifMatch, attachmentViewIn(shown, id));
  return { row, siblings, seen, owner };
}

async function seenIn(
  tx: EntityManager,
  actor: Actor,
  ref: Parameters<typeof findSeenAttachments>[2],
): Promise<{ ids: ReadonlySet<string>; files: SeenFiles }> {
  const seen = await findSeenAttachments(tx, actor, ref);
  const ids = new Set(seen && attachmentViews(seen).map(({ id }) => id));
  return { ids, files: seen?.files ?? new Map() };
}

/** Throws unless the owner's state takes the edits; counts them as a change of the text of an indstilling. */
export async function allowEdits(
  tx: EntityManager,
  context: RequestContext,
  owner: Owner,
  edits: readonly AgendaEdit[],
  approval: ApprovalService,
): Promise<void> {
  if (owner.kind === 'indstilling') await approval.revise(tx, context, owner.row);
  else for (const edit of edits) orRefuse(mayEditAgenda(owner.meeting.state, edit));
}

/** Records what happened to an attachment, in the scope of its meeting or body; titles may be closed and stay out. */
export function recordAttachment(
  tx: EntityManager,
  context: RequestContext,
  name: EventName,
  { row, owner }: Pick<Held, 'row' | 'owner'>,
  fields: readonly string[],
  changes: readonly FieldChange[] = [],
): Promise<void> {
  const { id, pointId, indstillingId, position, visibility } = row;
  return record(tx, context, {
    name,
    subject: { kind: 'attachment', id },
    scopeId: owner.kind === 'point' ? owner.meeting.id : owner.row.bodyId,
    data: { pointId, indstillingId, position, visibility, fields },
    changes,
  });
}
