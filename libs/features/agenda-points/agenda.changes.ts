import type { EntityManager } from 'typeorm';
import type { AgendaPointView } from '../../contracts/agenda-points.js';
import type { EventName } from '../../contracts/events.js';
import type { StandingPointFields } from '../../contracts/organisation.js';
import { strictest } from '../../domain/agenda/index.js';
import type { PointPlace } from '../../domain/agenda/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { checkVersion, judgedThenLocked } from '../../platform/database/versioned.js';
import { changesOf } from '../../platform/events/changes.js';
import type { FieldChange } from '../../platform/events/changes.js';
import { record } from '../../platform/events/event-log.js';
import type { NewEvent } from '../../platform/events/event-log.js';
import { allow, notFound, orRefuse } from '../../platform/http/problem-error.js';
import type { AlreadyRead } from '../../platform/http/read-ahead.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { newId } from '../../platform/ids/new-id.js';
import { AgendaPointRow } from './agenda-point.entity.js';
import { mayRunMeetings } from '../meetings/index.js';
import { mayUncover } from './agenda-points.policy.js';
import { loadSeenPointOf } from './agenda.sight.js';
import { checkChange, pointViewIn, ruleAgenda } from './agenda-point.view.js';
import { loadAgenda } from './agenda.queries.js';
import type { AgendaState } from './agenda.queries.js';

/** A row for a new point, with what is not said left empty. */
export function newPoint(
  tx: EntityManager,
  meetingId: string,
  fields: Partial<AgendaPointRow> & StandingPointFields,
): AgendaPointRow {
  return tx.create(AgendaPointRow, {
    ...{
      parentId: null,
      position: 0,
      attending: null,
      fixedStart: null,
      closedReason: null,
      publicTitle: null,
    },
    ...{ publicDecision: [], indstillingId: null, withdrawn: false, withdrawnReason: null, late: false },
    ...{ lateReason: null, frozenNumber: null, frozenPart: null },
    ...fields,
    id: newId(),
    meetingId,
    version: 1,
  });
}

/** The id of the meeting of a point that the actor may change; refuses who only sees it. Nothing is locked. */
export async function loadRunPoint(
  tx: EntityManager,
  actor: Actor,
  id: string,
  read?: AlreadyRead,
): Promise<string> {
  const { meeting, body } = await loadSeenPointOf(tx, actor, id, read);
  allow(mayRunMeetings(actor, body.id));
  return meeting.id;
}

/** How a point is to be changed. */
interface Handling {
  /** What `uncovers` a point is refused to whoever is disqualified on it or on one of its sub-points. */
  readonly uncovers?: (row: AgendaPointRow) => boolean;
  readonly read?: AlreadyRead | undefined;
}

/**
 * Loads a point that the actor may change with its agenda, the meeting locked; refuses a stale version with the point as it
 * is now.
 */
export async function loadPoint(
  tx: EntityManager,
  actor: Actor,
  id: string,
  ifMatch: number,
  { uncovers, read }: Handling = {},
): Promise<{ agenda: AgendaState; row: AgendaPointRow }> {
  const meetingId = await loadRunPoint(tx, actor, id, read);
  const judge = async (options: { lock?: boolean }) => {
    const agenda = await loadAgenda(tx, meetingId, options);
    const found = agenda.points.find((point) => point.id === id);
    // It went to another meeting, or away, while this one waited for the lock.
    if (!found) throw notFound('agenda point', id);
    if (uncovers?.(found)) allow(mayUncover(actor, groupOf(agenda, id)));
    return { agenda, found };
  };
  const { agenda, found } = uncovers ? await judgedThenLocked(judge) : await judge({ lock: true });
  // The agenda stays as it was before the change, which is written to a row of its own.
  const row = Object.assign(new AgendaPointRow(), found);
  if (row.version !== ifMatch) checkVersion(row, ifMatch, pointViewIn(agenda, id));
  return { agenda, row };
}

/** The ids of a point and of its sub-points. */
function groupOf({ points }: Pick<AgendaState, 'points'>, id: string): string[] {
  return points.filter((point) => point.id === id || point.parentId === id).map((point) => point.id);
}

/** A point after a change to nothing but its own row, in an agenda that is held; refuses what contradicts the order of the points. */
export function pointAfter(before: AgendaState, row: AgendaPointRow): AgendaPointView {
  const points = before.points.map((point) => (point.id === row.id ? row : point));
  const after = { ...before, points };
  orRefuse(checkChange(before, after));
  return pointViewIn(after, row.id);
}

/** A point as it stands after a change to its agenda; refuses what contradicts the order of the points. */
export async function changedPoint(
  tx: EntityManager,
  before: AgendaState,
  id: string,
): Promise<AgendaPointView> {
  const after = await loadAgenda(tx, before.meeting.id, { guests: false });
  orRefuse(checkChange(before, after));
  return pointViewIn(after, id);
}

