import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  AttachFile,
  AttachmentVersionListView,
  AttachmentView,
  ReplaceFile,
} from '../../contracts/attachments.js';
import { FILE_KINDS, keptFileName, titleOfFile } from '../../domain/attachment/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { saveVersioned } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import { recordRead } from '../../platform/events/read-log.js';
import type { FileStream } from '../../platform/http/file-body.js';
import { notFound, problemOf } from '../../platform/http/problem-error.js';
import { withBody } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { FileStore } from '../../platform/storage/file-store.js';
import { ApprovalService } from '../indstillinger/index.js';
import { findSeenAttachments, loadOwnerToChange, seenAfter } from './attachment.access.js';
import type { SeenAttachments } from './attachment.access.js';
import { allowEdits, hold, recordAttachment } from './attachment.changes.js';
import type { Held } from './attachment.changes.js';
import { AttachmentVersionRow } from './attachment-version.entity.js';
import { AttachmentRow } from './attachment.entity.js';
import { currentFile, fileView } from './attachment.files.js';
import type { SeenFile } from './attachment.files.js';
import { ownerOf } from './attachment.owners.js';
import type { Owner, OwnerRef } from './attachment.owners.js';
import { attachmentViewIn } from './attachment.view.js';
import { AttachmentsService } from './attachments.service.js';
import { IncomingFiles } from './incoming-files.js';
import type { TakenFile } from './incoming-files.js';
import { loadThereOrKept } from './kept-attachments.js';

/** A file to send, with its name and the type it is sent as. */
export interface Download {
  readonly bytes: Readable;
  readonly size: number;
  readonly fileName: string;
  readonly mediaType: string;
}

