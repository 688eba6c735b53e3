import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CreateMinutesCorrection, MinutesStepRequest, MinutesView } from '../../contracts/minutes.js';
import { mayRecordDecision, mayWorkOnMinutes } from '../../domain/meeting/index.js';
import { addCorrection, takeMinutesStep } from '../../domain/minutes/index.js';
import { plainText } from '../../domain/text/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, load, saveVersioned } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import { notFound, orRefuse, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { AgendaPointRow, loadAgenda, ruleAgenda } from '../agenda-points/index.js';
import { FollowUpsService } from '../follow-ups/index.js';
import { MeetingRow } from '../meetings/index.js';
import { MinutesAdditionRow, MinutesRow } from './minutes.entity.js';
import { correctionsOf, decisionsOfMeeting } from './minutes.queries.js';
import { datedCorrection, minutesView } from './minutes.view.js';

@Injectable()
export class MinutesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly followUps: FollowUpsService,
    private readonly clock: Clock,
  ) {}

  async get(meetingId: string): Promise<MinutesView> {
    const tx = this.transactions.reader;
    return this.view(tx, await minutesOf(tx, meetingId));
  }

  /** Begins the minutes of a meeting that has started. */
  create(context: RequestContext, meetingId: string): Promise<MinutesView> {
    return this.transactions.run(context, async (tx) => {
      const meeting = await load(tx, MeetingRow, 'meeting', meetingId, { lock: true });
      if (await tx.existsBy(MinutesRow, { meetingId })) {
        throw problemOf('already-exists', 'The meeting has its minutes.');
      }
      orRefuse(mayRecordDecision(meeting.state, null));
      const row = tx.create(MinutesRow, {
        id: newId(),
        meetingId,
        state: 'draft',
        approvedAt: null,
        version: 1,
      });
      await tx.insert(MinutesRow, row);
      await recordMinutes(tx, context, 'minutes.created', row);
      return this.view(tx, row);
    });
  }

  step(
    context: RequestContext,
    meetingId: string,
    ifMatch: number,
    { action, reason }: MinutesStepRequest,
  ): Promise<MinutesView> {
    return this.transactions.run(context, async (tx) => {
      const row = await this.loadLocked(tx, meetingId, ifMatch);
      const from = row.state;
      const state = orRefuse(takeMinutesStep(from, action, reason));
      const approvedAt = action === 'approve' ? this.clock.now() : row.approvedAt;
      await saveVersioned(tx, MinutesRow, row, { state, approvedAt });
      // What was confirmed goes to its unit with the minutes; what nobody has confirmed waits.
      if (action === 'review') await this.followUps.issueConfirmed(tx, context, meetingId);
      await recordMinutes(tx, context, 'minutes.moved-on', row, { action, from, to: state, reason });
      return this.view(tx, row);
    });
  }

  correct(
    context: RequestContext,
    meetingId: string,
    ifMatch: number,
    { by, text, pointId }: CreateMinutesCorrection,
  ): Promise<MinutesView> {
    return this.transactions.run(context, async (tx) => {
      const row = await this.loadLocked(tx, meetingId, ifMatch);
      if (pointId !== null && !(await tx.existsBy(AgendaPointRow, { id: pointId, meetingId }))) {
        throw problemOf('reference-not-found', `There is no agenda point ${pointId} at the meeting.`, {
          at: 'pointId',
        });
      }
      const earlier = (await correctionsOf(tx, row)).map(datedCorrection);
      orRefuse(addCorrection(row.state, earlier, { date: this.clock.today(), by, text: plainText(text) }));
      const correction = { id: newId(), minutesId: row.id, pointId, at: this.clock.now(), by, text };
      await tx.insert(MinutesAdditionRow, tx.create(MinutesAdditionRow, correction));
      await saveVersioned(tx, MinutesRow, row, {});
      await recordMinutes(tx, context, 'minutes.added-to', row, { correctionId: correction.id, pointId });
      return this.view(tx, row);
    });
  }

  private async loadLocked(tx: EntityManager, meetingId: string, ifMatch: number): Promise<MinutesRow> {
    const meeting = await load(tx, MeetingRow, 'meeting', meetingId, { lock: true });
    const row = await minutesOf(tx, meetingId);
    if (row.version !== ifMatch) checkVersion(row, ifMatch, await this.view(tx, row));
    orRefuse(mayWorkOnMinutes(meeting.state));
    return row;
  }

  private async view(tx: EntityManager, row: MinutesRow): Promise<MinutesView> {
    const { meetingId } = row;
    return minutesView(row, {
      agenda: ruleAgenda(await loadAgenda(tx, meetingId)),
      decisions: await decisionsOfMeeting(tx, meetingId),
      followUps: await this.followUps.ofMeeting(tx, meetingId),
      corrections: await correctionsOf(tx, row),
    });
  }
}

async function minutesOf(tx: EntityManager, meetingId: string): Promise<MinutesRow> {
  const row = await tx.findOneBy(MinutesRow, { meetingId });
  if (!row) throw notFound('minutes of the meeting', meetingId);
  return row;
}

function recordMinutes(
  tx: EntityManager,
  context: RequestContext,
  name: 'minutes.created' | 'minutes.moved-on' | 'minutes.added-to',
  row: MinutesRow,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const subject = { kind: 'minutes' as const, id: row.id };
  return record(tx, context, { name, subject, scopeId: row.meetingId, data });
}
