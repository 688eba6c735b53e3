import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';

export type ListType = 'bulletList' | 'orderedList';

/** A paragraph, a heading or an item, as lists are made of them and taken apart to them. */
interface Unit {
  /** The block it is alone, or the list it is an item of. */
  readonly block: Node;
  readonly content: Fragment;
  /** Whether the selection reaches into it. */
  readonly chosen: boolean;
}

/**
 * Makes the paragraphs and items that the selection reaches into a list of a kind, or takes them out of it when all of them
 * stand in one. The text is flat, so that lists are cut and made by the block; tables stay what they are.
 */
export function toggleList(type: ListType): Command {
  return (state, dispatch) => {
    const { blocks, from, to } = touchedBlocks(state);
    const units = blocks.flatMap(({ node, at }) => unitsOf(node, at, state));
    const chosen = units.filter((unit) => unit.chosen);
    if (chosen.length === 0) return false;
    const isOn = chosen.every(({ block }) => block.type.name === type);
    const made = isOn ? takenOut(units, state) : listed(units, type, state);
    if (dispatch) dispatch(replacedKeepingSelection(state, { from, to }, made).scrollIntoView());
    return true;
  };
}

/** Whether the selection stands in lists of a kind alone. */
export function isInList({ selection: { $from, $to } }: EditorState, type: ListType): boolean {
  return $from.depth > 0 && $from.node(1).type.name === type && $from.sharedDepth($to.pos) >= 1;
}

function touchedBlocks({ doc, selection: { $from, $to } }: EditorState) {
  const first = Math.min($from.index(0), doc.childCount - 1);
  const last = Math.min($to.index(0), doc.childCount - 1);
  const blocks: { node: Node; at: number }[] = [];
  let [from, to] = [0, 0];
  doc.forEach((node, at, place) => {
    if (place < first || place > last) return;
    if (place === first) from = at;
    to = at + node.nodeSize;
    blocks.push({ node, at });
  });
  return { blocks, from, to };
}

function unitsOf(block: Node, at: number, { selection: { from, to } }: EditorState): readonly Unit[] {
  if (block.type.name === 'table') return [{ block, content: Fragment.empty, chosen: false }];
  if (!isList(block)) return [{ block, content: block.content, chosen: true }];
  const units: Unit[] = [];
  block.forEach((item, offset) => {
    const begin = at + 1 + offset;
    const chosen = from <= begin + item.nodeSize - 1 && to >= begin + 1;
    units.push({ block, content: item.firstChild?.content ?? Fragment.empty, chosen });
  });
  return units;
}

export const isList = (node: Node | null | undefined): boolean =>
  node?.type.name === 'bulletList' || node?.type.name === 'orderedList';

/** The chosen as paragraphs, the others in the lists they were in. */
function takenOut(units: readonly Unit[], { schema }: EditorState): Node[] {
  return grouped(units, ({ block, chosen }) => (chosen ? null : block)).flatMap(({ key, members }) =>
    key === null
      ? members.map(({ content }) => schema.node('paragraph', null, content))
      : isList(key)
        ? [schema.node(key.type, null, itemsOf(members, key))]
        : [key],
  );
}

/** All that is not a table as items of lists. */
function listed(units: readonly Unit[], type: ListType, { schema }: EditorState): Node[] {
  return grouped(units, ({ block }) => (block.type.name === 'table' ? block : null))
    .flatMap(({ key, members }) => {
      const [first] = members;
      return key === null && first ? [schema.node(type, null, itemsOf(members, first.block))] : [key];
    })
    .filter((node): node is Node => node !== null);
}

function itemsOf(units: readonly Unit[], { type: { schema } }: Node): Node[] {
  return units.map(({ content }) => schema.node('listItem', null, schema.node('paragraph', null, content)));
}

function grouped(units: readonly Unit[], keyOf: (unit: Unit) => Node | null) {
  const groups: { key: Node | null; members: Unit[] }[] = [];
  for (const unit of units) {
    const key = keyOf(unit);
    const last = groups.at(-1);
    if (last?.key === key) last.members.push(unit);
    else groups.push({ key, members: [unit] });
  }
  return groups;
}

/** Blocks in the place of others with the same texts in the same order: the selection stays where it was in them. */
function replacedKeepingSelection(
  state: EditorState,
  { from, to }: { readonly from: number; readonly to: number },
  nodes: readonly Node[],
): Transaction {
  const { anchor, head } = state.selection;
  const [anchored, headed] = [spotOf(state.doc, anchor), spotOf(state.doc, head)];
  const tr = state.tr.replaceWith(from, to, nodes);
  return tr.setSelection(TextSelection.create(tr.doc, placeOf(tr.doc, anchored), placeOf(tr.doc, headed)));
}

interface Spot {
  /** Which of the paragraphs, headings and the like of the text. */
  readonly number: number;
  readonly offset: number;
}

function spotOf(doc: Node, position: number): Spot {
  let spot = { number: 0, offset: 0 };
  let number = 0;
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    if (at < position) spot = { number, offset: Math.min(position - at - 1, node.content.size) };
    number += 1;
    return false;
  });
  return spot;
}

function placeOf(doc: Node, { number, offset }: Spot): number {
  let place = 1;
  let seen = 0;
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    if (seen === number) place = at + 1 + Math.min(offset, node.content.size);
    seen += 1;
    return false;
  });
  return place;
}
