import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { AgendaPointView } from '../../contracts/agenda-points.js';
import { placePoint } from '../../domain/agenda/index.js';
import { mayReinstatePoint, mayRemovePoint } from '../../domain/meeting/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { saveVersioned } from '../../platform/database/versioned.js';
import { notFound, orRefuse } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { IndstillingRow } from '../indstillinger/index.js';
import { findSeenMeeting, mayRunMeetings } from '../meetings/index.js';
import { AgendaPointRow } from './agenda-point.entity.js';
import { changedPoint, loadPoint, pointChanges, recordPoint, savePlaces } from './agenda.changes.js';
import { loadAgenda } from './agenda.queries.js';
import { PlacedIndstillinger, stillOn } from './placed-indstillinger.js';
import { loadRemoved, putBack } from './removed-points.js';

/** Takes back what took a point off its agenda: a removal, or a withdrawal. */
@Injectable()
export class AgendaRestoringService {
  constructor(
    private readonly transactions: Transactions,
    private readonly indstillinger: PlacedIndstillinger,
  ) {}

  /** Gives a removed point back with its sub-points, bilag and ids, where it stood. */
  restore(context: RequestContext, id: string): Promise<AgendaPointView> {
    return this.transactions.run(context, async (tx) => {
      await this.refuseUnseen(tx, context, id);
      const { meetingId } = await loadRemoved(tx, id);
      const agenda = await loadAgenda(tx, meetingId, { lock: true });
      const removed = await loadRemoved(tx, id, { lock: true });
      // What has left comes back, whatever was sent of it: it has its rights of before with it.
      orRefuse(mayRemovePoint(agenda.meeting.state, removed.points, false));
      await putBack(tx, removed);
      await this.unlinkElsewhere(tx, removed.points);
      const back = await loadAgenda(tx, meetingId);
      const row = back.points.find((point) => point.id === id);
      if (!row) throw notFound('agenda point', id);
      // Its siblings closed up when it left: they make room again.
      const { parentId, position } = row;
      const places = orRefuse(placePoint(back.points, id, { parentId, position }));
      await savePlaces(tx, places);
      await this.indstillinger.placeAgain(
        tx,
        context,
        stillOn(
          back.points,
          back.points.filter((point) => point.id === id || point.parentId === id),
        ),
      );
      await recordPoint(tx, context, 'agenda-point.restored', row, {});
      return changedPoint(tx, agenda, id);
    });
  }

  /** Puts a withdrawn point on the agenda again, under the number it has. */
  reinstate(context: RequestContext, id: string, ifMatch: number): Promise<AgendaPointView> {
    return this.transactions.run(context, async (tx) => {
      const { agenda, row } = await loadPoint(tx, context.actor, id, ifMatch);
      orRefuse(mayReinstatePoint(agenda.meeting.state, row));
      const under = agenda.points.filter((point) => point.parentId === id);
      const patch = { withdrawn: false, withdrawnReason: null };
      const changes = pointChanges(agenda, row, patch);
      await saveVersioned(tx, AgendaPointRow, row, patch);
      await this.unlinkElsewhere(tx, [row, ...under]);
      const on = stillOn([row, ...under], [row, ...under]);
      await this.indstillinger.placeAgain(tx, context, on);
      await recordPoint(tx, context, 'agenda-point.reinstated', row, {}, changes);
      return changedPoint(tx, agenda, id);
    });
  }

  /** Whoever may not run the meeting, or is disqualified on what was removed, is told that there is nothing. */
  private async refuseUnseen(tx: EntityManager, context: RequestContext, id: string): Promise<void> {
    const { meetingId, disqualified } = await loadRemoved(tx, id);
    const { personId } = context.actor;
    if (personId !== null && disqualified.includes(personId)) throw notFound('agenda point', id);
    const seen = await findSeenMeeting(tx, context.actor, meetingId);
    if (!seen || mayRunMeetings(context.actor, seen.body.id) !== true) throw notFound('agenda point', id);
  }

  /** An indstilling that went elsewhere meanwhile, or back to its author, does not come back with the point. */
  private async unlinkElsewhere(
    tx: EntityManager,
    points: readonly Pick<AgendaPointRow, 'id' | 'indstillingId'>[],
  ): Promise<void> {
    const ids = points.flatMap(({ indstillingId }) => indstillingId ?? []);
    if (ids.length === 0) return;
    const ready = await tx.find(IndstillingRow, {
      where: { id: In(ids), state: 'approved' },
      select: { id: true },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    await tx.query(
      `UPDATE agenda_point SET indstilling_id = NULL
       WHERE id = ANY($1::uuid[]) AND indstilling_id <> ALL($2::uuid[])`,
      [points.map(({ id }) => id), ready.map(({ id }) => id)],
    );
  }
}
