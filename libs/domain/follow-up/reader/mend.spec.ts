import { describe, expect, it } from '@jest/globals';
import { mendedParagraphs } from './mend.js';
import { sentencesOf } from './sentences.js';

describe('Text as it comes out of PDF and DOCX', () => {
  it.each([
    ['joins wrapped lines', 'Lene bestiller\nnye stole.', ['Lene bestiller nye stole.']],
    ['joins a word hyphenated at the line end', 'Beboer-\nrådet svarer.', ['Beboerrådet svarer.']],
    ['keeps a suspended hyphen', 'Kost-\nog logiudgifter.', ['Kost- og logiudgifter.']],
    ['keeps the hyphen of a short first part', 'Nyt it-\nsystem.', ['Nyt it-system.']],
    ['keeps the hyphen of an abbreviation', 'Et MED-\nudvalg.', ['Et MED-udvalg.']],
    [
      'keeps the hyphen before a capital or a figure',
      'Covid-\n19 og Nord-\nVest.',
      ['Covid-19 og Nord-Vest.'],
    ],
    ['parts paragraphs at blank lines', 'Et punkt.\n\nEt andet.', ['Et punkt.', 'Et andet.']],
    ['parts bullets', '• Lene ringer\n• Bo skriver', ['Lene ringer', 'Bo skriver']],
    [
      'parts dash lists but not a dash that wrapped',
      '- Et\n- To\n\nMaling\n– Bo køber',
      ['Et', 'To', 'Maling – Bo køber'],
    ],
    ['drops soft hyphens and carriage returns', 'Kom\u00admune\r\nplan', ['Kommune plan']],
    ['drops the number of a page', 'Bo skriver\nside 2 af 7\nbrevet.', ['Bo skriver brevet.']],
    ['leaves out the heading of a point', 'Punkt 4: Udflugt\nBo ringer.', ['Bo ringer.']],
  ])('%s', (_, text, paragraphs) => {
    expect(mendedParagraphs(text)).toEqual(paragraphs);
  });

  it.each([
    ['of one line', 'Bo sender\nPunkt 12, Bilag 3: Kort\nbrevet til naboerne.'],
    [
      'of three narrow lines',
      'Bo sender\nPunkt 4, Bilag 1: Referat af det\nkonstituerende møde i\nkoordinationsudvalget\nbrevet til naboerne.',
    ],
    [
      'that ends in a file name',
      'Bo sender\nPunkt 4, Bilag 1: Oversigt over\ndriftsaftaler.docx\nbrevet til naboerne.',
    ],
    ['that counts its pages', 'Bo sender\nPunkt 4, Bilag 1: Plan - side 1 af 2\nbrevet til naboerne.'],
  ])('takes a page stamp %s out of the running text', (_, text) => {
    expect(mendedParagraphs(text)).toEqual(['Bo sender brevet til naboerne.']);
  });
});

describe('The end of a sentence', () => {
  it.each([
    ['a date', 'Mødet er den 3. maj i hallen. Bo ringer.', 2],
    ['abbreviations', 'Se pkt. 4 jf. bilag 2 ift. lokaler, borde mv. i kælderen. Bo ringer.', 2],
    ['a clock time and an amount', 'Kl. 14.30 koster det 1.200 kr. pr. hold. Bo ringer.', 2],
    ['initials of a person', 'Hr. A. Holm kommer. Bo ringer.', 2],
    ['an abbreviation that does end one', 'Vi køber kaffe, te m.m. Bo ringer.', 2],
    ['a number that does end one', 'Det står i bilag 3. Bo ringer.', 2],
    ['questions, exclamations and quotations', 'Hvem kan? ”Det kan jeg!” Bo ringer…', 3],
  ])('is found beside %s', (_, paragraph, count) => {
    expect(sentencesOf(paragraph)).toHaveLength(count);
  });

  it('drops nothing but white space', () => {
    const paragraph = 'Jf. pkt. 3 kl. 10. Hvem? Bo (12. maj)! Slut';
    expect(sentencesOf(paragraph).join(' ')).toBe(paragraph);
  });
});
