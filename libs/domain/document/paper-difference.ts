import { plainText } from '../text/index.js';
import type { RichText } from '../text/index.js';
import { WORDS } from './document.text.js';
import { evenly } from './paper-text.js';
import type { PaperPoint } from './paper.js';

/** What of a point can be taken over from paper. */
export const TAKEN_FIELDS = ['title', 'minutes', 'purpose', 'attending', 'method', 'responsible'] as const;
export type TakenField = (typeof TAKEN_FIELDS)[number];

/** What is only shown: it is worked out by the product, or changed elsewhere. */
export const SHOWN_FIELDS = ['time', 'attachments', 'rest', 'nesting', 'visibility'] as const;
export type ShownField = (typeof SHOWN_FIELDS)[number];
export type PaperField = TakenField | ShownField;

/** What a difference is of: a field of a point, a point, all of the points, or what stands over or beside them. */
export const DIFFERENCE_KINDS = [
  ...(['field', 'added', 'missing', 'gone', 'order'] as const),
  ...(['head', 'comments', 'notes', 'margins'] as const),
] as const;
type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/**
 * Why a difference cannot be taken over. By its kind or field; `unprinted`: the data says more of the field than the
 * document shows, which would be lost; `sub-points`: sub-points of it stay; `untitled`: every point has a title.
 */
export const HINDRANCES = [
  ...SHOWN_FIELDS,
  ...(['gone', 'order', 'head', 'comments', 'notes', 'margins'] as const),
  ...(['unprinted', 'sub-points', 'untitled'] as const),
] as const;
export type Hindrance = (typeof HINDRANCES)[number];

/**
 * One difference between a document that came back and the data. `before`: what the data says now, `after`: what the
 * document says, both in words; `made`: what it said when it was made, where the data has changed as well since.
 */
export interface PaperDifference {
  /** Tells it from the others of the same document. */
  readonly key: string;
  readonly kind: DifferenceKind;
  readonly pointId: string | null;
  /** The title of the point, as the data has it where it is there. */
  readonly title: string;
  readonly field: PaperField | null;
  readonly before: string;
  readonly after: string;
  readonly made: string | null;
  /** Both sides have changed since the document was made. */
  readonly conflict: boolean;
  /** Null where it can be taken over. */
  readonly why: Hindrance | null;
}

/** A difference with the point that the document has there. */
export interface FoundDifference extends PaperDifference {
  readonly point: PaperPoint | null;
  /** Of an added point: the point of the data that it stands behind, null at the very start. */
  readonly behind: string | null;
  /** Of an added sub-point: the point that it stands under. */
  readonly parentId: string | null;
  /** Of an added sub-point: the key of the added point that it stands under. */
  readonly parentKey: string | null;
}

/** A difference with what is not said of it left empty. */
export function difference(
  given: Partial<FoundDifference> & Pick<FoundDifference, 'key' | 'kind'>,
): FoundDifference {
  return {
    ...{ title: '', pointId: null, field: null, before: '', after: '', made: null },
    ...{ conflict: false, why: null, point: null, behind: null, parentId: null, parentKey: null },
    ...given,
  };
}

/** What a point on paper says of a field, in words; minutes as their number. */
export function wordsOf(point: PaperPoint, field: PaperField): string {
  switch (field) {
    case 'purpose':
      return plainText(point.purpose);
    case 'minutes':
      return point.minutes === null ? '' : String(point.minutes);
    case 'nesting':
      return point.isSub ? WORDS.subPoint : WORDS.point;
    case 'visibility':
      return point.isClosed ? WORDS.closedAgenda : WORDS.openAgenda;
    default:
      return point[field];
  }
}

/** What of a field is compared: of a text also its marks. */
export function markOf(point: PaperPoint, field: PaperField): string {
  return field === 'purpose' ? richMark(point.purpose) : evenly(wordsOf(point, field));
}

/** A text with its marks, as it is compared: blanks of every kind are the same. */
export function richMark(text: RichText): string {
  return JSON.stringify(text, (_, value: unknown) => (typeof value === 'string' ? evenly(value) : value));
}
