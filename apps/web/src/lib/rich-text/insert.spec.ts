import { describe, expect, it } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import type { RichText } from '../../../../../libs/domain/text/index.js';
import { fromEditor, toEditor } from './editor-json.js';
import type { EditorNode } from './editor-json.js';
import { withText } from './insert.js';
import { toggleList } from './lists.js';
import { ONE_LIST, TEXT_PARTS, WHOLE_TEXT } from './schema.js';

const whole = getSchema([WHOLE_TEXT, ...TEXT_PARTS]);
const oneList = getSchema([ONE_LIST, ...TEXT_PARTS]);

/** Texts of one letter. */
function textsOf(letter: string): fc.Arbitrary<RichText> {
  const part = fc.record({
    content: fc.array(fc.constantFrom({ text: letter }, { text: letter, italic: true as const }), {
      maxLength: 2,
    }),
  });
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  const content = part.map((one) => one.content);
  const block = fc.oneof(
    fc.record({ type: fc.constant('paragraph' as const), content }),
    fc.record({ type: fc.constant('heading' as const), level: fc.constant(2 as const), content }),
    fc.record({ type: fc.constantFrom('bullet-list' as const, 'numbered-list' as const), items: parts }),
    fc.record({
      type: fc.constant('table' as const),
      header: fc.boolean(),
      rows: fc.array(fc.tuple(part, part), { minLength: 1, maxLength: 2 }),
    }),
  );
  return fc.array(block, { minLength: 1, maxLength: 3 });
}

const count = (state: EditorState, letter: string): number => state.doc.textContent.split(letter).length - 1;
const lettersOf = (text: RichText, letter: string): number =>
  JSON.stringify(text).split(`"${letter}"`).length - 1;

function stateOf(text: RichText, from: number, to: number, schema = whole): EditorState {
  const doc = schema.nodeFromJSON(toEditor(text));
  const place = (of: number) => doc.resolve(Math.round(of * doc.content.size));
  return EditorState.create({ doc, selection: TextSelection.between(place(from), place(to)) });
}
const somewhere = fc.double({ min: 0, max: 1, noNaN: true });

describe('a text that is put into another', () => {
  it('loses nothing of either, wherever the caret stands', () => {
    fc.assert(
      fc.property(textsOf('a'), textsOf('ø'), somewhere, (standing, brought, at) => {
        const before = stateOf(standing, at, at);
        const after = before.apply(withText(before, brought, ''));
        after.doc.check();
        expect([count(after, 'a'), count(after, 'ø')]).toEqual([count(before, 'a'), lettersOf(brought, 'ø')]);
      }),
    );
  });

  it('takes the place of what was selected', () => {
    fc.assert(
      fc.property(textsOf('a'), textsOf('ø'), somewhere, somewhere, (standing, brought, from, to) => {
        const before = stateOf(standing, from, to);
        const after = before.apply(withText(before, brought, ''));
        after.doc.check();
        expect(count(after, 'ø')).toBe(lettersOf(brought, 'ø'));
      }),
    );
  });

  it('is items where only items can be, in the place of one that is only begun', () => {
    const begun = stateOf(
      [{ type: 'numbered-list', items: [{ content: [{ text: 'at ' }] }] }],
      1,
      1,
      oneList,
    );
    const items = ['at a', 'at b'].map((text) => ({ content: [{ text }] }));
    const after = begun.apply(withText(begun, [{ type: 'numbered-list', items }], 'at '));
    after.doc.check();
    // The JSON of a document is a tree of such parts.
    expect(fromEditor(after.doc.toJSON() as EditorNode)).toEqual([{ type: 'numbered-list', items }]);
  });
});

describe('lists that are made and taken apart', () => {
  it('lose no letter, and leave the caret between the same letters', () => {
    fc.assert(
      fc.property(textsOf('a'), somewhere, somewhere, fc.boolean(), (standing, from, to, isNumbered) => {
        const before = stateOf(standing, from, to);
        let after = before;
        toggleList(isNumbered ? 'orderedList' : 'bulletList')(before, (tr) => (after = before.apply(tr)));
        after.doc.check();
        expect(after.doc.textContent).toBe(before.doc.textContent);
        const ahead = ({ doc, selection }: EditorState) => doc.textBetween(0, selection.from).length;
        expect(ahead(after)).toBe(ahead(before));
      }),
    );
  });
});
