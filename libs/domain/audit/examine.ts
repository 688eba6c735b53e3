import { canonicalText, comparePlaces, placeOf, timeOfId } from './event-row.js';
import type { EventRow, Place } from './event-row.js';
import type { Finding, Tampering } from './finding.js';

/** The hash of an event's seal: over the hash before it and the event's canonical text. */
export type Seal = (previous: string, canonical: string) => string;

/** What stands before the first event: no hash of anything. */
export const GENESIS = '0'.repeat(64);

/** An event as a signed checkpoint lists it: what must be found in the database. */
export interface ListedEvent {
  readonly position: number;
  readonly place: Place;
  readonly id: string;
  readonly hash: string;
}

/** A row of the database's own list of seals. */
export interface SealRow extends Place {
  readonly position: number;
  readonly eventId: string;
  readonly hash: string;
}

/** A stretch of the trail: what checkpoints list, in order, and all that the database holds in that stretch. */
export interface Stretch {
  /** The hash before the first listed event. */
  readonly since: string;
  readonly listed: readonly ListedEvent[];
  /** The rows that stand between the places of the stretch, and those that carry a listed id, wherever they stand. */
  readonly events: readonly EventRow[];
  /** The seals at the listed positions. */
  readonly seals: readonly SealRow[];
}

/**
 * Compares a stretch of the trail with what its checkpoints list and gives everything that differs, row by row; `settle`
 * says what that means together. `seal` computes the hash of a seal.
 */
export function examine(stretch: Stretch, seal: Seal): Finding[] {
  const rows = {
    byId: new Map(stretch.events.map((row) => [row.id, row])),
    byPlace: new Map(stretch.events.map((row) => [keyOf(placeOf(row)), row])),
  };
  const accounted = new Set<EventRow>();
  const findings: Finding[] = [];
  stretch.listed.forEach((listed, index) => {
    const previous = stretch.listed[index - 1]?.hash ?? stretch.since;
    const fits = (candidate: EventRow): boolean => seal(previous, canonicalText(candidate)) === listed.hash;
    const { row, finding } = judge(listed, rows, fits);
    if (row) accounted.add(row);
    if (finding) findings.push(finding);
  });
  const strangers = stretch.events.filter((row) => !accounted.has(row));
  return [
    ...findings,
    ...strangers.map((row) => insertedAt(stretch.listed, row)),
    ...examineSeals(stretch.listed, stretch.seals),
  ];
}

interface Rows {
  readonly byId: ReadonlyMap<string | null, EventRow>;
  readonly byPlace: ReadonlyMap<string, EventRow>;
}

/** Finds the row of a listed event, and what was done to it. */
function judge(
  listed: ListedEvent,
  { byId, byPlace }: Rows,
  fits: (candidate: EventRow) => boolean,
): { row: EventRow | null; finding: Finding | null } {
  const row = byId.get(listed.id);
  if (row) {
    if (fits(row)) return { row, finding: null };
    if (!fits({ ...row, ...listed.place })) return { row, finding: findingOf('event-edited', listed) };
    const places = { expected: keyOf(listed.place), found: keyOf(placeOf(row)) };
    return { row, finding: { ...findingOf('event-moved', listed), ...places } };
  }
  const standing = byPlace.get(keyOf(listed.place));
  // The same row under another id; a row that is listed elsewhere stands here only because it was moved.
  if (standing && fits({ ...standing, id: listed.id })) {
    return { row: standing, finding: findingOf('event-edited', listed) };
  }
  return { row: null, finding: findingOf('event-deleted', listed) };
}

function findingOf(kind: Tampering, { position, id }: ListedEvent): Finding {
  return { kind, from: position, to: position, id, at: timeOfId(id) };
}

/** An event that no checkpoint lists, between the listed ones that it stands between. */
function insertedAt(listed: readonly ListedEvent[], row: EventRow): Finding {
  const first = listed[0]?.position ?? 1;
  const before = listed.filter(({ place }) => comparePlaces(place, placeOf(row)) < 0).length;
  const from = first + before - 1;
  const id = row.id ?? '';
  return { kind: 'event-inserted', from, to: from + 1, id, at: timeOfId(id) };
}

function examineSeals(listed: readonly ListedEvent[], seals: readonly SealRow[]): Finding[] {
  const byPosition = new Map(seals.map((row) => [row.position, row]));
  return listed.flatMap((event) => {
    const row = byPosition.get(event.position);
    if (row === undefined) return [findingOf('seal-deleted', event)];
    const isSame = row.eventId === event.id && row.hash === event.hash && keyOf(row) === keyOf(event.place);
    if (isSame) return [];
    return [{ ...findingOf('seal-edited', event), expected: event.id, found: row.eventId }];
  });
}

function keyOf({ xid, seq }: Place): string {
  return `${xid}/${seq}`;
}
