import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { JobPayload } from '../../contracts/jobs.js';
import { REGRET_SECONDS } from '../../platform/config/regret.js';
import { Subscriptions } from '../../platform/events/subscriptions.js';
import { internalContext } from '../../platform/http/request-context.js';
import { JobRunner } from '../../platform/queue/job-runner.js';
import { IndstillingRow } from '../indstillinger/index.js';
import { DocumentRequests } from './document-requests.js';
import { IndstillingModels } from './indstilling-models.js';

/** Has every submission of an indstilling made as a Word document by itself: as it was sent on, and as it was approved. */
@Injectable()
export class SubmissionJobs implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: IndstillingModels,
    private readonly requests: DocumentRequests,
    private readonly runner: JobRunner,
    private readonly subscriptions: Subscriptions,
    @Inject(REGRET_SECONDS) private readonly regretSeconds: number,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      name: 'documents.of-submissions',
      handle: (payload) => this.request(payload),
    });
    this.subscriptions.on('indstilling.moved-on', (event) => ({
      name: 'documents.of-submissions',
      payload: { indstillingId: event.subject_id },
      jobId: `submissions-${event.id}`,
      // A step that is taken back leaves no paper of what it did.
      delayMs: this.regretSeconds * 1000,
    }));
  }

  /** Asks for what there is none of yet. The document is kept by what it says, so that asking again makes nothing twice. */
  private async request({ indstillingId }: JobPayload<'documents.of-submissions'>): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const row = await tx.findOneBy(IndstillingRow, { id: indstillingId });
      if (!row) return;
      for (const number of await wantingDocuments(tx, row)) {
        const printed = await this.models.submitted(tx, { row, sight: 'whole' }, 'all', number);
        const subject = { subjectId: row.id, audience: 'all', format: 'docx', submission: number } as const;
        await this.requests.request(tx, internalContext(), printed, subject);
      }
    });
  }
}

/** The submissions that no Word document is of, and the approved one: its document as a draft is another. */
async function wantingDocuments(
  tx: EntityManager,
  { id, approvedSubmission }: IndstillingRow,
): Promise<number[]> {
  const rows = await tx.query<{ number: number }[]>(
    `SELECT number FROM indstilling_version v WHERE v.indstilling_id = $1 AND v.taken_back_at IS NULL AND (v.number = $2 OR NOT EXISTS (
       SELECT FROM document d WHERE d.subject_id = $1 AND d.kind = 'indstilling' AND d.submission = v.number
         AND d.audience = 'all' AND d.format = 'docx'))
     ORDER BY number`,
    [id, approvedSubmission],
  );
  return rows.map(({ number }) => number);
}
