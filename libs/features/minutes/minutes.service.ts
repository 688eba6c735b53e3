import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  CreateMinutesCorrection,
  MinutesQuery,
  MinutesStepRequest,
  MinutesView,
} from '../../contracts/minutes.js';
import { mayRecordDecision, mayWorkOnMinutes } from '../../domain/meeting/index.js';
import { addCorrection, takeMinutesStep } from '../../domain/minutes/index.js';
import { strictest } from '../../domain/agenda/index.js';
import type { Audience } from '../../domain/agenda/index.js';
import { atLeast } from '../../domain/rights/index.js';
import type { Actor, May } from '../../domain/rights/index.js';
import { plainText } from '../../domain/text/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, judgedThenLocked, saveVersioned } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import { allow, orRefuse, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import {
  AgendaPointRow,
  findSeenPoint,
  loadAgenda,
  numberedAsSent,
  recordClosedReads,
} from '../agenda-points/index.js';
import type { AgendaState } from '../agenda-points/index.js';
import { FollowUpsService } from '../follow-ups/index.js';
import { proposalsSeen } from '../indstillinger/index.js';
import { loadRunMeeting } from '../meetings/index.js';
import type { SeenMeeting } from '../meetings/index.js';
import { reachOf } from '../organisation/index.js';
import { agendaOfMinutes, loadSeenMinutes, sightFor } from './minutes.access.js';
import type { SeenMinutes } from './minutes.access.js';
import { MinutesAdditionRow, MinutesRow } from './minutes.entity.js';
import { withSeenTargets } from '../decisions/index.js';
import { correctionsOf, decisionsOfMeeting } from './minutes.queries.js';
import { mayTakeMinutesStep, mayWriteMinutes } from './minutes.policy.js';
import { datedCorrection, minutesView } from './minutes.view.js';
import type { MinutesParts } from './minutes.view.js';

