import type { RichText } from '../text/index.js';

/** The documents the product makes of a meeting. */
export type DocumentKind = 'agenda' | 'minutes' | 'indstilling';

/**
 * A document ready to be set: every word it prints, in order, and nothing its audience may not see. How it looks is the
 * renderer's business.
 */
export interface DocumentModel {
  readonly kind: DocumentKind;
  readonly fileName: string;
  /** What the file says of itself so that it is known when it comes back; absent where it is of nothing that is kept. */
  readonly origin?: DocumentOrigin;
  /** Core properties of the file; as public as the document itself. */
  readonly properties: { readonly title: string; readonly subject: string; readonly creator: string };
  /** The unit's block, in groups of lines; empty when there is none. */
  readonly letterhead: readonly LetterheadGroup[];
  readonly pageHead: PageHead;
  /** One per part of the document; a later part starts on a page of its own. */
  readonly parts: readonly DocumentPart[];
}

/** Where a document comes from: ids only, as public as the document itself. */
export interface DocumentOrigin {
  readonly kind: DocumentKind;
  /** The meeting, or the indstilling. */
  readonly subjectId: string;
  /** The hash of what it says, by which what it said when it was made is found again. */
  readonly mark: string;
}

/** Lines of the letterhead that belong together. */
export interface LetterheadGroup {
  readonly kind: 'unit' | 'lines';
  readonly lines: readonly string[];
}

/** What stands at the head of every page, beside the page number. */
export interface PageHead {
  readonly lines: readonly string[];
  /** `Udkast` and the like; null when there is nothing to mark. */
  readonly mark: string | null;
  /** The words of the page number: `Side` or `side`, `af`. */
  readonly page: { readonly before: string; readonly between: string };
}

export interface DocumentPart {
  /** Printed at the head of each of its pages, e.g. that the part is closed; null for an ordinary part. */
  readonly mark: string | null;
  readonly blocks: readonly DocumentBlock[];
}

export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

/** What stands before each line of a list: a dot, `1.`, or `Bilag 1:`. */
export type ListMarker = 'bullet' | 'number' | 'bilag';

export type DocumentBlock =
  | { readonly type: 'title'; readonly text: string }
  | {
      readonly type: 'heading';
      readonly level: 1 | 2 | 3;
      readonly text: string;
      /** The id of the point it is the heading of. */
      readonly pointId?: string;
    }
  | { readonly type: 'remark'; readonly text: string }
  | { readonly type: 'facts'; readonly caption: string; readonly rows: readonly LabelledValue[] }
  | { readonly type: 'contents'; readonly entries: readonly ContentsEntry[] }
  | { readonly type: 'field'; readonly label: string; readonly text: RichText }
  | {
      readonly type: 'text';
      readonly text: RichText;
      /** The words at its start that name what it is, as the label of a field does. */
      readonly lead?: string;
    }
  | {
      readonly type: 'list';
      readonly label: string | null;
      readonly marker: ListMarker;
      readonly items: readonly string[];
    }
  | {
      readonly type: 'table';
      readonly caption: string;
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly type: 'closing'; readonly lines: readonly string[] };

/** A line of the short agenda; its number is data, since numbers may be frozen, and stands as printed. */
export interface ContentsEntry {
  readonly number: string;
  readonly title: string;
  readonly remark: string | null;
}

export interface TableColumn {
  readonly heading: string;
  /** Its share of the table's width; the shares need not add up to anything. */
  readonly share: number;
}
