import type { EntityManager } from 'typeorm';
import type { SubmittedContent } from '../../contracts/indstilling-trail.js';
import { checkSubmission, gapsOf } from '../../domain/indstilling/index.js';
import type { IndstillingAction, IndstillingContent } from '../../domain/indstilling/index.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import type { BodyRow } from '../organisation/index.js';
import { IndstillingVersionRow } from './indstilling.entity.js';
import type { IndstillingRow } from './indstilling.entity.js';
import { attachmentsOf } from './indstilling.queries.js';
import { checkedContent, submittedContent } from './indstilling.view.js';

/**
 * Keeps what a step submits as a version and gives the number of the newest one. An indstilling that is submitted is
 * checked and kept; so is one that was changed since and is approved, since nobody approves a text that is incomplete
 * or that no version holds. Other steps keep nothing.
 */
export async function submit(
  tx: EntityManager,
  row: IndstillingRow,
  body: BodyRow,
  action: IndstillingAction,
): Promise<number> {
  if (action !== 'submit' && action !== 'approve') return row.submission;
  const content = submittedContent(row, await attachmentsOf(tx, row.id));
  const hash = contentHash(content);
  if (action === 'approve' && hash === (await newestHash(tx, row))) return row.submission;
  refuseIncomplete(checkedContent(content, body));
  return keep(tx, row, content);
}

/** Keeps what an old package brought as the first version, however complete it is. */
export async function keepBroughtIn(tx: EntityManager, row: IndstillingRow): Promise<number> {
  return keep(tx, row, submittedContent(row, await attachmentsOf(tx, row.id)));
}

/**
 * Keeps a content under a number of its own: one that a step was taken back from is not given to another text, since files
 * and notes may name it. The same text sent again gets its number back.
 */
async function keep(tx: EntityManager, row: IndstillingRow, content: SubmittedContent): Promise<number> {
  const hash = contentHash(content);
  const [last] = await tx.find(IndstillingVersionRow, {
    where: { indstillingId: row.id },
    select: { indstillingId: true, number: true, contentHash: true, takenBackAt: true },
    order: { number: 'DESC' },
    take: 1,
  });
  if (last && last.takenBackAt !== null && last.contentHash === hash) {
    const again = { takenBackAt: null, submittedAt: () => 'now()' };
    await tx.update(IndstillingVersionRow, { indstillingId: row.id, number: last.number }, again);
    return last.number;
  }
  const number = (last?.number ?? 0) + 1;
  await tx.insert(IndstillingVersionRow, { indstillingId: row.id, number, content, contentHash: hash });
  return number;
}

/** The hash of the text, the facts and the bilag that an indstilling has now. */
export async function hashOfContent(tx: EntityManager, row: IndstillingRow): Promise<string> {
  return contentHash(submittedContent(row, await attachmentsOf(tx, row.id)));
}

async function newestHash(tx: EntityManager, { id, submission }: IndstillingRow): Promise<string | null> {
  const newest = await tx.findOne(IndstillingVersionRow, {
    where: { indstillingId: id, number: submission },
    select: { indstillingId: true, number: true, contentHash: true },
  });
  return newest?.contentHash ?? null;
}

/** Throws the refusal of an incomplete indstilling with every finding that blocks it as a fault of its own. */
function refuseIncomplete(content: IndstillingContent): void {
  const outcome = checkSubmission(content);
  if (outcome.ok) return;
  const { code, rule, ...more } = outcome.refusal;
  const faults = gapsOf(content)
    .filter(({ severity }) => severity === 'blocks')
    .map((gap) => ({ at: gap.place ?? '', rule: gap.code }));
  throw new ProblemError(code, rule, { ...more, faults });
}
