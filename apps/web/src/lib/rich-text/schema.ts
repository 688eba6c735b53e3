import { Extension, Mark, Node } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';

/**
 * The parts a text is written of: exactly those that block JSON holds, and nothing that it would lose. An item of a list
 * and a cell of a table hold one paragraph.
 */
export const TEXT_PARTS: Extensions = [
  Node.create({ name: 'text', group: 'inline' }),
  Node.create({
    name: 'paragraph',
    group: 'block',
    content: 'inline*',
    priority: 1000,
    parseHTML: () => [{ tag: 'p' }],
    renderHTML: () => ['p', 0],
  }),
  Node.create({
    name: 'heading',
    group: 'block',
    content: 'inline*',
    defining: true,
    addAttributes: () => ({
      level: {
        default: 2,
        parseHTML: (element: HTMLElement) => Number(element.dataset.level ?? '2'),
        renderHTML: ({ level }) => ({ 'data-level': String(level) }),
      },
    }),
    parseHTML: () => [{ tag: 'h3' }],
    // Whatever its level in the text, on the page it stands below the heading of all the text.
    renderHTML: ({ HTMLAttributes }) => ['h3', HTMLAttributes, 0],
  }),
  Node.create({
    name: 'hardBreak',
    group: 'inline',
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    parseHTML: () => [{ tag: 'br' }],
    renderHTML: () => ['br'],
    renderText: () => '\n',
  }),
  list('bulletList', 'ul'),
  list('orderedList', 'ol'),
  Node.create({
    name: 'listItem',
    content: 'paragraph',
    defining: true,
    parseHTML: () => [{ tag: 'li' }],
    renderHTML: () => ['li', 0],
  }),
  Node.create({
    name: 'table',
    group: 'block',
    content: 'tableRow+',
    isolating: true,
    parseHTML: () => [{ tag: 'table' }],
    renderHTML: () => ['table', ['tbody', 0]],
  }),
  Node.create({
    name: 'tableRow',
    content: '(tableCell | tableHeader)+',
    parseHTML: () => [{ tag: 'tr' }],
    renderHTML: () => ['tr', 0],
  }),
  cell('tableCell', 'td'),
  cell('tableHeader', 'th'),
  // What the commands for tables know the parts of one by.
  Extension.create({
    name: 'tableRoles',
    extendNodeSchema: ({ name }) => {
      const tableRole = ROLES.get(name);
      return tableRole === undefined ? {} : { tableRole };
    },
  }),
  Mark.create({
    name: 'link',
    // Who writes on behind a link writes no link.
    inclusive: false,
    addAttributes: () => ({ href: { default: '' } }),
    parseHTML: () => [{ tag: 'a[href]' }],
    renderHTML: ({ HTMLAttributes }) => ['a', { ...HTMLAttributes, rel: 'noopener noreferrer' }, 0],
  }),
  mark('bold', ['strong', 'b']),
  mark('italic', ['em', 'i']),
];

/** A text of any parts, or of one numbered list alone. */
export const WHOLE_TEXT = Node.create({ name: 'doc', topNode: true, content: 'block+' });
export const ONE_LIST = Node.create({ name: 'doc', topNode: true, content: 'orderedList' });

const ROLES = new Map([
  ['table', 'table'],
  ['tableRow', 'row'],
  ['tableCell', 'cell'],
  ['tableHeader', 'header_cell'],
]);

function list(name: string, tag: string) {
  return Node.create({
    name,
    group: 'block list',
    content: 'listItem+',
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  });
}

function cell(name: string, tag: string) {
  return Node.create({
    name,
    content: 'paragraph',
    isolating: true,
    // Block JSON has no merged cells and no widths; the commands for tables ask for them all the same.
    addAttributes: () => ({
      colspan: { default: 1, rendered: false },
      rowspan: { default: 1, rendered: false },
      colwidth: { default: null, rendered: false },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  });
}

function mark(name: string, [tag, other]: readonly [string, string]) {
  return Mark.create({
    name,
    parseHTML: () => [{ tag }, { tag: other }],
    renderHTML: () => [tag, 0],
  });
}
