/** Something left over from a template in a text: what it is, its words, and where it begins (UTF-16 index). */
export interface Leftover {
  readonly kind: 'bracket' | 'reminder' | 'blank' | 'unfinished';
  readonly excerpt: string;
  readonly index: number;
}

/** A word stands alone when no letter or digit touches it. */
const NOT_AFTER = String.raw`(?<![\p{L}\p{N}_])`;
const NOT_BEFORE = String.raw`(?![\p{L}\p{N}_])`;

const PATTERNS: readonly (readonly [Leftover['kind'], RegExp])[] = [
  // An opening bracket counts even when nobody closed it.
  ['bracket', /\[[^[\]]*\]?/gu],
  ['reminder', new RegExp(`${NOT_AFTER}HUSK${NOT_BEFORE}`, 'gu')],
  [
    'blank',
    new RegExp(String.raw`${NOT_AFTER}(?:(?:19|20)xx|x{2,})(?:[.:/-]x{2,})*(?![\p{L}\p{N}_]|-\p{L})`, 'giu'),
  ],
  ['unfinished', new RegExp(String.raw`${NOT_AFTER}at\s*(?:\.{3,}|…)`, 'giu')],
];

/** Brackets around figures only (`[1]`, `[2, 5]`, `[3-4]`) refer to a note or a source; they are not left over. */
const REFERENCE = /^\[\s*\d{1,3}(?:\s*[-–,]\s*\d{1,3})*\s*\]$/;

const LONGEST_EXCERPT = 60;

/**
 * The placeholders left in a plain text, by place: brackets (filled or not, but not references like `[1]`), `HUSK` in
 * capitals, `xx` as a word (`xx.xx`, `XXX`, `20xx`), and `at ...` (PRODUCT.md, "Indstilling").
 */
export function leftoversIn(text: string): readonly Leftover[] {
  const found = PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)]
      .filter(([words]) => !REFERENCE.test(words))
      .map((match) => ({ kind, words: match[0], index: match.index })),
  );
  const brackets = found.filter(({ kind }) => kind === 'bracket');
  return (
    found
      // A placeholder within brackets (`[dato xx.xx]`) is told once, as the brackets.
      .filter(({ index }) => !brackets.some((b) => index > b.index && index < b.index + b.words.length))
      .sort((a, b) => a.index - b.index)
      .map(({ kind, words, index }) => ({ kind, excerpt: shorten(words), index }))
  );
}

function shorten(excerpt: string): string {
  const line = excerpt.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_EXCERPT ? line : `${line.slice(0, LONGEST_EXCERPT - 1).trimEnd()}…`;
}
