import { useLayoutEffect, useState } from 'react';
import { findAnchor } from '../../../../../libs/domain/reading/index.js';
import type { HighlightView } from '../../../../../libs/contracts/reading.js';
import { markedParts, rangeOnPage, sectionText } from './section-text.js';

/** The name by which the style sheet knows what is marked. */
const DRAWN = 'reading-mark';

/**
 * Draws the marks over the text that stands there, and gives where each of them is; those that fit nothing any more are not
 * among them. `shown` is what the text was made of: another is looked through anew.
 */
export function useDrawnMarks(
  marks: readonly HighlightView[],
  shown: unknown,
): ReadonlyMap<string, Range> | null {
  const [places, setPlaces] = useState<ReadonlyMap<string, Range> | null>(null);
  useLayoutEffect(() => {
    const found = placesOf(marks);
    setPlaces(found);
    // A browser that cannot draw them lists them all the same.
    if (!('highlights' in CSS)) return;
    CSS.highlights.set(DRAWN, new Highlight(...found.values()));
    return () => {
      CSS.highlights.delete(DRAWN);
    };
  }, [marks, shown]);
  return places;
}

function placesOf(marks: readonly HighlightView[]): ReadonlyMap<string, Range> {
  const texts = new Map([...markedParts(document)].map(([key, part]) => [key, sectionText(part)]));
  const found = new Map<string, Range>();
  for (const mark of marks) {
    const whole = texts.get(mark.section);
    const place = whole && findAnchor(whole.text, mark);
    const range = whole && place && rangeOnPage(whole, place);
    if (range) found.set(mark.id, range);
  }
  return found;
}
