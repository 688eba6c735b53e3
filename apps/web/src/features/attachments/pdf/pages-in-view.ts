/** Where something lies on the screen from top to bottom, in CSS pixels. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Pages that are drawn at once: what a tablet's memory bears. */
export const MOST_DRAWN = 3;
/** The most pixels of one canvas; tablets draw nothing on a larger one. */
const MOST_PIXELS = 16_000_000;
/** The longest side of one canvas, in pixels: none is drawn that is longer, however narrow it is. */
const LONGEST_SIDE = 16_384;
/** Of a document that is shown: a few bytes can say that a file has millions of pages, each of which takes room on the page. */
export const MOST_PAGES = 5_000;

export interface PagesInView {
  /** The page that is read, from 1. */
  readonly current: number;
  /** The pages to draw, from 1, in their order. */
  readonly drawn: readonly number[];
}

/**
 * Which of the pages, of which there is at least one, is read and which are drawn, given where they lie and what of the
 * screen shows them. `atEnd`: somebody has scrolled as far as it goes, where a short last page cannot fill the screen.
 */
export function pagesInView(pages: readonly Extent[], view: Extent, atEnd = false): PagesInView {
  const shares = pages.map((page) => shareOf(page, view));
  const inOrder = shares.map((_, index) => index);
  const byShare = [...inOrder].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b);
  const most = byShare[0] ?? 0;
  const distance = (index: number): number => Math.abs(index - most);
  const drawn = [...inOrder].sort(
    (a, b) => Math.max(shares[b] ?? 0, 0) - Math.max(shares[a] ?? 0, 0) || distance(a) - distance(b) || b - a,
  );
  return {
    current: (atEnd ? pages.length - 1 : most) + 1,
    drawn: drawn
      .slice(0, MOST_DRAWN)
      .map((index) => index + 1)
      .sort((a, b) => a - b),
  };
}

/** How much of a page shows; of one that does not, how far away it is, below zero. */
const shareOf = (page: Extent, view: Extent): number =>
  Math.min(page.bottom, view.bottom) - Math.max(page.top, view.top);

/** How many pixels wide and high a page is drawn that is shown this large in CSS pixels on a screen of this density. */
export function canvasSize(
  width: number,
  height: number,
  density: number,
): { width: number; height: number } {
  const scale = Math.min(
    density,
    Math.sqrt(MOST_PIXELS / (width * height)),
    LONGEST_SIDE / Math.max(width, height),
  );
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}
