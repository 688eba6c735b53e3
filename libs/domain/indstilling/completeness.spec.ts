import { describe, expect, it } from '@jest/globals';
import { fromPlainText } from '../text/index.js';
import { compareAttachments, listedAttachments } from './attachment-list.js';
import { checkSubmission, gapsOf, readabilityOfIndstilling } from './completeness.js';
import type { IndstillingContent } from './completeness.js';
import { leftoversIn } from './placeholders.js';
import { lix, readabilityOf, readingBand } from './readability.js';
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

  it('warns of units that have not answered, and is submitted all the same', () => {
    const asked = content({}, { awaitedOpinions: ['Økonomi', 'Jura'] });
    expect(gaps(asked)).toEqual(['warns opinion-awaited Økonomi', 'warns opinion-awaited Jura']);
    expect(checkSubmission(asked).ok).toBe(true);
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
    ['a section of another template', { effect: 'Noget', service: ' ' }, ['warns section-unknown effect']],
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

  it('takes a text of just the suggested length', () => {
    const written = content();
    const words = readabilityOfIndstilling(written)?.words ?? 0;
    const within = (suggestedWords: number): string[] =>
      gaps({ ...written, template: { ...written.template, suggestedWords } });
    expect(within(words)).toEqual([]);
    expect(within(words - 1)).toEqual([`warns too-long ${words}`]);
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

const found = (text: string): string[] => leftoversIn(text).map(({ excerpt }) => excerpt);

describe('a leftover placeholder', () => {
  it.each([
    ['Sagen afgøres [...].', ['[...]']],
    ['[November 2024]', ['[November 2024]']],
    ['Tlf.: [12 34 56 78]', ['[12 34 56 78]']],
    ['Sagsbehandler: [ ] og []', ['[ ]', '[]']],
    ['[navn på\nmedarbejder]', ['[navn på medarbejder]']],
    ['Indsæt [beløb', ['[beløb']],
    ['HUSK at spørge økonomi. HUSK!', ['HUSK', 'HUSK']],
    ['Udgiften er xx kr.', ['xx']],
    ['den xx.xx.2025 kl. XX.XX', ['xx.xx', 'XX.XX']],
    ['den xx-xx-2025', ['xx-xx']],
    ['I 20xx blev XXX valgt', ['20xx', 'XXX']],
    ['at ...', ['at ...']],
    ['1. at…', ['at…']],
    ['[dato xx.xx, HUSK]', ['[dato xx.xx, HUSK]']],
    ['xx og [y] og HUSK', ['xx', '[y]', 'HUSK']],
  ])('%j holds %j', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    'Se note [1] og kilderne [2, 5] og [3-4].',
    'Husk at bestille plads; vi husker det.',
    'Maxx, Foxx og XXL er navne.',
    'XX-kromosomer',
    'Vi mener, at det er godt ... måske.',
    'fat ... i sagen',
    'Extra, taxa og linux.',
    'x i én retning',
  ])('%j holds none', (text) => expect(found(text)).toEqual([]));

  it('says where it begins and shortens long words', () => {
    const [leftover] = leftoversIn(`Først [${'langt '.repeat(30)}]`);
    expect(leftover?.index).toBe(6);
    expect(leftover?.excerpt).toHaveLength(60);
    expect(leftover?.excerpt.endsWith('…')).toBe(true);
  });
});

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

describe('the LIX of a text', () => {
  it('is words a sentence plus the percentage of words over six letters', () => {
    // 10 words, 2 sentences, 2 long words: 5 + 20.
    expect(lix('Vi mødes igen i morgen. Så taler udvalget om budgettet.')).toBe(25);
  });

  it('counts six letters as short and seven as long', () => {
    expect(lix('morgen')).toBe(1);
    expect(lix('morgens')).toBe(101);
  });

  it.each([
    ['Mødet er den 14. januar kl. 9.30.', 1],
    ['Vi ser bl.a. på tid, plads mv. og penge.', 1],
    ['Ja! Nej? Måske: Vi ser.', 4],
    ['Overskrift\nEn sætning. En til', 3],
    ['• et\n• to', 2],
    ['Han sagde: ”Godt.” Så gik han.', 3],
    ['Det koster 1.234 kr.', 1],
    ['Slut ...', 1],
  ])('%j has %d sentences', (text, sentences) => expect(readabilityOf(text)?.sentences).toBe(sentences));

  it('is nothing for a text without words', () => {
    expect(lix('')).toBeNull();
    expect(readabilityOf(' … - ')).toBeNull();
  });

  it.each([
    [24, 'very-easy'],
    [25, 'easy'],
    [34, 'easy'],
    [35, 'medium'],
    [45, 'hard'],
    [54, 'hard'],
    [55, 'very-hard'],
  ] as const)('of %d is %s', (value, band) => expect(readingBand(value)).toBe(band));

  it('comes with a guess at the pages', () => {
    expect(readabilityOf('ord '.repeat(400))?.pages).toBe(1);
    expect(readabilityOf('ord '.repeat(401))?.pages).toBe(2);
  });
});
