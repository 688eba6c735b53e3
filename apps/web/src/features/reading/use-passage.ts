import { useEffect, useState } from 'react';
import { anchorOf } from '../../../../../libs/domain/reading/index.js';
import type { Anchor } from '../../../../../libs/domain/reading/index.js';
import { markedParts, rangeInText, sectionText } from './section-text.js';

/** Words that somebody has selected in a part of what is read. */
export interface Passage extends Anchor {
  readonly section: string;
}

/** The most that one mark holds, in characters; the api holds it to that. */
const MOST_QUOTE = 2000;
/** A press on a button may let go of what is selected before it counts: so long it is still meant, in milliseconds. */
const STILL_MEANT = 600;

/** What is selected in the text that is read just now; of a selection over several parts, what lies in the first. */
export function usePassage(): readonly [Passage | null, () => void] {
  const [passage, setPassage] = useState<Passage | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onSelection = (): void => {
      clearTimeout(timer);
      const next = selectedPassage();
      if (next !== null) setPassage(next);
      else timer = setTimeout(() => setPassage(null), STILL_MEANT);
    };
    document.addEventListener('selectionchange', onSelection);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', onSelection);
    };
  }, []);
  return [passage, () => setPassage(null)];
}

function selectedPassage(): Passage | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  for (const [section, part] of markedParts(document)) {
    if (!range.intersectsNode(part)) continue;
    const whole = sectionText(part);
    const found = rangeInText(whole, range);
    if (found === null) continue;
    return {
      section,
      ...anchorOf(whole.text, { start: found.start, end: Math.min(found.end, found.start + MOST_QUOTE) }),
    };
  }
  return null;
}
