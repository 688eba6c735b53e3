import type { LineRange, PackageLedger, UnreadLine } from './package-document.js';

/** Where lines went: line numbers, or the ranges of attachments' texts. */
export interface Claims {
  readonly stamps: ReadonlySet<number>;
  readonly letterheads: ReadonlySet<number>;
  readonly fields: ReadonlySet<number>;
  readonly attachments: readonly LineRange[];
  /** Lines that are no part of anything, wherever they stand. */
  readonly stray: ReadonlySet<number>;
}

/**
 * Counts every line that holds text in exactly one place; what no reader has claimed is unread. A line inside an
 * attachment's range that is a stamp or stray counts as that.
 */
export function keepLedger(
  lines: readonly string[],
  claims: Claims,
): { unread: UnreadLine[]; ledger: PackageLedger } {
  const unread: UnreadLine[] = [];
  const counts = { lines: 0, fields: 0, stamps: 0, letterheads: 0, attachments: 0 };
  const inAttachment = linesIn(claims.attachments);
  lines.forEach((raw, i) => {
    const no = i + 1;
    if (raw.trim() === '') return;
    counts.lines += 1;
    if (claims.stray.has(no)) unread.push({ line: no, text: raw.trim() });
    else if (claims.stamps.has(no)) counts.stamps += 1;
    else if (claims.letterheads.has(no)) counts.letterheads += 1;
    else if (claims.fields.has(no)) counts.fields += 1;
    else if (inAttachment.has(no)) counts.attachments += 1;
    else unread.push({ line: no, text: raw.trim() });
  });
  return { unread, ledger: { ...counts, unread: unread.length } };
}

/** The numbers of the lines in some ranges; where ranges overlap a line is looked at once. */
function linesIn(ranges: readonly LineRange[]): ReadonlySet<number> {
  const found = new Set<number>();
  let end = 0;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    for (let no = Math.max(from, end + 1); no <= to; no += 1) found.add(no);
    end = Math.max(end, to);
  }
  return found;
}
