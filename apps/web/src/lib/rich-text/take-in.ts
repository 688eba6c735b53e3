import type { EditorView } from '@tiptap/pm/view';
import { fromPlainText } from '../../../../../libs/domain/text/index.js';
import type { RichText } from '../../../../../libs/domain/text/index.js';
import { fromEditor } from './editor-json.js';
import type { EditorNode } from './editor-json.js';
import { withText } from './insert.js';
import { excessOf } from './limits.js';
import type { Excess } from './limits.js';
import { nothingDropped } from './paste/dropped.js';
import type { Dropped } from './paste/dropped.js';
import { inert } from './paste/inert.js';
import { pastedText } from './paste/pasted.js';
import type { Pasted } from './paste/pasted.js';

/** What became of a text that was brought: taken but for what was dropped, or refused as more than a text can hold. */
export type Taken = { readonly dropped: Dropped } | { readonly excess: Excess };

/** How a text that is brought is put into one of a kind. */
export interface Bringing {
  readonly itemStart: string;
  readonly pasted: (text: RichText) => RichText;
}

/**
 * Takes in what was pasted, or dropped at a place. A text that could not be saved is refused as a whole, so that what stands
 * there can be saved still. Null when nothing was brought.
 */
export function takeIn(view: EditorView, data: DataTransfer, kind: Bringing, at?: number): Taken | null {
  const brought = broughtIn(data);
  if (brought === null) return null;
  const text = kind.pasted(brought.text);
  // A text far beyond what can be held is not even tried: the browser would be busy with it for long.
  const excess = excessOf(text);
  if (excess !== null) return { excess };
  if (text.length > 0) {
    const tr = withText(view.state, text, kind.itemStart, at);
    // The JSON of the editor's document is a tree of such parts.
    const after = excessOf(fromEditor(tr.doc.toJSON() as EditorNode));
    if (after !== null) return { excess: after };
    view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste'));
  }
  return { dropped: brought.dropped };
}

function broughtIn(data: DataTransfer): Pasted | null {
  const html = data.getData('text/html');
  // What is parsed so runs nothing and fetches nothing.
  if (html !== '') return pastedText(new DOMParser().parseFromString(inert(html), 'text/html').body);
  const plain = data.getData('text/plain');
  if (plain !== '') return { text: fromPlainText(plain), dropped: nothingDropped() };
  const images = [...data.files].length;
  return images === 0 ? null : { text: [], dropped: { ...nothingDropped(), images } };
}
