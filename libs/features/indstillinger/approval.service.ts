import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type {
  IndstillingStepRequest,
  IndstillingVersionSummary,
  IndstillingVersionView,
  IndstillingView,
  TakenStep,
  TrailQuery,
} from '../../contracts/indstillinger.js';
import { completesApproval, isBeingWritten, takeIndstillingStep } from '../../domain/indstilling/index.js';
import type { IndstillingAction, IndstillingState } from '../../domain/indstilling/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, judgedThenLocked, load, saveVersioned } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page } from '../../platform/http/paging.js';
import { allow, notFound, orRefuse } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { BodyRow, PersonRow } from '../organisation/index.js';
import { loadSeenIndstilling, loadWholeIndstilling, seenVersions } from './indstilling.access.js';
import { IndstillingRow, IndstillingStepRow, IndstillingVersionRow } from './indstilling.entity.js';
import { mayTakeIndstillingStep } from './indstillinger.policy.js';
import { indstillingView, stepsOf, takenStep, versionSummary, versionView } from './indstilling.view.js';
import { submit } from './submission.js';

/** The way of an indstilling through its approval, and the trail it leaves: steps taken and versions submitted. */
@Injectable()
export class ApprovalService {
  constructor(private readonly transactions: Transactions) {}

  step(
    context: RequestContext,
    id: string,
    ifMatch: number,
    step: IndstillingStepRequest,
  ): Promise<IndstillingView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const seen = await judgedThenLocked(async (options) => {
        const found = await loadSeenIndstilling(tx, actor, id, options);
        allow(mayTakeIndstillingStep(actor, found.row, step.action, found.sight));
        return found;
      });
      const { row } = seen;
      checkVersion(row, ifMatch, indstillingView(seen, actor));
      await this.moveOn(tx, context, row, step);
      return indstillingView(seen, actor);
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
  ): Promise<void> {
    const steps = [...stepsOf(row, await load(tx, BodyRow, 'body', row.bodyId))];
    const to = orRefuse(takeIndstillingStep({ state: row.state, steps, action, reason }));
    const submission = await submit(tx, row, action);
    const from = row.state;
    const approvedSubmission = completesApproval(from, to) ? submission : row.approvedSubmission;
    await saveVersioned(tx, IndstillingRow, row, { state: to, steps, submission, approvedSubmission });
    await this.recordStep(tx, context, row, { action, from, reason });
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

  async steps({ actor }: RequestContext, id: string, query: TrailQuery): Promise<Page<TakenStep>> {
    await loadWholeIndstilling(this.transactions.reader, actor, id);
    const rows = this.transactions.reader
      .createQueryBuilder(IndstillingStepRow, 'step')
      .where('step.indstillingId = :id', { id });
    const page = await readPage(rows, query, [{ column: 'step.id', value: (row) => row.id }]);
    const people = await this.transactions.reader.find(PersonRow, {
      where: { id: In(page.items.flatMap(({ personId }) => personId ?? [])) },
      select: { id: true, name: true },
    });
    const names = new Map(people.map((person) => [person.id, person.name]));
    return { ...page, items: page.items.map((row) => takenStep(row, names)) };
  }

  /** All versions or, for those who see what an agenda was sent with, that one. */
  async versions(
    { actor }: RequestContext,
    id: string,
    query: TrailQuery,
  ): Promise<Page<IndstillingVersionSummary>> {
    const reader = this.transactions.reader;
    const seen = await loadSeenIndstilling(reader, actor, id);
    const rows = reader
      .createQueryBuilder(IndstillingVersionRow, 'submitted')
      .where('submitted.indstillingId = :id', { id });
    if (seen.sight === 'submitted') rows.andWhere('submitted.number = :last', { last: seen.row.submission });
    const page = await readPage(rows, query, [
      { column: 'submitted.number', value: (row) => String(row.number), direction: 'DESC' },
    ]);
    return { ...page, items: (await seenVersions(reader, seen, page.items)).map(versionSummary) };
  }

  async versionNumbered(
    { actor }: RequestContext,
    id: string,
    number: number,
  ): Promise<IndstillingVersionView> {
    const reader = this.transactions.reader;
    const seen = await loadSeenIndstilling(reader, actor, id);
    const hidden = seen.sight === 'submitted' && number !== seen.row.submission;
    const found = hidden ? [] : await reader.findBy(IndstillingVersionRow, { indstillingId: id, number });
    const [row] = await seenVersions(reader, seen, found);
    if (!row) throw notFound('submitted version of an indstilling', `${id}, ${number}`);
    return versionView(row);
  }

  private async recordStep(
    tx: EntityManager,
    context: RequestContext,
    { id, bodyId, state, submission }: IndstillingRow,
    taken: { action: IndstillingAction; from: IndstillingState; reason: string | null },
  ): Promise<void> {
    await tx.insert(IndstillingStepRow, {
      ...taken,
      id: newId(),
      indstillingId: id,
      to: state,
      submission,
      personId: context.actor.personId,
    });
    await record(tx, context, {
      name: 'indstilling.moved-on',
      subject: { kind: 'indstilling', id },
      scopeId: bodyId,
      data: { ...taken, to: state, submission },
    });
  }
}

/** The state that a change of its text brings an indstilling to; throws when its state takes no change. */
export function stateAfterRevision(row: IndstillingRow, body: BodyRow): IndstillingState {
  const steps = stepsOf(row, body);
  return orRefuse(takeIndstillingStep({ state: row.state, steps, action: 'revise', reason: null }));
}
