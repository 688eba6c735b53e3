import type { HistoryChange, HistoryEvent } from '../../contracts/history.js';
import type { StoredChange, StoredValue } from '../../platform/events/changes.js';
import type { HistoryRight } from './audit.policy.js';
import type { EventEntity } from './event.entity.js';

/** What the events of a page refer to: names of people by id, and long texts by hash. */
export interface HistoryReferences {
  readonly names: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, unknown>;
}

/** An event as somebody with this right reads it. */
export function historyEventView(
  row: EventEntity,
  right: HistoryRight,
  { names, texts }: HistoryReferences,
): HistoryEvent {
  const somebody = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
  return {
    ...{ id: row.id, at: row.at.toISOString(), name: row.name, actingRole: row.actingRole },
    person: somebody(row.personId),
    viewedAs: somebody(row.viewedAsPersonId),
    changes: changesIn(row).map((change) => changeView(change, right, texts)),
    note: right === 'events' ? null : noteIn(row),
  };
}

/** The hashes of the texts that somebody with this right reads in the events. */
export function textsShown(rows: readonly EventEntity[], right: HistoryRight): string[] {
  const shown = rows.flatMap(changesIn).filter((change) => isShown(change, right));
  const values = shown.flatMap(({ before, after }) => [before, after]);
  return [...new Set(values.flatMap((value) => ('text' in value ? [value.text] : [])))];
}

/** The changes of an event; a step of a workflow is a change of state. */
function changesIn({ changes, data }: EventEntity): readonly StoredChange[] {
  if (changes !== null) return changes;
  const { from, to } = data;
  if (typeof from === 'string' && typeof to === 'string') return [changeOf('state', from, to)];
  if (!isRecord(from) || !isRecord(to)) return [];
  return Object.keys(to)
    .filter((field) => from[field] !== to[field])
    .map((field) => changeOf(field, from[field], to[field]));
}

function changeOf(field: string, before: unknown, after: unknown): StoredChange {
  return { field, before: { value: before ?? null }, after: { value: after ?? null } };
}

function isShown(change: StoredChange, right: HistoryRight): boolean {
  return right === 'all' || (right === 'values' && change.closed !== true);
}

function changeView(
  change: StoredChange,
  right: HistoryRight,
  texts: ReadonlyMap<string, unknown>,
): HistoryChange {
  const { field, before, after } = change;
  if (!isShown(change, right)) return { field, before: null, after: null, withheld: true };
  const read = (value: StoredValue): unknown =>
    'text' in value ? (texts.get(value.text) ?? null) : value.value;
  return { field, before: read(before), after: read(after), withheld: false };
}

function noteIn({ data }: EventEntity): string | null {
  return typeof data.reason === 'string' ? data.reason : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
