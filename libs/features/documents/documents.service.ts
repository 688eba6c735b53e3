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
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import { notFound, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { FileStore } from '../../platform/storage/file-store.js';
import { DocumentRow } from './document.entity.js';
import { documentView } from './document.view.js';
import { DocumentModels } from './document-models.js';

/** What a document is of: its subject and its audience. */
type DocumentSubject = Pick<DocumentRow, 'subjectId' | 'audience'>;

@Injectable()
export class DocumentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly models: DocumentModels,
    private readonly files: FileStore,
  ) {}

  async list(query: DocumentQuery): Promise<Page<DocumentView>> {
    const rows = this.transactions.reader.createQueryBuilder(DocumentRow, 'document');
    const { subjectId, kind, state } = query;
    if (subjectId !== undefined) rows.andWhere('document.subjectId = :subjectId', { subjectId });
    if (kind !== undefined) rows.andWhere('document.kind = :kind', { kind });
    if (state !== undefined) rows.andWhere('document.state = :state', { state });
    const page = await readPage(rows, query, [
      { column: 'document.id', value: (row) => row.id, direction: 'DESC' },
    ]);
    return { ...page, items: page.items.map(documentView) };
  }

  async get(id: string): Promise<DocumentView> {
    return documentView(await this.load(this.transactions.reader, id));
  }

  requestOfMeeting(
    context: RequestContext,
    meetingId: string,
    request: RequestMeetingDocument,
  ): Promise<DocumentView> {
    return this.transactions.run(context, async (tx) => {
      const model =
        request.kind === 'agenda'
          ? await this.models.agenda(tx, meetingId, request)
          : await this.models.minutes(tx, meetingId, request.audience);
      return this.request(tx, context, model, { subjectId: meetingId, audience: request.audience });
    });
  }

  requestOfIndstilling(
    context: RequestContext,
    indstillingId: string,
    { audience }: RequestIndstillingDocument,
  ): Promise<DocumentView> {
    return this.transactions.run(context, async (tx) => {
      const model = await this.models.indstilling(tx, indstillingId, audience);
      return this.request(tx, context, model, { subjectId: indstillingId, audience });
    });
  }

  /** Has a document that failed made again. */
  retry(context: RequestContext, id: string): Promise<DocumentView> {
    return this.transactions.run(context, async (tx) => {
      const row = await this.load(tx, id, { lock: true });
      if (row.state !== 'failed') return documentView(row);
      await this.requeue(tx, context, row);
      return documentView(row);
    });
  }

  /** The bytes of a document that is ready, with its name; refuses with `not-ready` before that. */
  async file(id: string): Promise<{ bytes: Buffer; fileName: string }> {
    const row = await this.load(this.transactions.reader, id);
    if (row.state !== 'ready' || row.sha256 === null) {
      throw problemOf('not-ready', row.reason ?? `The document is ${row.state}.`);
    }
    return { bytes: await this.files.get(row.sha256), fileName: row.fileName };
  }

  /** The same document asked for twice is one document; one that failed is tried again. */
  private async request(
    tx: EntityManager,
    context: RequestContext,
    model: DocumentModel,
    { subjectId, audience }: DocumentSubject,
  ): Promise<DocumentView> {
    const source = JSON.stringify(model);
    const sourceHash = contentHash(model);
    const key = { kind: model.kind, subjectId, audience, sourceHash, templateVersion: TEMPLATE_VERSION };
    const inserted = await tx.query<unknown[]>(
      `INSERT INTO document (id, kind, subject_id, audience, source, source_hash, template_version, file_name)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)
       ON CONFLICT ON CONSTRAINT document_key_is_its_own DO NOTHING RETURNING id`,
      [newId(), model.kind, subjectId, audience, source, sourceHash, TEMPLATE_VERSION, model.fileName],
    );
    const row = await tx.findOneOrFail(DocumentRow, { where: key });
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
    const { id, kind, audience, subjectId } = row;
    return record(tx, context, {
      name: 'document.requested',
      subject: { kind: 'document', id },
      scopeId: subjectId,
      data: { kind, audience },
    });
  }

  private async load(tx: EntityManager, id: string, options: { lock?: boolean } = {}): Promise<DocumentRow> {
    const row = await tx.findOne(DocumentRow, {
      where: { id },
      ...(options.lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
    });
    if (!row) throw notFound('document', id);
    return row;
  }
}
