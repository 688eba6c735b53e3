import { announce } from '../../lib/announcements.js';
import { sentenceOf } from '../../lib/api/problem.js';
import { lastDone, nextToTakeBack } from '../../lib/undo.js';
import { da } from '../../texts/da.js';

/** Takes back what was done last, once; the next time what was done before it. Says how it went, and gives why it failed. */
export async function takeBackLast(): Promise<string | null> {
  const done = nextToTakeBack();
  if (done?.takeBack == null) return null;
  lastDone.set(null);
  try {
    await done.takeBack();
    announce(da.common.undone);
    return null;
  } catch (error) {
    const text = `${da.common.undoFailed} ${sentenceOf(error)}`;
    lastDone.set({ text, takeBack: null });
    announce(text);
    return text;
  }
}
