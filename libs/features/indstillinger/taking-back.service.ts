import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IndstillingView } from '../../contracts/indstillinger.js';
import { checkTakingBack, regretUntil } from '../../domain/indstilling/index.js';
import { isOneself } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { REGRET_SECONDS } from '../../platform/config/regret.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, judgedThenLocked, saveVersioned } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import { allow, notFound, orRefuse } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { findSeenIndstilling, loadSeenIndstilling } from './indstilling.access.js';
import { IndstillingRow, IndstillingStepRow, IndstillingVersionRow } from './indstilling.entity.js';
import type { BeforeStep } from './indstilling.entity.js';
import { indstillingView } from './indstilling.view.js';
import type { SeenIndstilling } from './indstilling.view.js';
import { mayTakeBackStep } from './indstillinger.policy.js';
import { newestStep, stepsBefore, wentOut } from './steps.queries.js';
import { hashOfContent } from './submission.js';
import { withWhereabouts } from './whereabouts.js';

/** Takes back steps of an approval that have just been taken. */
@Injectable()
export class TakingBackService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(REGRET_SECONDS) private readonly regretSeconds: number,
  ) {}

  /**
   * Takes a step back: all is as it was before it, and the step stays in the trail as one that was taken back. Asked once
   * more it answers how things stand.
   */
  takeBack(context: RequestContext, id: string, stepId: string, ifMatch: number): Promise<IndstillingView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const { seen, step } = await judgedThenLocked((options) =>
        theirStep(tx, actor, { id, stepId }, options),
      );
      if (step.takenBackAt !== null) return this.answer(tx, actor, await loadSeenIndstilling(tx, actor, id));
      const { row } = seen;
      const { was } = step;
      const isAsLeft = was !== null && (await isAsStepLeftIt(tx, row, step, was));
      const until = regretUntil(step.at, this.regretSeconds);
      const isNewest = (await newestStep(tx, id))?.id === step.id;
      orRefuse(checkTakingBack({ action: step.action, until, now: this.clock.now(), isNewest, isAsLeft }));
      // As the step left it, which is what whoever took it was shown.
      checkVersion(row, ifMatch, indstillingView(seen, actor));
      if (was !== null) await this.restore(tx, context, row, step, was);
      return this.answer(tx, actor, seen);
    });
  }

  private async answer(tx: EntityManager, actor: Actor, seen: SeenIndstilling): Promise<IndstillingView> {
    return indstillingView(await withWhereabouts(tx, seen, this.clock.today()), actor);
  }

  private async restore(
    tx: EntityManager,
    context: RequestContext,
    row: IndstillingRow,
    step: IndstillingStepRow,
    { steps, submission, approvedSubmission }: BeforeStep,
  ): Promise<void> {
    const [{ id, submission: kept }, takenBackAt] = [row, this.clock.now()];
    await saveVersioned(tx, IndstillingRow, row, { state: step.from, steps, submission, approvedSubmission });
    if (kept !== submission)
      await tx.update(IndstillingVersionRow, { indstillingId: id, number: kept }, { takenBackAt });
    await tx.update(IndstillingStepRow, step.id, { takenBackAt });
    await this.standAgain(tx, row, step);
    const { action, from, to } = step;
    await record(tx, context, {
      name: 'indstilling.step-taken-back',
      subject: { kind: 'indstilling', id },
      scopeId: row.bodyId,
      data: { stepId: step.id, action, from: to, to: from, submission },
    });
  }

  /**
   * The step before can be taken back in its turn, where nothing lay between the two, and so can those before that. Each
   * stays one version from the next.
   */
  private async standAgain(tx: EntityManager, row: IndstillingRow, step: IndstillingStepRow): Promise<void> {
    let next = step.versionAfter;
    let versionAfter = row.version;
    for (const before of await stepsBefore(tx, row.id, step.id)) {
      if (before.versionAfter === null || before.versionAfter + 1 !== next) return;
      await tx.update(IndstillingStepRow, before.id, { versionAfter });
      next = before.versionAfter;
      versionAfter -= 1;
    }
  }
}

/**
 * A step with its indstilling, for who took it. They may have lost sight of the indstilling by the step, as the director
 * does who returns one: what they saw before it counts. To others a step of what they do not see is not there.
 */
async function theirStep(
  tx: EntityManager,
  actor: Actor,
  { id, stepId }: { readonly id: string; readonly stepId: string },
  options: { lock?: boolean },
): Promise<{ seen: SeenIndstilling; step: IndstillingStepRow }> {
  const asked = await tx.findOneBy(IndstillingStepRow, { id: stepId, indstillingId: id });
  if (!asked) throw notFound('step of an indstilling', stepId);
  const asOf = isOneself(actor, asked.personId) ? { asOf: asked.from } : {};
  const seen = await findSeenIndstilling(tx, actor, id, { ...options, ...asOf });
  if (seen?.sight !== 'whole') throw notFound('step of an indstilling', stepId);
  allow(mayTakeBackStep(actor, seen.row, asked, seen.sight));
  // As it is once the indstilling is held: another may have taken it back meanwhile.
  return { seen, step: await tx.findOneByOrFail(IndstillingStepRow, { id: stepId }) };
}

async function isAsStepLeftIt(
  tx: EntityManager,
  row: IndstillingRow,
  step: IndstillingStepRow,
  was: BeforeStep,
): Promise<boolean> {
  if (row.version !== step.versionAfter || (await hashOfContent(tx, row)) !== was.contentHash) return false;
  const { approvedSubmission: approved } = row;
  return approved === null || approved === was.approvedSubmission || !(await wentOut(tx, row.id, approved));
}
