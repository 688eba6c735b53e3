import { describe, expect, it } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { richText } from '../../../../../libs/contracts/common.js';
import { plainText } from '../../../../../libs/domain/text/index.js';
import type { Inline, RichText } from '../../../../../libs/domain/text/index.js';
import { fromEditor, toEditor } from './editor-json.js';
import type { EditorNode } from './editor-json.js';
import { normalText } from './normal.js';
import { ONE_LIST, TEXT_PARTS, WHOLE_TEXT } from './schema.js';

const schema = getSchema([WHOLE_TEXT, ...TEXT_PARTS]);

const run: fc.Arbitrary<Inline> = fc.record(
  {
    text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '\n', 'a\n\nb', ' ', '\t', 'æøå')),
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    link: fc.constantFrom('https://aarhus.dk/sag?a=1&b=2', 'http://a.dk', 'mailto:fas@aarhus.dk'),
  },
  { requiredKeys: ['text'] },
);
const part = fc.record({ content: fc.array(run, { maxLength: 4 }) });
const parts = fc.array(part, { minLength: 1, maxLength: 4 });
const block = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), content: fc.array(run, { maxLength: 5 }) }),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    content: fc.array(run, { maxLength: 3 }),
  }),
  fc.record({ type: fc.constantFrom('bullet-list' as const, 'numbered-list' as const), items: parts }),
  fc.record({
    type: fc.constant('table' as const),
    header: fc.boolean(),
    rows: fc.array(parts, { minLength: 1, maxLength: 4 }),
  }),
);
const text: fc.Arbitrary<RichText> = fc
  .array(block, { maxLength: 6 })
  .filter((blocks) => richText.safeParse(blocks).success);

/** Every letter with its marks, whatever the runs they stand in. */
const letters = (blocks: RichText): string[] => {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('text' in value) {
      const { text: all, bold, italic, link } = value as Inline;
      for (const letter of all) found.push(JSON.stringify([letter, bold, italic, link]));
    } else Object.values(value).forEach(visit);
  };
  visit(blocks);
  return found;
};

describe('a text in the editor', () => {
  it('is what the schema of the editor holds, and comes back as it was', () => {
    fc.assert(
      fc.property(text, (blocks) => {
        const node = schema.nodeFromJSON(toEditor(blocks));
        node.check();
        // The JSON of a node is a tree of such parts.
        const back = fromEditor(node.toJSON() as EditorNode);
        expect(back).toEqual(normalText(blocks));
        expect(richText.safeParse(back).success).toBe(true);
        expect(letters(back)).toEqual(letters(blocks));
        expect(fromEditor(toEditor(back))).toEqual(back);
      }),
    );
  });

  it('says the same in normal form, and has no other normal form', () => {
    fc.assert(
      fc.property(text, (blocks) => {
        const normal = normalText(blocks);
        expect(plainText(normal)).toBe(plainText(blocks));
        expect(JSON.stringify(normalText(normal))).toBe(JSON.stringify(normal));
      }),
    );
  });

  it.each<[string, RichText, RichText]>([
    ['nothing is nothing', [], []],
    ['a paragraph without words alone is nothing', [{ type: 'paragraph', content: [] }], []],
    [
      'neighbours with the same marks are one run',
      [{ type: 'paragraph', content: [{ text: 'en ' }, { text: '' }, { text: 'to', italic: undefined }] }],
      [{ type: 'paragraph', content: [{ text: 'en to' }] }],
    ],
    [
      'rows of different lengths stay so',
      [{ type: 'table', header: true, rows: [[{ content: [] }], [{ content: [] }, { content: [] }]] }],
      [{ type: 'table', header: true, rows: [[{ content: [] }], [{ content: [] }, { content: [] }]] }],
    ],
  ])('%s', (_what, blocks, expected) => {
    expect(fromEditor(toEditor(blocks))).toEqual(expected);
  });

  it('is stored the same whatever the order of its keys', () => {
    const one: RichText = [{ content: [{ bold: true, text: 'x' }], type: 'paragraph' }];
    const other: RichText = [{ type: 'paragraph', content: [{ text: 'x', bold: true }] }];
    expect(JSON.stringify(normalText(one))).toBe(JSON.stringify(normalText(other)));
  });

  it('is one numbered list where it may hold nothing else', () => {
    const list = getSchema([ONE_LIST, ...TEXT_PARTS]);
    list.nodeFromJSON(toEditor([{ type: 'numbered-list', items: [{ content: [{ text: 'at' }] }] }])).check();
    expect(() => list.nodeFromJSON(toEditor([])).check()).toThrow();
  });
});
