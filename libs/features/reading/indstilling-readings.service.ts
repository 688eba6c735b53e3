import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IndstillingReadingView, SayIndstillingRead } from '../../contracts/reading.js';
import { Transactions } from '../../platform/database/transactions.js';
import { notFound, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { loadSeenIndstilling, readsSubmission } from '../indstillinger/index.js';
import type { SeenIndstilling } from '../indstillinger/index.js';
import { loadKeeper } from './keeper.js';

/** Which submission of an indstilling somebody read last: what changed since is told from there. A mark in their own book, as read points are. */
@Injectable()
export class IndstillingReadingsService {
  constructor(private readonly transactions: Transactions) {}

  async of({ actor }: RequestContext, indstillingId: string): Promise<IndstillingReadingView> {
    const tx = this.transactions.reader;
    const seen = await loadSeenIndstilling(tx, actor, indstillingId);
    return loadReading(tx, loadKeeper(actor), indstillingId, seen);
  }

  /** Says which submission was read; of those that they may read. */
  say(
    context: RequestContext,
    indstillingId: string,
    { submission }: SayIndstillingRead,
  ): Promise<IndstillingReadingView> {
    return this.transactions.run(context, async (tx) => {
      const seen = await loadSeenIndstilling(tx, context.actor, indstillingId);
      const personId = loadKeeper(context.actor);
      if (!(await readsSubmission(tx, seen, submission)))
        throw problemOf('reference-not-found', `There is no submission ${submission} of the indstilling.`, {
          at: 'submission',
        });
      await tx.query(
        `INSERT INTO own_indstilling_reading AS reading (person_id, indstilling_id, submission) VALUES ($1, $2, $3)
         ON CONFLICT (person_id, indstilling_id) DO UPDATE SET (submission, read_at) = (excluded.submission, now())
         WHERE reading.submission <> excluded.submission`,
        [personId, indstillingId, submission],
      );
      return loadReading(tx, personId, indstillingId, seen);
    });
  }
}

async function loadReading(
  tx: EntityManager,
  personId: string,
  indstillingId: string,
  seen: SeenIndstilling,
): Promise<IndstillingReadingView> {
  const [row] = await tx.query<{ submission: number; readAt: Date }[]>(
    `SELECT submission, read_at AS "readAt" FROM own_indstilling_reading
     WHERE person_id = $1 AND indstilling_id = $2`,
    [personId, indstillingId],
  );
  if (!row) throw notFound('reading of the indstilling', indstillingId);
  const { submission, readAt } = row;
  return { submission, readAt: readAt.toISOString(), readable: await readsSubmission(tx, seen, submission) };
}
