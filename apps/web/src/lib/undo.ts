import { announce } from './announcements.js';
import { createStore } from './store.js';

/** The last thing that was done, and how to take it back; null where it cannot be. */
export interface Done {
  readonly text: string;
  readonly takeBack: (() => Promise<void>) | null;
}

/** What the undo bar shows; null when it shows nothing. */
export const lastDone = createStore<Done | null>(null);

/** Shows what was done in the undo bar and says it aloud. */
export function tellDone(done: Done): void {
  lastDone.set(done);
  announce(done.text);
}
