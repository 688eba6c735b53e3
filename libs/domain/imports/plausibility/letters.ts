import { ALL_WORDS } from './vocabulary.js';

/**
 * How Danish a word looks by its letters alone: the mean log10 likelihood of its letter triples, learnt from the word
 * lists. About -1.2 for a Danish word, below -2 for a row of keys.
 */
export function letterScore(word: string): number {
  const padded = pad(word);
  let sum = 0;
  for (let i = 2; i < padded.length; i += 1) sum += Math.log10(likelihood(padded.slice(i - 2, i + 1)));
  return sum / (padded.length - 2);
}

interface Counts {
  readonly triples: Map<string, number>;
  readonly pairs: Map<string, number>;
  readonly singles: Map<string, number>;
  total: number;
}

const FOLD: Readonly<Record<string, string>> = {
  ü: 'y',
  ö: 'ø',
  ä: 'æ',
  é: 'e',
  è: 'e',
  ó: 'o',
  á: 'a',
  í: 'i',
  ç: 'c',
};

/** Accents of names and loans are folded away: they say where a word comes from, not whether it is one. */
const pad = (word: string): string =>
  `^^${word.toLowerCase().replace(/[^a-zæøå]/g, (letter) => FOLD[letter] ?? letter)}$`;

const add = (map: Map<string, number>, key: string): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};

function count(words: readonly string[]): Counts {
  const counts: Counts = { triples: new Map(), pairs: new Map(), singles: new Map(), total: 0 };
  for (const word of words) {
    const padded = pad(word);
    for (let i = 2; i < padded.length; i += 1) {
      add(counts.triples, padded.slice(i - 2, i + 1));
      add(counts.triples, `${padded.slice(i - 2, i)}*`);
      add(counts.pairs, padded.slice(i - 1, i + 1));
      add(counts.pairs, `${padded[i - 1] ?? ''}*`);
      add(counts.singles, padded[i] ?? '');
      counts.total += 1;
    }
  }
  return counts;
}

const COUNTS = count(ALL_WORDS);

/** The likelihood of the third letter after the first two, backed off to pairs and single letters (Witten-Bell like). */
function likelihood(triple: string): number {
  const [first = '', second = '', third = ''] = triple;
  const one = ((COUNTS.singles.get(third) ?? 0) + 0.01) / (COUNTS.total + 1);
  const pairs = COUNTS.pairs.get(`${second}*`) ?? 0;
  const two = ((COUNTS.pairs.get(second + third) ?? 0) + 4 * one) / (pairs + 4);
  const triples = COUNTS.triples.get(`${first}${second}*`) ?? 0;
  return ((COUNTS.triples.get(triple) ?? 0) + 4 * two) / (triples + 4);
}
