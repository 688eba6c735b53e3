import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { AnswerOpinion, AskOpinion, OpinionView, OpinionsView } from '../../../contracts/opinions.js';
import {
  checkAnswering,
  checkAsking,
  checkWithdrawing,
  opinionDeadline,
  opinionState,
} from '../../../domain/indstilling/index.js';
import type { Actor } from '../../../domain/rights/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/transactions.js';
import { checkVersion, judgedThenLocked, saveVersioned } from '../../../platform/database/versioned.js';
import { record } from '../../../platform/events/event-log.js';
import { abilityOf, allow, notFound, orRefuse, problemOf } from '../../../platform/http/problem-error.js';
import type { RequestContext } from '../../../platform/http/request-context.js';
import { contentHash } from '../../../platform/ids/content-hash.js';
import { newId } from '../../../platform/ids/new-id.js';
import { CalendarService, UnitRow } from '../../organisation/index.js';
import { findSeenIndstilling, loadWholeIndstilling } from '../indstilling.access.js';
import type { SeenIndstilling } from '../indstilling.view.js';
import { OpinionRow } from './opinion.entity.js';
import { mayAnswerOpinion, mayAskOpinion, mayWithdrawOpinion } from './opinions.policy.js';
import { namesOnOpinions } from './opinions.queries.js';
import type { OpinionNames } from './opinions.queries.js';

/** A question with the indstilling that it is about, for somebody who sees that as it is being worked on. */
interface SeenOpinion {
  readonly row: OpinionRow;
  readonly seen: SeenIndstilling;
}

