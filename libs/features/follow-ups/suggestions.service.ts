import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FollowUpsOfPoint } from '../../contracts/follow-ups.js';
import { readFollowUps, suggestionChanges } from '../../domain/follow-up/index.js';
import type { StandingFollowUp, SuggestedFollowUp } from '../../domain/follow-up/index.js';
import { plainText } from '../../domain/text/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { allow } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { loadSeenPointOf } from '../agenda-points/index.js';
import { lockDecisionOf, markRead } from '../decisions/index.js';
import type { DecisionRow } from '../decisions/index.js';
import type { MeetingRow } from '../meetings/index.js';
import { recordFollowUp } from './follow-up.changes.js';
import { FollowUpRow } from './follow-up.entity.js';
import { nextMeetingDate, responsibleNames, suggestionsOn } from './follow-up.queries.js';
import { dueColumns, dueOf, followUpView } from './follow-up.view.js';
import { mayRunFollowUp } from './follow-ups.policy.js';

/** Reads decisions for follow-ups: what the text says, and nobody has confirmed yet, stands as suggested. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the suggestions of a point equal to what its decision says now and gives all its follow-ups. Two runs at
   * once take turns on the meeting, so that the second finds nothing to do.
   */
  suggest(context: RequestContext, pointId: string): Promise<FollowUpsOfPoint> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const { body } = await loadSeenPointOf(tx, actor, pointId);
      allow(mayRunFollowUp(actor, { bodyId: body.id }));
      const { meeting, decision } = await lockDecisionOf(tx, pointId);
      if (decision) await this.read(tx, context, meeting, decision);
      const rows = await tx.find(FollowUpRow, { where: { pointId }, order: { id: 'ASC' } });
      return { items: rows.map((row) => followUpView(row, this.clock.today(), actor)) };
    });
  }

  private async read(
    tx: EntityManager,
    context: RequestContext,
    meeting: MeetingRow,
    decision: DecisionRow,
  ): Promise<void> {
    const { pointId } = decision;
    const readings = readFollowUps(plainText(decision.text), {
      meetingDate: meeting.date,
      nextMeetingDate: await nextMeetingDate(tx, meeting),
    });
    const named = await responsibleNames(tx);
    const there = await suggestionsOn(tx, pointId);
    const { add, remove } = suggestionChanges(
      there.map(({ row, noted }) => standing(row, noted)),
      readings.map((reading) => ({ ...reading, ...named(reading.responsible) })),
    );
    await this.removeRows(
      tx,
      context,
      there.map(({ row }) => row).filter((row) => remove.includes(row.id)),
    );
    const origin = { bodyId: meeting.bodyId, meetingId: meeting.id, pointId };
    await this.addRows(
      tx,
      context,
      add.map((reading) => this.newRow(origin, reading)),
    );
    await markRead(tx, decision);
  }

  private newRow(
    origin: Pick<FollowUpRow, 'bodyId' | 'meetingId' | 'pointId'>,
    reading: SuggestedFollowUp,
  ): FollowUpRow {
    const { action, sentence, responsible, unitId, personId, raisedBy, due } = reading;
    return {
      ...{ id: newId(), ...origin, action, sentence, responsible, unitId, personId, raisedBy },
      ...dueColumns(due),
      ...{ stage: 'suggested', status: 'new', createdAt: this.clock.now(), version: 1 },
    };
  }

  private async addRows(tx: EntityManager, context: RequestContext, rows: FollowUpRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.insert(FollowUpRow, rows);
    for (const row of rows) await recordFollowUp(tx, context, 'follow-up.suggested', row);
  }

  private async removeRows(tx: EntityManager, context: RequestContext, rows: FollowUpRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.delete(
      FollowUpRow,
      rows.map((row) => row.id),
    );
    for (const row of rows) await recordFollowUp(tx, context, 'follow-up.removed', row);
  }
}

/** A row as the rule takes it: a later version than the first, or a note, is the mark of a person. */
function standing(row: FollowUpRow, noted: boolean): StandingFollowUp {
  const { id, action, sentence, responsible, unitId, personId, raisedBy, stage, version } = row;
  const touched = stage !== 'suggested' || version > 1 || noted;
  return { id, action, sentence, responsible, unitId, personId, raisedBy, due: dueOf(row), touched };
}
