import { describe, expect, it } from '@jest/globals';
import { fromPlainText } from '../text/index.js';
import { checkSubmission, gapsOf, readabilityOfIndstilling } from './completeness.js';
import type { IndstillingContent } from './completeness.js';
import { INDSTILLING_TEMPLATES, TEMPLATE_KEYS } from './sections.js';

const TEXTS: Readonly<Record<string, string>> = {
  introduction: 'Rådmanden får et forslag om nye åbningstider.',
  recommendation: 'Det indstilles, at rådmanden godkender de nye åbningstider.',
  statement: 'Borgerne har bedt om at kunne komme senere på dagen.',
  resources: '-',
  communication: '-',
  'further-process': 'Tiderne gælder fra maj.',
  'coordinated-with': '–',
  attachments: 'Bilag 1: Oversigt\nBilag 2: Svar fra borgerne',
};

const content = (
  texts: Readonly<Record<string, string>> = {},
  more: Partial<IndstillingContent> = {},
): IndstillingContent => ({
  template: INDSTILLING_TEMPLATES.raadmand,
  title: 'Nye åbningstider',
  minutes: 10,
  sections: Object.entries({ ...TEXTS, ...texts }).map(([key, text]) => ({ key, text: fromPlainText(text) })),
  attachments: ['Oversigt.pdf', 'Svar fra borgerne'],
  ...more,
});

const gaps = (of: IndstillingContent): string[] =>
  gapsOf(of).map((gap) => [gap.severity, gap.code, gap.place, gap.excerpt].filter((part) => part).join(' '));

describe('what an indstilling lacks', () => {
  it('is nothing when all is written', () => {
    expect(gaps(content())).toEqual([]);
    expect(checkSubmission(content()).ok).toBe(true);
  });

  it('is everything of an empty one', () => {
    const empty = content({}, { title: ' ', minutes: null, sections: [], attachments: [] });
    expect(gaps(empty)).toEqual([
      'blocks title-missing title',
      'blocks minutes-missing minutes',
      ...INDSTILLING_TEMPLATES.raadmand.sections.map(({ key }) => `blocks section-empty ${key}`),
    ]);
  });

  it.each([
    ['a section with a lone full stop', { statement: '.' }, ['blocks section-empty statement']],
    ['a section with blanks', { resources: ' \n ' }, ['blocks section-empty resources']],
    ['"-" where an answer is wanted', { statement: '-' }, ['blocks section-none statement -']],
    ['"-" for the recommendation', { recommendation: '-' }, ['blocks section-none recommendation -']],
    [
      'a recommendation without an "at"',
      { recommendation: 'Ingen.' },
      ['blocks recommendation-missing recommendation'],
    ],
    [
      'an unfinished "at ..."',
      { recommendation: 'Det indstilles, at ...' },
      ['blocks recommendation-missing recommendation', 'blocks placeholder recommendation at ...'],
    ],
    [
      'placeholders, each with its place',
      { introduction: 'HUSK tal fra [navn].', resources: 'xx kr.' },
      [
        'blocks placeholder introduction HUSK',
        'blocks placeholder introduction [navn]',
        'blocks placeholder resources xx',
      ],
    ],
    [
      'a BILAG list with one line too many',
      { attachments: 'Bilag 1: Oversigt\nBilag 2: Svar fra borgerne\nBilag 3: Kort' },
      ['blocks attachment-not-attached attachments Kort'],
    ],
    [
      'a BILAG list that lists none of the files',
      { attachments: '-' },
      [
        'blocks attachment-not-listed attachments Oversigt.pdf',
        'blocks attachment-not-listed attachments Svar fra borgerne',
      ],
    ],
    ['a section of another template', { effect: 'Noget' }, ['warns section-unknown effect']],
  ])('names %s', (_name, texts, expected) => expect(gaps(content(texts))).toEqual(expected));

  it.each([
    [0, ['blocks minutes-absurd minutes 0']],
    [-5, ['blocks minutes-absurd minutes -5']],
    [2.5, ['blocks minutes-absurd minutes 2.5']],
    [481, ['blocks minutes-absurd minutes 481']],
    [480, []],
    [1, []],
  ])('with %d minutes is %j', (minutes, expected) =>
    expect(gaps(content({}, { minutes }))).toEqual(expected),
  );

  it('names a placeholder in the title', () => {
    expect(gaps(content({}, { title: 'Status på xx' }))).toEqual(['blocks placeholder title xx']);
  });

  it('hints at length and at a heavy text without blocking', () => {
    const long = content({ statement: 'Vi ser på det. '.repeat(210) });
    expect(gaps(long)).toEqual([expect.stringMatching(/^warns too-long 8\d\d$/)]);
    const heavy = content({ statement: 'Beskæftigelsesudvalgets implementeringsplan. '.repeat(60) });
    expect(gaps(heavy)).toEqual([expect.stringMatching(/^warns hard-to-read \d+$/)]);
    expect(checkSubmission(heavy).ok).toBe(true);
  });

  it('leaves the list of bilag out of its length', () => {
    const words = readabilityOfIndstilling(content())?.words;
    expect(readabilityOfIndstilling(content({ attachments: 'Bilag 1: '.repeat(100) }))?.words).toBe(words);
  });
});

describe('submitting an indstilling', () => {
  it('is refused with what is missing, at the first place, lifted by its author', () => {
    expect(checkSubmission(content({ statement: '', resources: '[beløb]' }))).toEqual({
      ok: false,
      refusal: {
        code: 'indstilling-incomplete',
        rule: 'An indstilling is submitted when nothing is missing: section-empty, placeholder.',
        at: 'statement',
        liftedBy: 'author',
      },
    });
  });
});

describe('the templates', () => {
  it('are found by their own key, with sections of different keys', () => {
    for (const key of TEMPLATE_KEYS) {
      const { sections, key: own } = INDSTILLING_TEMPLATES[key];
      expect(own).toBe(key);
      expect(new Set(sections.map((section) => section.key)).size).toBe(sections.length);
    }
  });

  it('ask for a recommendation exactly where they have words to lead it', () => {
    for (const { sections, recommendationLead } of Object.values(INDSTILLING_TEMPLATES))
      expect(sections.some(({ kind }) => kind === 'recommendation')).toBe(recommendationLead !== null);
  });

  it('have the headings of a rådmandsindstilling and of an indstilling to the byråd', () => {
    const headings = (key: 'raadmand' | 'council'): string[] =>
      INDSTILLING_TEMPLATES[key].sections.map(({ heading }) => heading);
    expect(headings('raadmand')).toEqual([
      'INDLEDNING',
      'INDSTILLING',
      'SAGSFREMSTILLING',
      'RESSOURCER',
      'KOMMUNIKATION',
      'VIDERE PROCES',
      'KOORDINERET MED',
      'BILAG',
    ]);
    expect(headings('council')).toEqual([
      'Resume',
      'Beslutningspunkter',
      'Baggrund',
      'Effekt',
      'Ydelse',
      'Organisering',
      'Ressourcer',
    ]);
  });
});
