import { describe, expect, it } from '@jest/globals';
import type { Actor, Grant, Role } from '../rights/index.js';
import {
  SEALED_COLUMNS,
  actingRole,
  canonicalText,
  comparePlaces,
  examine,
  settle,
  timeOfId,
} from './index.js';
import type { EventRow, Finding, ListedEvent, SealRow } from './index.js';

/** A hash that shows what it was made from. */
const seal = (previous: string, canonical: string): string => `${previous}>${canonical}`;

const row = (seq: number, fields: Partial<Record<string, string | null>> = {}): EventRow => {
  const empty = Object.fromEntries(SEALED_COLUMNS.map((column) => [column, null])) as EventRow;
  return { ...empty, xid: '7', seq: String(seq), id: `e${seq}`, name: 'meeting.changed', ...fields };
};

/** A trail of so many events, with its list and its seals. */
function trailOf(count: number) {
  const events = Array.from({ length: count }, (_, i) => row(i + 1));
  const listed: ListedEvent[] = [];
  for (const [i, event] of events.entries()) {
    const hash = seal(listed[i - 1]?.hash ?? '0', canonicalText(event));
    listed.push({ position: i + 1, place: { xid: '7', seq: String(i + 1) }, id: event.id ?? '', hash });
  }
  const seals: SealRow[] = listed.map(({ position, place, id, hash }) => ({
    ...{ ...place, position, eventId: id, hash },
  }));
  return { since: '0', listed, events, seals };
}

const said = (findings: readonly Finding[]): string[] =>
  findings.map(({ kind, from, to }) => `${kind} ${from}-${to}`);

describe('what stands in an event row', () => {
  it('gives another text for every column that holds something else, and for nothing and an empty text', () => {
    const texts = SEALED_COLUMNS.map((column) => canonicalText({ ...row(1), [column]: 'x' }));
    expect(new Set([...texts, canonicalText(row(1)), canonicalText({ ...row(1), data: '' })]).size).toBe(
      SEALED_COLUMNS.length + 2,
    );
  });

  it('says when it was made, where its id does', () => {
    expect(timeOfId('0194a1f0-5c00-7000-8000-000000000000')).toBe('2025-01-26T09:27:51.552Z');
    expect(timeOfId('7f3c1f0e-3c0e-4d69-9a39-5c9d2f3c1a11')).toBeNull();
    expect(timeOfId('e1')).toBeNull();
  });

  it.each([
    ['7', '2', '7', '10', -1],
    ['9', '1', '10', '1', -1],
    ['10', '1', '9', '99', 1],
    ['7', '2', '7', '2', 0],
    ['18446744073709551615', '1', '18446744073709551614', '2', 1],
  ])('stands at %s/%s against %s/%s by its numbers', (xid, seq, otherXid, otherSeq, order) => {
    expect(comparePlaces({ xid, seq }, { xid: otherXid, seq: otherSeq })).toBe(order);
  });
});

describe('a stretch of the trail', () => {
  it('that was not touched gives nothing', () => {
    expect(examine(trailOf(5), seal)).toEqual([]);
  });

  it('is not confused by what follows an edited event', () => {
    const trail = trailOf(5);
    const events = trail.events.with(2, row(3, { name: 'meeting.created' }));
    expect(said(examine({ ...trail, events }, seal))).toEqual(['event-edited 3-3']);
  });

  it('tells an event under another id from one that is gone', () => {
    const trail = trailOf(5);
    const renamed = trail.events.with(1, row(2, { id: 'x' }));
    expect(said(examine({ ...trail, events: renamed }, seal))).toEqual(['event-edited 2-2']);
    const gone = trail.events.toSpliced(1, 1);
    expect(said(examine({ ...trail, events: gone }, seal))).toEqual(['event-deleted 2-2']);
  });

  it('tells an event that is its own from one that was put in its stead', () => {
    const trail = trailOf(3);
    const events = trail.events.with(1, row(2, { id: 'x', name: 'unit.changed' }));
    expect(said(examine({ ...trail, events }, seal))).toEqual(['event-deleted 2-2', 'event-inserted 1-2']);
  });

  it('shows a stranger between its neighbours, before the first and after the last', () => {
    const trail = trailOf(3);
    const at = (seq: string) => ({ ...row(9), id: 'x', seq });
    const between = examine({ ...trail, events: [...trail.events, { ...at('2'), xid: '7' }] }, seal);
    expect(said(between)).toEqual(['event-inserted 1-2']);
    expect(said(examine({ ...trail, events: [...trail.events, at('0')] }, seal))).toEqual([
      'event-inserted 0-1',
    ]);
    expect(said(examine({ ...trail, events: [...trail.events, at('4')] }, seal))).toEqual([
      'event-inserted 3-4',
    ]);
  });
});

