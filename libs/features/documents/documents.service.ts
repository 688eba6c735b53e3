import { Injectable } from '@nestjs/common';
import type {
  DocumentQuery,
  DocumentView,
  RequestIndstillingDocument,
  RequestMeetingDocument,
} from '../../contracts/documents.js';
import { Transactions } from '../../platform/database/transactions.js';
import { recordRead } from '../../platform/events/read-log.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import { allow, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { FileStore } from '../../platform/storage/file-store.js';
import { loadSeenIndstilling } from '../indstillinger/index.js';
import { loadSeenMeeting } from '../meetings/index.js';
import { reachOf } from '../organisation/index.js';
import { findSeenDocument, loadSeenDocument, whereSeen } from './document.access.js';
import { DocumentRow } from './document.entity.js';
import { documentView } from './document.view.js';
import { DocumentModels } from './document-models.js';
import { DocumentRequests } from './document-requests.js';
import { mayAskFor } from './documents.policy.js';
import { IndstillingModels } from './indstilling-models.js';

/** A document as a file. */
export interface DocumentFile extends Pick<DocumentRow, 'fileName' | 'format'> {
  readonly bytes: Buffer;
}

@Injectable()
export class DocumentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly models: DocumentModels,
    private readonly indstillinger: IndstillingModels,
    private readonly requests: DocumentRequests,
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
      return documentView(
        await this.requests.request(tx, context, printed, { subjectId: meetingId, audience, format }),
      );
    });
  }

  requestOfIndstilling(
    context: RequestContext,
    indstillingId: string,
    { audience, format, submission }: RequestIndstillingDocument,
  ): Promise<DocumentView> {
    return this.transactions.run(context, async (tx) => {
      const seen = await loadSeenIndstilling(tx, context.actor, indstillingId);
      const printed =
        submission === undefined
          ? await this.indstillinger.present(tx, seen, audience)
          : await this.indstillinger.submitted(tx, seen, audience, submission);
      const subject = { subjectId: indstillingId, audience, format, submission: submission ?? 0 };
      return documentView(await this.requests.request(tx, context, printed, subject));
    });
  }

  /** Has a document that failed made again. */
  retry(context: RequestContext, id: string): Promise<DocumentView> {
    return this.transactions.run(context, async (tx) => {
      const row = await loadSeenDocument(tx, context.actor, id, { lock: true });
      if (row.state !== 'failed') return documentView(row);
      await this.requests.requeue(tx, context, row);
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

  private recordDownload(context: RequestContext, { id, subjectId }: DocumentRow): Promise<void> {
    const subject = { kind: 'document' as const, id };
    return this.transactions.run(context, (tx) =>
      recordRead(tx, context, 'document.downloaded', subject, subjectId),
    );
  }
}
