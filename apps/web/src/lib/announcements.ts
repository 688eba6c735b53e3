import { createStore } from './store.js';

/** What the page's one status region says, read aloud by screen readers. */
export const announcement = createStore('');

/** Says something in the status region; the same words twice are said twice. */
export function announce(text: string): void {
  const again = announcement.get() === text;
  announcement.set(again ? `${text}\u00a0` : text);
}
