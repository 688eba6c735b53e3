import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DOCUMENT_FAULTS } from '../../domain/document/document-faults.js';
import type { DocumentFault } from '../../domain/document/document-faults.js';
import type { JobPayload } from '../../contracts/jobs.js';
import { renderDocument } from '../../rendering/docx/index.js';
import { PdfError } from '../../rendering/pdf/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { record } from '../../platform/events/event-log.js';
import { Subscriptions } from '../../platform/events/subscriptions.js';
import { Sweeps } from '../../platform/events/sweeps.js';
import { internalContext } from '../../platform/http/request-context.js';
import { JobQueue } from '../../platform/queue/job-queue.js';
import { HopelessJobError, JobRunner } from '../../platform/queue/job-runner.js';
import type { JobTry } from '../../platform/queue/job-runner.js';
import { FileStore, systemErrorCode } from '../../platform/storage/file-store.js';
import { Converter } from './converter.js';
import { DocumentRow } from './document.entity.js';

/** A document nobody has touched for this long while it is owed was lost on the way: its job is enqueued again. */
const OWED_SECONDS = 30;
const SWEEP_SECONDS = 15;
const SWEEP_BATCH = 500;

/** Makes documents: from the stored model to bytes, to a file, to a row that says it is ready. */
@Injectable()
export class DocumentJobs implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStore,
    private readonly runner: JobRunner,
    private readonly subscriptions: Subscriptions,
    private readonly sweeps: Sweeps,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly converter: Converter,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      name: 'documents.make',
      handle: (payload, attempt) => this.make(payload, attempt),
    });
    this.subscriptions.on('document.requested', (event) => ({
      name: 'documents.make',
      payload: { documentId: event.subject_id },
      jobId: `document-${event.id}`,
    }));
    this.sweeps.register({
      name: 'documents owed',
      everySeconds: SWEEP_SECONDS,
      run: () => this.enqueueOwed(),
    });
  }

  /** Makes one document. A document that is gone or ready is nothing to do, so that a second delivery is harmless. */
  async make({ documentId }: JobPayload<'documents.make'>, attempt: JobTry): Promise<void> {
    const row = await this.dataSource.manager.findOne(DocumentRow, {
      where: { id: documentId },
      select: { id: true, subjectId: true, state: true, format: true, source: true },
    });
    if (!row || row.state === 'ready') return;
    try {
      await this.progress(documentId, 10, attempt.number);
      const docx = renderDocument(row.source);
      if (row.format === 'pdf') await this.progress(documentId, 30, attempt.number);
      const bytes = row.format === 'pdf' ? await this.converter.pdfOf(docx) : docx;
      await this.progress(documentId, 70, attempt.number);
      const { sha256, size } = await this.files.put(bytes);
      await this.finish(row, { state: 'ready', progress: 100, sha256, size, reason: null });
    } catch (error) {
      const isHopeless = error instanceof PdfError && error.fault === 'missing';
      if (attempt.last || isHopeless)
        await this.finish(row, { state: 'failed', reason: DOCUMENT_FAULTS[faultOf(error)] });
      throw isHopeless ? new HopelessJobError(error.message) : error;
    }
  }

  private async progress(id: string, percent: number, attempts: number): Promise<void> {
    await this.dataSource.query(
      `WITH touched AS (
         UPDATE document SET state = 'running', progress = $2, attempts = $3, touched_at = now()
         WHERE id = $1 AND state <> 'ready' RETURNING id)
       SELECT pg_notify('document', id::text) FROM touched`,
      [id, percent, attempts],
    );
  }

  private finish(row: DocumentRow, patch: Partial<DocumentRow>): Promise<void> {
    return this.dataSource.transaction(async (tx) => {
      const result = await tx
        .createQueryBuilder()
        .update(DocumentRow)
        .set({ ...patch, touchedAt: () => 'now()' })
        .where("id = :id AND state <> 'ready'", { id: row.id })
        .execute();
      // Another delivery of the same job was first.
      if (result.affected === 0) return;
      await record(tx, internalContext(), {
        name: patch.state === 'ready' ? 'document.made' : 'document.failed',
        subject: { kind: 'document', id: row.id },
        scopeId: row.subjectId,
        data: patch.state === 'ready' ? { sha256: patch.sha256, size: patch.size } : { reason: patch.reason },
      });
      await tx.query("SELECT pg_notify('document', $1)", [row.id]);
    });
  }

  /** What is owed stands in the table, whatever happened to the queue. */
  private async enqueueOwed(): Promise<void> {
    const [owed] = await this.dataSource.query<[{ id: string }[], number]>(
      `UPDATE document SET touched_at = now() WHERE id IN (
         SELECT id FROM document
         WHERE state IN ('queued', 'running') AND touched_at < now() - make_interval(secs => $1)
         ORDER BY touched_at LIMIT ${SWEEP_BATCH} FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [OWED_SECONDS],
    );
    const round = this.clock.now().getTime();
    await this.queue.add(
      owed.map(({ id }) => ({
        name: 'documents.make' as const,
        payload: { documentId: id },
        jobId: `document-owed-${id}-${round}`,
      })),
    );
  }
}

/** What the system says of a folder that is not there, not ours, not a folder or not to be written. */
const UNWRITABLE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT']);

/** What went wrong, as a person may read it: without what the document says. */
function faultOf(error: unknown): DocumentFault {
  if (error instanceof PdfError) return error.fault === 'missing' ? 'no-converter' : error.fault;
  const code = systemErrorCode(error);
  if (code === 'ENOSPC') return 'no-room';
  return UNWRITABLE.has(code) ? 'not-writable' : 'other';
}
