import { groupPoints } from './agenda-point.js';
import type { AgendaPart, AgendaPoint, NumberingPolicy, PointGroup } from './agenda-point.js';
import { strictest } from './visibility.js';
import type { Visibility } from './visibility.js';

/** A point with its number and place in the agenda. */
export interface NumberedPoint<P extends AgendaPoint = AgendaPoint> {
  readonly point: P;
  /** `6`, `6A`; null for a point withdrawn before it was ever sent, which takes no number and is not printed. */
  readonly number: string | null;
  readonly part: AgendaPart;
  /** The strictest of the parent's visibility and its own. */
  readonly visibility: Visibility;
  /** The parent it stands under here; null at the top, also for a closed sub-point moved to the closed part. */
  readonly parentId: string | null;
  /** To be marked "Tillægspunkt". */
  readonly late: boolean;
  /** Withdrawn itself, or a sub-point of a withdrawn point: marked "Punktet udgår". */
  readonly withdrawn: boolean;
}

/** Numbers that stand in a sent version and must not be given again, though their points have left the part. */
export type TakenNumbers = Readonly<Partial<Record<AgendaPart, readonly string[]>>>;

/** The letters of a sub-point by its index from 0: A ... Z, AA, AB ... */
export function subPointLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : subPointLetters(rest - 1)) + String.fromCharCode(65 + (index % 26));
}

/** The index from 0 of sub-point letters; the inverse of `subPointLetters`. */
function letterIndex(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const TOP_NUMBER = /^\d+$/;
const SUB_NUMBER = /^(\d+)([A-Z]+)$/;

/** What is already given out in one part: the highest top number, and the highest letter index under each number. */
interface GivenOut {
  top: number;
  readonly letters: Map<string, number>;
}

function frozenIn(point: AgendaPoint, part: AgendaPart): string | null {
  return (point.frozenPart ?? part) === part ? point.frozenNumber : null;
}

function give(given: GivenOut, number: string): void {
  if (TOP_NUMBER.test(number)) given.top = Math.max(given.top, Number(number));
  const sub = SUB_NUMBER.exec(number);
  if (sub?.[1] === undefined || sub[2] === undefined) return;
  given.letters.set(sub[1], Math.max(given.letters.get(sub[1]) ?? -1, letterIndex(sub[2])));
}

/** Splits the agenda into its parts. A closed sub-point of an open point becomes a point of the closed part. */
function partsOf<P extends AgendaPoint>(
  points: readonly P[],
  policy: NumberingPolicy,
): readonly { readonly part: AgendaPart; readonly groups: readonly PointGroup<P>[] }[] {
  const groups = groupPoints(points);
  if (policy === 'one-series') return [{ part: 'main', groups }];
  const main: PointGroup<P>[] = [];
  const closed: PointGroup<P>[] = [];
  for (const group of groups) {
    if (group.point.visibility === 'closed') {
      closed.push(group);
      continue;
    }
    main.push({ ...group, subPoints: group.subPoints.filter((sub) => sub.visibility === 'open') });
    for (const sub of group.subPoints) {
      if (sub.visibility === 'open') continue;
      const withdrawn = group.point.state === 'withdrawn' || sub.state === 'withdrawn';
      closed.push({ point: withdrawn ? { ...sub, state: 'withdrawn' } : sub, subPoints: [] });
    }
  }
  return [
    { part: 'main', groups: main },
    { part: 'closed', groups: closed },
  ];
}

/** Points without a frozen number in the order they are given one: late ones after the others. */
function inTurn<P extends AgendaPoint>(points: readonly P[]): readonly P[] {
  return [...points.filter((point) => !point.late), ...points.filter((point) => point.late)];
}

/** Gives each point in turn its frozen number or the next free one; withdrawn points without one take none. */
function assign<P extends AgendaPoint>(
  points: readonly P[],
  part: AgendaPart,
  isWithdrawn: (point: P) => boolean,
  nextFree: () => string,
): ReadonlyMap<string, string | null> {
  const numbers = new Map<string, string | null>();
  for (const point of inTurn(points)) {
    const frozen = frozenIn(point, part);
    numbers.set(point.id, frozen ?? (isWithdrawn(point) ? null : nextFree()));
  }
  return numbers;
}

function numberSubPoints<P extends AgendaPoint>(
  { point: parent, subPoints }: PointGroup<P>,
  parentNumber: string | null,
  part: AgendaPart,
  given: GivenOut,
): readonly NumberedPoint<P>[] {
  const isWithdrawn = (sub: P): boolean => parent.state === 'withdrawn' || sub.state === 'withdrawn';
  let next = (given.letters.get(parentNumber ?? '') ?? -1) + 1;
  const numbers = assign(
    subPoints,
    part,
    isWithdrawn,
    () => `${parentNumber ?? ''}${subPointLetters(next++)}`,
  );
  return subPoints.map((point) => ({
    point,
    number: numbers.get(point.id) ?? null,
    part,
    visibility: strictest(parent.visibility, point.visibility),
    parentId: parent.id,
    late: point.late || (frozenIn(parent, part) !== null && frozenIn(point, part) === null),
    withdrawn: isWithdrawn(point),
  }));
}

function numberPart<P extends AgendaPoint>(
  part: AgendaPart,
  groups: readonly PointGroup<P>[],
  taken: readonly string[],
): readonly NumberedPoint<P>[] {
  const given: GivenOut = { top: 0, letters: new Map() };
  for (const number of taken) give(given, number);
  for (const { point, subPoints } of groups) {
    for (const one of [point, ...subPoints]) give(given, frozenIn(one, part) ?? '');
  }
  const isSent = given.top > 0;
  const tops = groups.map((group) => group.point);
  const isWithdrawn = (point: P): boolean => point.state === 'withdrawn';
  const numbers = assign(tops, part, isWithdrawn, () => String(++given.top));
  return groups.flatMap((group) => {
    const { point } = group;
    const number = numbers.get(point.id) ?? null;
    const late = point.late || (isSent && frozenIn(point, part) === null);
    const { visibility } = point;
    const top = { point, number, part, visibility, parentId: null, late, withdrawn: isWithdrawn(point) };
    return [top, ...numberSubPoints(group, number, part, given)];
  });
}

/**
 * The agenda in order, numbered (PRODUCT.md, Agenda point): the main part, then the closed part, each point followed
 * by its sub-points.
 *
 * - Sub-points take letters after their parent's number: 6A, 6B ... 6Z, 6AA.
 * - With separate series closed points stand in a part of their own, numbered from 1. The strictest visibility wins:
 *   an open sub-point of a closed point is closed and stays under it; a closed sub-point of an open point stands in
 *   the closed part as a point of its own, and leaves no gap among its siblings' letters.
 * - A frozen number stays as sent, whatever moves. A point without one takes the next free number of its series
 *   (or the next letter under its parent), late points after the others, and is late where the series was sent.
 * - A withdrawn point keeps a frozen number; without one it takes none. Its sub-points are withdrawn with it.
 */
export function numberAgenda<P extends AgendaPoint>(
  points: readonly P[],
  policy: NumberingPolicy,
  taken: TakenNumbers = {},
): readonly NumberedPoint<P>[] {
  return partsOf(points, policy).flatMap(({ part, groups }) => numberPart(part, groups, taken[part] ?? []));
}
