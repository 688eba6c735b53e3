import { announce } from './announcements.js';
import { createStore } from './store.js';

/** Something that was done, and how to take it back; null where it cannot be. */
export interface Done {
  readonly text: string;
  readonly takeBack: (() => Promise<void>) | null;
}

/** What the undo bar shows; null when it shows nothing. */
export const lastDone = createStore<Done | null>(null);

/** How long the undo bar stays while nobody points at it or has it in focus (ms). */
export const UNDO_STAYS_MS = 30_000;

/** How many acts back one can go. */
const MOST = 100;

/** What can still be taken back, the last at the end: the bar shows one, the keys go on to those before it. */
const stack: Done[] = [];

/** Shows what was done in the undo bar and says it aloud. */
export function tellDone(done: Done): void {
  // What cannot be taken back stands in the way of all that came before it.
  if (done.takeBack === null) stack.length = 0;
  else stack.push(done);
  if (stack.length > MOST) stack.shift();
  lastDone.set(done);
  announce(done.text);
}

/** Takes the last act that can be taken back from those waiting; null when there is none. */
export function nextToTakeBack(): Done | null {
  return stack.pop() ?? null;
}
