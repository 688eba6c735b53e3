import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/http/request-context.js';
import { record } from '../../platform/events/event-log.js';
import { IndstillingRow } from './indstilling.entity.js';
import { keepBroughtIn } from './submission.js';

/** Where an indstilling of an old package had got to, and what the package says that has no row of its own. */
export type ImportedFacts = Pick<IndstillingRow, 'state' | 'importedFrom' | 'unitName'>;

/**
 * Puts an indstilling that was just made from an old package into the state it had there, past its approval. Gives the
 * number of the submission that it stood on an agenda with; null for a draft.
 */
export async function settleImported(
  tx: EntityManager,
  context: RequestContext,
  id: string,
  facts: ImportedFacts,
): Promise<number | null> {
  const row = await tx.findOneByOrFail(IndstillingRow, { id });
  const submission = facts.state === 'draft' ? null : await keepBroughtIn(tx, row);
  const kept = { submission: submission ?? 0, approvedSubmission: submission };
  await tx.update(IndstillingRow, id, { ...facts, ...kept });
  await record(tx, context, {
    name: 'indstilling.moved-on',
    subject: { kind: 'indstilling', id },
    data: { action: 'import', from: 'draft', to: facts.state },
  });
  return submission;
}
