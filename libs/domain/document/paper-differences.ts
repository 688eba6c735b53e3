import { plainText } from '../text/index.js';
import type { RichText } from '../text/index.js';
import { evenly } from './paper.js';
import type { PaperAgenda, PaperPoint } from './paper.js';

/** What of a point can be taken over from paper. */
export const TAKEN_FIELDS = ['title', 'minutes', 'purpose', 'attending', 'method', 'responsible'] as const;
export type TakenField = (typeof TAKEN_FIELDS)[number];

/** What is only shown: it is worked out by the product, or changed elsewhere. */
export const SHOWN_FIELDS = ['time', 'attachments', 'rest'] as const;
export type ShownField = (typeof SHOWN_FIELDS)[number];

/**
 * One difference between a document that came back and the data. `before`: what the data says now, `after`: what the
 * document says, both in words; `made`: what it said when it was made, where the data has changed as well since.
 */
export interface PaperDifference {
  /** Tells it from the others of the same document. */
  readonly key: string;
  readonly kind: 'field' | 'added' | 'missing' | 'gone' | 'order' | 'head';
  readonly pointId: string | null;
  /** The title of the point, as the data has it where it is there. */
  readonly title: string;
  readonly field: TakenField | ShownField | null;
  readonly before: string;
  readonly after: string;
  readonly made: string | null;
  /** Both sides have changed since the document was made. */
  readonly conflict: boolean;
  /** Whether it can be taken over. */
  readonly takeable: boolean;
}

/** A difference with the point that the document has there. */
export interface FoundDifference extends PaperDifference {
  readonly point: PaperPoint | null;
  /** Of an added point: the known point it stands after, null at the very start. */
  readonly behind: string | null;
  /** Of an added sub-point: the known point it stands under. */
  readonly parentId: string | null;
}

type Field = TakenField | ShownField;

function wordsOf(point: PaperPoint, field: Field): string {
  if (field === 'purpose') return plainText(point.purpose);
  if (field === 'minutes') return point.minutes === null ? '' : String(point.minutes);
  return point[field];
}

/** What is compared: of a text also its marks. */
function markOf(point: PaperPoint, field: Field): string {
  return field === 'purpose' ? richMark(point.purpose) : evenly(wordsOf(point, field));
}

function richMark(text: RichText): string {
  return JSON.stringify(text, (_, value: unknown) => (typeof value === 'string' ? evenly(value) : value));
}

/**
 * What a document that came back says otherwise than when it was made (`made`), held against the data as it is (`now`): all
 * three read from documents of the product. What was not touched in the document is no difference, however the data has
 * changed; what both changed alike is none either.
 */
export function paperDifferences(
  made: PaperAgenda,
  back: PaperAgenda,
  now: PaperAgenda,
): readonly FoundDifference[] {
  const known = matched(made, back);
  const nowById = byId(now);
  const backById = new Map([...known].flatMap(([point, id]) => (id === null ? [] : [[id, point] as const])));
  const ofPoints = [...known].flatMap(([point, id]) => {
    const base = made.points.find((one) => one.id === id);
    if (id === null || !base) return added(back, known, point, now);
    return fieldsOf(base, point, nowById.get(id) ?? null);
  });
  const missing = made.points.flatMap((point) =>
    point.id === null || backById.has(point.id) ? [] : gone(point, nowById.get(point.id) ?? null),
  );
  return [...headOf(made, back), ...ofPoints, ...missing, ...orderOf(made, known)];
}

const byId = ({ points }: PaperAgenda): ReadonlyMap<string, PaperPoint> =>
  new Map(points.flatMap((point) => (point.id === null ? [] : [[point.id, point] as const])));

/** Each point of the document with the id it had when it was made: by what the document says, else by title, else by number. */
function matched(made: PaperAgenda, back: PaperAgenda): ReadonlyMap<PaperPoint, string | null> {
  const free = new Map(byId(made));
  const found = new Map<PaperPoint, string | null>(back.points.map((point) => [point, null]));
  const settle = (same: (one: PaperPoint, base: PaperPoint) => boolean): void => {
    for (const point of back.points) {
      if (found.get(point) !== null) continue;
      const base = [...free.values()].find((one) => one.isClosed === point.isClosed && same(point, one));
      if (!base?.id) continue;
      found.set(point, base.id);
      free.delete(base.id);
    }
  };
  for (const point of back.points) {
    if (point.id === null || !free.delete(point.id)) continue;
    found.set(point, point.id);
  }
  settle((one, base) => evenly(one.title) === evenly(base.title));
  settle((one, base) => one.number !== null && one.number === base.number);
  return found;
}

