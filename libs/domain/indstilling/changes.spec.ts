import { describe, expect, it } from '@jest/globals';
import { fromPlainText } from '../text/index.js';
import { approvedText, mayChangeBody, mayWantMeeting, sectionsInOrder, writeSections } from './changes.js';
import { INDSTILLING_TEMPLATES } from './sections.js';
import { INDSTILLING_STATES } from './workflow.js';

const { raadmand, 'cover-note': coverNote } = INDSTILLING_TEMPLATES;
const text = fromPlainText;

describe('writing sections', () => {
  it('leaves the others as they were', () => {
    const held = { introduction: text('Indledning'), statement: text('Sag') };
    expect(writeSections(raadmand, held, { statement: text('Ny sag') })).toEqual({
      ok: true,
      value: { introduction: text('Indledning'), statement: text('Ny sag') },
    });
  });

  it('takes an empty section away', () => {
    expect(writeSections(raadmand, { statement: text('Sag') }, { statement: [] })).toEqual({
      ok: true,
      value: {},
    });
  });

  it.each([
    ['a key no template has', raadmand, {}, 'introducton', 'section-unknown'],
    ['a name every object has', raadmand, {}, 'constructor', 'section-unknown'],
    ['a key of another template', raadmand, {}, 'effect', 'section-unknown'],
    ['a key of another template that the text still holds', raadmand, { effect: text('x') }, 'effect', null],
    ['a key of the template', raadmand, {}, 'resources', null],
  ])('with %s', (_name, template, held, key, expected) => {
    const outcome = writeSections(template, held, { [key]: text('Tekst') });
    expect(outcome.ok ? null : outcome.refusal).toEqual(
      expected === null ? null : expect.objectContaining({ code: expected, at: `sections.${key}` }),
    );
  });
});

describe('the sections of an indstilling', () => {
  it('stand in the order of the template, empty where nothing is written, others last', () => {
    const sections = sectionsInOrder(coverNote, {
      ...{ effect: text('Effekt'), service: [], organisation: text(' '), summary: text('Resume') },
    });
    expect(Object.entries(sections)).toEqual([
      ['background', []],
      ['summary', text('Resume')],
      ['further-process', []],
      ['attachments', []],
      ['effect', text('Effekt')],
    ]);
  });
});

describe('what an approval covers', () => {
  const base = { template: 'raadmand' as const, title: 'Titel', sections: { statement: text('Sag') } };

  it('is the words alone, not the facts beside them', () => {
    const facts = { minutes: 10, unitId: 'a', author: { phone: '87 13 00 00' } };
    expect(approvedText({ ...base, ...facts })).toEqual(base);
  });

  it('is the same with an empty section as without it', () => {
    expect(approvedText({ ...base, sections: { ...base.sections, resources: [] } })).toEqual(base);
  });
});

describe('the body of an indstilling', () => {
  it.each(INDSTILLING_STATES)(
    'in the state %s can be changed only before submission or after a return',
    (state) => {
      const outcome = mayChangeBody(state);
      const expected = state === 'draft' || state === 'returned' ? null : 'indstilling-body-fixed';
      expect(outcome.ok ? null : outcome.refusal.code).toBe(expected);
    },
  );
});

describe('the wanted meeting', () => {
  it.each([
    ['the body itself', { bodyId: 'a', isCancelled: false }, null],
    ['another body', { bodyId: 'b', isCancelled: false }, 'meeting-of-another-body'],
    ['the body, but cancelled', { bodyId: 'a', isCancelled: true }, 'wanted-meeting-cancelled'],
  ])('of %s', (_name, meeting, expected) => {
    const outcome = mayWantMeeting('a', meeting);
    expect(outcome.ok ? null : outcome.refusal.code).toBe(expected);
  });
});
