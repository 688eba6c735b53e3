import { Extension, wrappingInputRule } from '@tiptap/core';
import { chainCommands, joinTextblockBackward, joinTextblockForward, toggleMark } from '@tiptap/pm/commands';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history, redo, undo } from '@tiptap/pm/history';
import { splitListItem } from '@tiptap/pm/schema-list';
import type { Command, EditorState } from '@tiptap/pm/state';
import { isInTable, tableEditing } from '@tiptap/pm/tables';
import { isList, toggleList } from './lists.js';
import type { ListType } from './lists.js';

interface KeyOptions {
  /** What every new item of a numbered list begins with. */
  readonly itemStart: string;
  /** Whether the text is one list that nothing is taken out of. */
  readonly isOneList: boolean;
  /** Goes to the tools. */
  readonly onTools: () => void;
}

/**
 * What the keys do while one writes. Tab is not among them: it leaves the text, also from a table, where the arrows go from
 * cell to cell.
 */
export function keysOf(options: KeyOptions) {
  return Extension.create({
    name: 'keys',
    priority: 1000,
    addProseMirrorPlugins: () => [history(), gapCursor(), tableEditing()],
    addInputRules() {
      const { bulletList } = this.editor.schema.nodes;
      // Numbers are not read as lists: "14. januar" begins many a paragraph.
      return bulletList && !options.isOneList
        ? [wrappingInputRule({ find: /^\s*[-•*]\s$/, type: bulletList })]
        : [];
    },
    addKeyboardShortcuts() {
      const run = (command: Command) => () => {
        const { state, view } = this.editor;
        return command(state, view.dispatch);
      };
      const { bold, italic } = this.editor.schema.marks;
      return {
        ...(bold ? { 'Mod-b': run(toggleMark(bold)) } : {}),
        ...(italic ? { 'Mod-i': run(toggleMark(italic)) } : {}),
        'Mod-z': run(undo),
        'Mod-y': run(redo),
        'Shift-Mod-z': run(redo),
        Enter: run(chainCommands(breakInCell, enterInItem(options))),
        'Shift-Enter': run(insertBreak),
        Backspace: run(backspaceInList(options)),
        Delete: run(deleteBeforeItem),
        'Alt-F10': () => {
          options.onTools();
          return true;
        },
      };
    },
  });
}

/** A line break in the paragraph, with the marks that one writes in. */
const insertBreak: Command = (state, dispatch) => {
  const { hardBreak } = state.schema.nodes;
  const { $from, $to } = state.selection;
  if (!hardBreak || !$from.parent.isTextblock || !$from.sameParent($to)) return false;
  const marks = state.storedMarks ?? $from.marks();
  dispatch?.(
    state.tr
      .replaceSelectionWith(hardBreak.create(null, null, marks), false)
      .ensureMarks(marks)
      .scrollIntoView(),
  );
  return true;
};

/** A cell holds one paragraph: Enter makes a line in it. */
const breakInCell: Command = (state, dispatch) => isInTable(state) && (insertBreak(state, dispatch) || true);

/** The next item, with what items begin with; an item without words ends the list. */
function enterInItem({ itemStart, isOneList }: KeyOptions): Command {
  return (state, dispatch) => {
    const { listItem } = state.schema.nodes;
    const type = listTypeAt(state);
    if (!listItem || type === null) return false;
    const start = type === 'orderedList' ? itemStart : '';
    const { $from, empty } = state.selection;
    const typed = $from.parent.textContent.trim();
    if (empty && (typed === '' || typed === start.trim())) {
      if (isOneList) return true;
      return toggleList(type)(
        state,
        dispatch && ((tr) => dispatch(tr.delete(tr.selection.$from.start(), tr.selection.$from.end()))),
      );
    }
    return splitListItem(listItem)(
      state,
      dispatch &&
        ((tr) => {
          if (start !== '' && tr.selection.$from.parent.content.size === 0) tr.insertText(start);
          dispatch(tr);
        }),
    );
  };
}

function listTypeAt({ selection: { $from } }: EditorState): ListType | null {
  const name = $from.depth < 3 ? '' : $from.node(1).type.name;
  return name === 'bulletList' || name === 'orderedList' ? name : null;
}

/** At its start an item leaves its list; a paragraph behind a list goes on in its last item. */
function backspaceInList({ isOneList }: KeyOptions): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection;
    if (!empty || $from.parentOffset > 0 || $from.depth === 0) return false;
    const type = listTypeAt(state);
    if (type !== null && !isOneList) return toggleList(type)(state, dispatch);
    if (type !== null) return joinTextblockBackward(state, dispatch) || true;
    const isBehindList = $from.depth === 1 && isList(state.doc.maybeChild($from.index(0) - 1));
    return isBehindList && joinTextblockBackward(state, dispatch);
  };
}

/** At the end of an item the next one goes on in it. */
const deleteBeforeItem: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || listTypeAt(state) === null || $from.pos < $from.end()) return false;
  return joinTextblockForward(state, dispatch);
};
