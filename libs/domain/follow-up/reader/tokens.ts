import { verbForm } from './verbs.js';
import type { VerbForm } from './verbs.js';

/** One word, number or mark of a sentence, with its place in it. */
export interface Token {
  readonly text: string;
  /** The text in lower case; initials and unit codes stay as they are, so that KOM is not taken for "kom". */
  readonly low: string;
  readonly kind: 'word' | 'mark';
  /** How the word may be understood as a verb, null when it is no known one. */
  readonly verb: VerbForm | null;
  /** Character offsets in the sentence: from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  /** Stands inside parentheses. */
  readonly inParentheses: boolean;
}

const PIECE = /[\p{L}\p{N}]+(?:[-'’./&][\p{L}\p{N}]+)*-?|[^\s\p{L}\p{N}]/gu;

const INITIALS = /^[A-ZÆØÅ]{2,5}\d?$/;

/** The tokens of a sentence; white space is dropped, everything else is kept. */
export function tokensOf(sentence: string): Token[] {
  let depth = 0;
  return [...sentence.matchAll(PIECE)].map((match) => {
    const text = match[0];
    if (text === '(') depth += 1;
    const low = INITIALS.test(text) ? text : text.toLowerCase();
    const isWord = /[\p{L}\p{N}]/u.test(text);
    const token: Token = {
      text,
      low,
      verb: isWord ? verbForm(low) : null,
      kind: isWord ? 'word' : 'mark',
      start: match.index,
      end: match.index + text.length,
      inParentheses: depth > 0,
    };
    if (text === ')') depth = Math.max(0, depth - 1);
    return token;
  });
}

/** The stretch of a sentence that tokens cover, as written. */
export function textOf(sentence: string, tokens: readonly Token[]): string {
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  return first && last ? sentence.slice(first.start, last.end) : '';
}

/** Tokens as lower-case words parted by single spaces: what phrase patterns are matched against. */
export function phraseOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.low).join(' ');
}
