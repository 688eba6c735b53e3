import { describe, expect, it } from '@jest/globals';
import { flow, joinWrapped } from './reflow.js';
import { sourceLines } from './source-line.js';

describe('a line that wraps', () => {
  it.each([
    ['socialom-', 'rådet', 'socialområdet'],
    ['Marie Her-', 'borg Krogh', 'Marie Herborg Krogh'],
    ['Bolig- og Ældre-', 'ministeriet', 'Bolig- og Ældreministeriet'],
    ['de øvrige 6-', 'byer', 'de øvrige 6-byer'],
    ['skal være 1%-', 'point højere', 'skal være 1%-point højere'],
    ['ansatte i MSB-', 'regi', 'ansatte i MSB-regi'],
    ['nyt it-', 'udstyr', 'nyt it-udstyr'],
    ['gå-hjem-', 'møder', 'gå-hjem-møder'],
    ['uddannelses-', 'og jobmuligheder', 'uddannelses- og jobmuligheder'],
    ['Nord-', 'Jylland', 'Nord-Jylland'],
    ['blød\u00AD', 'deling', 'bløddeling'],
    ['den 15.', 'januar', 'den 15. januar'],
  ])('"%s" and "%s" are "%s"', (first, second, joined) => {
    expect(joinWrapped(first, second)).toBe(joined);
  });
});

describe('running text', () => {
  const text = (lines: readonly string[], width = 60): string => flow(sourceLines(lines, new Set()), width);

  it('joins wrapped lines and parts paragraphs at blank lines', () => {
    const lines = [
      'Udvalget drøftede planen for de kommende år og bad om, at',
      'den sendes i høring.',
      '',
      'Godkendt.',
    ];
    expect(text(lines)).toBe(
      'Udvalget drøftede planen for de kommende år og bad om, at den sendes i høring.\n\nGodkendt.',
    );
  });

  it('keeps list entries and lines that were broken on purpose', () => {
    expect(text(['Planen viser, at:', '• der er flere børn', '• der mangler pladser', 'i dagtilbud'])).toBe(
      'Planen viser, at:\n• der er flere børn\n• der mangler pladser i dagtilbud',
    );
  });

  it('goes on over a page and over a date at the head of a line', () => {
    expect(
      text([
        'Udvalget holder sit næste møde i det nye kulturhus den',
        '19. februar, og det',
        ' begynder kl. 9.',
      ]),
    ).toBe('Udvalget holder sit næste møde i det nye kulturhus den 19. februar, og det begynder kl. 9.');
  });
});
