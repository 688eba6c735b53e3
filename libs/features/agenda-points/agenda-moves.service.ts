import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AgendaPointView, MoveAgendaPoint } from '../../contracts/agenda-points.js';
import { closeUp, placePoint } from '../../domain/agenda/index.js';
import { checkLateReason, agendaIsOut, mayEditAgenda } from '../../domain/meeting/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { saveVersioned } from '../../platform/database/versioned.js';
import { ProblemError, orRefuse } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { AgendaPointRow } from './agenda-point.entity.js';
import { loadRunMeeting } from '../meetings/index.js';
import { changedPoint, loadPoint, loadRunPoint, recordPoint, savePlaces } from './agenda.changes.js';
import { PlacedIndstillinger, stillOn } from './placed-indstillinger.js';
import { landingIn } from './landing-points.js';
import { loadAgenda } from './agenda.queries.js';
import type { AgendaState } from './agenda.queries.js';

type ToPlace = Extract<MoveAgendaPoint, { position: number }>;
type ToMeeting = Extract<MoveAgendaPoint, { meetingId: string }>;

/** Moves points: among their siblings, under another parent, to another meeting. */
@Injectable()
export class AgendaMovesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly indstillinger: PlacedIndstillinger,
  ) {}

  move(context: RequestContext, id: string, ifMatch: number, to: MoveAgendaPoint): Promise<AgendaPointView> {
    return this.transactions.run(context, async (tx) => {
      if ('meetingId' in to) {
        await loadRunPoint(tx, context.actor, id);
        await loadRunMeeting(tx, context.actor, to.meetingId);
        await lockMeetingsInOrder(tx, id, to.meetingId);
      }
      const leaves = ({ parentId }: AgendaPointRow) => 'meetingId' in to || to.parentId !== parentId;
      const { agenda, row } = await loadPoint(tx, context.actor, id, ifMatch, { uncovers: leaves });
      if ('meetingId' in to) return changedPoint(tx, await this.toMeeting(tx, context, agenda, row, to), id);
      await this.toPlace(tx, context, agenda, row, to);
      return changedPoint(tx, agenda, id);
    });
  }

  private async toPlace(
    tx: EntityManager,
    context: RequestContext,
    agenda: AgendaState,
    row: AgendaPointRow,
    to: ToPlace,
  ): Promise<void> {
    orRefuse(mayEditAgenda(agenda.meeting.state, to.parentId === row.parentId ? 'reorder' : 'nest'));
    const places = orRefuse(placePoint(agenda.points, row.id, to));
    const { parentId, position } = places.find((place) => place.id === row.id) ?? row;
    const before = { parentId: row.parentId, position: row.position };
    await savePlaces(tx, places, row.id);
    await saveVersioned(tx, AgendaPointRow, row, { parentId, position });
    await recordPoint(tx, context, 'agenda-point.moved', row, { parentId, position, before });
  }

  /**
   * Takes a point with its sub-points and papers to another agenda, where the rule of its body puts it, and gives that agenda as
   * it was before; its old number is not given again.
   */
  private async toMeeting(
    tx: EntityManager,
    context: RequestContext,
    agenda: AgendaState,
    row: AgendaPointRow,
    to: ToMeeting,
  ): Promise<AgendaState> {
    if (to.meetingId === row.meetingId) {
      throw new ProblemError('same-meeting', 'The point stands on the agenda of that meeting.', {
        at: 'meetingId',
      });
    }
    orRefuse(mayEditAgenda(agenda.meeting.state, 'move-to-meeting'));
    const target = await loadAgenda(tx, to.meetingId, { lock: true });
    orRefuse(mayEditAgenda(target.meeting.state, 'add-point'));
    const late = agendaIsOut(target.meeting.state);
    const lateReason = orRefuse(checkLateReason({ late, reason: to.lateReason }));
    const group = agenda.points.filter((point) => point.id === row.id || point.parentId === row.id);
    await refuseDecided(tx, group);
    const placed = stillOn(agenda.points, group);
    const left = closeUp(agenda.points, new Set(group.map((point) => point.id)));
    const arrival = { meetingId: to.meetingId, frozenNumber: null, frozenPart: null, late, lateReason };
    const position = landingIn(target, { parentId: null, type: row.type });
    const arrived = [
      ...target.points,
      Object.assign(new AgendaPointRow(), row, { parentId: null, position }),
    ];
    const places = orRefuse(placePoint(arrived, row.id, { parentId: null, position }));
    for (const point of group) {
      const place = point.id === row.id ? (places.find(({ id }) => id === row.id) ?? { position }) : {};
      await saveVersioned(tx, AgendaPointRow, point, { ...arrival, parentId: point.parentId, ...place });
    }
    await savePlaces(tx, [...left, ...places], row.id);
    await this.indstillinger.postpone(tx, context, placed);
    await recordPoint(tx, context, 'agenda-point.moved', row, {
      ...{ fromMeeting: agenda.meeting.id, before: { parentId: row.parentId, position: row.position } },
      ...to,
    });
    return target;
  }
}

/** Two moves in opposite directions at once would wait for each other: both take the meetings in the same order. */
export async function lockMeetingsInOrder(
  tx: EntityManager,
  pointId: string,
  meetingId: string,
): Promise<void> {
  await tx.query(
    `SELECT id FROM meeting
     WHERE id = $2 OR id = (SELECT meeting_id FROM agenda_point WHERE id = $1) ORDER BY id FOR UPDATE`,
    [pointId, meetingId],
  );
}

async function refuseDecided(tx: EntityManager, points: readonly AgendaPointRow[]): Promise<void> {
  const decided = await tx.query<unknown[]>(
    'SELECT 1 FROM decision WHERE point_id = ANY($1::uuid[]) LIMIT 1',
    [points.map((point) => point.id)],
  );
  if (decided.length === 0) return;
  throw new ProblemError(
    'point-has-decision',
    'A point with a decision stays on the agenda it was decided on.',
  );
}
