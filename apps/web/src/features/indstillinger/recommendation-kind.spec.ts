import { describe, expect, it } from '@jest/globals';
import { splitRecommendation } from '../../../../../libs/domain/indstilling/index.js';
import type { RichText } from '../../../../../libs/domain/text/index.js';
import { isAllSentences } from './fields.js';
import { sentencesUnder } from './recommendation-kind.js';

const LEAD = 'Det indstilles,';
const { shown, written } = sentencesUnder(LEAD);
const paragraph = (text: string): RichText => [{ type: 'paragraph', content: [{ text }] }];
const item = (text: string) => ({ content: [{ text }] });
const list = (...items: readonly string[]): RichText => [{ type: 'numbered-list', items: items.map(item) }];
const FORMATTED: RichText = [
  { type: 'numbered-list', items: [{ content: [{ text: 'at ' }, { text: 'a', bold: true }] }] },
];

describe('the at-sentences as one list', () => {
  it.each<[string, RichText, RichText]>([
    ['nothing begins with "at"', [], list('at ')],
    [
      'a list under its lead is the list',
      [...paragraph(LEAD), ...list('at a', 'at b')],
      list('at a', 'at b'),
    ],
    ['lines are items', paragraph('at a\nat b'), list('at a', 'at b')],
    ['formatting stays', FORMATTED, FORMATTED],
  ])('%s', (_what, text, expected) => expect(shown(text)).toEqual(expected));

  it.each<[string, RichText, RichText]>([
    ['only begun they are nothing', list('at ', ' '), []],
    ['stand under the lead', list('at a', 'at '), [...paragraph(LEAD), ...list('at a')]],
    [
      'are written as the domain reads them',
      list('At planen godkendes.', 'der følges op; og at det meldes'),
      [...paragraph(LEAD), ...list('at planen godkendes', 'at der følges op', 'at det meldes')],
    ],
    ['keep their formatting', FORMATTED, [...paragraph(LEAD), ...FORMATTED]],
  ])('%s', (_what, text, expected) => {
    expect(written(text)).toEqual(expected);
    expect(written(shown(written(text)))).toEqual(expected);
    if (expected.length > 0) expect(splitRecommendation(expected)).toMatchObject({ lead: LEAD, rest: '' });
  });

  it.each<[string, RichText, boolean]>([
    ['nothing', [], true],
    ['the lead and a list', [...paragraph(LEAD), ...list('at a')], true],
    ['a list alone', list('at a'), true],
    ['plain lines', paragraph('at a\nat b'), true],
    ['lines with formatting', [{ type: 'paragraph', content: [{ text: 'at a', bold: true }] }], false],
    ['a lead of its own', [...paragraph('Det indstilles til rådmanden,'), ...list('at a')], false],
    ['words behind the list', [...list('at a'), ...paragraph('Tak.')], false],
    ['two lists', [...list('at a'), ...list('at b')], false],
    ['-', paragraph('-'), false],
  ])('are all of %s: %s', (_what, text, expected) => {
    expect(isAllSentences('raadmand', 'recommendation', text)).toBe(expected);
  });
});
