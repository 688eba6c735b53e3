import type { Inline, RichText } from '../text/index.js';

/** One line of the body of a document that was read: a heading, a paragraph, an entry of a list, or a row of a table. */
export type PaperLine =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly content: readonly Inline[];
      /** The point that the document itself says stands here; null where it says nothing. */
      readonly pointId: string | null;
    }
  | {
      readonly kind: 'paragraph';
      readonly content: readonly Inline[];
      /** How many of its first characters the document itself marks as the name of a field. */
      readonly marked: number;
      /** What its style says it is, where that says anything: the title of the paper, or its closing lines. */
      readonly style?: 'title' | 'closing';
    }
  | { readonly kind: 'item'; readonly list: 'bullet' | 'number'; readonly content: readonly Inline[] }
  | {
      readonly kind: 'row';
      readonly first: boolean;
      readonly header: boolean;
      readonly cells: readonly (readonly Inline[])[];
    };

/** What an agenda on paper says of one point, each thing by itself. */
export interface PaperPoint {
  /** Null where the document does not say which point it is: one that was written into it. */
  readonly id: string | null;
  readonly isSub: boolean;
  readonly isClosed: boolean;
  readonly title: string;
  /** The number it is printed under; null where none stands before its title. */
  readonly number: string | null;
  /** Minutes of time; null where none are printed. */
  readonly minutes: number | null;
  /** The line of its clock times as printed. */
  readonly time: string;
  readonly purpose: RichText;
  readonly attending: string;
  readonly method: string;
  readonly responsible: string;
  /** Its bilag, a line each. */
  readonly attachments: string;
  /** What stands under it and belongs to none of these. */
  readonly rest: string;
}

/** What stands in a document beside its running text, a line each. */
export interface PaperAsides {
  readonly comments: readonly string[];
  /** Footnotes and endnotes. */
  readonly notes: readonly string[];
  /** Headers and footers, without page numbers. */
  readonly margins: readonly string[];
}

/** An agenda as read from a document. */
export interface PaperAgenda {
  /** What stands before the first point: the facts of the meeting and the short agenda. */
  readonly head: readonly string[];
  readonly points: readonly PaperPoint[];
  readonly asides: PaperAsides;
}

/**
 * How the fields of a point are told from its text. `marks`: by what the document marks as their names; a name that is
 * written by hand counts where no text is open that could be saying the same words. `words`: by their names alone, for a
 * document that marks none.
 */
export type FieldNames = 'marks' | 'words';

/** How a document tells the fields of its points from their text. */
export function fieldNamesOf(lines: readonly PaperLine[]): FieldNames {
  return lines.some((line) => line.kind === 'paragraph' && line.marked > 0) ? 'marks' : 'words';
}
