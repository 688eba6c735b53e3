import { describe, expect, it } from '@jest/globals';
import { anchorOf, findAnchor } from './anchors.js';
import type { Anchor } from './anchors.js';

const anchor = (quote: string, prefix = '', suffix = ''): Anchor => ({ quote, prefix, suffix });

/** The text that an anchor was found at, between `[` and `]`. */
function found(text: string, of: Anchor): string | null {
  const range = findAnchor(text, of);
  return (
    range && `${text.slice(0, range.start)}[${text.slice(range.start, range.end)}]${text.slice(range.end)}`
  );
}

describe('where the words of an anchor stand', () => {
  it.each([
    ['once', 'Budgettet øges med 2 mio.', anchor('øges'), 'Budgettet [øges] med 2 mio.'],
    ['nowhere', 'Budgettet sænkes.', anchor('øges'), null],
    [
      'once, though all around them is another',
      'Nu øges det.',
      anchor('øges', 'Budgettet ', ' med 2 mio.'),
      'Nu [øges] det.',
    ],
    ['cut by an edit', 'Budgettet øges kraftigt med 2 mio.', anchor('øges med'), null],
    ['cut by a removal', 'Budgettet med 2 mio.', anchor('Budgettet øges'), null],
    ['no words', 'Budgettet', anchor(''), null],
    ['in no text', '', anchor('øges'), null],
    [
      'with Danish letters',
      'Ærø, Åbenrå og Øster Ågade',
      anchor('Åbenrå', 'Ærø, '),
      'Ærø, [Åbenrå] og Øster Ågade',
    ],
  ])('%s', (_, text, of, told) => {
    expect(found(text, of)).toBe(told);
  });
});

describe('which of several places is meant', () => {
  const TWICE = 'at taksten øges, og at gebyret øges.';
  it.each([
    [
      'the first, by what stands before',
      TWICE,
      anchor('øges', 'at taksten '),
      'at taksten [øges], og at gebyret øges.',
    ],
    [
      'the second, by what stands before',
      TWICE,
      anchor('øges', 'gebyret '),
      'at taksten øges, og at gebyret [øges].',
    ],
    [
      'the first, by what stands after',
      TWICE,
      anchor('øges', 'x', ', og'),
      'at taksten [øges], og at gebyret øges.',
    ],
    [
      'the second, where the first was added',
      `Nu øges, ${TWICE}`,
      anchor('øges', 'at gebyret ', '.'),
      'Nu øges, at taksten øges, og at gebyret [øges].',
    ],
    ['none, where nothing around them stands any more', TWICE, anchor('øges', 'lånet ', ' ikke'), null],
    ['none, where only a part of each side stands', TWICE, anchor('øges', 'og gebyret ', ', men'), null],
    ['the one at the beginning', 'Ja. Nej. Ja.', anchor('Ja', '', '. Nej'), '[Ja]. Nej. Ja.'],
    ['the one at the end', 'Ja Nej Ja', anchor('Ja', ' Nej ', ''), 'Ja Nej [Ja]'],
    ['the first of those that stand the same', 'ja ja ja ja', anchor('ja', ' ', ' '), 'ja [ja] ja ja'],
    ['one in itself', 'aaaa', anchor('aa', '', 'aa'), '[aa]aa'],
  ])('%s', (_, text, of, told) => {
    expect(found(text, of)).toBe(told);
  });
});

describe('words that are written otherwise', () => {
  it.each([
    ['over lines', 'øges\nmed  2 mio.', anchor('øges med 2 mio.'), '[øges\nmed  2 mio.]'],
    ['in one line', 'øges med 2 mio.', anchor('øges\n med\u00A02 mio.'), '[øges med 2 mio.]'],
    [
      'with soft hyphens',
      'Beskæf\u00ADtigelses\u00ADudvalget er',
      anchor('Beskæftigelsesudvalget'),
      '[Beskæf\u00ADtigelses\u00ADudvalget] er',
    ],
    [
      'without them',
      'Se Beskæftigelsesudvalget',
      anchor('Beskæf\u00ADtigelsesudvalget'),
      'Se [Beskæftigelsesudvalget]',
    ],
    [
      'hyphenated at the end of a line',
      'Beskæf-\ntigelsesudvalget',
      anchor('Beskæftigelsesudvalget'),
      '[Beskæf-\ntigelsesudvalget]',
    ],
    ['with a hyphen of their own', 'børne- og ungeområdet', anchor('børneog'), null],
    ['with one before a capital', 'EU-\nKommissionen', anchor('EUKommissionen'), null],
    ['with accents apart', 'A\u030Agade', anchor('Ågade'), '[A\u030Agade]'],
    ['with accents together', 'på Ågade', anchor('A\u030Agade'), 'på [Ågade]'],
    ['with spaces around', 'Det øges.', anchor('  øges '), 'Det [øges].'],
    [
      'twice, told apart by what stands around',
      'a\nb c\na  b d',
      anchor('a b', 'c ', ' d'),
      'a\nb c\n[a  b] d',
    ],
    ['twice, not told apart', 'a\nb c\na  b d', anchor('a b', 'x', 'y'), null],
    ['with a mark without width among spaces', 'a \u200B b', anchor('a b'), '[a \u200B b]'],
    ['only spaces', 'a b', anchor('\n\n'), null],
    [
      'as they were once, and otherwise twice',
      'a b, a\nb, a  b',
      anchor('a b', 'x', 'y'),
      '[a b], a\nb, a  b',
    ],
  ])('%s', (_, text, of, told) => {
    expect(found(text, of)).toBe(told);
  });
});

describe('the anchor of a part of a text', () => {
  it('takes 64 characters of each side, and none in half', () => {
    const text = `${'å'.repeat(100)}ord${'ø'.repeat(100)}`;
    expect(anchorOf(text, { start: 100, end: 103 })).toEqual(anchor('ord', 'å'.repeat(64), 'ø'.repeat(64)));
    const smiles = `a${'😀'.repeat(40)}ord${'😀'.repeat(40)}`;
    const at = smiles.indexOf('ord');
    const made = anchorOf(smiles, { start: at, end: at + 3 });
    expect(made).toEqual(anchor('ord', '😀'.repeat(32), '😀'.repeat(32)));
    const odd = anchorOf(`😀x${'😀'.repeat(31)}xord`, { start: 66, end: 69 });
    expect(odd).toEqual(anchor('ord', `x${'😀'.repeat(31)}x`));
    expect(anchorOf('a😀b', { start: 2, end: 3 })).toEqual(anchor('😀', 'a', 'b'));
    expect(anchorOf('a😀b', { start: 1, end: 2 })).toEqual(anchor('😀', 'a', 'b'));
    expect(anchorOf(`ord${'x'.repeat(63)}😀`, { start: 0, end: 3 }).suffix).toBe('x'.repeat(63));
  });
});
