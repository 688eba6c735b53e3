import { useEffect } from 'react';
import { isTyping, isUndo, plainKey } from '../../lib/shortcuts.js';
import { helpIsOpen } from './help.js';
import { takeBackLast } from './take-back.js';

/** The parts of the page that F6 goes through, in their order, and what has the focus in each; a part may stand in another. */
const LANDMARKS = [
  ['header', 'header a, header button'],
  ['#content', '#content h1'],
  ['#content .send-parts', '#content .send-parts :is(a, button, input, textarea)'],
  ['#content aside', '#content aside :is(a, button)'],
  ['#undo', '#undo button'],
] as const;

/** Listens for the keys that work everywhere: help, undo, next part of the page. */
export function usePageKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      if (event.key === 'F6') {
        event.preventDefault();
        focusNextLandmark(event.shiftKey ? -1 : 1);
      } else if (!isTyping(event.target) && plainKey(event) === '?') {
        event.preventDefault();
        helpIsOpen.set(true);
      } else if (!isTyping(event.target) && isUndo(event)) {
        event.preventDefault();
        void takeBackLast();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function focusNextLandmark(step: 1 | -1): void {
  const starts = LANDMARKS.map(([, start]) => document.querySelector<HTMLElement>(start));
  const isIn = ([part]: (typeof LANDMARKS)[number]): boolean =>
    document.querySelector(part)?.contains(document.activeElement) === true;
  const now = LANDMARKS.findLastIndex(isIn);
  const own = starts[now];
  // Back goes to the start of the part one is in, as it does in a text.
  if (step === -1 && own && own !== document.activeElement) {
    own.focus();
    return;
  }
  for (let turn = 1; turn <= starts.length; turn += 1) {
    const next = starts[(now + turn * step + starts.length * 2) % starts.length];
    if (next) {
      next.focus();
      return;
    }
  }
}
