import { Slice } from '@tiptap/pm/model';
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { isInTable } from '@tiptap/pm/tables';
import type { RichText } from '../../../../../libs/domain/text/index.js';
import { toEditor } from './editor-json.js';
import { linesIn } from './paste/pasted.js';

/**
 * Puts a text in the place of what is selected, or at a place of its own. In a cell, which holds one paragraph, its parts are
 * lines; an item that says no more than what all begin with gives way to it.
 */
export function withText(state: EditorState, text: RichText, itemStart: string, at?: number): Transaction {
  const { tr } = state;
  if (at !== undefined) tr.setSelection(Selection.near(tr.doc.resolve(at)));
  const placed = state.apply(tr);
  const isCell = isInTable(placed);
  const blocks: RichText = isCell ? [{ type: 'paragraph', content: linesIn(text) }] : text;
  const content = state.schema.nodeFromJSON({ ...toEditor(blocks), type: 'doc' }).content;
  const { $from, empty } = placed.selection;
  const isBegun =
    itemStart !== '' && $from.depth === 3 && $from.parent.textContent.trim() === itemStart.trim();
  if (isBegun && empty && !isCell && blocks.length > 0)
    tr.setSelection(TextSelection.create(tr.doc, $from.start(), $from.end()));
  return tr.replaceSelection(Slice.maxOpen(content)).scrollIntoView();
}
