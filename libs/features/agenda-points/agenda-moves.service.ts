import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AgendaPointView, MoveAgendaPoint } from '../../contracts/agenda-points.js';
import { closeUp, placePoint } from '../../domain/agenda/index.js';
import type { PointPlace } from '../../domain/agenda/index.js';
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
import { keepLeft, takeLeft } from './left-places.js';
import type { LeftPlace } from './left-places.js';
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
   * Takes a point with its sub-points and papers to another agenda, and gives that agenda as it was before. It lands where the
   * rule of the body says and its old number is not given again; one that goes back has its place and number as they were.
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
    const group = agenda.points.filter((point) => point.id === row.id || point.parentId === row.id);
    const { parentId, position } = row;
    const before = { parentId, position, wentOut: wentOut(row) };
    await refuseDecided(tx, group);
    const placed = stillOn(agenda.points, group);
    const left = closeUp(agenda.points, new Set(group.map((point) => point.id)));
    const places = await arrive(tx, { agenda, target, row, group }, to);
    await savePlaces(tx, [...left, ...places], row.id);
    await this.indstillinger.postpone(tx, context, placed);
    const { meetingId, lateReason } = to;
    await recordPoint(tx, context, 'agenda-point.moved', row, {
      ...{ fromMeeting: agenda.meeting.id, before },
      ...{ meetingId, lateReason },
    });
    return target;
  }
}

/** Whether a point has a number that was sent, or was added to an agenda that was. */
const wentOut = ({ frozenNumber, late }: Pick<AgendaPointRow, 'frozenNumber' | 'late'>): boolean =>
  frozenNumber !== null || late;

interface Arrival {
  readonly agenda: AgendaState;
  readonly target: AgendaState;
  readonly row: AgendaPointRow;
  /** The point with its sub-points. */
  readonly group: readonly AgendaPointRow[];
}

/** Writes the points that go to the agenda they go to, and gives the places there that change. */
async function arrive(
  tx: EntityManager,
  { agenda, target, row, group }: Arrival,
  to: ToMeeting,
): Promise<readonly PointPlace[]> {
  const known = to.back ? await takeLeft(tx, to.meetingId, group) : new Map<string, LeftPlace>();
  // Who goes back on a move leaves nothing to come back to.
  if (!known.has(row.id)) await keepLeft(tx, agenda.meeting.id, group);
  const was = known.get(row.id);
  const parent = target.points.find(({ id, parentId }) => id === was?.parentId && parentId === null);
  const isGone = was?.parentId != null && (!parent || group.length > 1);
  const [parentId, position] =
    was && !isGone
      ? [was.parentId, was.position]
      : [null, landingIn(target, { parentId: null, type: row.type })];
  const late = agendaIsOut(target.meeting.state);
  // An agenda that went out without it meanwhile takes it as any late point.
  const isAsBefore = was !== undefined && (!late || wentOut(was));
  const lateReason = isAsBefore ? was.lateReason : orRefuse(checkLateReason({ late, reason: to.lateReason }));
  const arrived = Object.assign(new AgendaPointRow(), row, { parentId, position });
  const points = [...target.points, arrived];
  const places = orRefuse(placePoint(points, row.id, { parentId, position }));
  for (const point of group) {
    const { id } = point;
    const mine = known.get(id);
    const number = { frozenNumber: mine?.frozenNumber ?? null, frozenPart: mine?.frozenPart ?? null };
    const lateness =
      mine && isAsBefore ? { late: mine.late, lateReason: mine.lateReason } : { late, lateReason };
    const place = id === row.id ? (places.find((one) => one.id === id) ?? { parentId, position }) : {};
    await saveVersioned(tx, AgendaPointRow, point, {
      ...{ meetingId: to.meetingId, parentId: point.parentId },
      ...number,
      ...lateness,
      ...place,
    });
  }
  return places;
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
