import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  ChangeFollowUp,
  CreateFollowUp,
  FollowUpQuery,
  FollowUpStepRequest,
  FollowUpView,
} from '../../contracts/follow-ups.js';
import { checkDue, takeFollowUpStep } from '../../domain/follow-up/index.js';
import type { Due } from '../../domain/follow-up/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { readInParts } from '../../platform/database/parts.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, judgedThenLocked, saveVersioned } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import { readPage } from '../../platform/http/paging.js';
import type { Page, PageOrder } from '../../platform/http/paging.js';
import { allow, orRefuse } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { reachOf } from '../organisation/index.js';
import { closedAmong, loadSeenFollowUp, originToday, partsSeen, whereSeen } from './follow-up.access.js';
import { originOf, recordFollowUp, writeNote } from './follow-up.changes.js';
import { FollowUpDueChangeRow, FollowUpRow } from './follow-up.entity.js';
import { followUpsWanted, responsibleNames } from './follow-up.queries.js';
import { dueColumns, dueOf, followUpView } from './follow-up.view.js';
import { mayChangeDue, mayRunFollowUp, mayTakeFollowUpStep, mayWorkOnFollowUp } from './follow-ups.policy.js';

/** What is due first comes first, what has no date last. */
export const BY_DUE: readonly PageOrder<FollowUpRow>[] = [
  { column: 'followUp.dueOrder', value: (row) => row.dueDate ?? 'infinity' },
  { column: 'followUp.id', value: (row) => row.id },
];

