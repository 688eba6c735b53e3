import { changeAgendaPoint } from '../../contracts/agenda-points.js';
import type { HistoryChange, TakeBackView } from '../../contracts/history.js';
import { changeMeeting } from '../../contracts/meetings.js';
import {
  agendaIsOut,
  editsOfFields,
  mayBringBack,
  mayEditMeeting,
  mayGiveBack,
  mayGiveBilagBack,
  mayTakeBack,
} from '../../domain/meeting/index.js';
import type { PointStanding } from '../../domain/meeting/index.js';
import type { Outcome } from '../../domain/outcome.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import type { AgendaState } from '../agenda-points/index.js';
import { mayRunMeetings } from '../meetings/index.js';
import type { EventEntity } from './event.entity.js';
import type { HistorySight } from './history-sight.js';

type PointRow = AgendaState['points'][number];
type Fields = NonNullable<TakeBackView['fields']>;
type Looked = Pick<HistorySight, 'actor' | 'seen' | 'told'>;

/**
 * How whoever makes the agenda takes back what happened, or why they cannot any more; null where it is not taken back
 * here (what is sent, decided or minuted has its own ways).
 */
export function takeBackOf(
  row: EventEntity,
  changes: readonly HistoryChange[],
  sight: Looked,
): TakeBackView | null {
  const { subjectId: id } = row;
  switch (row.name) {
    case 'agenda-point.removed':
      return restored(id, sight);
    case 'agenda-point.changed':
      return changedBack(id, valuesBefore(changes, changeAgendaPoint.shape), sight);
    case 'agenda-point.withdrawn':
      return ofPoint('reinstate-point', id, null, sight, ({ withdrawn }) => !withdrawn);
    case 'agenda-point.reinstated':
      return ofPoint('withdraw-point', id, reasonIn(changes), sight, ({ withdrawn }) => withdrawn);
    case 'agenda-point.moved':
      return movedBack(row, sight);
    case 'meeting.changed':
      return meetingChangedBack(valuesBefore(changes, changeMeeting.shape), sight);
    case 'attachment.removed':
      return bilagRestored(id, sight);
    default:
      return null;
  }
}

function restored(id: string, { seen, told }: Looked): TakeBackView {
  const removed = told.removed.get(id);
  const kept = removed?.rootId === id ? { frozenNumber: null, late: removed.late } : null;
  return view('restore-point', { id, version: null }, null, mayGiveBack(seen.meeting.state, kept));
}

function bilagRestored(id: string, { seen, told }: Looked): TakeBackView | null {
  const bilag = told.attachments.get(id);
  if (!bilag) return null;
  const may = mayGiveBilagBack(seen.meeting.state, bilag.removed);
  return view('restore-attachment', { id, version: null }, null, may);
}

function changedBack(id: string, fields: Fields | null, sight: Looked): TakeBackView | null {
  return fields && ofPoint('change-point', id, fields, sight, (now) => standsAs(now, fields));
}

function meetingChangedBack(fields: Fields | null, { seen }: Looked): TakeBackView | null {
  if (fields === null) return null;
  const { meeting } = seen;
  const standing = { where: 'here', state: meeting.state, standsSo: standsAs(meeting, fields) } as const;
  const so = mayTakeBack([], standing);
  return view('change-meeting', meeting, fields, so.ok ? mayEditMeeting(meeting.state) : so);
}

function movedBack({ subjectId: id, data }: EventEntity, sight: Looked): TakeBackView | null {
  const place = placeIn(data.before);
  if (place === null) return null;
  if (data.fromMeeting === undefined)
    return ofPoint('move-point', id, place, sight, (now) => standsAs(now, place));
  return data.fromMeeting === sight.seen.meeting.id ? broughtBack(id, wentOut(data.before), sight) : null;
}

/** Whether a point was on the agenda when that went out; events that were written before this was kept say nothing. */
function wentOut(before: unknown): boolean {
  return before !== null && typeof before === 'object' && 'wentOut' in before && before.wentOut === true;
}

function broughtBack(id: string, hadGoneOut: boolean, { actor, seen, told }: Looked): TakeBackView {
  const { meeting } = seen;
  const at = told.left.get(id);
  const isHereAgain = told.points.has(id) || told.removed.has(id);
  const isWithin = at?.bodyId != null && mayRunMeetings(actor, at.bodyId) === true;
  const from = isWithin && at.state !== null ? { state: at.state } : null;
  const comesLate = agendaIsOut(meeting.state) && !hadGoneOut;
  const here = { state: meeting.state, comesLate, isHereAgain };
  const fields = { meetingId: meeting.id, back: true };
  const version = from === null ? null : (at?.version ?? null);
  return view('bring-back-point', { id, version }, fields, mayBringBack(from, here));
}

/** What is done to a point by its present version, and stands so already where it says that it does. */
function ofPoint(
  act: 'reinstate-point' | 'withdraw-point' | 'change-point' | 'move-point',
  id: string,
  fields: Fields | null,
  { seen, told }: Looked,
  standsSo: (now: PointRow) => boolean,
): TakeBackView {
  const now = told.agenda?.state.points.find((point) => point.id === id);
  const standing: PointStanding = {
    where: now ? 'here' : told.removed.has(id) ? 'removed' : 'elsewhere',
    state: seen.meeting.state,
    standsSo: now !== undefined && standsSo(now),
  };
  return view(
    act,
    { id, version: now?.version ?? null },
    fields,
    mayTakeBack(editsOf(act, fields, now), standing),
  );
}

function editsOf(act: TakeBackView['act'], fields: Fields | null, now: PointRow | undefined) {
  if (act === 'change-point') return editsOfFields(Object.keys(fields ?? {}));
  if (act !== 'move-point') return ['withdraw-point'] as const;
  return fields?.parentId === now?.parentId ? (['reorder'] as const) : (['nest'] as const);
}

function view(
  act: TakeBackView['act'],
  { id, version }: { readonly id: string; readonly version: number | null },
  fields: Fields | null,
  may: Outcome<unknown>,
): TakeBackView {
  return { act, id, version, fields, refusal: may.ok ? null : obstacleOf(may.refusal) };
}

function obstacleOf({ code, rule, liftedBy }: { code: string; rule: string; liftedBy?: string }) {
  return { code, rule, ...(liftedBy === undefined ? {} : { liftedBy }) };
}

/** What the fields held before that a PATCH takes; null where there is none of them. */
function valuesBefore(changes: readonly HistoryChange[], shape: object): Fields | null {
  const own = changes.filter(({ field, withheld }) => !withheld && field in shape);
  return own.length === 0 ? null : Object.fromEntries(own.map(({ field, before }) => [field, before]));
}

/** The reason of the withdrawal that was taken back. */
function reasonIn(changes: readonly HistoryChange[]): Fields {
  return { reason: changes.find(({ field }) => field === 'withdrawnReason')?.before ?? null };
}

function standsAs(now: object, fields: Fields): boolean {
  const held = new Map<string, unknown>(Object.entries(now));
  return Object.entries(fields).every(
    ([field, value]) => contentHash(held.get(field) ?? null) === contentHash(value ?? null),
  );
}

/** The place a point had; null in events that were written before places were kept. */
function placeIn(before: unknown): Fields | null {
  if (before === null || typeof before !== 'object') return null;
  if (!('parentId' in before) || !('position' in before)) return null;
  return { parentId: before.parentId, position: before.position };
}
