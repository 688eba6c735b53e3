import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  DocumentQuery,
  DocumentView,
  RequestIndstillingDocument,
  RequestMeetingDocument,
} from '../../contracts/documents.js';
import type { DocumentModel } from '../../domain/document/index.js';
import { TEMPLATE_VERSION } from '../../rendering/docx/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { record } from '../../platform/events/event-log.js';
import { recordRead } from '../../platform/events/read-log.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import { allow, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { FileStore } from '../../platform/storage/file-store.js';
import { loadSeenIndstilling } from '../indstillinger/index.js';
import { loadSeenMeeting } from '../meetings/index.js';
import { reachOf } from '../organisation/index.js';
import { findSeenDocument, loadSeenDocument, whereSeen } from './document.access.js';
import { DocumentRow } from './document.entity.js';
import { documentView } from './document.view.js';
import { DocumentModels } from './document-models.js';
import type { Printed } from './document-models.js';
import { PRINTS_CLOSED, mayAskFor } from './documents.policy.js';

/** What a document is of: its subject, its audience and its format. */
type DocumentSubject = Pick<DocumentRow, 'subjectId' | 'audience' | 'format'>;

/** A document as a file. */
export interface DocumentFile extends Pick<DocumentRow, 'fileName' | 'format'> {
  readonly bytes: Buffer;
}

@Injectable()
export class DocumentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly models: DocumentModels,
    private readonly files: FileStore,
  ) {}

  async list({ actor }: RequestContext, query: DocumentQuery): Promise<Page<DocumentView>> {
    const tx = this.transactions.reader;
    const rows = whereSeen(tx.createQueryBuilder(DocumentRow, 'document'), await reachOf(tx, actor));
    const { subjectId, kind, state, audience, format } = query;
    if (subjectId !== undefined) rows.andWhere('document.subjectId = :subjectId', { subjectId });
    if (kind !== undefined) rows.andWhere('document.kind = :kind', { kind });
    if (audience !== undefined) rows.andWhere('document.audience = :audience', { audience });
    if (format !== undefined) rows.andWhere('document.format = :format', { format });
    if (state !== undefined) rows.andWhere('document.state = :state', { state });
    const page = await readPage(rows, query, [
      { column: 'document.id', value: (row) => row.id, direction: 'DESC' },
    ]);
    return { ...page, items: page.items.map(documentView) };
  }

  async get({ actor }: Pick<RequestContext, 'actor'>, id: string): Promise<DocumentView> {
    return documentView(await loadSeenDocument(this.transactions.reader, actor, id));
  }

  /** The same, or null where it is not there for the actor. */
  async find({ actor }: Pick<RequestContext, 'actor'>, id: string): Promise<DocumentView | null> {
    const row = await findSeenDocument(this.transactions.reader, actor, id);
    return row && documentView(row);
  }

  requestOfMeeting(
    context: RequestContext,
    meetingId: string,
    request: RequestMeetingDocument,
  ): Promise<DocumentView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const seen = await loadSeenMeeting(tx, actor, meetingId);
      const isDraft = request.kind === 'agenda' && request.agendaVersion === 'draft';
      allow(mayAskFor(seen.insight, { audience: request.audience, isDraft }));
      const printed =
        request.kind === 'agenda'
          ? await this.models.agenda(tx, actor, seen, request)
          : await this.models.minutes(tx, seen, request.audience);
      const { audience, format } = request;
      return this.request(tx, context, printed, { subjectId: meetingId, audience, format });
    });
  }

  requestOfIndstilling(
    context: RequestContext,
    indstillingId: string,
    { audience, format }: RequestIndstillingDocument,
  ): Promise<DocumentView> {
    return this.transactions.run(context, async (tx) => {
      const seen = await loadSeenIndstilling(tx, context.actor, indstillingId);
      const printed = await this.models.indstilling(tx, seen, audience);
      return this.request(tx, context, printed, { subjectId: indstillingId, audience, format });
    });
  }

  /** Has a document that failed made again. */
  retry(context: RequestContext, id: string): Promise<DocumentView> {
    return this.transactions.run(context, async (tx) => {
      const row = await loadSeenDocument(tx, context.actor, id, { lock: true });
      if (row.state !== 'failed') return documentView(row);
      await this.requeue(tx, context, row);
      return documentView(row);
    });
  }

  /** The bytes of a document that is ready, with its name; refuses with `not-ready` before that. */
  async file(context: RequestContext, id: string): Promise<DocumentFile> {
    const row = await loadSeenDocument(this.transactions.reader, context.actor, id);
    if (row.state !== 'ready' || row.sha256 === null) {
      throw problemOf('not-ready', row.reason ?? `The document is ${row.state}.`);
    }
    const bytes = await this.files.get(row.sha256);
    if (row.audience === 'all') await this.recordDownload(context, row);
    return { bytes, fileName: row.fileName, format: row.format };
  }

  /** The same document asked for twice is one document; one that failed is tried again. */
  private async request(
    tx: EntityManager,
    context: RequestContext,
    { model, sourceState, prints }: Printed,
    { subjectId, audience, format }: DocumentSubject,
  ): Promise<DocumentView> {
    const printed = format === 'docx' ? fromHere(model, subjectId) : model;
    const source = JSON.stringify(printed);
    const sourceHash = contentHash(printed);
    const made = { sourceState, sourceHash, templateVersion: TEMPLATE_VERSION };
    const key = { kind: model.kind, subjectId, audience, format, ...made };
    const fileName = format === 'pdf' ? model.fileName.replace(/\.docx$/, '.pdf') : model.fileName;
    const inserted = await tx.query<unknown[]>(
      `INSERT INTO document
         (id, kind, subject_id, audience, source, source_hash, template_version, file_name, source_state, prints, format)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $10::uuid[], $11)
       ON CONFLICT ON CONSTRAINT document_key_is_its_own DO NOTHING RETURNING id`,
      [
        ...[newId(), model.kind, subjectId, audience, source, sourceHash, TEMPLATE_VERSION, fileName],
        ...[sourceState, prints, format],
      ],
    );
    const row = await tx.findOneOrFail(DocumentRow, { where: key });
    // What it turned out to print may be closed to whoever asked; then nothing of it is kept.
    if (!(await findSeenDocument(tx, context.actor, row.id))) allow(PRINTS_CLOSED);
    if (inserted.length > 0) await this.announce(tx, context, row);
    else if (row.state === 'failed') await this.requeue(tx, context, row);
    return documentView(row);
  }

  private async requeue(tx: EntityManager, context: RequestContext, row: DocumentRow): Promise<void> {
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

  private recordDownload(context: RequestContext, { id, subjectId }: DocumentRow): Promise<void> {
    const subject = { kind: 'document' as const, id };
    return this.transactions.run(context, (tx) =>
      recordRead(tx, context, 'document.downloaded', subject, subjectId),
    );
  }
}

/** A document that may come back says where it comes from, and by its mark what it said. */
function fromHere(model: DocumentModel, subjectId: string): DocumentModel {
  return { ...model, origin: { kind: model.kind, subjectId, mark: contentHash(model) } };
}
