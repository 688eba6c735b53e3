import { letterScore } from './letters.js';
import { tokensOf } from './line-words.js';
import type { Token, TokenKind } from './line-words.js';
import { isCommonName, isFiller } from './vocabulary.js';

/** Likelihood below which an unknown word alone on a line is none: nothing beside it speaks for it. */
const LONE_WORD = -1.7;

/** The letters of a token. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '');

/** The tokens of a line in its place: a capital at its head makes no name of a word, a common name beside it does. */
export function wordsInPlace(line: string, before: string): Token[] {
  const tokens = tokensOf(line, before);
  return tokens.map((token, i) => {
    const beside = [tokens[i - 1], tokens[i + 1]];
    const capital = /^[^\p{L}]*\p{Lu}\p{Ll}/u.test(token.text);
    if (
      token.kind === 'odd' &&
      capital &&
      beside.some((other) => other && isCommonName(lettersOf(other.text)))
    )
      return { ...token, kind: 'name' };
    if (token.kind === 'name' && i === 0 && tokens.length > 1 && !/^\p{Lu}/u.test(tokens[1]?.text ?? ''))
      return { ...token, kind: 'unknown' };
    return token;
  });
}

/** Tells whether a line is no Danish by its words alone: filler, half of its words odd, or hardly one of them known. */
export function hasNoLanguage(tokens: readonly Token[]): boolean {
  if (tokens.length <= 8 && tokens.some((token) => isFiller(lettersOf(token.text)))) return true;
  const of = (...kinds: TokenKind[]): number => tokens.filter((token) => kinds.includes(token.kind)).length;
  const odd = of('odd');
  const alien = odd + of('unknown');
  const words = alien + of('function', 'known', 'borrowed', 'name', 'acronym', 'address', 'fragment');
  if (odd > 0 && odd * 2 >= words) return true;
  const speaking = of('known', 'borrowed', 'name', 'acronym', 'address', 'fragment');
  if (speaking === 0 && alien >= 2 && alien > of('function')) return true;
  const [only] = tokens;
  if (tokens.length === 1 && only?.kind === 'unknown') return letterScore(lettersOf(only.text)) < LONE_WORD;
  const content = alien + of('known');
  return content >= 3 && alien * 4 >= content * 3 && alien > of('function') * 2;
}

/** English stands in Danish papers by the passage: three of five lines around with English small words are one. */
export function isInEnglishPassage(lines: readonly string[], at: number): boolean {
  const isEnglish = (line: string): boolean =>
    tokensOf(line).filter((token) => token.kind === 'borrowed').length >= 2;
  const around = lines.slice(Math.max(0, at - 2), at + 3).filter((line) => line.trim() !== '');
  return around.length >= 3 && around.filter(isEnglish).length >= 3;
}
