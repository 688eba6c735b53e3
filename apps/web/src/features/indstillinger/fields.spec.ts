import { describe, expect, it } from '@jest/globals';
import type { RichText } from '../../../../../libs/domain/text/index.js';
import { indstillingFaults, indstillingPatch, isSameSection, sectionToType, typedSection } from './fields.js';

const paragraph = (text: string): RichText => [{ type: 'paragraph', content: [{ text }] }];
const recommendation: RichText = [
  ...paragraph('Det indstilles,'),
  { type: 'numbered-list', items: [{ content: [{ text: 'at planen godkendes' }] }] },
];

describe('a section as one types into it', () => {
  it('has the at-sentences of a recommendation one a line, and makes a numbered list of them', () => {
    expect(sectionToType('raadmand', 'recommendation', recommendation)).toBe('at planen godkendes');
    expect(typedSection('raadmand', 'recommendation', 'at planen godkendes\nat der følges op.', [])).toEqual([
      ...paragraph('Det indstilles,'),
      {
        type: 'numbered-list',
        items: [{ content: [{ text: 'at planen godkendes' }] }, { content: [{ text: 'at der følges op' }] }],
      },
    ]);
  });

  it('is the whole text where words of its own stand around the sentences, so that none are lost', () => {
    const before: RichText = [...paragraph('Det indstilles til rådmanden,'), ...recommendation.slice(1)];
    const typed = sectionToType('raadmand', 'recommendation', before);
    expect(typed).toContain('Det indstilles til rådmanden,');
    expect(typedSection('raadmand', 'recommendation', typed, before)).toEqual(before);
    expect(typedSection('raadmand', 'recommendation', `${typed}\n\nTak.`, before)[0]).toEqual(before[0]);
  });

  it('is empty when nothing is typed', () => {
    expect(typedSection('raadmand', 'recommendation', ' \n', recommendation)).toEqual([]);
  });

  it('is the same with another end of its lines', () => {
    expect(isSameSection('raadmand', 'recommendation', ['at det sker', 'At det sker.\n'], [])).toBe(true);
    expect(isSameSection('raadmand', 'statement', ['Tekst', 'Tekst \n\n'], [])).toBe(true);
    expect(isSameSection('raadmand', 'statement', ['Tekst', 'Teksten'], [])).toBe(false);
  });

  it('is sent with the other sections left alone', () => {
    const typed = { 'section.statement': paragraph('Nyt'), minutes: '10 min.', month: ' ' } as const;
    expect(indstillingPatch(typed)).toEqual({
      sections: { statement: paragraph('Nyt') },
      ...{ minutes: 10, month: null },
    });
  });

  it.each([
    [{ title: ' ' }, ['title']],
    [{ minutes: 'ti' }, ['minutes']],
    [{ minutes: '' }, []],
  ])('says what is wrong with %j', (typed, names) => {
    expect(Object.keys(indstillingFaults(typed))).toEqual(names);
  });
});
