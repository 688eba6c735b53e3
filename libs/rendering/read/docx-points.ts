import { pointOfBookmark } from '../origin.js';
import { SKIPPED } from './docx-part.js';
import { readXml } from './xml-events.js';

/** A bookmark while it is open: the paragraph it begins at, and the last one that has words in it. */
interface OpenMark {
  readonly pointId: string;
  first: number | null;
  last: number | null;
}

/**
 * The paragraphs, counted from 0 in the order in which they begin, that bookmarks name points by. Whoever writes a new
 * heading before one stretches its bookmark over both: it names the last paragraph that has words in it. One that does not
 * end names the paragraph it begins at.
 */
export function pointParagraphs(xml: string): ReadonlyMap<number, string> {
  const reader = new BookmarkReader();
  readXml(xml, reader);
  return reader.points();
}

class BookmarkReader {
  private readonly found = new Map<number, string>();
  private readonly marks = new Map<string, OpenMark>();
  /** Text boxes hold paragraphs within one. */
  private readonly within: number[] = [];
  private count = 0;
  private skipping = 0;
  private inText = false;

  open(name: string, attributes: Record<string, string>): void {
    if (SKIPPED.has(name)) this.skipping += 1;
    if (this.skipping > 0) return;
    const id = attributes['w:id'] ?? '';
    if (name === 'w:p') this.begin();
    else if (name === 'w:t') this.inText = true;
    else if (name === 'w:bookmarkStart') this.mark(id, pointOfBookmark(attributes['w:name'] ?? ''));
    else if (name === 'w:bookmarkEnd') this.settle(id);
  }

  text(text: string): void {
    const paragraph = this.within.at(-1);
    if (!this.inText || this.skipping > 0 || paragraph === undefined || text.trim() === '') return;
    for (const mark of this.marks.values()) mark.last = paragraph;
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.skipping -= 1;
    if (this.skipping > 0 || SKIPPED.has(name)) return;
    if (name === 'w:t') this.inText = false;
    else if (name === 'w:p') this.within.pop();
  }

  points(): ReadonlyMap<number, string> {
    for (const { pointId, first } of this.marks.values()) this.put(first, pointId);
    return this.found;
  }

  /** A bookmark may stand before the paragraph that it begins at. */
  private begin(): void {
    for (const mark of this.marks.values()) mark.first ??= this.count;
    this.within.push(this.count);
    this.count += 1;
  }

  private mark(id: string, pointId: string | null): void {
    if (pointId === null) return;
    const known = this.marks.get(id);
    if (known) this.put(known.first, known.pointId);
    this.marks.set(id, { pointId, first: this.within.at(-1) ?? null, last: null });
  }

  private settle(id: string): void {
    const mark = this.marks.get(id);
    if (!mark) return;
    this.marks.delete(id);
    this.put(mark.last ?? mark.first, mark.pointId);
  }

  private put(paragraph: number | null, pointId: string): void {
    if (paragraph !== null && !this.found.has(paragraph)) this.found.set(paragraph, pointId);
  }
}
