/** Something left over from a template in a text: what it is, its words, and where it begins (UTF-16 index). */
export interface Leftover {
  readonly kind: 'bracket' | 'reminder' | 'blank' | 'unfinished';
  readonly excerpt: string;
  readonly index: number;
}

/** A word stands alone when no letter or digit touches it. */
const NOT_AFTER = String.raw`(?<![\p{L}\p{N}_])`;
const NOT_BEFORE = String.raw`(?![\p{L}\p{N}_])`;

const BLANK = '(?:(?:19|20)xx|x{2,})';
/** What a row of blanks ends in has been tried from its first: trying each again takes the square of its length. */
const NOT_AFTER_BLANK = `(?<!${NOT_AFTER}${BLANK}[.:/-])`;

const PATTERNS: readonly (readonly [Leftover['kind'], RegExp])[] = [
  // An opening bracket counts even when nobody closed it.
  ['bracket', /\[[^[\]]*\]?/gu],
  ['reminder', new RegExp(`${NOT_AFTER}HUSK${NOT_BEFORE}`, 'gu')],
  [
    'blank',
    new RegExp(
      String.raw`${NOT_AFTER}${NOT_AFTER_BLANK}${BLANK}(?:[.:/-]x{2,})*(?![\p{L}\p{N}_]|-\p{L})`,
      'giu',
    ),
  ],
  ['unfinished', new RegExp(String.raw`${NOT_AFTER}at\s*(?:\.{3,}|…)`, 'giu')],
];

/** Brackets around figures only (`[1]`, `[2, 5]`, `[3-4]`) refer to a note or a source; they are not left over. */
const REFERENCE = /^\[\s*\d{1,3}(?:\s*[-–,]\s*\d{1,3})*\s*\]$/;

const LONGEST_EXCERPT = 60;

/** More placeholders than this in one text say nothing more to anybody. */
const MOST_LEFTOVERS = 200;

interface Match {
  readonly kind: Leftover['kind'];
  readonly words: string;
  readonly index: number;
}

/**
 * The placeholders left in a plain text, by place: brackets (filled or not, but not references like `[1]`), `HUSK` in
 * capitals, `xx` as a word (`xx.xx`, `XXX`, `20xx`), and `at ...` (PRODUCT.md, "Indstilling"). The first 200 of them.
 */
export function leftoversIn(text: string): readonly Leftover[] {
  const found = PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)]
      .filter(([words]) => !REFERENCE.test(words))
      .map((match) => ({ kind, words: match[0], index: match.index })),
  ).sort((a, b) => a.index - b.index);
  return outermost(found).map(({ kind, words, index }) => ({ kind, excerpt: shorten(words), index }));
}

/** A placeholder within brackets (`[dato xx.xx]`) is told once, as the brackets; brackets never overlap. */
function outermost(sorted: readonly Match[]): readonly Match[] {
  const kept: Match[] = [];
  let bracketEnd = 0;
  for (const match of sorted) {
    if (kept.length === MOST_LEFTOVERS) break;
    if (match.index < bracketEnd) continue;
    if (match.kind === 'bracket') bracketEnd = match.index + match.words.length;
    kept.push(match);
  }
  return kept;
}

function shorten(excerpt: string): string {
  const line = excerpt.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_EXCERPT ? line : `${line.slice(0, LONGEST_EXCERPT - 1).trimEnd()}…`;
}
