import { describe, expect, it } from '@jest/globals';
import { headingsFor } from '../../../../../libs/domain/indstilling/index.js';
import { attachmentChanges, changesIn, comparedParts, isChanged } from './compare.js';

const paragraph = (text: string) => [{ type: 'paragraph' as const, content: [{ text }] }];
const first = {
  ...{ template: 'raadmand' as const, title: 'Åbningstider', attachments: [] },
  sections: {
    introduction: paragraph('Vi vil holde åbent om lørdagen.'),
    statement: paragraph('Som i dag.'),
  },
};

const called = {
  headings: headingsFor({ raadmand: { statement: { heading: 'SAGEN', off: false } } }, 'raadmand'),
};

describe('two versions of an indstilling', () => {
  it('are compared part by part, a section that came with its heading', () => {
    const second = {
      ...first,
      attachments: [{ id: 'a', title: 'Bilag 1: Tal', visibility: 'open' as const }],
      sections: { ...first.sections, resources: paragraph('-') },
    };
    const changed = comparedParts(first, second, called).filter(isChanged);
    expect(changed.map(({ heading }) => heading)).toEqual(['Ressourcer', 'Vedhæftede filer']);
    expect(changed[0]?.changes).toEqual([{ kind: 'added', text: '-' }]);
  });

  it('stand in the order of their template, however they were kept', () => {
    const { introduction, statement } = first.sections;
    const kept = {
      ...first,
      sections: { statement, recommendation: paragraph('at det sker'), introduction },
    };
    expect(comparedParts(kept, kept, called).map(({ heading }) => heading)).toEqual([
      ...['Titel', 'Indledning', 'Indstilling', 'Sagen', 'Vedhæftede filer'],
    ]);
  });

  it('are the same when nothing changed', () => {
    expect(comparedParts(first, first, called).some(isChanged)).toBe(false);
  });
});

describe('the bilag of two versions', () => {
  const bilag = (id: string, title: string, fileVersionId?: string | null) => ({
    ...{ id, title, visibility: 'open' as const },
    ...(fileVersionId === undefined ? {} : { fileVersionId }),
  });

  it.each([
    ['stay', [bilag('a', 'Tal', 'v1')], [bilag('a', 'Tal', 'v1')], [{ kind: 'same', text: 'Tal' }]],
    ['come', [], [bilag('a', 'Tal', 'v1')], [{ kind: 'added', text: 'Tal' }]],
    ['go', [bilag('a', 'Tal', 'v1')], [], [{ kind: 'removed', text: 'Tal' }]],
    [
      'are called something else',
      [bilag('a', 'Tal', 'v1')],
      [bilag('a', 'Nye tal', 'v1')],
      [{ kind: 'changed', before: 'Tal', after: 'Nye tal' }],
    ],
    [
      'have another file',
      [bilag('a', 'Tal', 'v1')],
      [bilag('a', 'Tal', 'v2')],
      [{ kind: 'changed', before: 'Tal', after: 'Tal (ny fil)' }],
    ],
    [
      'have a file at last',
      [bilag('a', 'Tal', null)],
      [bilag('a', 'Tal', 'v1')],
      [{ kind: 'changed', before: 'Tal', after: 'Tal (ny fil)' }],
    ],
    ['say nothing of files', [bilag('a', 'Tal')], [bilag('a', 'Tal', 'v1')], [{ kind: 'same', text: 'Tal' }]],
  ])('%s', (_what, before, after, changes) => {
    expect(attachmentChanges(before, after)).toEqual(changes);
  });

  it('are counted with the paragraphs that changed', () => {
    const second = { ...first, title: 'Lørdage', attachments: [bilag('a', 'Tal', 'v1')] };
    expect(changesIn(comparedParts(first, second, called))).toBe(3);
  });
});
