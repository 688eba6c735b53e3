import { endsAsLead, splitRecommendation } from '../../../../../libs/domain/indstilling/index.js';
import { plainInline } from '../../../../../libs/domain/text/index.js';
import type { Inline, RichText } from '../../../../../libs/domain/text/index.js';
import type { TextKind } from '../../lib/rich-text/use-text-editor.js';

const START = 'at ';

/** A text of any parts in which numbered lists are lists of "at"-sentences, as one with words of its own around them. */
export const AROUND_SENTENCES: TextKind = {
  ...{ isOneList: false, itemStart: START },
  shown: (text) => text,
  written: (text) => text,
  pasted: (text) => text,
};

/** "At"-sentences as one numbered list under a lead, which is written before them in the text. */
export function sentencesUnder(lead: string): TextKind {
  return {
    ...{ isOneList: true, itemStart: START },
    shown: (text) => {
      const items = sentencesIn(text);
      return [
        { type: 'numbered-list', items: items.length === 0 ? [{ content: [{ text: START }] }] : items },
      ];
    },
    written: (text) => {
      const items = sentencesIn(text).flatMap(whole);
      if (items.length === 0) return [];
      const list = { type: 'numbered-list' as const, items };
      return lead === '' ? [list] : [{ type: 'paragraph', content: [{ text: lead }] }, list];
    },
    pasted: (text) => {
      const [only, ...others] = text;
      // A few words go into the sentence with the caret.
      if (
        only?.type === 'paragraph' &&
        others.length === 0 &&
        splitRecommendation(text).sentences.length === 0
      )
        return text;
      const items = itemsIn(text);
      return items.length === 0 ? [] : [{ type: 'numbered-list', items }];
    },
  };
}

interface Item {
  readonly content: readonly Inline[];
}

/** The items of the list with their formatting; of a text without one, its sentences. */
function sentencesIn(text: RichText): readonly Item[] {
  const list = text.find(({ type }) => type === 'numbered-list' || type === 'bullet-list');
  if (list?.type === 'numbered-list' || list?.type === 'bullet-list') return list.items;
  return splitRecommendation(text).sentences.map((sentence) => ({ content: [{ text: sentence }] }));
}

/** What is pasted as items: those of its lists, its sentences, and whatever else it says. */
function itemsIn(text: RichText): readonly Item[] {
  return text.flatMap((block): readonly Item[] => {
    if (block.type === 'numbered-list' || block.type === 'bullet-list') return block.items;
    if (block.type === 'table')
      return block.rows.map((row) => ({
        content: row.flatMap(({ content }) => [...content, { text: ' ' }]),
      }));
    const { lead, sentences } = splitRecommendation([block]);
    if (sentences.length > 0) return sentences.map((sentence) => ({ content: [{ text: sentence }] }));
    return endsAsLead(lead) ? [] : [{ content: block.content }];
  });
}

/** The sentences of an item as the domain reads them; those with formatting as they were written, nothing of one only begun. */
function whole(item: Item): readonly Item[] {
  const plain = plainInline(item.content).trim();
  if (plain === '' || plain.toLocaleLowerCase('da-DK') === START.trim()) return [];
  const isPlain = item.content.every(
    ({ bold, italic, link }) => bold === undefined && italic === undefined && link === undefined,
  );
  if (!isPlain) return [item];
  return splitRecommendation([{ type: 'numbered-list', items: [item] }]).sentences.map((sentence) => ({
    content: [{ text: sentence }],
  }));
}