@Injectable()
export class FollowUpsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list({ actor }: RequestContext, query: FollowUpQuery): Promise<Page<FollowUpView>> {
    const today = this.clock.today();
    const tx = this.transactions.reader;
    const reach = await reachOf(tx, actor);
    const rows = followUpsWanted(tx, query, today);
    const parts = partsSeen(rows, reach);
    const page = await readPage(rows, query, BY_DUE, (asked) => readInParts(tx, asked, parts));
    return { ...page, items: page.items.map((row) => followUpView(row, today, actor)) };
  }

  async get({ actor }: RequestContext, id: string): Promise<FollowUpView> {
    return this.view(actor, await loadSeenFollowUp(this.transactions.reader, actor, id));
  }

  /** The follow-ups of a meeting that somebody sees, in the order they were made, the ignored ones left out. */
  async ofMeeting(tx: EntityManager, actor: Actor, meetingId: string): Promise<FollowUpView[]> {
    const wanted = tx
      .createQueryBuilder(FollowUpRow, 'followUp')
      .where("followUp.meetingId = :meetingId AND followUp.stage <> 'ignored'", { meetingId });
    const rows = await whereSeen(wanted, await reachOf(tx, actor))
      .orderBy('followUp.id')
      .getMany();
    return rows.map((row) => this.view(actor, row));
  }

  /** Writes a follow-up by hand: nobody has to confirm what a person has written. */
  create(context: RequestContext, fields: CreateFollowUp): Promise<FollowUpView> {
    return this.transactions.run(context, async (tx) => {
      const { action, responsible, raisedBy, due, ...links } = fields;
      const origin = await originOf(tx, context.actor, fields);
      allow(mayRunFollowUp(context.actor, origin));
      orRefuse(checkDue(due));
      const row = tx.create(FollowUpRow, {
        ...origin,
        ...{ unitId: null, personId: null },
        ...(await this.responsibleIn(tx, { responsible, ...links })),
        ...{ id: newId(), action, responsible, raisedBy, ...dueColumns(due) },
        ...{ sentence: null, stage: 'confirmed', status: 'new' },
        ...{ createdAt: this.clock.now(), version: 1 },
      });
      await tx.insert(FollowUpRow, row);
      await recordFollowUp(tx, context, 'follow-up.created', row);
      return this.view(context.actor, row);
    });
  }

  change(
    context: RequestContext,
    id: string,
    ifMatch: number,
    { due, ...fields }: ChangeFollowUp,
  ): Promise<FollowUpView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const row = await judgedThenLocked(async (options) => {
        const seen = await loadSeenFollowUp(tx, actor, id, options);
        if (Object.keys(fields).length > 0) allow(mayRunFollowUp(actor, seen));
        if (due !== undefined) allow(mayChangeDue(actor, seen, due.reason));
        allow(mayWorkOnFollowUp(actor, seen));
        return seen;
      });
      checkVersion(row, ifMatch, this.view(actor, row));
      const links = await this.responsibleIn(tx, fields);
      const moved = due === undefined ? {} : await this.replaceDue(tx, row, due);
      const patch = { ...fields, ...links, ...moved };
      // What is suggested only is not there yet for those it is given to.
      const closed = row.stage === 'suggested' || (await originToday(tx, row.id)).closed;
      const changes = changesOf(row, patch, { closed });
      await saveVersioned(tx, FollowUpRow, row, patch);
      const { unitId, personId } = row;
      const changed = [...Object.keys(fields), ...(due === undefined ? [] : ['due'])];
      await recordFollowUp(tx, context, 'follow-up.changed', row, { changed, unitId, personId }, changes);
      return this.view(context.actor, row);
    });
  }

  step(
    context: RequestContext,
    id: string,
    ifMatch: number,
    step: FollowUpStepRequest,
  ): Promise<FollowUpView> {
    return this.transactions.run(context, async (tx) => {
      const row = await judgedThenLocked(async (options) => {
        const seen = await loadSeenFollowUp(tx, context.actor, id, options);
        allow(mayTakeFollowUpStep(context.actor, seen, step.action));
        return seen;
      });
      checkVersion(row, ifMatch, this.view(context.actor, row));
      await this.moveOn(tx, context, row, step, await closedAmong(tx, [row.id]));
      return this.view(context.actor, row);
    });
  }

  /** Issues every confirmed follow-up of a meeting that the caller has locked: its minutes go out for reading. */
  async issueConfirmed(tx: EntityManager, context: RequestContext, meetingId: string): Promise<void> {
    const rows = await tx.find(FollowUpRow, {
      where: { meetingId, stage: 'confirmed' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const closed = await closedAmong(
      tx,
      rows.map((row) => row.id),
    );
    for (const row of rows) await this.moveOn(tx, context, row, { action: 'issue', note: null }, closed);
  }

  /** Takes a step; of those whose ids are in `closed` the history keeps it as closed. */
  private async moveOn(
    tx: EntityManager,
    context: RequestContext,
    row: FollowUpRow,
    { action, note }: FollowUpStepRequest,
    closed: ReadonlySet<string>,
  ): Promise<void> {
    const from = { stage: row.stage, status: row.status };
    const to = orRefuse(takeFollowUpStep(from, action, note));
    const changes = changesOf(from, to, { closed: closed.has(row.id) });
    await saveVersioned(tx, FollowUpRow, row, { stage: to.stage, status: to.status });
    if (note !== null) await writeNote(tx, row.id, this.clock.now(), { action, text: note });
    await recordFollowUp(tx, context, 'follow-up.moved-on', row, { action, from, to }, changes);
  }

  /** Keeps the due that is replaced in the history; the same due again is no change. */
  private async replaceDue(
    tx: EntityManager,
    row: FollowUpRow,
    { reason, ...due }: Due & { reason: string | null },
  ): Promise<Partial<FollowUpRow>> {
    orRefuse(checkDue(due));
    const old = dueOf(row);
    if (old.kind === due.kind && old.text === due.text && old.date === due.date) return {};
    await tx.insert(FollowUpDueChangeRow, {
      ...{ id: newId(), followUpId: row.id, at: this.clock.now(), reason },
      ...dueColumns(old),
    });
    return dueColumns(due);
  }

  /** Unit and person as said; where neither is, whom a new text of the responsible names, when it names one. */
  private async responsibleIn(
    tx: EntityManager,
    fields: Pick<ChangeFollowUp, 'responsible' | 'unitId' | 'personId'>,
  ): Promise<Pick<ChangeFollowUp, 'unitId' | 'personId'>> {
    const { responsible, unitId, personId } = fields;
    if (responsible !== undefined && unitId === undefined && personId === undefined) {
      return (await responsibleNames(tx))(responsible);
    }
    return { ...(unitId === undefined ? {} : { unitId }), ...(personId === undefined ? {} : { personId }) };
  }

  private view(actor: Actor, row: FollowUpRow): FollowUpView {
    return followUpView(row, this.clock.today(), actor);
  }
}
