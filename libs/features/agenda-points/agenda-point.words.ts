import type { DataSource, EntityManager } from 'typeorm';
import type { AgendaPointView, ChangeAgendaPoint } from '../../contracts/agenda-points.js';
import type { AgendaEdit } from '../../domain/meeting/index.js';
import { checkLateReason, editsOfFields, mayEditAgenda } from '../../domain/meeting/index.js';
import { isDeadlock } from '../../platform/database/database-errors.js';
import { KeptRows, markOf } from '../../platform/database/kept-rows.js';
import { askPrepared } from '../../platform/database/prepared.js';
import type { Prepared } from '../../platform/database/prepared.js';
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
import { POINT_COLUMNS, loadMarkedAgenda } from './agenda.queries.js';
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
  const after = Object.assign(new AgendaPointRow(), row, fields, { version: row.version + 1 });
  const names = WORDS.filter((name) => fields[name] !== undefined);
  const parent = state.points.find((point) => point.id === row.parentId);
  const values = [
    ...[state.meeting.id, state.meeting.state, ifMatch],
    ...(parent ? [parent.id, parent.visibility] : []),
    ...names.map((name) => (name === 'purpose' ? JSON.stringify(after.purpose) : after[name])),
  ];
  try {
    const mark = await changeAndRecord(tx, context, event, savingOf(names, parent !== undefined), values);
    if (mark === null) return null;
    // The database writes JSON in its own order: such a row is read again before it is compared.
    if (fields.purpose === undefined) keptOf(tx).rows.keep(id, mark, after);
    return pointSaying(state, after);
  } catch (error) {
    if (isDeadlock(error)) return null;
    throw error;
  }
}

const COLUMNS: Readonly<Record<(typeof WORDS)[number], string>> = {
  ...{ title: 'title', purpose: 'purpose', method: 'method', responsible: 'responsible' },
  ...{ attending: 'attending', lateReason: 'late_reason' },
};

/** The saving of these words, of a point or of a sub-point; the same object each time, so that it is planned once. */
function savingOf(names: readonly (typeof WORDS)[number][], isUnder: boolean): RecordedChange {
  const name = `save ${names.join(', ')} of a ${isUnder ? 'sub-point' : 'point'}`;
  let change = savings.get(name);
  if (!change) savings.set(name, (change = saving(name, names, isUnder)));
  return change;
}

const savings = new Map<string, RecordedChange>();

/**
 * The meeting is held with the state that the change was judged by, so that nobody sends its agenda meanwhile; then the
 * parent with the visibility by which what is written down was found open or closed. Where somebody holds them already
 * nothing is changed here, and the ordinary way waits for them.
 */
const saving = (
  name: string,
  names: readonly (typeof WORDS)[number][],
  isUnder: boolean,
): RecordedChange => ({
  name,
  making: (value, id) => {
    const first = isUnder ? 6 : 4;
    const words = names.map(
      (word, i) => `${COLUMNS[word]} = ${value(first + i)}${word === 'purpose' ? '::jsonb' : ''}`,
    );
    return `
  held AS MATERIALIZED (
    SELECT id FROM meeting WHERE id = ${value(1)}::uuid AND state = ${value(2)} FOR SHARE SKIP LOCKED
  ), place AS MATERIALIZED (
    ${
      isUnder
        ? `SELECT over.meeting_id, over.id AS parent_id FROM held JOIN agenda_point over ON over.meeting_id = held.id
    WHERE over.id = ${value(4)}::uuid AND over.visibility = ${value(5)} FOR SHARE OF over SKIP LOCKED`
        : 'SELECT id AS meeting_id, NULL::uuid AS parent_id FROM held'
    }
  ), changed AS (
    UPDATE agenda_point p
    SET ${[...words, 'version = p.version + 1'].join(', ')}
    FROM place
    WHERE p.id = ${id}::uuid AND p.version = ${value(3)}::int AND p.meeting_id = place.meeting_id
      AND p.parent_id IS NOT DISTINCT FROM place.parent_id
    RETURNING ${markOf('p')} AS mark
  )`;
  },
});

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
  const [, mark = ''] = ahead.split('\n');
  const [state, row] = [await agendaInOrder(tx, place), await rowOfMark(tx, id, mark)];
  return state && row && { state, row };
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

/** How many agendas, and how many points, a process keeps. */
const [MOST_AGENDAS, MOST_ROWS] = [100, 1000];

interface KeptOf {
  readonly orders: KeptRows<Pick<AgendaState, 'points' | 'taken'>>;
  readonly rows: KeptRows<AgendaPointRow>;
}

const ofDatabases = new WeakMap<DataSource, KeptOf>();

function keptOf({ dataSource }: EntityManager): KeptOf {
  let kept = ofDatabases.get(dataSource);
  if (!kept) {
    kept = { orders: new KeptRows(MOST_AGENDAS), rows: new KeptRows(MOST_ROWS) };
    ofDatabases.set(dataSource, kept);
  }
  return kept;
}

/** An agenda in its order, the points saying what they said when it was first asked for; null where that has passed. */
async function agendaInOrder(
  tx: EntityManager,
  { meeting, body, mark }: PointPlace,
): Promise<AgendaState | null> {
  const { orders } = keptOf(tx);
  // A number is given out where the meeting moves on, so that its mark tells of that too.
  const known = orders.get(meeting.id, mark);
  if (known) return { meeting, body, ...known };
  const now = await loadMarkedAgenda(tx, meeting.id);
  if (now.mark !== mark) return null;
  const { points, taken } = now.state;
  return { meeting, body, ...orders.keep(meeting.id, mark, { points, taken }) };
}

const ROW: Prepared = {
  name: 'point with its mark',
  text: `SELECT ${markOf('p')} AS mark, (SELECT row_to_json(point) FROM (SELECT ${POINT_COLUMNS}) point) AS row
         FROM agenda_point p WHERE p.id = $1`,
  pipe: 'reads',
};

/** The row of a point in the version of a mark; null where that has passed. */
async function rowOfMark(tx: EntityManager, id: string, mark: string): Promise<AgendaPointRow | null> {
  const { rows } = keptOf(tx);
  const known = rows.get(id, mark);
  if (known) return known;
  const [now] = await askPrepared<{ mark: string; row: AgendaPointRow }>(tx, ROW, [id]);
  return now?.mark === mark ? rows.keep(id, mark, now.row) : null;
}
