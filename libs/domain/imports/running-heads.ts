import type { SourceLine } from './source-line.js';

const PAGE_NUMBER =
  /^(?:side|s\.)\s*(\d{1,4})(?:\s*(?:af|\/|ud af)\s*\d{1,4})?$|^(\d{1,4})\s*\/\s*\d{1,4}$|^-\s*(\d{1,3})\s*-$/i;
const NEAR = 2;

/** The number of a line that is a page number; null when it is none. */
function pageNumber(text: string): number | null {
  const match = PAGE_NUMBER.exec(text);
  return match ? Number(match[1] ?? match[2] ?? match[3]) : null;
}

/**
 * The numbers of lines that are page numbers, or that a page repeats beside its number from an earlier page: the date,
 * the meeting, the mark of a draft.
 */
export function runningHeads(lines: readonly SourceLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  let heads = new Set<string>();
  lines.forEach((line, at) => {
    const number = pageNumber(line.text);
    if (number === null) return;
    found.add(line.no);
    const beside = lines.slice(Math.max(0, at - NEAR), at + NEAR + 1).filter((other) => other !== line);
    if (number > 1) for (const other of beside) if (heads.has(other.text)) found.add(other.no);
    if (number <= 1) heads = new Set(beside.map((other) => other.text));
  });
  return found;
}
