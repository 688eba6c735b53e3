import { describe, expect, it } from '@jest/globals';
import { headingField, sectionFaults, sectionFields, sectionsOf, useField } from './sections.js';

const own = {
  raadmand: {
    'further-process': { heading: 'DET VIDERE FORLØB', off: false },
    communication: { heading: null, off: true },
  },
  'cover-note': { 'further-process': { heading: 'Og så', off: true } },
};
const usual = sectionFields({});

describe('the sections of a body in a form', () => {
  it('are kept as they came', () => {
    expect(sectionsOf(sectionFields(own))).toEqual(own);
    expect(sectionsOf(usual)).toEqual({});
  });

  it.each(['', '  ', 'Kommunikation', ' KOMMUNIKATION '])(
    'are as usual where the heading is "%s"',
    (heading) => {
      expect(sectionsOf({ ...usual, [headingField('raadmand', 'communication')]: heading })).toEqual({});
    },
  );

  it('cannot do without what every text has', () => {
    expect(sectionsOf({ ...usual, [useField('raadmand', 'statement')]: '' })).toEqual({});
  });

  it('say at the heading what is wrong with it', () => {
    const fields = {
      ...usual,
      [headingField('raadmand', 'resources')]: 'Kommunikation',
      [headingField('briefing', 'statement')]: 'x'.repeat(61),
      [headingField('council', 'effect')]: 'x'.repeat(60),
    };
    expect(sectionFaults(fields)).toEqual({
      'raadmand-communication': 'En anden overskrift i skabelonen er den samme. Skriv en anden.',
      'briefing-statement': 'En overskrift kan højst være på 60 tegn.',
    });
    expect(sectionFaults(usual)).toEqual({});
  });
});