@Injectable()
export class AttachmentFilesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly attachments: AttachmentsService,
    private readonly approval: ApprovalService,
    private readonly incoming: IncomingFiles,
    private readonly store: FileStore,
  ) {}

  /** Attaches a file, last of all; what would refuse it is asked before its bytes are taken in, and again when they are there. */
  async attach(
    context: RequestContext,
    ref: OwnerRef,
    given: AttachFile,
    bytes: FileStream,
  ): Promise<AttachmentView> {
    const fileName = keptFileName(given.fileName);
    const sent = { fileName, bytes, attachmentId: null };
    await this.rehearse(context, (tx) => this.ownerToChange(tx, context, ref));
    return this.incoming.take(context, sent, (file) =>
      this.transactions.run(withBody(context, file.sha256), async (tx) => {
        const owner = await this.ownerToChange(tx, context, ref);
        const fields = { title: titleOfFile(fileName), visibility: given.visibility, fileVersionId: file.id };
        const [row] = await this.attachments.append(tx, context, owner, [fields]);
        if (!row) throw new Error('The attachment was not added.');
        await makeReady(tx, file, row.id);
        return seenAfter(tx, context.actor, row);
      }),
    );
  }

  /** Gives an attachment a new file: the next version of it, while the agendas that were sent keep theirs. */
  async replace(
    context: RequestContext,
    id: string,
    ifMatch: number,
    given: ReplaceFile,
    bytes: FileStream,
  ): Promise<AttachmentView> {
    const fileName = keptFileName(given.fileName);
    await this.rehearse(context, (tx) => this.heldToChange(tx, context, id, ifMatch));
    return this.incoming.take(context, { fileName, bytes, attachmentId: id }, (file) =>
      this.transactions.run(context, async (tx) => {
        const held = await this.heldToChange(tx, context, id, ifMatch);
        const { row } = held;
        const before = await fileNameOf(tx, row);
        await makeReady(tx, file, id);
        await saveVersioned(tx, AttachmentRow, row, { fileVersionId: file.id });
        // It may be closed, or become it: the names stand under their hashes.
        const changes = changesOf({ file: before }, { file: fileName }, { closed: true });
        await recordAttachment(tx, context, 'attachment.changed', held, ['file'], changes);
        return seenAfter(tx, context.actor, row);
      }),
    );
  }

  /** The versions of its file that somebody sees, newest first; none while it is a title only. */
  async versions(context: RequestContext, id: string): Promise<AttachmentVersionListView> {
    return this.transactions.run(context, async (tx) => {
      const { seen, isClosed } = await this.seenOne(tx, context, id);
      if (isClosed)
        await recordRead(tx, context, 'attachment.read', { kind: 'attachment', id }, seen.scopeId);
      const files = seen.files.get(id) ?? [];
      const names = seen.whole ? await namesOf(tx, files) : new Map<string, string>();
      const items = files.map((file) => ({
        ...fileView(file),
        uploadedAt: seen.whole ? file.uploadedAt.toISOString() : null,
        uploadedBy: personOf(file, names),
      }));
      return { items: items.reverse() };
    });
  }

  /** The bytes of a file that somebody sees: of a version by its number, else of the one it has for them. */
  async download(context: RequestContext, id: string, number: number | null): Promise<Download> {
    const file = await this.transactions.run(context, async (tx) => {
      const { seen, row, isClosed } = await this.seenOne(tx, context, id);
      const found =
        number === null
          ? currentFile(row, seen.files)
          : seen.files.get(id)?.find((one) => one.number === number);
      if (!found) throw notFound('file of the attachment', id);
      if (isClosed)
        await recordRead(tx, context, 'attachment.downloaded', { kind: 'attachment', id }, seen.scopeId);
      return found;
    });
    const { mediaType } = FILE_KINDS[file.kind];
    return { ...(await this.store.open(file.sha256)), fileName: file.fileName, mediaType };
  }

  private async seenOne(
    tx: EntityManager,
    { actor }: RequestContext,
    id: string,
  ): Promise<{ seen: SeenAttachments; row: AttachmentRow; isClosed: boolean }> {
    const ref = ownerOf(await loadThereOrKept(tx, id));
    const seen = await findSeenAttachments(tx, actor, ref);
    const row = seen?.rows.find((one) => one.id === id);
    if (!seen || !row) throw notFound('attachment', id);
    return { seen, row, isClosed: attachmentViewIn(seen, id).effectiveVisibility === 'closed' };
  }

  private async ownerToChange(tx: EntityManager, context: RequestContext, ref: OwnerRef): Promise<Owner> {
    const owner = await loadOwnerToChange(tx, context.actor, ref);
    await allowEdits(tx, context, owner, ['edit-point'], this.approval);
    return owner;
  }

  private async heldToChange(
    tx: EntityManager,
    context: RequestContext,
    id: string,
    ifMatch: number,
  ): Promise<Held> {
    const held = await hold(tx, context.actor, id, ifMatch);
    await allowEdits(tx, context, held.owner, ['edit-point'], this.approval);
    return held;
  }

  /** Tries the beginning of a piece of work and takes it back, so that nobody sends 50 MB to be refused. */
  private async rehearse(
    context: RequestContext,
    work: (tx: EntityManager) => Promise<unknown>,
  ): Promise<void> {
    const rehearsed = new Error('Taken back.');
    await this.transactions
      .run({ ...context, idempotency: null }, async (tx) => {
        await work(tx);
        throw rehearsed;
      })
      .catch((error: unknown) => {
        if (error !== rehearsed) throw error;
      });
  }
}

/** Makes the row of a stored file the next version of an attachment whose owner the caller has locked. */
async function makeReady(tx: EntityManager, file: TakenFile, attachmentId: string): Promise<void> {
  const { id, kind, size, sha256 } = file;
  const [, made] = await tx.query<[unknown, number]>(
    `UPDATE attachment_version SET attachment_id = $2, kind = $3, size = $4, sha256 = $5, state = 'ready', ready_at = now(),
       number = (SELECT coalesce(max(number), 0) + 1 FROM attachment_version WHERE attachment_id = $2)
     WHERE id = $1 AND state = 'pending'`,
    [id, attachmentId, kind, size, sha256],
  );
  // It took so long that it was given up.
  if (made !== 1) throw problemOf('malformed-body', 'The file took too long to come.');
}

async function fileNameOf(tx: EntityManager, { fileVersionId }: AttachmentRow): Promise<string | null> {
  if (fileVersionId === null) return null;
  return (await tx.findOneByOrFail(AttachmentVersionRow, { id: fileVersionId })).fileName;
}

async function namesOf(tx: EntityManager, files: readonly SeenFile[]): Promise<ReadonlyMap<string, string>> {
  const ids = files.flatMap(({ uploadedBy }) => uploadedBy ?? []);
  const rows = await tx.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM person WHERE id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function personOf(
  { uploadedBy }: SeenFile,
  names: ReadonlyMap<string, string>,
): { id: string; name: string } | null {
  const name = uploadedBy === null ? undefined : names.get(uploadedBy);
  return uploadedBy === null || name === undefined ? null : { id: uploadedBy, name };
}
