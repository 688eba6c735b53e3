import { addedPoints } from './paper-added.js';
import type { Compared } from './paper-added.js';
import { SHOWN_FIELDS, TAKEN_FIELDS, difference, markOf, wordsOf } from './paper-difference.js';
import type { FoundDifference, Hindrance, PaperField, ShownField } from './paper-difference.js';
import { byId, matched, subPointsOf } from './paper-matching.js';
import type { PaperAgenda, PaperPoint } from './paper.js';

/**
 * What a document that came back says otherwise than when it was made (`made`), held against the data as it is (`now`): all
 * three read from documents of the product. What was not touched in the document is no difference, however the data has
 * changed; what both changed alike is none either. `unprinted` names the fields that paper does not show as the data has
 * them (`unprintedFields`): they are shown and not taken.
 */
export function paperDifferences(
  made: PaperAgenda,
  back: PaperAgenda,
  now: PaperAgenda,
  unprinted: ReadonlySet<string> = new Set(),
): readonly FoundDifference[] {
  const compared: Compared = { made, back, now, known: matched(made, back) };
  const bases = byId(made);
  const present = byId(now);
  const ofPoints = [...compared.known].flatMap(([point, id]) => {
    const base = id === null ? undefined : bases.get(id);
    return base ? fieldsOf(base, point, present.get(base.id ?? '') ?? null, unprinted) : [];
  });
  return [
    ...linesBeside('head', made.head, back.head),
    ...ofPoints,
    ...addedPoints(compared),
    ...missingPoints(compared),
    ...orderOf(compared),
    ...linesBeside('comments', made.asides.comments, back.asides.comments),
    ...linesBeside('notes', made.asides.notes, back.asides.notes),
    ...linesBeside('margins', made.asides.margins, back.asides.margins),
  ];
}

function fieldsOf(
  made: PaperPoint,
  back: PaperPoint,
  now: PaperPoint | null,
  unprinted: ReadonlySet<string>,
): readonly FoundDifference[] {
  const changed = [...TAKEN_FIELDS, ...SHOWN_FIELDS].filter(
    (field) => markOf(back, field) !== markOf(made, field),
  );
  // The clock times follow the minutes.
  const told = changed.filter((field) => field !== 'time' || !changed.includes('minutes'));
  return told.flatMap((field) => {
    if (now && markOf(back, field) === markOf(now, field)) return [];
    const key = `${made.id ?? ''}.${field}`;
    const conflict = now !== null && !isShown(field) && markOf(now, field) !== markOf(made, field);
    return difference({
      ...{ key, kind: now ? 'field' : 'gone', field, point: back },
      ...{ pointId: made.id, title: (now ?? made).title, after: wordsOf(back, field) },
      before: wordsOf(now ?? made, field),
      made: conflict ? wordsOf(made, field) : null,
      ...{ conflict, why: now ? hindranceOf(field, back, unprinted.has(key)) : 'gone' },
    });
  });
}

const isShown = (field: PaperField): field is ShownField => SHOWN_FIELDS.some((one) => one === field);

function hindranceOf(field: PaperField, back: PaperPoint, isUnprinted: boolean): Hindrance | null {
  if (isShown(field)) return field;
  if (field === 'title' && back.title === '') return 'untitled';
  return isUnprinted ? 'unprinted' : null;
}

/** The points that were taken out of the document: of those that are gone from the data too there is nothing to say. */
function missingPoints({ made, now, known }: Compared): readonly FoundDifference[] {
  const standing = new Set(known.values());
  const bases = byId(made);
  const isMissing = (id: string | null): boolean => id !== null && bases.has(id) && !standing.has(id);
  return now.points.flatMap((point) => {
    const base = bases.get(point.id ?? '');
    if (!base || !isMissing(point.id)) return [];
    const under = subPointsOf(now, point);
    const conflict = [point, ...under].some((one) => isChanged(bases.get(one.id ?? ''), one));
    return difference({
      ...{ key: `missing.${point.id ?? ''}`, kind: 'missing', pointId: point.id, title: point.title },
      before: [point, ...under].map(({ title }) => title).join('\n'),
      ...{ made: conflict ? base.title : null, conflict },
      // They would go with it.
      why: under.every(({ id }) => isMissing(id)) ? null : 'sub-points',
    });
  });
}

const isChanged = (made: PaperPoint | undefined, now: PaperPoint): boolean =>
  !made || TAKEN_FIELDS.some((field) => markOf(now, field) !== markOf(made, field));

function orderOf({ made, known }: Compared): readonly FoundDifference[] {
  const back = [...known.values()].filter((id) => id !== null);
  const before = made.points.filter(({ id }) => id !== null && back.includes(id));
  if (before.every(({ id }, i) => id === back[i])) return [];
  const titles = new Map(made.points.map(({ id, title }) => [id, title]));
  const listed = (ids: readonly (string | null)[]): string =>
    ids.map((id) => titles.get(id) ?? '').join('\n');
  return [
    difference({
      ...{ key: 'order', kind: 'order', why: 'order' },
      ...{ before: listed(before.map(({ id }) => id)), after: listed(back) },
    }),
  ];
}

/** What was written over the points or beside them: the facts of the meeting stand elsewhere, and no field has the rest. */
function linesBeside(
  what: 'head' | 'comments' | 'notes' | 'margins',
  made: readonly string[],
  back: readonly string[],
): readonly FoundDifference[] {
  const before = made.filter((line) => !back.includes(line));
  const after = back.filter((line) => !made.includes(line));
  if (before.length === 0 && after.length === 0) return [];
  return [
    difference({
      ...{ key: what, kind: what, why: what, before: before.join('\n'), after: after.join('\n') },
    }),
  ];
}