function difference(
  given: Partial<FoundDifference> & Pick<FoundDifference, 'key' | 'kind' | 'title'>,
): FoundDifference {
  return {
    ...{ pointId: null, field: null, before: '', after: '', made: null },
    ...{ conflict: false, takeable: false, point: null, behind: null, parentId: null },
    ...given,
  };
}

function fieldsOf(made: PaperPoint, back: PaperPoint, now: PaperPoint | null): readonly FoundDifference[] {
  const changed = [...TAKEN_FIELDS, ...SHOWN_FIELDS].filter(
    (field) => markOf(back, field) !== markOf(made, field),
  );
  // The clock times follow the minutes.
  const told = changed.filter((field) => field !== 'time' || !changed.includes('minutes'));
  return told.flatMap((field) => {
    if (now && markOf(back, field) === markOf(now, field)) return [];
    const isShown = SHOWN_FIELDS.some((one) => one === field);
    const conflict = now !== null && !isShown && markOf(now, field) !== markOf(made, field);
    return difference({
      ...{ key: `${made.id ?? ''}.${field}`, kind: now ? 'field' : 'gone', field, point: back },
      ...{ pointId: made.id, title: (now ?? made).title, after: wordsOf(back, field) },
      before: wordsOf(now ?? made, field),
      made: conflict ? wordsOf(made, field) : null,
      ...{ conflict, takeable: now !== null && !isShown },
    });
  });
}

function added(
  back: PaperAgenda,
  known: ReadonlyMap<PaperPoint, string | null>,
  point: PaperPoint,
  now: PaperAgenda,
): readonly FoundDifference[] {
  const same = now.points.some((one) => evenly(one.title) === evenly(point.title));
  if (same || point.title === '') return [];
  const place = back.points.indexOf(point);
  const before = back.points.slice(0, place).filter((one) => one.isClosed === point.isClosed);
  const idOf = (one: PaperPoint | undefined): string | null => (one && known.get(one)) ?? null;
  const parent = before.filter(({ isSub }) => !isSub).at(-1);
  return [
    difference({
      ...{ key: `added.${place}`, kind: 'added', title: point.title, point, after: point.title },
      behind: idOf(before.filter((one) => idOf(one) !== null).at(-1)),
      ...{ parentId: point.isSub ? idOf(parent) : null, takeable: true },
    }),
  ];
}

/** A point that was taken out of the document: of one that is gone from the data too there is nothing to say. */
function gone(made: PaperPoint, now: PaperPoint | null): readonly FoundDifference[] {
  if (!now) return [];
  const conflict = [...TAKEN_FIELDS].some((field) => markOf(now, field) !== markOf(made, field));
  return [
    difference({
      ...{ key: `missing.${made.id ?? ''}`, kind: 'missing', pointId: made.id, title: now.title },
      ...{ before: now.title, made: conflict ? made.title : null, conflict, takeable: true },
    }),
  ];
}

function orderOf(
  made: PaperAgenda,
  known: ReadonlyMap<PaperPoint, string | null>,
): readonly FoundDifference[] {
  const back = [...known.values()].filter((id) => id !== null);
  const before = made.points.filter(({ id }) => id !== null && back.includes(id));
  if (before.every(({ id }, i) => id === back[i])) return [];
  const titles = new Map(made.points.map(({ id, title }) => [id, title]));
  const listed = (ids: readonly (string | null)[]): string =>
    ids.map((id) => titles.get(id) ?? '').join('\n');
  return [
    difference({
      ...{ key: 'order', kind: 'order', title: '' },
      ...{ before: listed(before.map(({ id }) => id)), after: listed(back) },
    }),
  ];
}

/** What was written over the points: the facts of the meeting stand elsewhere, and the short agenda follows the points. */
function headOf(made: PaperAgenda, back: PaperAgenda): readonly FoundDifference[] {
  const before = made.head.filter((line) => !back.head.includes(line));
  const after = back.head.filter((line) => !made.head.includes(line));
  if (before.length === 0 && after.length === 0) return [];
  return [
    difference({
      ...{ key: 'head', kind: 'head', title: '', before: before.join('\n'), after: after.join('\n') },
    }),
  ];
}