describe('what findings mean together', () => {
  const finding = (kind: Finding['kind'], position: number, more: Partial<Finding> = {}): Finding => ({
    ...{ kind, from: position, to: position, id: `e${position}`, at: null },
    ...more,
  });

  it('two that stand in each other’s place were swapped, three in a ring were moved', () => {
    const moved = (position: number, to: number) =>
      finding('event-moved', position, { expected: `7/${position}`, found: `7/${to}` });
    expect(said(settle([moved(2, 4), moved(4, 2)], 9))).toEqual(['events-swapped 2-4']);
    expect(said(settle([moved(1, 2), moved(2, 3), moved(3, 1)], 9))).toEqual([
      ...['event-moved 1-1', 'event-moved 2-2', 'event-moved 3-3'],
    ]);
  });

  it('a moved event is no stranger where it stands now, not even when the two were swapped', () => {
    const one = finding('event-moved', 2, { expected: '7/2', found: '7/8' });
    const other = finding('event-moved', 8, { expected: '7/8', found: '7/2' });
    const strangers = [one, other].map(({ id }) => finding('event-inserted', 5, { id }));
    expect(said(settle([one, other, ...strangers], 9))).toEqual(['events-swapped 2-8']);
  });

  it('events missing up to the last were cut off, those missing before were deleted', () => {
    const gone = [3, 7, 8, 9].map((position) => finding('event-deleted', position));
    expect(said(settle(gone, 9))).toEqual(['event-deleted 3-3', 'tail-cut 7-9']);
  });

  it('neighbouring seals are told together, and the seal of an event that is gone is not told', () => {
    const seals = [2, 3, 4, 6].map((position) => finding('seal-edited', position));
    const gone = [finding('event-deleted', 7), finding('seal-deleted', 7)];
    expect(said(settle([...seals, ...gone], 9))).toEqual([
      ...['seal-edited 2-4', 'seal-edited 6-6', 'event-deleted 7-7'],
    ]);
  });
});

describe('the role somebody acts in', () => {
  const grant = (role: Role, scope: Partial<Grant> = {}): Grant => ({
    ...{ role, bodyId: null, unitId: null, pointId: null },
    ...scope,
  });
  const actor = (...grants: Grant[]): Actor => ({
    personId: 'p',
    product: false,
    grants,
    disqualifiedFrom: [],
    viewedBy: null,
  });

  it.each([
    ['none for the product', actor(), null, null],
    [
      'the strongest for the body',
      actor(grant('member', { bodyId: 'b' }), grant('chair', { bodyId: 'b' })),
      'b',
      'chair',
    ],
    [
      'not a stronger one for another body',
      actor(grant('secretariat', { bodyId: 'c' }), grant('member', { bodyId: 'b' })),
      'b',
      'member',
    ],
    ['one held for everything', actor(grant('reader', { bodyId: 'b' }), grant('director')), 'b', 'director'],
    [
      'the strongest at all where the scope is a meeting',
      actor(grant('staff', { unitId: 'u' }), grant('leader', { unitId: 'v' })),
      'm',
      'leader',
    ],
  ])('is %s', (_, who, scope, role) => {
    expect(actingRole(who, scope)).toBe(role);
  });
});
