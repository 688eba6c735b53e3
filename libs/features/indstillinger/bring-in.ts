import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/http/request-context.js';
import { record } from '../../platform/events/event-log.js';
import { IndstillingRow } from './indstilling.entity.js';

/** Where an indstilling of an old package had got to, and what the package says that has no row of its own. */
export type ImportedFacts = Pick<IndstillingRow, 'state' | 'importedFrom' | 'unitName'>;

/** Puts an indstilling that was just made from an old package into the state it had there, past its approval. */
export async function settleImported(
  tx: EntityManager,
  context: RequestContext,
  id: string,
  facts: ImportedFacts,
): Promise<void> {
  await tx.update(IndstillingRow, id, facts);
  await record(tx, context, {
    name: 'indstilling.moved-on',
    subject: { kind: 'indstilling', id },
    data: { action: 'import', from: 'draft', to: facts.state },
  });
}