/**
 * Writes places in one statement, leaving out the point that is written by itself. A place is not a change of the
 * point's own: its version stays, so that moving one point does not make the edits of its neighbours stale.
 */
export async function savePlaces(
  tx: EntityManager,
  places: readonly PointPlace[],
  except?: string,
): Promise<void> {
  const others = places.filter((place) => place.id !== except);
  if (others.length === 0) return;
  await tx.query(
    `UPDATE agenda_point SET parent_id = place.parent_id, position = place.position
     FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS place (id, parent_id, position)
     WHERE agenda_point.id = place.id`,
    [others.map((p) => p.id), others.map((p) => p.parentId), others.map((p) => p.position)],
  );
}

/** What a patch changes in a point; closed when the point is, or becomes it, by itself, its parent or its body. */
export function pointChanges(
  { body, points }: Pick<AgendaState, 'body' | 'points'>,
  row: AgendaPointRow,
  patch: Partial<AgendaPointRow>,
): FieldChange[] {
  const parent = points.find(({ id }) => id === row.parentId);
  const visibility = strictest(body.visibility, parent?.visibility, row.visibility, patch.visibility);
  return changesOf(row, patch, { closed: visibility === 'closed' });
}

/** What a new point holds: its title, under its hash, since closed points are made too. */
export function firstTitle({ title }: AgendaPointRow): FieldChange[] {
  return changesOf<{ title: string | null }>({ title: null }, { title }, { closed: true });
}

/** Something that happened to a point, in the scope of its meeting. */
export function pointEvent(
  name: EventName,
  row: AgendaPointRow,
  data: Readonly<Record<string, unknown>>,
  changes: readonly FieldChange[],
): NewEvent {
  return { name, subject: { kind: 'agenda-point', id: row.id }, scopeId: row.meetingId, data, changes };
}

/** Records what happened to a point. */
export function recordPoint(
  tx: EntityManager,
  context: RequestContext,
  name: EventName,
  row: AgendaPointRow,
  data: Readonly<Record<string, unknown>>,
  changes: readonly FieldChange[] = [],
): Promise<void> {
  return record(tx, context, pointEvent(name, row, data, changes));
}

/**
 * Freezes the numbers of an agenda that is being sent: each point that has a number keeps it, and the part it stands in,
 * from now on. One statement; gives the agenda as it then stands.
 */
export async function freezeNumbers(tx: EntityManager, state: AgendaState): Promise<AgendaState> {
  const numbered = ruleAgenda(state).points.filter((point) => point.number !== null);
  const frozen = numbered.filter(
    ({ point, number, part }) => point.frozenNumber !== number || point.frozenPart !== part,
  );
  await tx.query(
    `UPDATE agenda_point SET frozen_number = sent.number, frozen_part = sent.part
     FROM unnest($1::uuid[], $2::text[], $3::text[]) AS sent (id, number, part)
     WHERE agenda_point.id = sent.id`,
    [frozen.map((p) => p.point.id), frozen.map((p) => p.number), frozen.map((p) => p.part)],
  );
  return loadAgenda(tx, state.meeting.id);
}

/** A number that a sent agenda gives a point, and the part it stands in. */
export type GivenNumber = Pick<AgendaPointView, 'id' | 'number' | 'part'>;

/**
 * Freezes the numbers that an agenda was sent with, whatever has happened to its points since: those that have one already
 * keep it, and what stands on the agenda without having been sent is late from now on. Gives the ids of those.
 */
export async function freezeAs(
  tx: EntityManager,
  meetingId: string,
  sent: readonly GivenNumber[],
): Promise<string[]> {
  const numbered = sent.filter(({ number }) => number !== null);
  await tx.query(
    `UPDATE agenda_point SET frozen_number = sent.number, frozen_part = sent.part
     FROM unnest($2::uuid[], $3::text[], $4::text[]) AS sent (id, number, part)
     WHERE agenda_point.id = sent.id AND meeting_id = $1
       AND (frozen_number, frozen_part) IS DISTINCT FROM (sent.number, sent.part)`,
    [meetingId, numbered.map(({ id }) => id), numbered.map((p) => p.number), numbered.map((p) => p.part)],
  );
  const [late] = await tx.query<[{ id: string }[], number]>(
    `UPDATE agenda_point SET late = true, version = version + 1
     WHERE meeting_id = $1 AND id <> ALL($2::uuid[]) AND frozen_number IS NULL AND NOT withdrawn AND NOT late
     RETURNING id`,
    [meetingId, sent.map(({ id }) => id)],
  );
  return late.map(({ id }) => id);
}
