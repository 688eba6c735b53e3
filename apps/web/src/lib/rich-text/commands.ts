import { setBlockType } from '@tiptap/pm/commands';
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { Command, EditorState } from '@tiptap/pm/state';
import {
  deleteColumn,
  deleteRow,
  deleteTable,
  findTable,
  isInTable,
  tableNodeTypes,
} from '@tiptap/pm/tables';

/** Makes paragraphs headings, and headings of any level paragraphs. */
export const toggleHeading: Command = (state, dispatch) => {
  const { heading, paragraph } = state.schema.nodes;
  if (!heading || !paragraph) return false;
  return isHeading(state)
    ? setBlockType(paragraph)(state, dispatch)
    : setBlockType(heading, { level: 2 })(state, dispatch);
};

export const isHeading = ({ selection: { $from } }: EditorState): boolean =>
  $from.parent.type.name === 'heading';

/** The rows and columns of a new table. */
const NEW_TABLE = { rows: 3, columns: 2 };

/** Puts a table with a row of headings behind the block with the caret, or in its place when it is empty. */
export const insertTable: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (isInTable(state) || $from.depth === 0) return false;
  const { table, row, cell, header_cell: head } = tableNodeTypes(state.schema);
  const rows = Array.from({ length: NEW_TABLE.rows }, (_, place) => {
    const cells = Array.from({ length: NEW_TABLE.columns }, () =>
      (place === 0 ? head : cell).createAndFill(),
    );
    return row.create(
      null,
      cells.filter((each) => each !== null),
    );
  });
  const isEmpty = $from.depth === 1 && $from.parent.content.size === 0;
  const at = isEmpty ? $from.before(1) : $from.after(1);
  if (dispatch) {
    const tr = state.tr.replaceWith(at, isEmpty ? $from.after(1) : at, table.create(null, rows));
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  }
  return true;
};

/** Deletes the rows of the selection; the table when none is left. */
export const removeRow: Command = (state, dispatch) =>
  isInTable(state) && (deleteRow(state, dispatch) || deleteTable(state, dispatch));

/** Deletes the columns of the selection; the table when none is left. */
export const removeColumn: Command = (state, dispatch) =>
  isInTable(state) && (deleteColumn(state, dispatch) || deleteTable(state, dispatch));

/** Makes the first row of the table one of headings, or one like the others. */
export const toggleHeaderRow: Command = (state, dispatch) => {
  const found = isInTable(state) ? findTable(state.selection.$from) : null;
  const first = found?.node.firstChild;
  if (!found || !first) return false;
  const { cell, header_cell: head } = tableNodeTypes(state.schema);
  const type = hasHeaderRow(state) ? cell : head;
  const { tr } = state;
  first.forEach((each, offset) => tr.setNodeMarkup(found.start + 1 + offset, type, each.attrs));
  if (dispatch) dispatch(tr);
  return true;
};

export function hasHeaderRow(state: EditorState): boolean {
  const first = isInTable(state) ? findTable(state.selection.$from)?.node.firstChild : null;
  return first?.children.every((each) => each.type.name === 'tableHeader') === true;
}

/** The address of the link with the caret; null where there is none. */
export function linkAt(state: EditorState): string | null {
  const { $from, empty, from, to } = state.selection;
  const { link } = state.schema.marks;
  if (!link) return null;
  const marks = empty ? $from.marks() : [];
  let found = link.isInSet(marks) ?? link.isInSet($from.nodeAfter?.marks ?? []);
  if (!empty)
    state.doc.nodesBetween(from, to, (node) => {
      found ??= link.isInSet(node.marks);
    });
  const href: unknown = found?.attrs.href;
  return typeof href === 'string' ? href : null;
}

/** Links the selected text, the link with the caret, or the address itself where neither is; null takes links away. */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const { link } = state.schema.marks;
    const { selection, tr } = state;
    if (!link) return false;
    const { from, to } = selection.empty ? linkRange(state) : selection;
    tr.removeMark(from, to, link);
    if (href !== null && from === to) tr.insert(from, state.schema.text(href, [link.create({ href })]));
    else if (href !== null) tr.addMark(from, to, link.create({ href }));
    if (selection.empty) tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(selection.to))));
    if (dispatch) dispatch(tr.scrollIntoView());
    return true;
  };
}

/** Where the link that the caret touches begins and ends; both the caret where it touches none. */
function linkRange(state: EditorState): { from: number; to: number } {
  const { $from, from } = state.selection;
  const href = linkAt(state);
  if (href === null) return { from, to: from };
  const isIt = (place: number): boolean =>
    $from.parent
      .maybeChild(place)
      ?.marks.some(({ type, attrs }) => type.name === 'link' && attrs.href === href) === true;
  let first = $from.index();
  if (!isIt(first)) first -= 1;
  let last = first;
  while (isIt(first - 1)) first -= 1;
  while (isIt(last + 1)) last += 1;
  return { from: $from.posAtIndex(first), to: $from.posAtIndex(last + 1) };
}
