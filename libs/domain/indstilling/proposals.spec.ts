import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../decision/index.js';
import { fromPlainText, plainText } from '../text/index.js';
import type { RichText } from '../text/index.js';
import { PROPOSING_SECTIONS, proposalOf } from './proposals.js';
import type { TemplateKey } from './sections.js';

const list = (...items: readonly string[]): RichText => [
  { type: 'paragraph', content: [{ text: 'Det indstilles,' }] },
  { type: 'numbered-list', items: items.map((text) => ({ content: [{ text }] })) },
];
const of = (recommendation: RichText, template: TemplateKey = 'raadmand') =>
  proposalOf(template, { recommendation });
const APPROVED = 'Indstillingen godkendes.';
const NOTED = 'Orienteringen tages til efterretning.';
const DISCUSSED = 'Sagen drøftes.';

describe('what an indstilling proposes', () => {
  it.each<[string, string]>([
    ['at rådmanden godkender planen', 'decision'],
    ['at planen for 2026 godkendes', 'decision'],
    ['at udvalget beslutter, hvordan sagen drøftes', 'decision'],
    ['at rådmanden indstiller til byrådet, at orienteringen tages til efterretning', 'decision'],
    ['at åbningstiderne forkortes i uge 28 til 30', 'decision'],
    ['at forvaltningen orienterer borgerne', 'decision'],
    ['at borgerne orienteres om ændringen', 'decision'],
    ['at forvaltningen udarbejder et forslag, som udvalget drøfter i maj', 'decision'],
    ['at rådmanden drøfter og godkender planen', 'decision'],
    ['at rådmanden tager status til efterretning og godkender den nye plan', 'decision'],
    ['at orienteringen tages til efterretning, og at udvalget får en ny status til maj', 'decision'],
    ['at rådmanden tager stilling til planen', 'decision'],
    ['at rådmanden tager turen til Ærø', 'decision'],
    ['at der tages højde for ferien', 'decision'],
    ['at udvalget drøfter udkastet til ny politik', 'discussion'],
    ['at sagen drøftes', 'discussion'],
    ['at udvalget drøfter, hvordan planen godkendes', 'discussion'],
    ['at udvalget orienteres om og drøfter budgettet', 'discussion'],
    ['at udvalget, jf. bilag 1, drøfter udkastet', 'discussion'],
    ['at Social- og Beskæftigelsesudvalget drøfter sagen og tager den til efterretning', 'discussion'],
    ['at rådmanden tager orienteringen til efterretning', 'information'],
    ['At Rådmanden tager orienteringen om Ældrepolitikken 2026-2030 til efterretning.', 'information'],
    ['at orienteringen tages til efterretning', 'information'],
    ['at tage status til orientering', 'information'],
    ['at rådmanden tager til efterretning, at byrådet godkender budgettet', 'information'],
    ['at rådmanden tager til efterretning at planen godkendes', 'information'],
    ['at det tages til efterretning, at budgettet holder, og at der er søgt midler', 'information'],
    ['at rådmanden, efter høring i udvalget, tager redegørelsen til efterretning', 'information'],
    ['at byrådet noterer sig status', 'information'],
    ['at rådmanden orienteres om planen', 'information'],
    ['at Beskæftigelsesudvalget orienteres om, at planen er godkendt', 'information'],
    ['at magistraten bliver orienteret', 'information'],
  ])('%s: %s', (sentence, pointType) => {
    expect(of(list(sentence))?.pointType).toBe(pointType);
    // "at rådmanden" before the list, and the words of the sentence in it, ask for the same.
    expect(of(fromPlainText(`Det indstilles, ${sentence}`))?.pointType).toBe(pointType);
  });

  it.each<[string, RichText, string, string]>([
    ['one decision', list('at planen godkendes'), 'decision', APPROVED],
    ['several decisions', list('at planen godkendes', 'at der søges midler'), 'decision', APPROVED],
    [
      'notes alone',
      list('at status tages til efterretning', 'at rådmanden orienteres'),
      'information',
      NOTED,
    ],
    ['a discussion', list('at udvalget drøfter sagen'), 'discussion', DISCUSSED],
    [
      'different things, by their numbers',
      list('at planen godkendes', 'at status tages til efterretning', 'at udvalget drøfter sagen'),
      'decision',
      '1. Godkendes.\n2. Tages til efterretning.\n3. Drøftes.',
    ],
    [
      'things to note and to discuss',
      list('at status tages til efterretning', 'at udvalget drøfter sagen'),
      'decision',
      '1. Tages til efterretning.\n2. Drøftes.',
    ],
    [
      'stretches parted by semicolons',
      fromPlainText('Det indstilles, at planen godkendes; og at orienteringen tages til efterretning.'),
      'decision',
      '1. Godkendes.\n2. Tages til efterretning.',
    ],
  ])('for %s', (_what, recommendation, pointType, said) => {
    const proposal = of(recommendation);
    expect(proposal?.pointType).toBe(pointType);
    expect(plainText(proposal?.text ?? [])).toBe(said);
  });

  it('comes to the outcome that its words are minuted by', () => {
    for (const sentence of ['at planen godkendes', 'at status tages til efterretning', 'at sagen drøftes']) {
      const proposal = of(list(sentence));
      expect(outcomeOf(plainText(proposal?.text ?? []))).toBe(proposal?.outcome);
    }
    expect(of(list('at planen godkendes', 'at sagen drøftes'))?.outcome).toBe('approved');
  });

  it.each<[string, RichText]>([
    ['a deliberate none', fromPlainText('-')],
    ['nothing', []],
    ['words without an "at"', fromPlainText('Tages op igen i maj.')],
  ])('nothing in %s', (_what, recommendation) => expect(of(recommendation)).toBeNull());

  it('goes by the template', () => {
    const approving = list('at planen godkendes');
    expect(of(approving, 'council')?.pointType).toBe('decision');
    expect(plainText(of([], 'briefing')?.text ?? [])).toBe(NOTED);
    expect(of(approving, 'briefing')?.pointType).toBe('information');
    expect(of(approving, 'cover-note')).toBeNull();
    expect(PROPOSING_SECTIONS).toEqual(['recommendation']);
  });
});