@Injectable()
export class MinutesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly followUps: FollowUpsService,
    private readonly clock: Clock,
  ) {}

  async get(context: RequestContext, meetingId: string, { audience }: MinutesQuery): Promise<MinutesView> {
    const tx = this.transactions.reader;
    const { actor } = context;
    const { row, seen } = await loadSeenMinutes(tx, actor, meetingId);
    const whole = await agendaToFollow(tx, actor, seen, audience);
    const { agenda } = agendaOfMinutes(whole, actor, seen.insight, audience);
    const points = agenda.points.map(({ point, visibility }) => ({
      id: point.id,
      effectiveVisibility: strictest(whole.body.visibility, visibility),
    }));
    const isGuest = !atLeast(seen.insight, 'open');
    await recordClosedReads(
      tx,
      context,
      meetingId,
      points,
      isGuest ? 'all' : sightFor(actor, seen.insight, audience).audience,
    );
    return this.view(tx, actor, seen, row, { whole, audience });
  }

  /** Begins the minutes of a meeting that has started. */
  create(context: RequestContext, meetingId: string): Promise<MinutesView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const seen = await loadRunMeeting(tx, actor, meetingId, { lock: true });
      if (await tx.existsBy(MinutesRow, { meetingId })) {
        throw problemOf('already-exists', 'The meeting has its minutes.');
      }
      orRefuse(mayRecordDecision(seen.meeting.state, null));
      const row = tx.create(MinutesRow, {
        id: newId(),
        meetingId,
        state: 'draft',
        approvedAt: null,
        version: 1,
      });
      await tx.insert(MinutesRow, row);
      await recordMinutes(tx, context, 'minutes.created', row);
      return this.view(tx, actor, seen, row);
    });
  }

  step(
    context: RequestContext,
    meetingId: string,
    ifMatch: number,
    { action, reason }: MinutesStepRequest,
  ): Promise<MinutesView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const may = (bodyId: string) => mayTakeMinutesStep(actor, bodyId, action);
      const { row, seen } = await this.loadLocked(tx, actor, meetingId, { ifMatch, may });
      const from = row.state;
      const state = orRefuse(takeMinutesStep(from, action, reason));
      const approvedAt = action === 'approve' ? this.clock.now() : row.approvedAt;
      await saveVersioned(tx, MinutesRow, row, { state, approvedAt });
      // What was confirmed goes to its unit with the minutes; what nobody has confirmed waits.
      if (action === 'review') await this.followUps.issueConfirmed(tx, context, meetingId);
      await recordMinutes(tx, context, 'minutes.moved-on', row, { action, from, to: state, reason });
      return this.view(tx, actor, seen, row);
    });
  }

  correct(
    context: RequestContext,
    meetingId: string,
    ifMatch: number,
    { by, text, pointId }: CreateMinutesCorrection,
  ): Promise<MinutesView> {
    return this.transactions.run(context, async (tx) => {
      const { actor } = context;
      const may = (bodyId: string) => mayWriteMinutes(actor, bodyId);
      const { row, seen } = await this.loadLocked(tx, actor, meetingId, { ifMatch, may });
      if (pointId !== null && !(await isPointOf(tx, actor, meetingId, pointId))) {
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
      return this.view(tx, actor, seen, row);
    });
  }

  private async loadLocked(
    tx: EntityManager,
    actor: Actor,
    meetingId: string,
    { ifMatch, may }: { ifMatch: number; may: (bodyId: string) => May },
  ): Promise<SeenMinutes> {
    const found = await judgedThenLocked(async (options) => {
      const minutes = await loadSeenMinutes(tx, actor, meetingId, options);
      allow(may(minutes.seen.body.id));
      return minutes;
    });
    const { row, seen } = found;
    if (row.version !== ifMatch) checkVersion(row, ifMatch, await this.view(tx, actor, seen, row));
    orRefuse(mayWorkOnMinutes(seen.meeting.state));
    return found;
  }

  private async view(
    tx: EntityManager,
    actor: Actor,
    seen: SeenMeeting,
    row: MinutesRow,
    asked?: { readonly whole: AgendaState; readonly audience: Audience },
  ): Promise<MinutesView> {
    const { meetingId } = row;
    const audience = asked?.audience ?? 'all';
    const whole = asked?.whole ?? (await agendaToFollow(tx, actor, seen, audience));
    const ofMinutes = agendaOfMinutes(whole, actor, seen.insight, audience);
    return minutesView(row, actor, {
      bodyId: seen.body.id,
      audience,
      ...ofMinutes,
      proposals: await proposalsToWrite(tx, actor, row, { bodyId: seen.body.id, ...ofMinutes }),
      decisions: await withSeenTargets(tx, actor, await decisionsOfMeeting(tx, meetingId)),
      followUps: await this.followUps.ofMeeting(tx, actor, meetingId),
      corrections: await correctionsOf(tx, row),
    });
  }
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

/** What is proposed on the points of minutes that somebody writes, by the ids of the indstillinger; nothing for anybody else. */
async function proposalsToWrite(
  tx: EntityManager,
  actor: Actor,
  { state }: MinutesRow,
  { bodyId, agenda }: Pick<MinutesParts, 'bodyId' | 'agenda'>,
): Promise<MinutesParts['proposals']> {
  const ids = agenda.points.flatMap(({ point }) => point.row.indstillingId ?? []);
  if (state !== 'draft' || mayWriteMinutes(actor, bodyId) !== true || ids.length === 0) return new Map();
  return proposalsSeen(tx, await reachOf(tx, actor), ids);
}

/** Whether a point stands on the agenda of a meeting and is there for the actor. */
async function isPointOf(
  tx: EntityManager,
  actor: Actor,
  meetingId: string,
  pointId: string,
): Promise<boolean> {
  if (!(await tx.existsBy(AgendaPointRow, { id: pointId, meetingId }))) return false;
  return (await findSeenPoint(tx, actor, pointId)) !== null;
}

/** The agenda that the minutes follow, numbered as those who see what the actor sees had it. */
async function agendaToFollow(
  tx: EntityManager,
  actor: Actor,
  seen: SeenMeeting,
  wanted: Audience,
): Promise<AgendaState> {
  const { audience } = sightFor(actor, seen.insight, wanted);
  return numberedAsSent(tx, await loadAgenda(tx, seen.meeting.id), audience);
}