/** What units are asked about an indstilling before it is approved ("koordineret med"). */
@Injectable()
export class OpinionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  async list({ actor }: RequestContext, indstillingId: string): Promise<OpinionsView> {
    const tx = this.transactions.reader;
    const seen = await loadWholeIndstilling(tx, actor, indstillingId);
    const rows = await tx.find(OpinionRow, {
      where: { indstillingId },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
    const names = await namesOnOpinions(tx, indstillingId);
    return {
      items: rows.flatMap((row) => {
        const named = names.get(row.id);
        return named ? [this.view({ row, seen }, named, actor)] : [];
      }),
      suggestedDueOn: await this.suggestedDay(tx),
      abilities: { ask: abilityOf(mayAskOpinion(actor, seen.row, seen.sight)) },
    };
  }

  ask(context: RequestContext, indstillingId: string, { unitId, dueOn }: AskOpinion): Promise<OpinionView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const seen = await judgedThenLocked(async (options) => {
        const found = await loadWholeIndstilling(tx, actor, indstillingId, options);
        allow(mayAskOpinion(actor, found.row, found.sight));
        return found;
      });
      if (!(await tx.existsBy(UnitRow, { id: unitId })))
        throw problemOf('reference-not-found', `There is no unit ${unitId}.`, { at: 'unitId' });
      const awaited = await tx.findBy(OpinionRow, { indstillingId, answer: IsNull() });
      const day = dueOn ?? (await this.suggestedDay(tx));
      const { state, unitId: ownUnitId } = seen.row;
      orRefuse(
        checkAsking({
          ...{ state, ownUnitId, unitId, awaited: awaited.map((each) => each.unitId) },
          ...{ dueOn: day, today: this.clock.today() },
        }),
      );
      const row = tx.create(OpinionRow, {
        ...{ id: newId(), indstillingId, unitId, dueOn: day, version: 1 },
        ...{ askedBy: actor.personId, askedAt: this.clock.now() },
        ...{ answer: null, text: null, answeredBy: null, answeredAt: null },
      });
      await tx.insert(OpinionRow, row);
      await this.record(tx, context, 'indstilling.opinion-asked', { row, seen }, { dueOn: day });
      return this.shown(tx, { row, seen }, actor);
    });
  }

  answer(
    context: RequestContext,
    id: string,
    ifMatch: number,
    { answer, text }: AnswerOpinion,
  ): Promise<OpinionView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const found = await judgedThenLocked(async (options) => {
        const theirs = await seenOpinion(tx, actor, id, options);
        allow(mayAnswerOpinion(actor, theirs.row));
        return theirs;
      });
      const { row, seen } = found;
      checkVersion(row, ifMatch, await this.shown(tx, found, actor));
      const { state } = seen.row;
      orRefuse(checkAnswering({ state, isAnswered: row.answer !== null, answer, text }));
      const answered = { answer, text, answeredBy: actor.personId, answeredAt: this.clock.now() };
      await saveVersioned(tx, OpinionRow, row, answered);
      // The words may be of something that becomes closed: they stand under their hash.
      const words = text === null ? {} : { text: contentHash(text) };
      await this.record(tx, context, 'indstilling.opinion-given', found, { answer, ...words });
      return this.shown(tx, found, actor);
    });
  }

  /** The unit is not asked any more, and what it saw of the indstilling is gone for it. */
  withdraw(context: RequestContext, id: string, ifMatch: number): Promise<void> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const found = await judgedThenLocked(async (options) => {
        const { row, seen } = await seenOpinion(tx, actor, id, options);
        allow(mayWithdrawOpinion(actor, seen.row, seen.sight, row));
        return { row, seen };
      });
      const { row } = found;
      checkVersion(row, ifMatch, await this.shown(tx, found, actor));
      orRefuse(checkWithdrawing({ isAnswered: row.answer !== null }));
      await tx.delete(OpinionRow, id);
      await this.record(tx, context, 'indstilling.opinion-withdrawn', found);
    });
  }

  private async suggestedDay(tx: EntityManager): Promise<string> {
    return opinionDeadline(this.clock.today(), await this.calendar.closingDayRules(tx));
  }

  private record(
    tx: EntityManager,
    context: RequestContext,
    name: `indstilling.opinion-${'asked' | 'given' | 'withdrawn'}`,
    { row, seen }: SeenOpinion,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    return record(tx, context, {
      name,
      subject: { kind: 'indstilling', id: seen.row.id },
      scopeId: seen.row.bodyId,
      data: { opinionId: row.id, unitId: row.unitId, ...more },
    });
  }

  private async shown(tx: EntityManager, found: SeenOpinion, actor: Actor): Promise<OpinionView> {
    const names = await namesOnOpinions(tx, found.row.indstillingId);
    const named = names.get(found.row.id);
    if (!named) throw notFound('opinion', found.row.id);
    return this.view(found, named, actor);
  }

  private view({ row, seen }: SeenOpinion, names: OpinionNames, actor: Actor): OpinionView {
    const { id, indstillingId, unitId, dueOn, text, version } = row;
    const { unitName, askedBy, answeredBy } = names;
    return {
      ...{ id, indstillingId, unitId, unitName, askedBy, askedAt: row.askedAt.toISOString() },
      ...{ dueOn, state: opinionState(row, this.clock.today()), text, version },
      ...{ answeredBy, answeredAt: row.answeredAt?.toISOString() ?? null },
      abilities: {
        answer: abilityOf(mayAnswerOpinion(actor, row)),
        withdraw: abilityOf(mayWithdrawOpinion(actor, seen.row, seen.sight, row)),
      },
    };
  }
}

/** A question about an indstilling that the actor sees as it is being worked on; any other is as one that does not exist. */
async function seenOpinion(
  tx: EntityManager,
  actor: Actor,
  id: string,
  { lock = false }: { lock?: boolean },
): Promise<SeenOpinion> {
  const held = lock ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const row = await tx.findOne(OpinionRow, { where: { id }, ...held });
  const seen = row && (await findSeenIndstilling(tx, actor, row.indstillingId));
  if (!row || seen?.sight !== 'whole') throw notFound('opinion', id);
  return { row, seen };
}
