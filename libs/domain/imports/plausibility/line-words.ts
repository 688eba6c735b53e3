import { letterScore } from './letters.js';
import { isBorrowedWord, isCommonName, isFunctionWord, isKnownWord } from './vocabulary.js';

/**
 * What one token of a line is taken for. `odd` is no Danish word, name, number or sign by any measure; a `fragment` is
 * half a word, parted from the other half at the line's end.
 */
export type TokenKind =
  | 'sign'
  | 'number'
  | 'address'
  | 'function'
  | 'known'
  | 'borrowed'
  | 'unknown'
  | 'name'
  | 'acronym'
  | 'fragment'
  | 'odd';

export interface Token {
  readonly text: string;
  readonly kind: TokenKind;
}

/** Most words: letters, with at most a mark of punctuation behind them. */
const PLAIN_WORD = /^(\p{L}{2,})[.,:;!?]?$/u;
const EDGE = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const ADDRESS =
  /^(https?:\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+(\.[\w-]+)+$|^[\p{L}\d-]+(\.[\p{L}\d-]+)*\.(dk|com|org|net|eu)(\/\S*)?$|\.(docx?|pdf|xlsx?|pptx?|txt)$/iu;
const SIGN = /^([^\p{L}\p{N}#@%?!^~{}\\`$]{1,3}|[#%?!]|([-–—_=*.·])\2+|[\uE000-\uF8FF])$/u;
/** Signs that no word of a Danish text carries, inside or beside it. */
const FOREIGN_SIGN = /[{}=~^|\\<>$@#_]/;
const NUMBER = /^[([]?[<>±~-]?§?\d[\d.,:/%()+\-–—]*[)\]]?$/;
const NUMBER_AND_UNIT = /^\d[\d.,]*(kr|pct|mio|min|kg|km|m2|m3|cm|mm|år|x|t|g|m|[a-d])?[.,)]?$/i;
const CODE = /^\p{Lu}{1,6}[-/]?\d[\d\-/.]*$|^\d{1,4}\p{Lu}$|^[a-zæøå]{3}-\d{2}$|^\p{Lu}\)$/u;
const ACRONYM = /^[\p{Lu}&]{2,6}s?$/u;
const INNER = /[.'’´`-]/g;

/** Capitals alone on a line are an abbreviation unless they are no letters anybody puts together. */
const LONE_ACRONYM = -2.6;

/** Likelihood below which a word has no Danish spelling: short words vary more, names more still. */
function oddBelow(word: string, isName: boolean): number {
  if (isName) return -2.9;
  return word.length <= 3 ? -2.6 : word.length <= 5 ? -2.35 : -2.2;
}

/** Taking a compound apart is dear, and a paper says most of its words many times. */
const seen = new Map<string, TokenKind>();
const MOST_SEEN = 20_000;

function wordKind(word: string, allCaps: boolean, alone: boolean): TokenKind {
  const key = `${word}/${allCaps ? 'C' : ''}${alone ? 'A' : ''}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  if (seen.size >= MOST_SEEN) seen.clear();
  const kind = judgeWord(word, allCaps, alone);
  seen.set(key, kind);
  return kind;
}

function judgeWord(word: string, allCaps: boolean, alone: boolean): TokenKind {
  if (word.length === 1) return /[aioåøæA-ZÆØÅ]/.test(word) ? 'function' : 'odd';
  if (isFunctionWord(word)) return 'function';
  if (isCommonName(word) && /^\p{Lu}/u.test(word)) return 'name';
  if (isKnownWord(word)) return 'known';
  if (isBorrowedWord(word)) return 'borrowed';
  if (ACRONYM.test(word) && (!allCaps || (alone && letterScore(word) > LONE_ACRONYM))) return 'acronym';
  const isName = !allCaps && /^\p{Lu}\p{Ll}/u.test(word);
  if (letterScore(word) < oddBelow(word, isName)) return 'odd';
  return isName ? 'name' : 'unknown';
}

const isNumber = (text: string): boolean =>
  NUMBER.test(text) || NUMBER_AND_UNIT.test(text) || CODE.test(text);

function tokenKind(raw: string, allCaps: boolean, alone: boolean): TokenKind {
  const plain = PLAIN_WORD.exec(raw)?.[1];
  if (plain !== undefined) return wordKind(plain, allCaps, alone);
  if (SIGN.test(raw)) return 'sign';
  if (isNumber(raw)) return 'number';
  const text = raw.replace(EDGE, '');
  if (text === '') return 'odd';
  if (ADDRESS.test(text)) return 'address';
  if (FOREIGN_SIGN.test(raw)) return 'odd';
  if (isNumber(text)) return 'number';
  const word = text.replace(/^\d+[.-]?(?=\p{L}{2})/u, '').replace(INNER, '');
  if (!/^[\p{L}\p{M}]+$/u.test(word)) return 'odd';
  const kind = wordKind(word, allCaps, alone);
  return word.length === text.length || kind === 'known' || kind === 'function' || !/\d/.test(text)
    ? kind
    : 'odd';
}

/** Slashes, dashes and hyphens part words, but not inside addresses, numbers and case numbers. */
function pieces(raw: string): string[] {
  if (PLAIN_WORD.test(raw)) return [raw];
  const text = raw.replace(EDGE, '');
  if (ADDRESS.test(text) || CODE.test(text) || !/\p{L}/u.test(raw)) return [raw];
  return raw.split(/[/–—]|(?<=[\p{L}%])-(?=\p{L})/u).filter((piece) => piece !== '');
}

const half = (token: Token | undefined): Token[] =>
  token === undefined ? [] : [{ text: token.text, kind: token.kind === 'odd' ? 'odd' : 'fragment' }];

/** The second half of a parted word: a fragment when the two make a word the product knows. */
function secondHalf(token: Token | undefined, firstHalf: string): Token[] {
  if (token === undefined) return [];
  const known = isKnownWord(`${firstHalf}${token.text.replace(EDGE, '')}`);
  return [known ? { text: token.text, kind: 'fragment' } : token];
}

/**
 * Splits a line into tokens and tells what each is taken for. `before` is the line above: when it ends in half a word
 * and this line goes on in small letters, the first token is the other half.
 */
export function tokensOf(line: string, before = ''): Token[] {
  const allCaps = !/\p{Ll}/u.test(line);
  const texts = line.trim().split(/\s+/).flatMap(pieces);
  const tokens = texts.map((text) => ({ text, kind: tokenKind(text, allCaps, texts.length === 1) }));
  const parted = /^\s*\p{Ll}/u.test(line) ? /(\p{L}+)-$/u.exec(before)?.[1] : undefined;
  const first = parted === undefined ? [] : secondHalf(tokens.shift(), parted);
  const last = /\p{L}-$/u.test(line.trim()) ? half(tokens.pop()) : [];
  return [...first, ...tokens, ...last];
}
