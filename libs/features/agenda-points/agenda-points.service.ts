import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  AgendaPointView,
  AgendaPointsView,
  ChangeAgendaPoint,
  CreateAgendaPoint,
  CreatedAgendaPointsView,
  WithdrawAgendaPoint,
} from '../../contracts/agenda-points.js';
import { closeUp, placePoint } from '../../domain/agenda/index.js';
import type { PointType } from '../../domain/agenda/index.js';
import {
  agendaIsOut,
  checkLateReason,
  editsOfFields,
  mayEditAgenda,
  mayRemovePoint,
} from '../../domain/meeting/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion, saveVersioned } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import { orRefuse } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { MeetingsService, loadRunMeeting } from '../meetings/index.js';
import { AgendaPointRow } from './agenda-point.entity.js';
import { agendaPointsView, checkChange, pointViewIn, pointViewsIn } from './agenda-point.view.js';
import { loadAgenda } from './agenda.queries.js';
import type { AgendaState } from './agenda.queries.js';
import { loadSeenAgenda, loadSeenPoint } from './agenda.sight.js';
import { recordClosedReads } from './closed-reads.js';
import { insertStanding, landingIn } from './landing-points.js';
import { onlyWords, saveWords } from './agenda-point.words.js';
import { keepRemoved, wereSent } from './removed-points.js';
import { PlacedIndstillinger, stillOn } from './placed-indstillinger.js';
import {
  changedPoint,
  firstTitle,
  loadPoint,
  newPoint,
  pointAfter,
  pointChanges,
  recordPoint,
  savePlaces,
} from './agenda.changes.js';

