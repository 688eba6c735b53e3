import type { DataSource, EntityManager } from 'typeorm';
import type { AgendaPointView, ChangeAgendaPoint } from '../../contracts/agenda-points.js';
import type { AgendaEdit } from '../../domain/meeting/index.js';
import { checkLateReason, editsOfFields, mayEditAgenda } from '../../domain/meeting/index.js';
import { isDeadlock } from '../../platform/database/database-errors.js';
import { KeptRows } from '../../platform/database/kept-rows.js';
import { changeAndRecord } from '../../platform/events/event-log.js';
import type { RecordedChange } from '../../platform/events/event-log.js';
import { rowOf } from '../../platform/http/read-ahead.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { mayRunMeetings, seenBy } from '../meetings/index.js';
import { AgendaPointRow } from './agenda-point.entity.js';
import { WORDS_AHEAD, livingPlaceOf } from './agenda-point.place.js';
import type { PointPlace } from './agenda-point.place.js';
import { pointSaying } from './agenda-point.view.js';
import { pointChanges, pointEvent } from './agenda.changes.js';
import { loadMarkedAgenda } from './agenda.queries.js';
import type { AgendaState } from './agenda.queries.js';

/** What a point says, and no point is numbered, timed or shown by. */
const WORDS = ['title', 'purpose', 'method', 'responsible', 'attending', 'lateReason'] as const;
const NAMES: ReadonlySet<string> = new Set<keyof ChangeAgendaPoint>(WORDS);

type Words = Partial<Pick<AgendaPointRow, (typeof WORDS)[number]>>;

/** Whether a change is of the words of a point only. */
export function onlyWords(fields: ChangeAgendaPoint): boolean {
  return Object.keys(fields).every((name) => NAMES.has(name));
}

/** New words for a point, typed to one version of it. */
interface NewWords {
  readonly id: string;
  readonly ifMatch: number;
  readonly fields: Words;
}

/**
 * Saves words typed to a point in one statement, judged by what was read with who asks; null, with nothing done, where
 * something stands against it or has changed since. The ordinary way, which holds the agenda, then tells what it is.
 */
export async function saveWords(
  tx: EntityManager,
  context: RequestContext,
  { id, ifMatch, fields }: NewWords,
): Promise<AgendaPointView | null> {
  const read = await readWith(tx, context, id);
  if (read?.row.version !== ifMatch || !mayWrite(read, fields)) return null;
  const { state, row } = read;
  const event = pointEvent('agenda-point.changed', row, {}, pointChanges(state, row, fields));
  const parent = state.points.find((point) => point.id === row.parentId);
  const after = Object.assign(new AgendaPointRow(), row, fields, { version: row.version + 1 });
  const values = [
    ...[state.meeting.id, state.meeting.state, ifMatch],
    ...[after.title, JSON.stringify(after.purpose), after.method, after.responsible, after.attending],
    after.lateReason,
  ];
  try {
    const isSaved = await (parent
      ? changeAndRecord(tx, context, event, SAVE_UNDER, [...values, parent.id, parent.visibility])
      : changeAndRecord(tx, context, event, SAVE, values));
    return isSaved ? pointSaying(state, after) : null;
  } catch (error) {
    if (isDeadlock(error)) return null;
    throw error;
  }
}

/**
 * The meeting is held with the state that the change was judged by, so that nobody sends its agenda meanwhile; then the
 * parent with the visibility by which what is written down was found open or closed.
 */
const saving = (name: string, isUnder: boolean): RecordedChange => ({
  name,
  making: (value, id) => `
  held AS MATERIALIZED (
    SELECT id FROM meeting WHERE id = ${value(1)}::uuid AND state = ${value(2)} FOR SHARE
  ), place AS MATERIALIZED (
    ${
      isUnder
        ? `SELECT over.meeting_id, over.id AS parent_id FROM held JOIN agenda_point over ON over.meeting_id = held.id
    WHERE over.id = ${value(10)}::uuid AND over.visibility = ${value(11)} FOR SHARE OF over`
        : 'SELECT id AS meeting_id, NULL::uuid AS parent_id FROM held'
    }
  ), changed AS (
    UPDATE agenda_point p
    SET title = ${value(4)}, purpose = ${value(5)}::jsonb, method = ${value(6)}, responsible = ${value(7)},
        attending = ${value(8)}, late_reason = ${value(9)}, version = p.version + 1
    FROM place
    WHERE p.id = ${id}::uuid AND p.version = ${value(3)}::int AND p.meeting_id = place.meeting_id
      AND p.parent_id IS NOT DISTINCT FROM place.parent_id
    RETURNING p.id
  )`,
});

const SAVE = saving('save the words of a point', false);
const SAVE_UNDER = saving('save the words of a sub-point', true);

/** A point as it was read, in the order of its agenda. */
interface ReadPoint {
  readonly state: AgendaState;
  readonly row: AgendaPointRow;
}

/** Null where it was not read ahead, or is not for the one who asks to write in, or only in part to see. */
async function readWith(
  tx: EntityManager,
  { actor, alreadyRead }: RequestContext,
  id: string,
): Promise<ReadPoint | null> {
  const ahead = rowOf(alreadyRead, WORDS_AHEAD, id);
  if (typeof ahead !== 'string') return null;
  const place = await livingPlaceOf(tx, id, alreadyRead);
  const seen = place && (await seenBy(tx, actor, place.meeting, place.body));
  if (!place || seen?.insight !== 'drafts' || actor.disqualifiedFrom.length > 0) return null;
  if (mayRunMeetings(actor, seen.body.id) !== true) return null;
  const [, orderMark = '', ...json] = ahead.split('\n');
  const state = await agendaInOrder(tx, place, orderMark);
  return state && { state, row: JSON.parse(json.join('\n')) as AgendaPointRow };
}

function mayWrite({ state, row }: ReadPoint, fields: Words): boolean {
  const isFit = (edit: AgendaEdit): boolean => mayEditAgenda(state.meeting.state, edit).ok;
  if (!editsOfFields(Object.keys(fields)).every(isFit)) return false;
  return (
    !row.late ||
    fields.lateReason === undefined ||
    checkLateReason({ late: true, reason: fields.lateReason }).ok
  );
}

/** How many agendas a process keeps. */
const MOST_KEPT = 100;

type Order = Pick<AgendaState, 'points' | 'taken'>;

const ofDatabases = new WeakMap<DataSource, KeptRows<Order>>();

/** An agenda in the order of the mark, its points saying what they said when it was first asked for; null where that has passed. */
async function agendaInOrder(
  tx: EntityManager,
  { meeting, body, mark }: PointPlace,
  orderMark: string,
): Promise<AgendaState | null> {
  let kept = ofDatabases.get(tx.dataSource);
  if (!kept) ofDatabases.set(tx.dataSource, (kept = new KeptRows(MOST_KEPT)));
  // A number is given out where the meeting moves on, so that its mark tells of that.
  const known = kept.get(meeting.id, `${mark} ${orderMark}`);
  if (known) return { meeting, body, ...known };
  const now = await loadMarkedAgenda(tx, meeting.id);
  if (now.orderMark !== orderMark || now.state.meeting.version !== meeting.version) return null;
  const { points, taken } = now.state;
  return { meeting, body, ...kept.keep(meeting.id, `${mark} ${orderMark}`, { points, taken }) };
}
