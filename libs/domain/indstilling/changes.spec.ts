import { describe, expect, it } from '@jest/globals';
import { fromPlainText } from '../text/index.js';
import {
  approvedText,
  beginSections,
  mayBeginOn,
  mayChangeBody,
  mayChangeTemplate,
  mayWantMeeting,
  sectionsInOrder,
  writeSections,
} from './changes.js';
import { INDSTILLING_TEMPLATES } from './sections.js';
import { INDSTILLING_STATES } from './workflow.js';
import type { IndstillingState } from './workflow.js';

const { raadmand, 'cover-note': coverNote } = INDSTILLING_TEMPLATES;
const text = fromPlainText;

describe('writing sections', () => {
  it('leaves the others as they were', () => {
    const held = { introduction: text('Indledning'), statement: text('Sag') };
    expect(writeSections(held, { statement: text('Ny sag') })).toEqual({
      ok: true,
      value: { introduction: text('Indledning'), statement: text('Ny sag') },
    });
  });

  it('takes an empty section away', () => {
    expect(writeSections({ statement: text('Sag') }, { statement: [] })).toEqual({
      ok: true,
      value: {},
    });
  });

  const told = (outcome: ReturnType<typeof writeSections>): string | null =>
    outcome.ok ? null : `${outcome.refusal.code} ${outcome.refusal.at ?? ''}`;

  it.each([
    ['a key no template has', {}, 'introducton', 'section-unknown sections.introducton'],
    ['a key no template has that the text still holds', { old: text('x') }, 'old', null],
    ['a name every object has', {}, 'constructor', 'section-unknown sections.constructor'],
    ['a key of another template', {}, 'effect', null],
    ['a key of the template', {}, 'resources', null],
  ])('with %s', (_name, held, key, expected) => {
    expect(told(writeSections(held, { [key]: text('Tekst') }))).toBe(expected);
  });

  it.each([
    ['a key no template has', 'introducton', 'section-unknown sections.introducton'],
    ['a key of another template', 'effect', 'section-unknown sections.effect'],
    ['a key of the template', 'resources', null],
  ])('for the first time with %s', (_name, key, expected) => {
    expect(told(beginSections(raadmand, { [key]: text('Tekst') }))).toBe(expected);
  });

  it('for the first time leaves out what is empty', () => {
    expect(beginSections(raadmand, { resources: [], statement: text('Sag') })).toEqual({
      ok: true,
      value: { statement: text('Sag') },
    });
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

describe('the template of an indstilling', () => {
  const codeOf = (outcome: ReturnType<typeof mayBeginOn>): string =>
    outcome.ok ? outcome.value : `${outcome.refusal.code} ${outcome.refusal.at ?? ''}`;

  it.each([
    [['raadmand', 'briefing'], 'briefing', 'briefing'],
    [['raadmand', 'briefing'], 'council', 'template-not-offered template'],
  ] as const)('of those offered, %j, is %s: %s', (offered, wanted, expected) => {
    expect(codeOf(mayBeginOn(offered, wanted))).toBe(expected);
  });

  const FIXED = 'indstilling-template-fixed template';
  it.each<[IndstillingState, 'briefing' | 'council' | 'raadmand', string]>([
    ...INDSTILLING_STATES.map((state): [IndstillingState, 'briefing', string] => [
      state,
      'briefing',
      ['draft', 'returned'].includes(state) ? 'briefing' : FIXED,
    ]),
    // The one it has is no change, although the body offers it no more.
    ['approved', 'raadmand', 'raadmand'],
    ['draft', 'raadmand', 'raadmand'],
    ['returned', 'council', 'template-not-offered template'],
    ['decided', 'council', FIXED],
  ])('of one that is %s can become %s: %s', (state, wanted, expected) => {
    const text = { state, template: 'raadmand' as const };
    expect(codeOf(mayChangeTemplate(text, ['briefing', 'cover-note'], wanted))).toBe(expected);
  });
});
