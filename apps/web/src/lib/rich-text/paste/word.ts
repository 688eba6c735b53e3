import { attribute, childrenOf, isElement, nameOf, styleOf, textOf } from './node.js';
import type { PastedNode } from './node.js';

/** An item of a list as Word writes it: a paragraph that says which list and level it belongs to. */
export interface WordItem {
  readonly list: string;
  /** 1 for the outermost. */
  readonly level: number;
  readonly isNumbered: boolean;
  /** What stands before it, as `2.` or `a)`. */
  readonly marker: string;
}

const NUMBER = /^\(?(?:\d+|[ivxlcdm]+|[a-zæøå]{1,2})[.)]/i;

/** The list that a paragraph of Word is an item of; null when it is none. */
export function wordItem(node: PastedNode): WordItem | null {
  const found = /^(l\d+)\s+level(\d)/.exec(styleOf(node).get('mso-list') ?? '');
  if (found === null) return null;
  const marker = markerIn(node).trim();
  return {
    ...{ list: found[1] ?? '', level: Number(found[2]), marker },
    isNumbered: NUMBER.test(marker),
  };
}

function markerIn(node: PastedNode): string {
  if (isMarker(node)) return textOf(node);
  return childrenOf(node).filter(isElement).map(markerIn).join('');
}

/** The number or sign that Word has written before an item. */
export const isMarker = (node: PastedNode): boolean => styleOf(node).get('mso-list') === 'ignore';

/** What of Word's is never part of the text: a comment, what is hidden, and its own bookkeeping. */
export type Aside = 'comment' | 'deletion' | 'hidden';

export function asideOf(node: PastedNode): Aside | null {
  const style = styleOf(node);
  const element = style.get('mso-element') ?? '';
  if (element === 'comment') return 'comment';
  const isOfComment =
    element === 'comment-list' ||
    style.get('mso-special-character') === 'comment' ||
    /\b(?:msocomanchor|msocomoff)\b/i.test(attribute(node, 'class'));
  if (isOfComment) return 'hidden';
  if (nameOf(node) === 'del' || /\bmsoDel\b/i.test(attribute(node, 'class'))) return 'deletion';
  const isHidden = style.get('display') === 'none' || style.get('mso-hide') === 'all';
  return isHidden ? 'hidden' : null;
}

/** How many comments of Word stand in a node that is not looked into any further. */
export function commentsIn(node: PastedNode): number {
  const own = asideOf(node) === 'comment' ? 1 : 0;
  return (
    own +
    childrenOf(node)
      .filter(isElement)
      .map(commentsIn)
      .reduce((sum, each) => sum + each, 0)
  );
}
