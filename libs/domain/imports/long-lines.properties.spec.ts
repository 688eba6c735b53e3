import { describe, expect, it } from '@jest/globals';
import { readPackage } from './read-package.js';

/** Time that grows with the square of a line would keep a test for minutes, and a file would keep the api from everybody. */
describe('a file that is one endless line', () => {
  it.each([
    ['a letter', 'x'],
    ['a digit', '1'],
    ['a bilag', 'Bilag 1: '],
    ['a point', 'Punkt 1: '],
    ['a bracket', '['],
    ['a label', 'Emne: '],
  ])('of %s is read to its end', (_, piece) => {
    const line = piece.repeat(300_000 / piece.length);
    const reading = readPackage([line]);
    expect(reading.ok ? 'read' : reading.refusal.code).toMatch(/^(read|no-recognisable-meeting)$/);
  });
});
