import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromPlainText, isBlank, plainBlock, plainInline, plainText } from './blocks.js';
import type { Block } from './blocks.js';
import { compareDanish } from './collation.js';

const run = (text: string): { text: string } => ({ text });

describe('plain text of a rich text', () => {
  it('is the runs without their marks', () => {
    expect(
      plainInline([{ text: 'fed', bold: true }, run(' og '), { text: 'link', link: 'https://a.dk' }]),
    ).toBe('fed og link');
    expect(plainInline([])).toBe('');
  });

  it.each<[string, Block, string]>([
    ['a heading', { type: 'heading', level: 2, content: [run('Baggrund')] }, 'Baggrund'],
    ['a paragraph with a line break', { type: 'paragraph', content: [run('en\nto')] }, 'en\nto'],
    [
      'bullets',
      { type: 'bullet-list', items: [{ content: [run('en')] }, { content: [run('to')] }] },
      '• en\n• to',
    ],
    [
      'numbers',
      { type: 'numbered-list', items: [{ content: [run('en')] }, { content: [run('to')] }] },
      '1. en\n2. to',
    ],
    [
      'a table',
      {
        type: 'table',
        header: true,
        rows: [
          [{ content: [run('År')] }, { content: [run('Beløb')] }],
          [{ content: [run('2025')] }, { content: [] }],
        ],
      },
      'År\tBeløb\n2025\t',
    ],
  ])('of %s', (_name, block, expected) => expect(plainBlock(block)).toBe(expected));

  it('parts blocks by a blank line', () => {
    expect(plainText(fromPlainText('en\n\nto'))).toBe('en\n\nto');
    expect(plainText([])).toBe('');
  });
});

describe('a blank text', () => {
  it('holds nothing a reader would see', () => {
    expect(isBlank([])).toBe(true);
    expect(isBlank([{ type: 'paragraph', content: [run(' \n ')] }])).toBe(true);
    expect(isBlank([{ type: 'paragraph', content: [run('-')] }])).toBe(false);
  });

  it('is also one with empty list items or table cells', () => {
    expect(isBlank([{ type: 'bullet-list', items: [{ content: [] }] }])).toBe(true);
    expect(isBlank([{ type: 'numbered-list', items: [{ content: [run(' ')] }] }])).toBe(true);
    expect(isBlank([{ type: 'table', header: false, rows: [[{ content: [] }, { content: [] }]] }])).toBe(
      true,
    );
    expect(isBlank([{ type: 'bullet-list', items: [{ content: [run('x')] }] }])).toBe(false);
  });
});

describe('rich text of a plain text', () => {
  it.each<[string, string[]]>([
    ['', []],
    [' \n\n \r\n', []],
    ['en linje', ['paragraph: en linje']],
    ['en\nto', ['paragraph: en\nto']],
    ['en\r\nto\r\n\r\ntre', ['paragraph: en\nto', 'paragraph: tre']],
    ['en\n \t\nto', ['paragraph: en', 'paragraph: to']],
    ['en\n\n\n\nto', ['paragraph: en', 'paragraph: to']],
    [
      'Vi ser på:\n• tid\n- sted\nog mere',
      ['paragraph: Vi ser på:', 'bullet-list: • tid\n• sted', 'paragraph: og mere'],
    ],
    ['-', ['paragraph: -']],
    ['-5 grader', ['paragraph: -5 grader']],
    ['– en tankestreg', ['paragraph: – en tankestreg']],
  ])('%j', (text, expected) => {
    expect(fromPlainText(text).map((block) => `${block.type}: ${plainBlock(block)}`)).toEqual(expected);
  });

  it('loses no word, and reads its own plain text as the same', () => {
    const line = fc.constantFrom('en to', '• punkt', '- punkt', '', ' ', 'tre  fire', '-', '1. først');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const made = fromPlainText(lines.join('\n'));
        const words = (text: string): string[] => text.match(/\p{L}+|\d+/gu) ?? [];
        expect(words(plainText(made))).toEqual(words(lines.join('\n')));
        expect(fromPlainText(plainText(made))).toEqual(made);
      }),
    );
  });
});

describe('Danish order', () => {
  it('puts æ, ø, å last, Aa as Å, and counts figures', () => {
    const sorted = ['Anna', 'Bilag 2', 'Bilag 10', 'Zebra', 'Ærø', 'Østergade', 'Aarhus', 'Åse'];
    expect([...sorted].reverse().sort(compareDanish)).toEqual(sorted);
  });

  it('is the same for texts in any order that only differ in signs', () => {
    expect(['a\u200b', 'a'].sort(compareDanish)).toEqual(['a', 'a\u200b'].sort(compareDanish));
    expect(compareDanish('a', 'a')).toBe(0);
  });
});
