/** A part of a parsed page, as a browser's DOM has it. */
export interface PastedNode {
  readonly nodeName: string;
  /** The text of a text; null for anything else. */
  readonly nodeValue: string | null;
  readonly nodeType: number;
  readonly childNodes: ArrayLike<PastedNode>;
  readonly getAttribute?: (name: string) => string | null;
}

const TEXT = 3;
const ELEMENT = 1;

export const isText = (node: PastedNode): boolean => node.nodeType === TEXT;
export const isElement = (node: PastedNode): boolean => node.nodeType === ELEMENT;
export const nameOf = (node: PastedNode): string => node.nodeName.toLowerCase();
export const childrenOf = (node: PastedNode): readonly PastedNode[] => Array.from(node.childNodes);
export const attribute = (node: PastedNode, name: string): string => node.getAttribute?.(name) ?? '';

/** The declarations of an element's style, which inert.ts has made data, by their names; both in small letters. */
export function styleOf(node: PastedNode): ReadonlyMap<string, string> {
  const declared = attribute(node, 'data-style')
    .split(';')
    .map((each) => each.split(':'))
    .filter(([, value]) => value !== undefined)
    .map(([name = '', ...value]): [string, string] => [
      name.trim().toLowerCase(),
      value.join(':').trim().toLowerCase(),
    ]);
  return new Map(declared);
}

/** All the text in a node. */
export function textOf(node: PastedNode): string {
  return isText(node) ? (node.nodeValue ?? '') : childrenOf(node).map(textOf).join('');
}
