import { printDuration } from '../calendar/index.js';
import { LABELS, WORDS } from './document.text.js';
import { TAKEN_FIELDS, difference, markOf, wordsOf } from './paper-difference.js';
import type { FoundDifference, ShownField } from './paper-difference.js';
import { byId, subPointsOf } from './paper-matching.js';
import type { PaperAgenda, PaperPoint } from './paper.js';

/** A document that came back, and what it is held against. */
export interface Compared {
  readonly made: PaperAgenda;
  readonly back: PaperAgenda;
  readonly now: PaperAgenda;
  /** The points of the document with the ids they had when it was made. */
  readonly known: ReadonlyMap<PaperPoint, string | null>;
}

/** The points that were written into a document, where they stand in it, and what of them nothing can take. */
export function addedPoints(compared: Compared): readonly FoundDifference[] {
  const { back, known } = compared;
  const taken = new Set<PaperPoint>();
  return back.points
    .filter((point) => known.get(point) === null)
    .flatMap((point) => {
      const standing = standingAs(compared, point, taken);
      if (standing) taken.add(standing);
      else if (point.title === '') return [untitled(compared, point)];
      return [...(standing ? [] : [newPoint(compared, point)]), ...leftOf(compared, point, standing)];
    });
}

const keyOf = ({ back }: Compared, point: PaperPoint): string => `added.${back.points.indexOf(point)}`;

/** The point that has come onto the agenda since the document was made and says all that can be taken of a new one. */
function standingAs(
  { made, now }: Compared,
  point: PaperPoint,
  taken: ReadonlySet<PaperPoint>,
): PaperPoint | undefined {
  const before = byId(made);
  return now.points.find((one) => {
    if (one.id === null || before.has(one.id) || taken.has(one)) return false;
    // The minutes of a point with sub-points are theirs.
    const isParent = subPointsOf(now, one).length > 0;
    const fields = TAKEN_FIELDS.filter((field) => !(isParent && field === 'minutes'));
    return fields.every((field) => markOf(one, field) === markOf(point, field));
  });
}

function newPoint(compared: Compared, point: PaperPoint): FoundDifference {
  const { back, now, known } = compared;
  const present = byId(now);
  const before = back.points.slice(0, back.points.indexOf(point));
  const idOf = (one: PaperPoint | undefined): string | null => {
    const id = one && known.get(one);
    return id != null && present.has(id) ? id : null;
  };
  // What is written among closed points is closed, whatever became of the heading over them.
  const nearest = before.findLast((one) => idOf(one) !== null);
  const isClosed = point.isClosed || present.get(idOf(nearest) ?? '')?.isClosed === true;
  const inPart = before.filter((one) => (present.get(idOf(one) ?? '') ?? one).isClosed === isClosed);
  const parent = point.isSub ? inPart.findLast(({ isSub }) => !isSub) : undefined;
  const isNew = parent !== undefined && known.get(parent) === null;
  return difference({
    ...{ key: keyOf(compared, point), kind: 'added', title: point.title },
    ...{ point: { ...point, isClosed }, after: allWords(point).join('\n') },
    behind: idOf(inPart.findLast((one) => idOf(one) !== null)),
    ...{ parentId: idOf(parent), parentKey: isNew ? keyOf(compared, parent) : null },
  });
}

function untitled(compared: Compared, point: PaperPoint): FoundDifference {
  const more = [point.minutes === null ? point.time : '', point.attachments, point.rest];
  const after = [...allWords(point), ...more.filter((text) => text !== '')].join('\n');
  return difference({ key: keyOf(compared, point), kind: 'added', after, why: 'untitled' });
}

/** What can be taken of a new point, a line for each thing. */
function allWords(point: PaperPoint): readonly string[] {
  const { title, minutes, attending } = point;
  const said = (label: string, text: string): readonly string[] => (text === '' ? [] : [`${label}: ${text}`]);
  return [
    ...(title === '' ? [] : [title]),
    ...said(LABELS.purpose, wordsOf(point, 'purpose')),
    ...(attending === '' ? [] : [`${WORDS.attending} ${attending}`]),
    ...said(LABELS.method, point.method),
    ...said(LABELS.responsible, point.responsible),
    ...said(LABELS.pointTime, minutes === null ? '' : printDuration(minutes)),
  ];
}

/** What stands under a new point and nothing takes, before it is taken over and after that. */
function leftOf(
  compared: Compared,
  point: PaperPoint,
  standing: PaperPoint | undefined,
): readonly FoundDifference[] {
  const fields: readonly ShownField[] = [
    ...(point.minutes === null ? ['time' as const] : []),
    ...(['attachments', 'rest'] as const),
  ];
  return fields.flatMap((field) => {
    const before = standing ? wordsOf(standing, field) : '';
    if (wordsOf(point, field) === '' || (standing && markOf(standing, field) === markOf(point, field)))
      return [];
    return difference({
      ...{ key: `${keyOf(compared, point)}.${field}`, kind: 'added', field, why: field, point },
      ...{ title: point.title, pointId: standing?.id ?? null, before, after: wordsOf(point, field) },
    });
  });
}
