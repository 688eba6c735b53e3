import type { Node } from '@tiptap/pm/model';
import type { RichText } from '../../../../../libs/domain/text/index.js';
import { fromEditor } from './editor-json.js';
import type { EditorNode } from './editor-json.js';

/** From how large a document on it is not read out with every key, in ProseMirror's units: letters and the edges of parts. */
const LARGE = 10_000;
/** How long a large text may be written in before it is told, in milliseconds. */
const PAUSE_MS = 300;

// The JSON of the editor's document is a tree of such parts.
export const textIn = (doc: Node): RichText => fromEditor(doc.toJSON() as EditorNode);

/**
 * Tells what was written. To read a whole text out, keep it and compare it takes longer than a key may, where the text is
 * long: such a text is told a few times a second while one writes, and at once when it is left.
 */
export class Teller {
  /** What was told last, so that it is not taken for a text from elsewhere. */
  told: RichText | null = null;
  tell: (text: RichText) => void = () => undefined;
  /** What is made of what stands in the editor. */
  written: (text: RichText) => RichText = (text) => text;
  private waiting: Node | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  changed(doc: Node): void {
    this.waiting = doc;
    if (doc.content.size < LARGE) this.now();
    else this.timer ??= setTimeout(() => this.now(), PAUSE_MS);
  }

  /** Tells what waits; whether there was something. */
  now(): boolean {
    const doc = this.waiting;
    if (this.timer !== null) clearTimeout(this.timer);
    [this.waiting, this.timer] = [null, null];
    if (doc === null) return false;
    this.told = this.written(textIn(doc));
    this.tell(this.told);
    return true;
  }
}

/** Runs something before a page that is being left is asked what is not saved yet; gives what ends it. */
export function beforeLeaving(run: () => void): () => void {
  for (const event of ['visibilitychange', 'pagehide']) window.addEventListener(event, run, true);
  return () => {
    for (const event of ['visibilitychange', 'pagehide']) window.removeEventListener(event, run, true);
  };
}
