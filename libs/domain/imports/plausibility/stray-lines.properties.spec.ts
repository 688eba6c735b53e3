import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { PackageReading } from '../package-document.js';
import { readPackage } from '../read-package.js';
import { strayLines } from './stray-lines.js';

const invented = readFileSync('test/fixtures/package.txt', 'utf8').split('\n');

/** A row of numbers from 0 to below 1 that is the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed * 7919 + 17;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

type Chance = () => number;
const pick = (next: Chance, from: string): string => from[Math.floor(next() * from.length)] ?? '';
const many = (next: Chance, least: number, most: number): number =>
  least + Math.floor(next() * (most - least + 1));
const word = (next: Chance, letters: string, least: number, most: number): string =>
  Array.from({ length: many(next, least, most) }, () => pick(next, letters)).join('');
const words = (next: Chance, least: number, most: number, one: () => string): string =>
  Array.from({ length: many(next, least, most) }, one).join(' ');
const spoken = (next: Chance): string =>
  Array.from({ length: many(next, 4, 9) }, (_, i) =>
    pick(next, i % 2 === 0 ? 'bdfghjklmnprstv' : 'aeiouyæøå'),
  ).join('');
const among = (next: Chance, list: string): string => {
  const all = list.split(' ');
  return all[Math.floor(next() * all.length)] ?? '';
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LATIN =
  'lorem ipsum dolor amet consectetur adipiscing elit eiusmod tempor incididunt labore aliqua veniam nostrud ullamco';

const KINDS: Readonly<Record<string, (next: Chance) => string>> = {
  'rows of consonants': (next) => words(next, 1, 5, () => word(next, 'bcdfghjklmnpqrstvwxz', 4, 9)),
  'random letters': (next) => words(next, 2, 6, () => word(next, LETTERS, 3, 10)),
  'rows of keys': (next) =>
    words(next, 2, 4, () => among(next, 'asdf qwer zxcv hjkl poiu mnbv sdfgh wertyu')),
  'words that can be spoken': (next) => words(next, 2, 6, () => spoken(next)),
  'letters and figures': (next) =>
    words(next, 1, 4, () => `${word(next, LETTERS, 2, 4)}${many(next, 10, 999)}x`),
  'a word, a number, a word': (next) =>
    `${among(next, 'zxq gnurf kvatz flimz')} ${many(next, 100, 9999)} ${among(next, 'blorp zzrk fnirk trazz')}`,
  signs: (next) => words(next, 2, 5, () => word(next, '%#@?!$^~{}<>', 2, 5)),
  'filler Latin': (next) => words(next, 3, 9, () => among(next, LATIN)),
  'a line that calls itself nonsense': (next) =>
    `${among(next, 'NONSENS Nonsenslinje vrøvl')} ${many(next, 1, 99)}`,
};

const read = (text: readonly string[]): PackageReading => {
  const outcome = readPackage(text);
  if (!outcome.ok) throw new Error(outcome.refusal.rule);
  return outcome.value;
};

interface Planted {
  readonly lines: readonly string[];
  /** Line numbers of what was planted. */
  readonly planted: readonly number[];
  /** What a line was before anything was planted. */
  readonly was: (line: number) => number;
}

/** Plants lines at random places, the first and last included. */
function plant(text: readonly string[], nonsense: readonly string[], next: Chance): Planted {
  const marked: { text: string; planted: boolean }[] = text.map((line) => ({ text: line, planted: false }));
  for (const line of nonsense)
    marked.splice(Math.floor(next() * (marked.length + 1)), 0, { text: line, planted: true });
  const before = (line: number): number => marked.slice(0, line).filter((one) => !one.planted).length;
  return {
    lines: marked.map((one) => one.text),
    planted: marked.flatMap((one, i) => (one.planted ? [i + 1] : [])),
    was: before,
  };
}

/** The documents with every line number as it was before anything was planted. */
const asBefore = (reading: PackageReading, was: (line: number) => number): unknown =>
  JSON.parse(JSON.stringify(reading.documents), (key, value: unknown) =>
    (key === 'from' || key === 'to' || key === 'line') && typeof value === 'number' ? was(value) : value,
  );

describe('nonsense in a package', () => {
  const plain = read(invented);

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'comes out as unread whatever it is and wherever it stands (%d)',
    (seed) => {
      const next = chance(seed);
      const nonsense = Object.values(KINDS).map((make) => make(next));
      const { lines, planted, was } = plant(invented, nonsense, next);
      const reading = read(lines);
      const unread = reading.unread.map(({ line }) => line);
      expect(planted.filter((line) => !unread.includes(line)).map((line) => lines[line - 1])).toEqual([]);
      expect(asBefore(reading, was)).toEqual(plain.documents);
      const { fields, stamps, letterheads, attachments } = reading.ledger;
      expect(fields + stamps + letterheads + attachments + reading.unread.length).toBe(reading.ledger.lines);
    },
  );

  it('comes out too when it is Danish that has nothing to do with the paper and is no sentence', () => {
    const strange = ['blå elefanter synger baglæns i osten 42', 'lilla næsehorn nyser lodret bag gardinet'];
    for (let at = 0; at + 30 <= invented.length; at += 19) {
      const [first, second] = strange;
      const lines = [...invented.slice(0, at), first, ...invented.slice(at, at + 30), second];
      const unread = read([...lines, ...invented.slice(at + 30)].map((line) => line ?? '')).unread;
      expect([at, strange.filter((line) => !unread.some((one) => one.text === line))]).toEqual([at, []]);
    }
  });
});

describe('what is no nonsense', () => {
  const whole = (...lines: string[]): string[] => lines.filter((_, i) => strayLines(lines).has(i + 1));

  it('is every line of an ordinary package', () => {
    expect([...strayLines(invented)]).toEqual([]);
  });

  it.each([
    ['figures of a diagram', '86,4% 86,2%'],
    ['its axis', 'jul-23 okt-23 jan-24 apr-24 jul-24'],
    ['a name with foreign letters', 'Kristian Würtz'],
    ['a list of names', 'Aisha Rahimi, Mohammad Hassan og Bo Lind'],
    ['an address', 'Værkstedsvej 15 B'],
    ['a row of unit codes', 'FAS MØB BSF'],
    ['a web address', 'http://lerbaek.example/planer'],
    ['a case number', 'EMN-2031-000123'],
    ['half a word', 'Beskæf-'],
    ['a heading in capitals', 'LÆRING OG LIVSMESTRING'],
    ['a deliberate none', '-'],
  ])('is %s', (_what, line) => {
    expect(whole('Udvalget drøftede planen.', '', line, '', 'Planen godkendes.')).toEqual([]);
  });

  it('is English by the passage, but not a line of it in Danish text', () => {
    const passage = [
      'The aim of the programme is to support the children and youth of the city.',
      'It has been tested in three of our schools, and the results will be shared with all.',
      'You can read more about the work of the team and the method that we have used.',
    ];
    expect(whole(...passage)).toEqual([]);
    expect(
      whole('Udvalget drøftede planen.', 'the quick brown fox jumps over the lazy dog', 'Godkendt.'),
    ).toHaveLength(1);
  });

  const folder = process.env.SEEDS_DIR ?? join('..', 'shared', 'seeds');
  const seeds = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];

  it(`is any line of the ${seeds.length} real texts`, () => {
    if (seeds.length === 0) console.warn(`NOT TESTED: no real texts are there (${folder}); set SEEDS_DIR.`);
    for (const name of seeds) {
      const lines = readFileSync(join(folder, name), 'utf8').split('\n');
      expect([name, ...strayLines(lines)]).toEqual([name]);
    }
  });
});
