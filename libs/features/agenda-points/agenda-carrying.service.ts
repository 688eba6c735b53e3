import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AgendaPointView } from '../../contracts/agenda-points.js';
import type { TakeOnPoint } from '../../contracts/postponed-points.js';
import { placePoint } from '../../domain/agenda/index.js';
import { agendaIsOut, checkLateReason, mayEditAgenda, mayTakeOn } from '../../domain/meeting/index.js';
import { ProblemError, allow, notFound, orRefuse, problemOf } from '../../platform/http/problem-error.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { loadRunMeeting } from '../meetings/index.js';
import { AgendaPointRow } from './agenda-point.entity.js';
import { lockMeetingsInOrder } from './agenda-moves.service.js';
import { mayUncover } from './agenda-points.policy.js';
import {
  changedPoint,
  firstTitle,
  loadRunPoint,
  newPoint,
  recordPoint,
  savePlaces,
} from './agenda.changes.js';
import { loadAgenda } from './agenda.queries.js';
import type { AgendaState } from './agenda.queries.js';
import { landingIn } from './landing-points.js';
import { PlacedIndstillinger } from './placed-indstillinger.js';
import { putOffFacts } from './postponed-points.queries.js';

/** A point that goes on at another meeting: itself first, then its sub-points, each with the new point it goes on as. */
interface Carried {
  readonly from: AgendaPointRow;
  readonly row: AgendaPointRow;
}

/** Lets points that were put off go on at another meeting of their body, each as a point of its own. */
@Injectable()
export class AgendaCarryingService {
  constructor(private readonly indstillinger: PlacedIndstillinger) {}

  /**
   * Takes a point that was put off, with its sub-points, texts and those disqualified on them, on to the agenda of another
   * meeting. What hangs on the points beside that is brought along by `bringAlong`, given the new ids by the old.
   */
  async carry(
    tx: EntityManager,
    context: RequestContext,
    meetingId: string,
    asked: TakeOnPoint,
    bringAlong: (ids: ReadonlyMap<string, string>) => Promise<void>,
  ): Promise<AgendaPointView> {
    await loadRunMeeting(tx, context.actor, meetingId);
    await loadRunPoint(tx, context.actor, asked.pointId);
    await lockMeetingsInOrder(tx, asked.pointId, meetingId);
    const target = await loadAgenda(tx, meetingId, { lock: true });
    const { group, source } = await this.loadPutOff(tx, context, asked.pointId, target);
    const carried = newPointsFor(tx, target, group, asked);
    const [first] = carried;
    if (!first) throw notFound('agenda point', asked.pointId);
    const places = placesIn(target, first.row);
    await this.indstillinger.carry(
      tx,
      context,
      carried.map(({ row }) => row),
    );
    // Parents first: a sub-point refers to one of the same list.
    for (const { row } of carried) await tx.insert(AgendaPointRow, row);
    await savePlaces(tx, places, first.row.id);
    const ids = new Map(carried.map(({ from, row }) => [from.id, row.id]));
    await linkCarried(tx, ids);
    await bringAlong(ids);
    for (const { from, row } of carried)
      await recordPoint(
        tx,
        context,
        'agenda-point.created',
        row,
        { fromPoint: from.id, fromMeeting: source.meeting.id },
        firstTitle(row),
      );
    return changedPoint(tx, target, first.row.id);
  }

  /** The point with its sub-points that go on with it, for an actor who may take it; refuses what was not put off. */
  private async loadPutOff(
    tx: EntityManager,
    context: RequestContext,
    pointId: string,
    target: AgendaState,
  ): Promise<{ group: AgendaPointRow[]; source: AgendaState }> {
    // Loaded again: it may have moved while this one waited for the lock.
    const source = await loadAgenda(tx, await loadRunPoint(tx, context.actor, pointId));
    const point = source.points.find(({ id }) => id === pointId);
    if (!point || source.body.id !== target.body.id)
      throw problemOf('reference-not-found', `There is no point ${pointId} of the body.`, { at: 'pointId' });
    if (source.meeting.id === target.meeting.id)
      throw new ProblemError('same-meeting', 'The point stands on the agenda of that meeting.', {
        at: 'pointId',
      });
    const under = source.points.filter(({ parentId, withdrawn }) => parentId === pointId && !withdrawn);
    const facts = await putOffFacts(
      tx,
      [point, ...under].map(({ id }) => id),
    );
    const putOff = facts.get(pointId);
    if (!putOff) throw notFound('agenda point', pointId);
    orRefuse(mayTakeOn(putOff));
    // Sub-points that were decided stay where they were.
    const open = under.filter(({ id }) => [null, 'deferred', undefined].includes(facts.get(id)?.outcome));
    const group = [point, ...open];
    allow(
      mayUncover(
        context.actor,
        group.map(({ id }) => id),
      ),
    );
    return { group, source };
  }
}

function newPointsFor(
  tx: EntityManager,
  target: AgendaState,
  group: readonly AgendaPointRow[],
  { position, lateReason: reason }: TakeOnPoint,
): Carried[] {
  orRefuse(mayEditAgenda(target.meeting.state, 'add-point'));
  const late = agendaIsOut(target.meeting.state);
  const lateReason = orRefuse(checkLateReason({ late, reason }));
  const carried: Carried[] = [];
  for (const from of group) {
    const { title, type, purpose, method, responsible, attending, minutes, indstillingId } = from;
    const { visibility, closedReason, publicTitle } = from;
    const parent = carried[0]?.row ?? null;
    const row = newPoint(tx, target.meeting.id, {
      ...{ title, type, purpose, method, responsible, attending, minutes, indstillingId },
      ...{ visibility, closedReason, publicTitle, late, lateReason },
      parentId: parent?.id ?? null,
      position:
        parent === null ? (position ?? landingIn(target, { parentId: null, type })) : carried.length - 1,
    });
    carried.push({ from, row });
  }
  return carried;
}

/** The places that change; the new point takes its own. */
function placesIn({ points }: AgendaState, row: AgendaPointRow) {
  const to = { parentId: null, position: row.position };
  const places = orRefuse(placePoint([...points, row], row.id, to));
  row.position = places.find(({ id }) => id === row.id)?.position ?? row.position;
  return places;
}

/** Says which point goes on as which, and that whoever is disqualified on the old one is on the new one. */
async function linkCarried(tx: EntityManager, ids: ReadonlyMap<string, string>): Promise<void> {
  const pairs = [[...ids.keys()], [...ids.values()]];
  await tx.query(
    `INSERT INTO carried_point (point_id, from_point_id)
     SELECT point_id, from_point_id FROM unnest($1::uuid[], $2::uuid[]) AS pair (from_point_id, point_id)`,
    pairs,
  );
  await tx.query(
    `INSERT INTO disqualification (point_id, person_id, reason)
     SELECT pair.point_id, old.person_id, old.reason
     FROM unnest($1::uuid[], $2::uuid[]) AS pair (from_point_id, point_id)
     JOIN disqualification old ON old.point_id = pair.from_point_id`,
    pairs,
  );
}