@Injectable()
export class AgendaPointsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly meetings: MeetingsService,
    private readonly indstillinger: PlacedIndstillinger,
  ) {}

  async list(context: RequestContext, meetingId: string): Promise<AgendaPointsView> {
    const tx = this.transactions.reader;
    const { state, audience } = await loadSeenAgenda(
      tx,
      context.actor,
      meetingId,
      'all',
      context.alreadyRead,
    );
    const view = agendaPointsView(state);
    await recordClosedReads(tx, context, meetingId, view.points, audience);
    return view;
  }

  async get(context: RequestContext, id: string): Promise<AgendaPointView> {
    const tx = this.transactions.reader;
    const { state, audience } = await loadSeenPoint(tx, context.actor, id, context.alreadyRead);
    const point = pointViewIn(state, id);
    await recordClosedReads(tx, context, point.meetingId, [point], audience);
    return point;
  }

  /**
   * Begins the agenda of a planned meeting with its body's standing points, in their order and with their minutes; points
   * that wait there already land among them by the rule of the body.
   */
  draft(context: RequestContext, meetingId: string, ifMatch: number): Promise<AgendaPointsView> {
    return this.transactions.run(context, async (tx) => {
      await loadRunMeeting(tx, context.actor, meetingId);
      const { meeting, body, points } = await loadAgenda(tx, meetingId, { lock: true });
      checkVersion(meeting, ifMatch, await this.meetings.view(tx, context.actor, meeting));
      await this.meetings.moveOn(tx, context, meeting, { action: 'draft', reason: null });
      const rows = await insertStanding(tx, { meeting, body, points });
      await record(tx, context, {
        name: 'agenda.drafted',
        subject: { kind: 'meeting', id: meetingId },
        scopeId: meetingId,
        data: { points: rows.map((row) => row.id) },
      });
      return agendaPointsView((await loadSeenAgenda(tx, context.actor, meetingId)).state);
    });
  }

  create(context: RequestContext, meetingId: string, fields: CreateAgendaPoint): Promise<AgendaPointView> {
    return this.transactions.run(context, async (tx) => {
      await loadRunMeeting(tx, context.actor, meetingId);
      const agenda = await loadAgenda(tx, meetingId, { lock: true });
      const { id } = await this.add(tx, context, growing(agenda), fields);
      return changedPoint(tx, agenda, id);
    });
  }

  /** Adds several points, all or none; gives them in their order. */
  createSeveral(
    context: RequestContext,
    meetingId: string,
    several: readonly CreateAgendaPoint[],
  ): Promise<CreatedAgendaPointsView> {
    return this.transactions.run(context, async (tx) => {
      await loadRunMeeting(tx, context.actor, meetingId);
      const before = await loadAgenda(tx, meetingId, { lock: true });
      const agenda = growing(before);
      const added: AgendaPointRow[] = [];
      for (const fields of several) added.push(await this.add(tx, context, agenda, fields));
      // The agenda is held, and grew by these rows alone: reading it again would tell the same.
      orRefuse(checkChange(before, agenda));
      const ids = added.map(({ id }) => id);
      return { items: pointViewsIn(agenda, ids) };
    });
  }

  /** Adds a point to an agenda that is held; the agenda's rows then stand as the database has them. */
  private async add(
    tx: EntityManager,
    context: RequestContext,
    agenda: AgendaState,
    fields: CreateAgendaPoint,
  ): Promise<AgendaPointRow> {
    const { meeting, points } = agenda;
    orRefuse(mayEditAgenda(meeting.state, 'add-point'));
    const late = agendaIsOut(meeting.state);
    const lateReason = orRefuse(checkLateReason({ late, reason: fields.lateReason }));
    // Before the row: the workflow says what a constraint could only hint at.
    const type = await this.placed(tx, context, meeting.bodyId, fields);
    const position = fields.position ?? landingIn(agenda, { ...fields, type });
    const row = newPoint(tx, meeting.id, { ...fields, type, position, late, lateReason });
    const to = { parentId: fields.parentId, position };
    points.push(row);
    const places = orRefuse(placePoint(points, row.id, to));
    for (const place of places) Object.assign(points.find(({ id }) => id === place.id) ?? {}, place);
    await tx.insert(AgendaPointRow, row);
    await savePlaces(tx, places, row.id);
    await recordPoint(tx, context, 'agenda-point.created', row, {}, firstTitle(row));
    return row;
  }

  /** Places the indstilling of a new point; gives the type of the point: the one that was chosen, else what is proposed. */
  private async placed(
    tx: EntityManager,
    context: RequestContext,
    bodyId: string,
    { type, indstillingId }: CreateAgendaPoint,
  ): Promise<PointType> {
    if (indstillingId === null) return type ?? 'discussion';
    const proposed = await this.indstillinger.place(tx, context, indstillingId, bodyId);
    return type ?? proposed;
  }

  async change(
    context: RequestContext,
    id: string,
    ifMatch: number,
    fields: ChangeAgendaPoint,
  ): Promise<AgendaPointView> {
    // What is typed is saved all the time, by many at once; whatever stands against it is told by the ordinary way.
    const saved =
      context.transaction === undefined && onlyWords(fields)
        ? await saveWords(this.transactions.reader, context, { id, ifMatch, fields })
        : null;
    return saved ?? this.changeHeld(context, id, ifMatch, fields);
  }

  private changeHeld(
    context: RequestContext,
    id: string,
    ifMatch: number,
    fields: ChangeAgendaPoint,
  ): Promise<AgendaPointView> {
    return this.transactions.run(context, async (tx) => {
      const uncovers = ({ visibility }: AgendaPointRow) => visibility === 'closed';
      const { agenda, row } = await loadPoint(tx, context.actor, id, ifMatch, {
        ...(fields.visibility === 'open' ? { uncovers } : {}),
        read: context.alreadyRead,
      });
      for (const edit of editsOfFields(Object.keys(fields)))
        orRefuse(mayEditAgenda(agenda.meeting.state, edit));
      if (row.late && fields.lateReason !== undefined) {
        orRefuse(checkLateReason({ late: true, reason: fields.lateReason }));
      }
      const changes = pointChanges(agenda, row, fields);
      await saveVersioned(tx, AgendaPointRow, row, fields);
      await recordPoint(tx, context, 'agenda-point.changed', row, {}, changes);
      return pointAfter(agenda, row);
    });
  }

  withdraw(
    context: RequestContext,
    id: string,
    ifMatch: number,
    { reason }: WithdrawAgendaPoint,
  ): Promise<AgendaPointView> {
    return this.transactions.run(context, async (tx) => {
      const { agenda, row } = await loadPoint(tx, context.actor, id, ifMatch);
      orRefuse(mayEditAgenda(agenda.meeting.state, 'withdraw-point'));
      const leaving = stillOn(agenda.points, [row, ...agenda.points.filter((p) => p.parentId === id)]);
      const patch = { withdrawn: true, withdrawnReason: reason };
      const changes = pointChanges(agenda, row, patch);
      await saveVersioned(tx, AgendaPointRow, row, patch);
      await this.indstillinger.takeOff(tx, context, leaving);
      await recordPoint(tx, context, 'agenda-point.withdrawn', row, {}, changes);
      return pointAfter(agenda, row);
    });
  }

  /** Removes a point and its sub-points from an agenda that was never sent: nothing of them stays on it. */
  remove(context: RequestContext, id: string, ifMatch: number): Promise<void> {
    return this.transactions.run(context, async (tx) => {
      const { agenda, row } = await loadPoint(tx, context.actor, id, ifMatch, { uncovers: () => true });
      const under = agenda.points.filter((point) => point.parentId === id);
      const subPoints = under.map((point) => point.id);
      const sentBefore = await wereSent(tx, [id, ...subPoints]);
      orRefuse(mayRemovePoint(agenda.meeting.state, [row, ...under], sentBefore));
      await keepRemoved(tx, row, [id, ...subPoints]);
      await this.indstillinger.takeOff(tx, context, stillOn(agenda.points, [row, ...under]));
      if (subPoints.length > 0) await tx.delete(AgendaPointRow, subPoints);
      await tx.delete(AgendaPointRow, id);
      await savePlaces(tx, closeUp(agenda.points, new Set([id, ...subPoints])));
      await recordPoint(tx, context, 'agenda-point.removed', row, { subPoints });
    });
  }
}

/** The agenda to add points to: what is added to it, and moved in it, leaves the agenda as it was before alone. */
function growing(agenda: AgendaState): AgendaState {
  return { ...agenda, points: agenda.points.map((point) => Object.assign(new AgendaPointRow(), point)) };
}
