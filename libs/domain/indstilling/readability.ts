/** How easy a text is to read by its LIX, in five bands. */
export const READING_BANDS = ['very-easy', 'easy', 'medium', 'hard', 'very-hard'] as const;
export type ReadingBand = (typeof READING_BANDS)[number];

/** The lower bound of each band but the first (the usual Danish scale: 25, 35, 45, 55). */
const BAND_FROM: readonly (readonly [number, ReadingBand])[] = [
  [55, 'very-hard'],
  [45, 'hard'],
  [35, 'medium'],
  [25, 'easy'],
];

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
/** The end of a sentence: a stop at the end of a line, or before a capital; "bl.a.", "14. januar" and "1.234" end none. */
const SENTENCE_END = /(?<![.!?:])[.!?:]+["”’»)]*(?=$|\s+["”„«(]?\p{Lu})/gu;
const STOPPED = /[.!?:]["”’»)]*$/u;
const HAS_WORD = /[\p{L}\p{N}]/u;
const LONG_WORD = 6;
const WORDS_A_PAGE = 400;

/** What can be said of a text's length and ease; `pages` is a guess at 400 words a page, at least 1. */
export interface Readability {
  readonly words: number;
  readonly sentences: number;
  readonly lix: number;
  readonly band: ReadingBand;
  readonly pages: number;
}

function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

function sentenceCount(text: string): number {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => HAS_WORD.test(line))
    .map((line) => (line.match(SENTENCE_END)?.length ?? 0) + (STOPPED.test(line) ? 0 : 1))
    .reduce((sum, ends) => sum + ends, 0);
}

/**
 * The LIX of a plain text, rounded: words a sentence plus the percentage of words of more than six letters (C.-H.
 * Björnsson, 1968). A line of its own counts as a sentence. Null for a text without words.
 */
export function lix(text: string): number | null {
  return readabilityOf(text)?.lix ?? null;
}

/** The band a LIX falls in. */
export function readingBand(value: number): ReadingBand {
  return BAND_FROM.find(([from]) => value >= from)?.[1] ?? 'very-easy';
}

/** Length and ease of a plain text; null for a text without words. */
export function readabilityOf(text: string): Readability | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const sentences = sentenceCount(text);
  const long = words.filter((word) => word.replace(/['’-]/g, '').length > LONG_WORD).length;
  const value = Math.round(words.length / sentences + (100 * long) / words.length);
  return {
    words: words.length,
    sentences,
    lix: value,
    band: readingBand(value),
    pages: Math.max(1, Math.ceil(words.length / WORDS_A_PAGE)),
  };
}
