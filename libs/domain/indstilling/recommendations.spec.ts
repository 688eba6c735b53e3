import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromPlainText } from '../text/index.js';
import type { RichText } from '../text/index.js';
import { endsAsLead, joinRecommendation, splitRecommendation } from './recommendations.js';

const split = (text: string | RichText): ReturnType<typeof splitRecommendation> =>
  splitRecommendation(typeof text === 'string' ? fromPlainText(text) : text);

const list = (...items: string[]): RichText[number] => ({
  type: 'numbered-list',
  items: items.map((text) => ({ content: [{ text }] })),
});
const paragraph = (text: string): RichText[number] => ({ type: 'paragraph', content: [{ text }] });

describe('a recommendation', () => {
  it.each<[string, string | RichText, string, string[]]>([
    [
      'one running sentence, wrapped',
      'Det indstilles, at rådmanden godkender planen\nfor 2026.',
      'Det indstilles,',
      ['at rådmanden godkender planen for 2026'],
    ],
    [
      'an "at" inside a sentence',
      'Det indstilles, at rådmanden godkender, at der søges puljemidler.',
      'Det indstilles,',
      ['at rådmanden godkender, at der søges puljemidler'],
    ],
    [
      'lines with numbers',
      'Det indstilles:\n1) at planen godkendes,\n2) at udvalget orienteres, og\n3. at der følges op.',
      'Det indstilles:',
      ['at planen godkendes', 'at udvalget orienteres', 'at der følges op'],
    ],
    [
      'a numbered line that wraps before an "at"',
      'Det indstilles:\n1. at rådmanden tiltræder,\nat der søges midler',
      'Det indstilles:',
      ['at rådmanden tiltræder, at der søges midler'],
    ],
    [
      'lines that begin with "at"',
      'Det indstilles,\nat planen godkendes;\nat udvalget\norienteres',
      'Det indstilles,',
      ['at planen godkendes', 'at udvalget orienteres'],
    ],
    [
      'a list block',
      [paragraph('Det indstilles,'), list('At planen godkendes.', 'at udvalget orienteres')],
      'Det indstilles,',
      ['at planen godkendes', 'at udvalget orienteres'],
    ],
    [
      'items under "at rådmanden"',
      'Det indstilles, at rådmanden:\n- godkender planen\n- sender den til udvalget',
      'Det indstilles,',
      ['at rådmanden godkender planen', 'at rådmanden sender den til udvalget'],
    ],
    [
      'stretches parted by semicolons',
      'Magistraten indstiller til byrådet, at planen godkendes; og at der afsættes 2 mio. kr.; at der følges op.',
      'Magistraten indstiller til byrådet,',
      ['at planen godkendes', 'at der afsættes 2 mio. kr.', 'at der følges op'],
    ],
    ['an abbreviation at its end', 'Det indstilles, at planer mv.', 'Det indstilles,', ['at planer mv.']],
    ['only a list', [list('at planen godkendes')], '', ['at planen godkendes']],
    ['no sentence', 'Tages op igen på mødet i maj.', 'Tages op igen på mødet i maj.', []],
    ['a deliberate none', '-', '', []],
    ['nothing', '', '', []],
  ])('of %s', (_name, text, lead, sentences) => {
    expect(split(text)).toEqual({ lead, sentences, rest: '' });
  });

  it('keeps what stands after the sentences apart', () => {
    expect(split('Det indstilles,\nat planen godkendes\n\nBørn og Unge\ner hørt.')).toEqual({
      lead: 'Det indstilles,',
      sentences: ['at planen godkendes'],
      rest: 'Børn og Unge er hørt.',
    });
  });

  it('put together and taken apart is the same', () => {
    const word = fc.constantFrom('rådmanden', 'godkender', 'at', 'og', 'planen', '2026', 'mv.', 'udvalget');
    const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `at ${words.join(' ')}x`);
    fc.assert(
      fc.property(
        fc.constantFrom('Det indstilles,', 'Magistraten indstiller til byrådet,', ''),
        fc.array(sentence, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('', 'Børn og Unge er hørt.'),
        (lead, sentences, rest) => {
          const recommendation = { lead, sentences, rest };
          expect(splitRecommendation(joinRecommendation(recommendation))).toEqual(recommendation);
        },
      ),
    );
  });

  it('of nothing is an empty text', () => {
    expect(joinRecommendation({ lead: '', sentences: [], rest: '' })).toEqual([]);
  });
});

describe('words before the sentences', () => {
  it.each([
    ['Det indstilles,', true],
    ['Magistraten foreslår: ', true],
    ['anbefales', true],
    ['Det indstilles til rådmanden,', false],
    ['Det genindstilles,', false],
    ['Det indstilles;', false],
    ['', false],
  ])('end as those that lead to them: "%s" %s', (text, expected) => {
    expect(endsAsLead(text)).toBe(expected);
  });
});
