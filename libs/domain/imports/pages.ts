import { indstillingHead } from './indstilling-head.js';
import type { SourceLine } from './source-line.js';
import type { Stamp } from './stamps.js';

/** Pages that follow each other under one stamp, or without any. */
export interface Block {
  readonly stamp: Stamp | null;
  readonly lines: readonly SourceLine[];
}

interface Page {
  lines: SourceLine[];
  stamp: Stamp | null;
}

const sameStamp = (a: Stamp | null, b: Stamp | null): boolean =>
  a?.point === b?.point && a?.attachment === b?.attachment;

/**
 * Parts the package into blocks by its page stamps. A stamp stands at the foot of its page, or at the head where its
 * copies open their pages. Lines that a stamp or a page number takes up are in no block.
 */
export function blocksOf(
  lines: readonly SourceLine[],
  stamps: readonly Stamp[],
  taken: ReadonlySet<number>,
): Block[] {
  const onTop =
    stamps.length > 0 && stamps.filter((stamp) => stamp.first.pageStart).length * 2 > stamps.length;
  const pages = onTop ? pagesUnder(lines, stamps, taken) : pagesOver(lines, stamps, taken);
  const blocks: Page[] = [];
  for (const page of pages) {
    const last = blocks.at(-1);
    if (page.lines.length === 0) continue;
    if (last && sameStamp(last.stamp, page.stamp)) for (const line of page.lines) last.lines.push(line);
    else blocks.push({ lines: [...page.lines], stamp: page.stamp });
  }
  return blocks;
}

/** Pages whose stamp stands below their text: it closes the page that began at the last page mark or stamp. */
function pagesOver(
  lines: readonly SourceLine[],
  stamps: readonly Stamp[],
  taken: ReadonlySet<number>,
): Page[] {
  const stampAt = new Map(stamps.map((stamp) => [stamp.first.no, stamp]));
  const pages: Page[] = [{ lines: [], stamp: null }];
  let turned = false;
  let parted = false;
  for (const line of lines) {
    const stamp = stampAt.get(line.no);
    const current = pages.at(-1);
    if (stamp && current) current.stamp = stamp;
    turned ||= stamp !== undefined || line.pageStart;
    if (taken.has(line.no)) {
      parted = true;
      continue;
    }
    const opens = turned || indstillingHead(line.text) !== null;
    if (opens) pages.push({ lines: [{ ...line, pageStart: true, blankBefore: true }], stamp: null });
    else pages.at(-1)?.lines.push({ ...line, blankBefore: line.blankBefore || parted });
    turned = false;
    parted = false;
  }
  return pages;
}

/** Pages whose stamp stands above their text: it opens a page that ends at the next page mark. */
function pagesUnder(
  lines: readonly SourceLine[],
  stamps: readonly Stamp[],
  taken: ReadonlySet<number>,
): Page[] {
  const stampAt = new Map(stamps.map((stamp) => [stamp.first.no, stamp]));
  const pages: Page[] = [{ lines: [], stamp: null }];
  for (const line of lines) {
    const stamp = stampAt.get(line.no);
    if (stamp || line.pageStart) pages.push({ lines: [], stamp: stamp ?? null });
    if (taken.has(line.no)) continue;
    const page = pages.at(-1);
    const opens = page?.lines.length === 0;
    page?.lines.push(opens ? { ...line, pageStart: true, blankBefore: true } : line);
  }
  return pages;
}
