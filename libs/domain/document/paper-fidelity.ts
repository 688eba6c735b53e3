import type { Block, Inline, RichText } from '../text/index.js';
import { TAKEN_FIELDS, richMark, wordsOf } from './paper-difference.js';
import type { TakenField } from './paper-difference.js';
import { evenly, innerLevel, tidy } from './paper-text.js';
import type { PaperAgenda, PaperPoint } from './paper.js';
import { printableLine, printableText } from './printable.js';
import { attendingNamed } from './read-paper.js';
import type { AgendaSourcePoint } from './sources.js';

/** A point as the data has it. */
export type KeptPoint = Pick<AgendaSourcePoint, TakenField | 'id'>;

/**
 * The fields, as `<point id>.<field>`, that a printed agenda does not show as the data has them: what is left out of it, cut
 * short or set otherwise. Whoever took such a field over from paper would lose what paper does not show.
 */
export function unprintedFields(printed: PaperAgenda, points: readonly KeptPoint[]): ReadonlySet<string> {
  const kept = new Map(points.map((point) => [point.id, point]));
  return new Set(
    printed.points.flatMap((point) => {
      const one = point.id === null ? undefined : kept.get(point.id);
      return one ? unprintedOf(point, one).map((field) => `${one.id}.${field}`) : [];
    }),
  );
}

function unprintedOf(printed: PaperPoint, kept: KeptPoint): readonly TakenField[] {
  return TAKEN_FIELDS.filter((field) => {
    if (field === 'minutes') return printed.minutes !== kept.minutes;
    if (field === 'purpose') return richMark(printed.purpose) !== richMark(asPrinted(kept.purpose));
    const text = kept[field] ?? '';
    // Paper has one line of them.
    if (/[\r\n]/.test(text.trim())) return true;
    const line = printableLine(text) ?? '';
    const said = field === 'attending' ? attendingNamed(line) : line;
    return evenly(wordsOf(printed, field)) !== evenly(said);
  });
}

/** A text as its document prints it and as it is read again where nothing of it is lost. */
function asPrinted(text: RichText): RichText {
  let level = 0;
  return printableText(text).flatMap((block): Block[] => {
    switch (block.type) {
      case 'paragraph':
        return [{ type: 'paragraph', content: looksOf(block.content) }];
      case 'heading':
        level = Math.min(block.level, level + 1);
        // A heading is bold in any case.
        return [
          {
            type: 'heading',
            level: innerLevel(level),
            content: looksOf(block.content.map((run) => ({ ...run, bold: undefined }))),
          },
        ];
      case 'table':
        return tableAsPrinted(block);
      default:
        return [
          { type: block.type, items: block.items.map(({ content }) => ({ content: looksOf(content) })) },
        ];
    }
  });
}

/** Short rows are filled; a table without cells is none. */
function tableAsPrinted({ header, rows }: Block & { type: 'table' }): Block[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns === 0) return [];
  const filled = rows.map((row) =>
    Array.from({ length: columns }, (_, i) => ({ content: looksOf(row[i]?.content ?? []) })),
  );
  return [{ type: 'table', header, rows: filled }];
}

/** Runs with their looks in one order; links have the look of links. */
function looksOf(content: readonly Inline[]): readonly Inline[] {
  return tidy(
    content.map(({ text, bold, italic, link }): Inline => {
      if (link !== undefined) return { text, link };
      return { text, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) };
    }),
  );
}
