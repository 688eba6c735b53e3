import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  AttachmentListView,
  AttachmentView,
  ChangeAttachment,
  CreateAttachment,
  MoveAttachmentTo,
} from '../../contracts/attachments.js';
import { moveAttachment, openFirst } from '../../domain/attachment/index.js';
import type { AgendaEdit } from '../../domain/meeting/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { saveVersioned } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import { recordRead } from '../../platform/events/read-log.js';
import { ProblemError, notFound, orRefuse } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { ApprovalService } from '../indstillinger/index.js';
import { AttachmentRow } from './attachment.entity.js';
import { findSeenAttachments, loadOwnerToChange, seenAfter, seenList } from './attachment.access.js';
import { allowEdits, hold, recordAttachment } from './attachment.changes.js';
import { ownerOf, savePositions, siblingsOf } from './attachment.owners.js';
import type { Owner, OwnerRef } from './attachment.owners.js';
import { attachmentViewIn } from './attachment.view.js';
import { keepRemovedAttachment, loadThereOrKept } from './kept-attachments.js';
import { loadRemovedAttachment, putAttachmentBack } from './removed-attachments.js';

/** An attachment to add; an imported one may bring the text it had in the package. */
export type NewAttachment = CreateAttachment & {
  readonly importedText?: string | null;
  readonly fileVersionId?: string;
};

@Injectable()
export class AttachmentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly approval: ApprovalService,
  ) {}

  async list(context: RequestContext, ref: OwnerRef): Promise<AttachmentListView> {
    return seenList(this.transactions.reader, context, ref);
  }

  get(context: RequestContext, id: string): Promise<AttachmentView> {
    return this.transactions.run(context, async (tx) => {
      const ref = ownerOf(await loadThereOrKept(tx, id));
      const seen = await findSeenAttachments(tx, context.actor, ref);
      if (!seen) throw notFound('attachment', id);
      const view = attachmentViewIn(seen, id);
      if (view.effectiveVisibility === 'closed')
        await recordRead(tx, context, 'attachment.read', { kind: 'attachment', id }, seen.scopeId);
      return view;
    });
  }

  create(context: RequestContext, ref: OwnerRef, fields: CreateAttachment): Promise<AttachmentView> {
    return this.transactions.run(context, async (tx) => {
      const owner = await loadOwnerToChange(tx, context.actor, ref);
      await this.allow(tx, context, owner, ['edit-point']);
      const [row] = await this.append(tx, context, owner, [fields]);
      if (!row) throw new Error('The attachment was not added.');
      return seenAfter(tx, context.actor, row);
    });
  }

  /**
   * Adds attachments at the end of the list of an owner that the caller has locked, without asking whether its state
   * takes them; for the import, which brings in what already was.
   */
  async append(
    tx: EntityManager,
    context: RequestContext,
    owner: Owner,
    attachments: readonly NewAttachment[],
  ): Promise<AttachmentRow[]> {
    const ref = owner.kind === 'point' ? { pointId: owner.pointId } : { indstillingId: owner.row.id };
    const siblings = await siblingsOf(tx, ref, { lock: true });
    const rows = attachments.map((fields, index) =>
      tx.create(AttachmentRow, {
        ...{ pointId: null, indstillingId: null, importedText: null, fileVersionId: null, ...ref, ...fields },
        id: newId(),
        position: siblings.length + index,
        version: 1,
      }),
    );
    await tx.insert(AttachmentRow, rows);
    for (const row of rows) {
      const fields = ['title', 'visibility', ...(row.fileVersionId === null ? [] : ['file'])];
      await recordAttachment(tx, context, 'attachment.created', { row, owner }, fields);
    }
    return rows;
  }

  change(
    context: RequestContext,
    id: string,
    ifMatch: number,
    fields: ChangeAttachment,
  ): Promise<AttachmentView> {
    return this.transactions.run(context, async (tx) => {
      const held = await hold(tx, context.actor, id, ifMatch);
      const { row, owner } = held;
      const changed = changedFields(row, fields);
      if (changed.length > 0) {
        await this.allow(tx, context, owner, changed.map(editOf));
        // It may be closed, or become it: its title stands under its hash.
        const changes = changesOf(row, fields, { closed: true });
        await saveVersioned(tx, AttachmentRow, row, fields);
        await recordAttachment(tx, context, 'attachment.changed', held, changed, changes);
      }
      return seenAfter(tx, context.actor, row);
    });
  }

  move(
    context: RequestContext,
    id: string,
    ifMatch: number,
    { position }: MoveAttachmentTo,
  ): Promise<AttachmentListView> {
    return this.transactions.run(context, async (tx) => {
      const held = await hold(tx, context.actor, id, ifMatch);
      const { row, siblings, seen, owner } = held;
      const before = openFirst(seen, owner.visibility).indexOf(row);
      const order = orRefuse(moveAttachment(seen, owner.visibility, id, position));
      if (position !== before) {
        await this.allow(tx, context, owner, ['edit-point']);
        // Only closed ones are hidden from somebody who changes the list, and they come last anyway.
        await savePositions(tx, [...order, ...siblings.filter((sibling) => !seen.includes(sibling))]);
        await saveVersioned(tx, AttachmentRow, row, {});
        await recordAttachment(tx, context, 'attachment.moved', held, ['position']);
      }
      return seenList(tx, context, ownerOf(row));
    });
  }

  remove(context: RequestContext, id: string, ifMatch: number): Promise<void> {
    return this.transactions.run(context, async (tx) => {
      const held = await hold(tx, context.actor, id, ifMatch);
      await this.allow(tx, context, held.owner, ['edit-point']);
      await keepRemovedAttachment(tx, held.row);
      await tx.delete(AttachmentRow, id);
      await savePositions(
        tx,
        held.siblings.filter((sibling) => sibling.id !== id),
      );
      await recordAttachment(tx, context, 'attachment.removed', held, []);
    });
  }

  /** Gives back a bilag that was removed, with its file and its id, where it stood. */
  restore(context: RequestContext, id: string): Promise<AttachmentView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const ref = ownerOf(await loadRemovedAttachment(tx, actor, id));
      const owner = await loadOwnerToChange(tx, actor, ref).catch((error: unknown) => {
        // Nobody reads what was removed: to those who may not give it back it is not there.
        throw isNotAllowed(error) ? notFound('attachment', id) : error;
      });
      const row = await loadRemovedAttachment(tx, actor, id, { lock: true });
      await this.allow(tx, context, owner, ['edit-point']);
      await putAttachmentBack(tx, row);
      await recordAttachment(tx, context, 'attachment.restored', { row, owner }, []);
      return seenAfter(tx, actor, row);
    });
  }

  private allow(
    tx: EntityManager,
    context: RequestContext,
    owner: Owner,
    edits: readonly AgendaEdit[],
  ): Promise<void> {
    return allowEdits(tx, context, owner, edits, this.approval);
  }
}

const isNotAllowed = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'not-allowed';

const CHANGEABLE = ['title', 'visibility'] as const;
type Changeable = (typeof CHANGEABLE)[number];

function changedFields(row: AttachmentRow, fields: ChangeAttachment): readonly Changeable[] {
  return CHANGEABLE.filter((name) => fields[name] !== undefined && fields[name] !== row[name]);
}

/** Opening and closing are asked apart, since an agenda in session takes them too. */
function editOf(name: Changeable): AgendaEdit {
  return name === 'visibility' ? 'change-visibility' : 'edit-point';
}
