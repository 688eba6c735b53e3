import { describe, expect, it } from '@jest/globals';
import { fromPlainText } from '../text/index.js';
import { compareAttachments, listedAttachments } from './attachment-list.js';

const listed = (text: string): ReturnType<typeof listedAttachments> => listedAttachments(fromPlainText(text));
const faults = (text: string, ...attached: string[]): string[] =>
  compareAttachments(listed(text), attached).map((fault) =>
    [fault.severity, fault.code, fault.excerpt].filter((part) => part).join(' '),
  );

describe('the BILAG section', () => {
  it.each([
    ['Bilag 1: Kort\nBilag 2: Notat', ['1 Kort', '2 Notat']],
    [
      'Bilag 1: Et langt navn, der\nfortsætter her\nBilag 2: Notat',
      ['1 Et langt navn, der fortsætter her', '2 Notat'],
    ],
    ['1. Kort\n2) Notat', ['1 Kort', '2 Notat']],
    ['- Kort\n- Bilag 2: Notat', ['Kort', '2 Notat']],
    ['Kort\nNotat', ['Kort', 'Notat']],
    ['Bilag 1: Kort\n- Notat', ['1 Kort', 'Notat']],
    ['-', []],
    ['', []],
  ])('%j lists %j', (text, expected) => {
    expect(listed(text).map(({ number, title }) => (number === null ? title : `${number} ${title}`))).toEqual(
      expected,
    );
  });
});

describe('the list beside the files', () => {
  it('agrees whatever the case, the ending and the numbers of the file names', () => {
    expect(faults('Bilag 1: Kort\nBilag 2: Notat om tid', 'kort.pdf', 'Bilag 2 - Notat om tid.docx')).toEqual(
      [],
    );
    expect(faults('-')).toEqual([]);
  });

  it.each<[string, string, string[], string[]]>([
    ['another order', 'Bilag 1: Kort\nBilag 2: Notat', ['Notat', 'Kort'], ['blocks attachment-order']],
    [
      'a gap in the numbers',
      'Bilag 1: Kort\nBilag 3: Notat',
      ['Kort', 'Notat'],
      ['blocks attachment-number'],
    ],
    ['a number for some only', 'Bilag 1: Kort\n- Notat', ['Kort', 'Notat'], ['blocks attachment-number']],
    ['a number twice', 'Bilag 1: Kort\nBilag 1: Notat', ['Kort', 'Notat'], ['blocks attachment-number']],
    ['a missing file', '- Kort\n- Notat', ['Notat'], ['blocks attachment-not-attached Kort']],
    ['a file too many', '- Kort', ['Kort', 'Notat.pdf'], ['blocks attachment-not-listed Notat.pdf']],
    ['another title', '- Kort\n- Notat', ['Kort', 'Nota'], ['warns attachment-title Notat']],
    [
      'another title and a missing file',
      '- Kort\n- Notat\n- Svar',
      ['Kort', 'Nota'],
      ['warns attachment-title Notat', 'blocks attachment-not-attached Svar'],
    ],
    ['the same title twice', '- Kort\n- Kort', ['Kort', 'Kort'], []],
    ['the same title once too often', '- Kort\n- Kort', ['Kort'], ['blocks attachment-not-attached Kort']],
  ])('with %s', (_name, text, attached, expected) => expect(faults(text, ...attached)).toEqual(expected));
});
