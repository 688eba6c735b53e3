import { describe, expect, it } from '@jest/globals';
import { fromPlainText } from '../text/index.js';
import type { RichText } from '../text/index.js';
import { checkOwnTemplates, headingsFor, isOptional, templateFor } from './body-templates.js';
import type { OwnTemplates } from './body-templates.js';
import { INDSTILLING_TEMPLATES, TEMPLATE_KEYS } from './sections.js';

const named = (heading: string) => ({ heading, off: false });
const OFF = { heading: null, off: true };
const { raadmand } = INDSTILLING_TEMPLATES;
const keysOf = (own: OwnTemplates, sections: Record<string, RichText> = {}): string[] =>
  templateFor(own, 'raadmand', sections).sections.map(({ key }) => key);

describe('a template as a body has it', () => {
  it.each(TEMPLATE_KEYS)('is as usual where the body says nothing: %s', (key) => {
    expect(templateFor({}, key, {})).toEqual(INDSTILLING_TEMPLATES[key]);
  });

  it('has the headings of the body, in the order of the template, and is else as it was', () => {
    const own = { raadmand: { 'further-process': named('DET VIDERE FORLØB'), introduction: named('KORT') } };
    expect(templateFor(own, 'raadmand', {})).toEqual({
      ...raadmand,
      sections: raadmand.sections.map((section) => ({
        ...section,
        heading:
          { 'further-process': 'DET VIDERE FORLØB', introduction: 'KORT' }[section.key] ?? section.heading,
      })),
    });
  });

  it('names its own sections alone', () => {
    const own = { briefing: { introduction: named('KORT') } };
    expect(templateFor(own, 'raadmand', {})).toEqual(raadmand);
  });

  it.each<[string, RichText | undefined, boolean]>([
    ['nothing', undefined, false],
    ['no blocks', [], false],
    ['blanks', fromPlainText(' '), false],
    ['an empty paragraph', [{ type: 'paragraph', content: [] }], false],
    ['"-"', fromPlainText('-'), true],
    ['a text', fromPlainText('Pressen er orienteret.'), true],
  ])('is without a section that is switched off where that says %s', (_what, text, isThere) => {
    const sections: Record<string, RichText> = text === undefined ? {} : { communication: text };
    const keys = raadmand.sections.map(({ key }) => key);
    expect(keysOf({ raadmand: { communication: OFF } }, sections)).toEqual(
      isThere ? keys : keys.filter((key) => key !== 'communication'),
    );
  });
});

describe('what a body calls the sections', () => {
  const own = {
    raadmand: { introduction: named('KORT'), recommendation: named('FORSLAG') },
    briefing: { introduction: named('ORIENTERING OM') },
    council: { summary: named('Sammenfatning'), effect: named('Virkning') },
  };
  it.each([
    ['raadmand', 'introduction', 'KORT'],
    ['raadmand', 'recommendation', 'FORSLAG'],
    ['raadmand', 'statement', 'SAGSFREMSTILLING'],
    ['briefing', 'introduction', 'ORIENTERING OM'],
    ['briefing', 'recommendation', 'FORSLAG'],
    ['raadmand', 'effect', 'Virkning'],
    ['raadmand', 'summary', 'Sammenfatning'],
    ['cover-note', 'summary', 'RESUME'],
    ['cover-note', 'introduction', 'KORT'],
    ['cover-note', 'background', 'BAGGRUND OG FORMÅL'],
  ] as const)('on %s: %s is %s', (template, key, heading) => {
    expect(headingsFor(own, template)[key]).toBe(heading);
  });
});

describe('what a body says of its templates', () => {
  it('may do without what may say "none", but the list of bilag', () => {
    const optional = TEMPLATE_KEYS.map((key) => [
      key,
      INDSTILLING_TEMPLATES[key].sections.filter(isOptional).map((section) => section.key),
    ]);
    expect(Object.fromEntries(optional)).toEqual({
      raadmand: ['resources', 'communication', 'further-process', 'coordinated-with'],
      council: ['effect', 'service', 'organisation', 'resources'],
      briefing: ['further-process', 'coordinated-with'],
      'cover-note': ['further-process'],
    });
  });

  it.each<[string, OwnTemplates, string | null]>([
    ['nothing', {}, null],
    ['nothing of a template', { raadmand: {} }, null],
    ['a heading', { raadmand: { 'further-process': named('DET VIDERE FORLØB') } }, null],
    [
      'two headings that change places',
      { council: { effect: named('Ydelse'), service: named('Effekt') } },
      null,
    ],
    [
      'one heading on two templates',
      { raadmand: { statement: named('SAG') }, briefing: { statement: named('SAG') } },
      null,
    ],
    ['a section off', { raadmand: { communication: OFF } }, null],
    ['a required section by name', { raadmand: { attachments: named('VEDLAGT') } }, null],
    [
      'a section of another template',
      { raadmand: { effect: named('X') } },
      'section-unknown raadmand.effect',
    ],
    ['a name every object has', { raadmand: { constructor: OFF } }, 'section-unknown raadmand.constructor'],
    ['the decision off', { raadmand: { recommendation: OFF } }, 'section-required raadmand.recommendation'],
    ['the list of bilag off', { briefing: { attachments: OFF } }, 'section-required briefing.attachments'],
    ['what must be answered off', { council: { background: OFF } }, 'section-required council.background'],
    [
      'a usual heading twice',
      { raadmand: { resources: named(' bilag ') } },
      'heading-taken raadmand.attachments',
    ],
    [
      'an own heading twice',
      { council: { effect: named('Det  nye'), service: named('DET NYE') } },
      'heading-taken council.service',
    ],
  ])('is %s', (_what, own, refusal) => {
    const outcome = checkOwnTemplates(own);
    expect(outcome.ok ? null : `${outcome.refusal.code} ${outcome.refusal.at ?? ''}`).toBe(refusal);
    if (outcome.ok) expect(outcome.value).toBe(own);
  });
});
