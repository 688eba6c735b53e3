import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DocumentModel } from '../../domain/document/index.js';
import { record } from '../../platform/events/event-log.js';
import { allow } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { TEMPLATE_VERSION } from '../../rendering/docx/index.js';
import { findSeenDocument } from './document.access.js';
import { DocumentRow } from './document.entity.js';
import type { Printed } from './indstilling-models.js';
import { PRINTS_CLOSED } from './documents.policy.js';

/** What a document is of: its subject, its audience and its format; of an indstilling the submission, or 0. */
export type DocumentSubject = Pick<DocumentRow, 'subjectId' | 'audience' | 'format'> &
  Partial<Pick<DocumentRow, 'submission'>>;

/** Has documents made: whoever asks, the same document is one, and one job. */
@Injectable()
export class DocumentRequests {
  /** The same document asked for twice is one document; one that failed is tried again. */
  async request(
    tx: EntityManager,
    context: RequestContext,
    { model, sourceState, prints }: Printed,
    { subjectId, audience, format, submission = 0 }: DocumentSubject,
  ): Promise<DocumentRow> {
    const printed = format === 'docx' ? fromHere(model, subjectId) : model;
    const source = JSON.stringify(printed);
    const sourceHash = contentHash(printed);
    const made = { sourceState, sourceHash, templateVersion: TEMPLATE_VERSION, submission };
    const key = { kind: model.kind, subjectId, audience, format, ...made };
    const fileName = format === 'pdf' ? model.fileName.replace(/\.docx$/, '.pdf') : model.fileName;
    const inserted = await tx.query<unknown[]>(
      `INSERT INTO document
         (id, kind, subject_id, audience, source, source_hash, template_version, file_name, source_state, prints, format,
          submission)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $10::uuid[], $11, $12)
       ON CONFLICT ON CONSTRAINT document_key_is_its_own DO NOTHING RETURNING id`,
      [
        ...[newId(), model.kind, subjectId, audience, source, sourceHash, TEMPLATE_VERSION, fileName],
        ...[sourceState, prints, format, submission],
      ],
    );
    const row = await tx.findOneOrFail(DocumentRow, { where: key });
    // What it turned out to print may be closed to whoever asked; then nothing of it is kept.
    if (!(await findSeenDocument(tx, context.actor, row.id))) allow(PRINTS_CLOSED);
    if (inserted.length > 0) await this.announce(tx, context, row);
    else if (row.state === 'failed') await this.requeue(tx, context, row);
    return row;
  }

  async requeue(tx: EntityManager, context: RequestContext, row: DocumentRow): Promise<void> {
    const patch = { state: 'queued' as const, progress: 0, attempts: 0, reason: null };
    await tx.update(DocumentRow, row.id, patch);
    Object.assign(row, patch);
    await this.announce(tx, context, row);
  }

  private announce(tx: EntityManager, context: RequestContext, row: DocumentRow): Promise<void> {
    const { id, kind, audience, format, subjectId } = row;
    return record(tx, context, {
      name: 'document.requested',
      subject: { kind: 'document', id },
      scopeId: subjectId,
      data: { kind, audience, format },
    });
  }
}

/** A document that may come back says where it comes from, and by its mark what it said. */
function fromHere(model: DocumentModel, subjectId: string): DocumentModel {
  return { ...model, origin: { kind: model.kind, subjectId, mark: contentHash(model) } };
}
