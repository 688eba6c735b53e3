import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IndstillingAfterStep, IndstillingStepRequest } from '../../contracts/indstillinger.js';
import {
  completesApproval,
  isBeingWritten,
  isRegrettable,
  regretUntil,
  takeIndstillingStep,
} from '../../domain/indstilling/index.js';
import type { IndstillingAction, IndstillingState } from '../../domain/indstilling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { REGRET_SECONDS } from '../../platform/config/regret.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, judgedThenLocked, load, saveVersioned } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import { allow, orRefuse } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { BodyRow } from '../organisation/index.js';
import { loadSeenIndstilling } from './indstilling.access.js';
import { IndstillingRow, IndstillingStepRow } from './indstilling.entity.js';
import type { BeforeStep } from './indstilling.entity.js';
import { actsFor, mayTakeIndstillingStep } from './indstillinger.policy.js';
import { indstillingView, stepsOf } from './indstilling.view.js';
import { hashOfContent, submit } from './submission.js';
import { withWhereabouts } from './whereabouts.js';

/** The way of an indstilling through its approval. */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(REGRET_SECONDS) private readonly regretSeconds: number,
  ) {}

  step(
    context: RequestContext,
    id: string,
    ifMatch: number,
    step: IndstillingStepRequest,
  ): Promise<IndstillingAfterStep> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const seen = await judgedThenLocked(async (options) => {
        const found = await loadSeenIndstilling(tx, actor, id, options);
        allow(mayTakeIndstillingStep(actor, found.row, step.action, found.sight));
        return found;
      });
      const { row } = seen;
      checkVersion(row, ifMatch, indstillingView(seen, actor));
      const taken = await this.moveOn(tx, context, row, step);
      const until = regretUntil(taken.at, this.regretSeconds).toISOString();
      const after = await withWhereabouts(tx, seen, this.clock.today());
      return { ...indstillingView(after, actor), taken: { id: taken.id, regretUntil: until } };
    });
  }

  /**
   * Takes a step with an indstilling that the caller has locked; for the features that place it on an agenda, take it
   * off, postpone and decide it. Throws what the workflow or the check of its completeness refuses.
   */
  async moveOn(
    tx: EntityManager,
    context: RequestContext,
    row: IndstillingRow,
    { action, reason }: { action: IndstillingAction; reason: string | null },
  ): Promise<TakenNow> {
    const body = await load(tx, BodyRow, 'body', row.bodyId);
    const steps = [...stepsOf(row, body)];
    const to = orRefuse(takeIndstillingStep({ state: row.state, steps, action, reason }));
    const submission = await submit(tx, row, body, action);
    const insteadOf = actsFor(context.actor, row, action);
    const was = isRegrettable(action) ? await beforeStep(tx, row) : null;
    const from = row.state;
    const approvedSubmission = completesApproval(from, to) ? submission : row.approvedSubmission;
    await saveVersioned(tx, IndstillingRow, row, { state: to, steps, submission, approvedSubmission });
    return this.recordStep(tx, context, row, { action, from, reason }, { was, insteadOf });
  }

  /**
   * Counts a change of its attachments as a change of the text of an indstilling that the caller has locked: after an
   * approval it goes back to the first step. Once submitted its version rises, so that nobody approves what they have
   * not read. Throws when its state takes no change.
   */
  async revise(tx: EntityManager, context: RequestContext, row: IndstillingRow): Promise<void> {
    const state = stateAfterRevision(row, await load(tx, BodyRow, 'body', row.bodyId));
    if (isBeingWritten(row.state)) return;
    await this.saveRevision(tx, context, row, { state });
  }

  /** Saves a patch whose state is the one a change of the text leads to, and keeps the step where there is one. */
  async saveRevision(
    tx: EntityManager,
    context: RequestContext,
    row: IndstillingRow,
    patch: Partial<IndstillingRow> & Pick<IndstillingRow, 'state'>,
  ): Promise<void> {
    const from = row.state;
    await saveVersioned(tx, IndstillingRow, row, patch);
    if (row.state === from) return;
    await this.recordStep(tx, context, row, { action: 'revise', from, reason: null });
  }

  private async recordStep(
    tx: EntityManager,
    context: RequestContext,
    { id, bodyId, state, submission, version }: IndstillingRow,
    taken: { action: IndstillingAction; from: IndstillingState; reason: string | null },
    { was = null, insteadOf = null }: { was?: BeforeStep | null; insteadOf?: string | null } = {},
  ): Promise<TakenNow> {
    const now = { id: newId(), at: this.clock.now() };
    await tx.insert(IndstillingStepRow, {
      ...taken,
      ...now,
      indstillingId: id,
      to: state,
      submission,
      personId: context.actor.personId,
      forPersonId: insteadOf,
      was,
      versionAfter: version,
    });
    await record(tx, context, {
      name: 'indstilling.moved-on',
      subject: { kind: 'indstilling', id },
      scopeId: bodyId,
      data: { ...taken, to: state, submission, ...(insteadOf === null ? {} : { insteadOf }) },
    });
    return now;
  }
}

/** A step that was just taken. */
type TakenNow = Pick<IndstillingStepRow, 'id' | 'at'>;

/** What a step that can be taken back is about to change. */
async function beforeStep(tx: EntityManager, row: IndstillingRow): Promise<BeforeStep> {
  const { steps, submission, approvedSubmission } = row;
  return { steps, submission, approvedSubmission, contentHash: await hashOfContent(tx, row) };
}

/** The state that a change of its text brings an indstilling to; throws when its state takes no change. */
export function stateAfterRevision(row: IndstillingRow, body: BodyRow): IndstillingState {
  const steps = stepsOf(row, body);
  return orRefuse(takeIndstillingStep({ state: row.state, steps, action: 'revise', reason: null }));
}
