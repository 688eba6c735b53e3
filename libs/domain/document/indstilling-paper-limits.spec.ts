import { describe, expect, it } from '@jest/globals';
import { INDSTILLING_TEMPLATES } from '../indstilling/index.js';
import { plainText } from '../text/index.js';
import { PAPER_LIMITS, isOverLong } from './indstilling-paper-limits.js';
import { readIndstillingPaper } from './indstilling-paper.js';
import type { PaperAsides, PaperLine } from './paper.js';

const NONE: PaperAsides = { comments: [], notes: [], margins: [] };
const p = (text: string): PaperLine => ({ kind: 'paragraph', content: [{ text }], marked: 0 });
const h = (text: string): PaperLine => ({ kind: 'heading', level: 2, content: [{ text }], pointId: null });
const row = (...cells: string[]): PaperLine => ({
  ...{ kind: 'row' as const, first: true, header: false },
  cells: cells.map((text) => [{ text }]),
});
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const { lines: LINES, line: LINE, characters: ALL } = PAPER_LIMITS;
const full = 'x'.repeat(LINE);

describe('a document is longer than an indstilling can be', () => {
  it.each<[string, boolean, PaperLine[], Partial<PaperAsides>]>([
    ['the most lines', false, times(LINES, p('')), {}],
    ['a line more', true, times(LINES + 1, p('')), {}],
    ['the most lines within one', false, times(2, p('\n'.repeat(LINES / 2 - 1))), {}],
    ['a line more within one', true, times(2, p('\n'.repeat(LINES / 2))), {}],
    ['the most lines with comments', false, times(LINES - 1, p('')), { comments: ['Se her.'] }],
    ['comments more', true, times(LINES, p('')), { comments: ['Se her.'] }],
    ['notes more', true, times(LINES, p('')), { notes: ['Se her.'] }],
    ['headers more', true, times(LINES, p('')), { margins: ['Se her.'] }],
    ['the longest line', false, [p(full)], {}],
    ['a character more on it', true, [p(`${full}x`)], {}],
    ['cells that together are longer', true, [row(full, '')], {}],
    ['a comment that is longer', true, [], { comments: [`${full}x`] }],
    ['the most characters', false, times(ALL / LINE, p(full)), {}],
    ['a character more', true, [...times(ALL / LINE, p(full)), p('x')], {}],
    ['a character more in a note', true, times(ALL / LINE, p(full)), { notes: ['x'] }],
  ])('with %s: %s', (_, expected, lines, asides) => {
    expect(isOverLong(lines, { ...NONE, ...asides })).toBe(expected);
  });
});

/** Time that grows with the square of the lines would keep these tests for minutes. */
describe('an indstilling as long as can be', () => {
  const read = (lines: PaperLine[]) => readIndstillingPaper(lines, INDSTILLING_TEMPLATES.raadmand);
  const HALF = LINES / 2;

  it('has the first of many headings of a name, and lists the others', () => {
    const paper = read(Array.from({ length: HALF }, (_, i) => [h('Indledning'), p(`Tekst ${i}`)]).flat());
    expect(Object.entries(paper.sections).map(([key, text]) => [key, plainText(text)])).toEqual([
      ['introduction', 'Tekst 0'],
    ]);
    expect(paper.leftovers.length).toBe(HALF - 1);
    expect(paper.leftovers.at(-1)).toEqual({
      ...{ where: 'heading', heading: 'Indledning', text: `Tekst ${HALF - 1}` },
    });
  });

  it('lists many headings that no section has', () => {
    const paper = read([h('Indledning'), ...Array.from({ length: HALF }, (_, i) => h(`Afsnit nr. ${i}`))]);
    expect(paper.leftovers.map(({ heading }) => heading)).toEqual(
      Array.from({ length: HALF }, (_, i) => `Afsnit nr. ${i}`),
    );
  });

  it('has many sentences in one list', () => {
    const { sections } = read([h('Indstilling'), ...times(HALF, p('at det godkendes'))]);
    expect(sections.recommendation?.map(({ type }) => type)).toEqual(['numbered-list']);
    expect(sections.recommendation?.[0]).toHaveProperty('items.length', HALF);
  });

  it('takes the facts of many lines over it', () => {
    const paper = read([...times(HALF, p('Sagsnr.: EMN-1')), h('Indledning'), p('Tekst')]);
    expect(paper.facts.caseNumber?.startsWith('EMN-1')).toBe(true);
    expect(paper.leftovers).toEqual([]);
  });

  it('is read with lines of nothing but blanks or dashes', () => {
    const blanks = p(`Enhed${' '.repeat(LINE - 6)}x`);
    const paper = read([
      ...times(10, blanks),
      ...times(10, p(`A${' -'.repeat(140)}! - 5 min`)),
      h('Indledning'),
    ]);
    expect(paper.facts.minutes).toBeNull();
    expect(paper.leftovers.map(({ text }) => text.split('\n').length)).toEqual([20]);
  });
});

describe('two cells are a label and what it names', () => {
  it.each([
    ['by a tab', p('Sagsnr.\tEMN-2')],
    ['by a tab behind a colon', p('Sagsnr.:\tEMN-2')],
    ['by tabs and blanks', p('Sagsnr.: \t \t EMN-2')],
    ['of a row', row('Sagsnr.', 'EMN-2')],
  ])('%s', (_, line) => {
    const { facts } = readIndstillingPaper([line, h('Indledning')], INDSTILLING_TEMPLATES.raadmand);
    expect(facts.caseNumber).toBe('EMN-2');
  });
});
