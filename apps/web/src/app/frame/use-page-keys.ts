import { useEffect } from 'react';
import { isTyping, isUndo, plainKey } from '../../lib/shortcuts.js';
import { helpIsOpen } from './help.js';
import { takeBackLast } from './take-back.js';

/** The parts of the page that F6 goes through, in their order. */
const LANDMARKS = ['header a, header button', '#content', '#undo button'];

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
  const starts = LANDMARKS.map((selector) => document.querySelector<HTMLElement>(selector));
  const parts = ['header', '#content', '#undo'].map((selector) => document.querySelector(selector));
  const now = parts.findIndex((part) => part?.contains(document.activeElement) === true);
  for (let turn = 1; turn <= starts.length; turn += 1) {
    const next = starts[(now + turn * step + starts.length * 2) % starts.length];
    if (next) {
      next.focus();
      return;
    }
  }
}
