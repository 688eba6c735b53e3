import { EVERYDAY_WORDS, FUNCTION_WORDS, GENERAL_WORDS } from './common-words.js';
import { FIELD_WORDS } from './municipal-fields.js';
import { BORROWED_WORDS, MUNICIPAL_WORDS, NAMES } from './municipal-words.js';

const split = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '');

const FUNCTION = new Set(split(FUNCTION_WORDS));
const BORROWED = new Set(split(BORROWED_WORDS));
const NAME = new Set(split(NAMES));
const STEMS = new Set([
  ...FUNCTION,
  ...split(EVERYDAY_WORDS),
  ...split(GENERAL_WORDS),
  ...split(MUNICIPAL_WORDS),
  ...split(FIELD_WORDS),
]);

/** Every word of the lists, for the letter statistics. */
export const ALL_WORDS: readonly string[] = [...STEMS, ...NAME];

/** Words by which people mark a text as no text at all; a short line holding one is filler (as leftover placeholders are). */
const FILLER =
  /^(nonsens|nonsense|vrøvl|volapyk|sludder|gibberish|blabla|lorem|ipsum|asdf|qwer|foobar|xyzzy|testlinje|fyldtekst|dummy|abrakadabra|abracadabra|tralala|zxcv)/i;

const ENDINGS = (
  'ernes enes endes erne ende edes elser elsen else inger ingen ing heden hederne hed ens ets ers ere est este ede ' +
  'eres eret eren er en et es te ne de st ts ns rs e r s n t'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);

const PREFIXES = [
  'u',
  'be',
  'gen',
  'for',
  'mis',
  'sam',
  'af',
  'an',
  'ind',
  'ud',
  'op',
  'over',
  'under',
  'med',
  'mod',
  'til',
];

/** Danish doubles the last consonant of a short stem before an ending: `møde` but `ven, vennen`. */
const single = (stem: string): string => (/([bdfgklmnprst])\1$/.test(stem) ? stem.slice(0, -1) : stem);

const isStem = (word: string): boolean =>
  STEMS.has(word) || STEMS.has(`${word}e`) || STEMS.has(single(word)) || STEMS.has(`${word}er`);

function isInflected(word: string): boolean {
  if (isStem(word)) return true;
  return ENDINGS.some((ending) => {
    const stem = word.slice(0, -ending.length);
    return stem.length >= 3 && word.endsWith(ending) && isStem(stem);
  });
}

/** A compound: known pieces of three letters or more, joined by nothing, `s` or `e`. */
function isCompound(word: string, depth: number): boolean {
  if (depth === 0 || word.length < 6) return false;
  for (let cut = word.length - 3; cut >= 3; cut -= 1) {
    const head = word.slice(0, cut);
    if (!isStem(head) && !(head.length > 3 && /[se]$/.test(head) && isStem(head.slice(0, -1)))) continue;
    const tail = word.slice(cut);
    if (isInflected(tail) || isCompound(tail, depth - 1)) return true;
  }
  return false;
}

/** No Danish word is longer: the longest in use, on the planning of specialists' practices, has 51 letters. */
const LONGEST_WORD = 60;

/**
 * Tells whether a word (any case) is one the product knows: listed, inflected, prefixed, a compound or a name. A run of letters
 * longer than any word is none, so that no file makes it look for long.
 */
export function isKnownWord(word: string): boolean {
  if (word.length > LONGEST_WORD) return false;
  const key = word.toLowerCase();
  if (NAME.has(key) || NAME.has(key.replace(/['’]?s$/, '')) || isInflected(key) || isCompound(key, 4))
    return true;
  return PREFIXES.some((prefix) => {
    const rest = key.slice(prefix.length);
    return rest.length >= 4 && key.startsWith(prefix) && isInflected(rest);
  });
}

/** Tells whether a word is one of those that hold a Danish sentence together (`og`, `skal`, `ikke`). */
export function isFunctionWord(word: string): boolean {
  return FUNCTION.has(word.toLowerCase());
}

/** Tells whether a word is one of the English ones that stand untranslated in Danish papers. */
export function isBorrowedWord(word: string): boolean {
  return BORROWED.has(word.toLowerCase());
}

/** Tells whether a word is a common given name or surname. */
export function isCommonName(word: string): boolean {
  return NAME.has(word.toLowerCase());
}

/** Tells whether a word says of itself that it is filler (`nonsens`, `lorem`, `asdf`). */
export function isFiller(word: string): boolean {
  return FILLER.test(word);
}

/** The first letters that all forms and most compounds of a word share, to tell whether two words are of one matter. */
export const rootOf = (word: string): string => word.toLowerCase().slice(0, 5);

const OFFICIAL_ROOTS = new Set(
  split(`${MUNICIPAL_WORDS} ${FIELD_WORDS} ${GENERAL_WORDS}`)
    .filter((word) => word.length >= 4)
    .map(rootOf),
);

/** Tells whether a word is of the matter of municipal papers, by its first letters. */
export function isOfficialWord(word: string): boolean {
  return OFFICIAL_ROOTS.has(rootOf(word));
}
