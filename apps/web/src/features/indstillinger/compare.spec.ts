import { describe, expect, it } from '@jest/globals';
import { comparedParts, isChanged } from './compare.js';

const paragraph = (text: string) => [{ type: 'paragraph' as const, content: [{ text }] }];
const first = {
  ...{ template: 'raadmand' as const, title: 'Åbningstider', attachments: [] },
  sections: {
    introduction: paragraph('Vi vil holde åbent om lørdagen.'),
    statement: paragraph('Som i dag.'),
  },
};

describe('two versions of an indstilling', () => {
  it('are compared part by part, a section that came with its heading', () => {
    const second = {
      ...first,
      attachments: [{ id: 'a', title: 'Bilag 1: Tal', visibility: 'open' as const }],
      sections: { ...first.sections, resources: paragraph('-') },
    };
    const changed = comparedParts(first, second).filter(isChanged);
    expect(changed.map(({ heading }) => heading)).toEqual(['Ressourcer', 'Vedhæftede filer']);
    expect(changed[0]?.changes).toEqual([{ kind: 'added', text: '-' }]);
  });

  it('are the same when nothing changed', () => {
    expect(comparedParts(first, first).some(isChanged)).toBe(false);
  });
});
