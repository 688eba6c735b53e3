import { describe, expect, it } from '@jest/globals';
import type { PackageReading } from './package-document.js';
import { readPackage } from './read-package.js';
import { sourceLines } from './source-line.js';
import { findStamps } from './stamps.js';

function read(lines: readonly string[]): PackageReading {
  const outcome = readPackage(lines);
  if (!outcome.ok) throw new Error(outcome.refusal.rule);
  return outcome.value;
}

const repeated = <T>(count: number, make: (i: number) => readonly T[]): T[] =>
  Array.from({ length: count }, (_, i) => make(i)).flat();

/** Time that grows with the square of the lines would keep these for minutes: what keeps them short is that they end. */
describe('a package of very many lines', () => {
  it('has each of 20,000 page stamps read', () => {
    const lines = repeated(20_000, () => ['Punkt 3, Bilag 2: Budget - side 1 af 2']);
    const { stamps, lines: taken } = findStamps(sourceLines(lines, new Set()));
    expect([stamps.length, taken.size]).toEqual([20_000, 20_000]);
    expect(stamps.at(-1)).toMatchObject({ point: '3', attachment: 2, title: 'Budget', lines: [20_000] });
  });

  it('has a bilag of 2,000 pages read as one', () => {
    const lines = repeated(2_000, (i) => [
      `Skolerne i kommunen har brug for planen på side ${i + 1}.`,
      'Punkt 3, Bilag 2: Planen for kommunens skoler og deres',
      `bygninger - side ${i + 1} af 2000`,
      '',
    ]);
    const { documents, unread, ledger } = read(lines);
    const bilag = { title: 'Planen for kommunens skoler og deres bygninger', lines: { from: 1, to: 7_997 } };
    expect(documents.map(({ points }) => points.map((point) => point.attachments))).toMatchObject([
      [[bilag]],
    ]);
    expect([unread.length, ledger.stamps, ledger.attachments]).toEqual([0, 4_000, 2_000]);
  });
});
