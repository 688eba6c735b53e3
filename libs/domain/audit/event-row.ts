/**
 * The columns of an event row that its seal covers: all of them. A column that is added later goes to the end, so that
 * rows written before it, which hold nothing there, keep their hash.
 */
export const SEALED_COLUMNS = [
  'xid',
  'seq',
  'id',
  'at',
  'name',
  'subject_kind',
  'subject_id',
  'scope_id',
  'data',
  'request_id',
  'person_id',
  'acting_role',
  'viewed_as_person_id',
  'changes',
] as const;
export type SealedColumn = (typeof SEALED_COLUMNS)[number];

/** An event row as text, column by column; `at` is UTC with microseconds, null where the column holds nothing. */
export type EventRow = Readonly<Record<SealedColumn, string | null>>;

/** Where an event stands in the order of events: the transaction that wrote it, then its number. Whole numbers as text. */
export interface Place {
  readonly xid: string;
  readonly seq: string;
}

/** The bytes, as text, that the seal of an event is made from: no two different rows give the same. */
export function canonicalText(row: EventRow): string {
  return JSON.stringify(
    SEALED_COLUMNS.flatMap((column) => (row[column] === null ? [] : [[column, row[column]]])),
  );
}

/** Where a row says that it stands. */
export function placeOf(row: EventRow): Place {
  return { xid: row.xid ?? '', seq: row.seq ?? '' };
}

/** Orders places: negative when `a` comes first, 0 when they are the same. */
export function comparePlaces(a: Place, b: Place): number {
  const [byTransaction, byNumber] = [BigInt(a.xid) - BigInt(b.xid), BigInt(a.seq) - BigInt(b.seq)];
  const first = byTransaction === 0n ? byNumber : byTransaction;
  return first < 0n ? -1 : first > 0n ? 1 : 0;
}

/** The moment (ISO, UTC, milliseconds) at which a UUIDv7 was made; null for an id of another kind. */
export function timeOfId(id: string): string | null {
  const hex = id.replaceAll('-', '');
  if (!/^[0-9a-f]{12}7[0-9a-f]{19}$/i.test(hex)) return null;
  return new Date(Number.parseInt(hex.slice(0, 12), 16)).toISOString();
}
