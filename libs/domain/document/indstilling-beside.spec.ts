import { describe, expect, it } from '@jest/globals';
import { INDSTILLING_TEMPLATES } from '../indstilling/index.js';
import { fromPlainText } from '../text/index.js';
import type { Block, Inline, RichText } from '../text/index.js';
import { sectionsBeside } from './indstilling-beside.js';

const p = (...content: Inline[]): Block => ({ type: 'paragraph', content });
const list = (...items: string[]): Block => ({
  type: 'numbered-list',
  items: items.map((text) => ({ content: [{ text }] })),
});
const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: 'heading', level, content: [{ text }] });
const table = (...rows: string[][]): Block => ({
  ...{ type: 'table', header: false },
  rows: rows.map((row) => row.map((text) => ({ content: text === '' ? [] : [{ text }] }))),
});
const link: Inline = { text: 'planen', link: 'https://example.dk/' };

const beside = (key: string, now: RichText, paper: RichText | null) =>
  sectionsBeside(
    INDSTILLING_TEMPLATES.raadmand,
    { [key]: now },
    { sections: paper === null ? {} : { [key]: paper } },
  ).find((one) => one.key === key)?.beside;

describe('a section beside the one of a document', () => {
  it('stands with every other of the template, in its order', () => {
    const paper = {
      sections: { resources: fromPlainText('-'), summary: fromPlainText('Af en anden skabelon') },
    };
    const all = sectionsBeside(INDSTILLING_TEMPLATES.raadmand, {}, paper);
    expect(all.map(({ key, beside: how }) => `${key} ${how}`)).toEqual([
      ...['introduction absent', 'recommendation absent', 'statement absent', 'resources new'],
      ...['communication absent', 'further-process absent', 'coordinated-with absent', 'attachments absent'],
    ]);
  });

  it.each<[string, string, RichText, RichText]>([
    ['the same words', 'statement', fromPlainText('Det haster.'), fromPlainText('Det haster.')],
    [
      'runs that were parted',
      'statement',
      [p({ text: 'Det ' }, { text: 'haster.' })],
      [p({ text: 'Det haster.' })],
    ],
    ['other blanks', 'statement', [p({ text: 'Det\u00a0 haster. ' })], [p({ text: 'Det haster.' })]],
    ['lines that say nothing', 'statement', [p(), p({ text: 'Ja' }), p({ text: ' ' })], [p({ text: 'Ja' })]],
    [
      'a heading set bold',
      'statement',
      [{ ...heading(1, 'A'), content: [{ text: 'A', bold: true }] } as Block],
      [heading(1, 'A')],
    ],
    [
      'a level that was skipped',
      'statement',
      [heading(1, 'A'), heading(3, 'B')],
      [heading(1, 'A'), heading(2, 'B')],
    ],
    ['a link set bold', 'statement', [p({ ...link, bold: true })], [p(link)]],
    ['two lists behind one another', 'statement', [list('a'), list('b')], [list('a', 'b')]],
    ['a row that is filled up', 'statement', [table(['a', 'b'], ['c'])], [table(['a', 'b'], ['c', ''])]],
    [
      '"at"-sentences set otherwise',
      'recommendation',
      fromPlainText('Det indstilles,\nat A\nat B'),
      [p({ text: 'Det indstilles,' }), list('at A', 'at B')],
    ],
    [
      'bilag with and without numbers',
      'attachments',
      fromPlainText('Bilag 1: Budget\nBilag 2: Plan'),
      [list('Budget', 'Plan')],
    ],
    ['no bilag', 'attachments', fromPlainText('–'), fromPlainText('-')],
    ['nothing on both sides', 'statement', [], [p()]],
  ])('says the same with %s', (_, key, now, paper) => {
    expect(beside(key, now, paper)).toBe('same');
  });

  it.each<[string, string, RichText, RichText]>([
    ['words', 'statement', fromPlainText('Det haster.'), fromPlainText('Det haster ikke.')],
    ['bold', 'statement', [p({ text: 'Ja' })], [p({ text: 'Ja', bold: true })]],
    ['italic', 'statement', [p({ text: 'Ja' })], [p({ text: 'Ja', italic: true })]],
    ['an address', 'statement', [p(link)], [p({ text: 'planen', link: 'https://example.dk/ny' })]],
    ['a line break', 'statement', [p({ text: 'a\nb' })], [p({ text: 'a b' })]],
    ['being a list', 'statement', [p({ text: 'a' })], [list('a')]],
    ['being a heading', 'statement', [p({ text: 'a' })], [heading(1, 'a')]],
    ['a cell', 'statement', [table(['a', 'b'])], [table(['a', 'c'])]],
    ['a bilag', 'attachments', fromPlainText('Bilag 1: Budget'), fromPlainText('Bilag 1: Plan')],
    ['the order of bilag', 'attachments', [list('Budget', 'Plan')], [list('Plan', 'Budget')]],
    ['having bilag', 'attachments', fromPlainText('-'), [list('Plan')]],
    ['an "at"-sentence', 'recommendation', [list('at A')], [list('at A', 'at B')]],
  ])('differs by %s', (_, key, now, paper) => {
    expect(beside(key, now, paper)).toBe('differs');
  });

  it.each<[string, RichText, RichText | null]>([
    ['new', [], fromPlainText('Ja')],
    ['new', [p()], fromPlainText('Ja')],
    ['empty', fromPlainText('Ja'), []],
    ['absent', fromPlainText('Ja'), null],
  ])('is %s', (how, now, paper) => {
    expect(beside('statement', now, paper)).toBe(how);
  });
});
