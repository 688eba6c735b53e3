import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { PointType } from '../../domain/agenda/index.js';
import { proposalOf } from '../../domain/indstilling/index.js';
import type { IndstillingAction, IndstillingState } from '../../domain/indstilling/index.js';
import { judgedThenLocked } from '../../platform/database/versioned.js';
import { problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { ApprovalService, IndstillingRow, findSeenIndstilling } from '../indstillinger/index.js';
import type { AgendaPointRow } from './agenda-point.entity.js';

type LinkedPoint = Pick<AgendaPointRow, 'indstillingId'>;

/**
 * Those of some points of an agenda that are still on it. A withdrawn point, or one under a withdrawn parent, keeps the
 * link to its indstilling, which may stand on another agenda by now.
 */
export function stillOn(agenda: readonly AgendaPointRow[], points: readonly AgendaPointRow[]): LinkedPoint[] {
  const off = new Set(agenda.filter((point) => point.withdrawn).map((point) => point.id));
  return points
    .filter(({ id, parentId }) => !off.has(id) && (parentId === null || !off.has(parentId)))
    .map(({ indstillingId }) => ({ indstillingId }));
}

/** Keeps the indstillinger of points in step with what happens to the points. */
@Injectable()
export class PlacedIndstillinger {
  constructor(private readonly approval: ApprovalService) {}

  /**
   * Places an approved indstilling on an agenda of its body; refused when it is not approved. One of another body, or
   * one that the actor does not see as it is being worked on, is as one that does not exist. Gives the type of point that
   * it proposes to be.
   */
  async place(tx: EntityManager, context: RequestContext, id: string, bodyId: string): Promise<PointType> {
    const seen = await judgedThenLocked(async (options) => {
      const found = await findSeenIndstilling(tx, context.actor, id, options);
      if (found?.sight !== 'whole' || found.row.bodyId !== bodyId)
        throw problemOf('reference-not-found', `There is no indstilling ${id}.`, { at: 'indstillingId' });
      return found;
    });
    await this.approval.moveOn(tx, context, seen.row, { action: 'place', reason: null });
    // What proposes nothing in so many words is laid before the body to be decided on all the same.
    return proposalOf(seen.row.template, seen.row.sections)?.pointType ?? 'decision';
  }

  /** Places again those that were changed while they stood on the agenda and have been approved since. */
  placeAgain(tx: EntityManager, context: RequestContext, points: readonly LinkedPoint[]): Promise<void> {
    return this.moveThose(tx, context, points, { in: 'approved', action: 'place' });
  }

  /** The points leave the agenda: their indstillinger are ready for another. */
  takeOff(tx: EntityManager, context: RequestContext, points: readonly LinkedPoint[]): Promise<void> {
    return this.moveThose(tx, context, points, { in: 'on-agenda', action: 'take-off' });
  }

  /** The points go to another meeting, and their indstillinger with them. */
  postpone(tx: EntityManager, context: RequestContext, points: readonly LinkedPoint[]): Promise<void> {
    return this.moveThose(tx, context, points, { in: 'on-agenda', action: 'postpone' });
  }

  /**
   * Points that were put off go on with their indstillinger, as far as these can: one that was withdrawn or settled meanwhile,
   * or is with somebody again, stays behind, and the row says so.
   */
  async carry(tx: EntityManager, context: RequestContext, rows: readonly AgendaPointRow[]): Promise<void> {
    const ids = rows.flatMap(({ indstillingId }) => indstillingId ?? []);
    if (ids.length === 0) return;
    const found = await tx.find(IndstillingRow, {
      where: { id: In(ids), state: In(['on-agenda', 'approved']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const one of found)
      await this.approval.moveOn(tx, context, one, {
        action: one.state === 'approved' ? 'place' : 'postpone',
        reason: null,
      });
    for (const row of rows) if (!found.some(({ id }) => id === row.indstillingId)) row.indstillingId = null;
  }

  private async moveThose(
    tx: EntityManager,
    context: RequestContext,
    points: readonly LinkedPoint[],
    step: { in: IndstillingState; action: IndstillingAction },
  ): Promise<void> {
    const ids = points.flatMap((point) => (point.indstillingId === null ? [] : [point.indstillingId]));
    if (ids.length === 0) return;
    const rows = await tx.find(IndstillingRow, {
      where: { id: In(ids), state: step.in },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const row of rows)
      await this.approval.moveOn(tx, context, row, { action: step.action, reason: null });
  }
}
