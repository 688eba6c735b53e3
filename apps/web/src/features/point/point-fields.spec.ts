import { describe, expect, it } from '@jest/globals';
import type { AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';
import { isPointDraft, pointFaults, pointPatch, savedPoint } from './point-fields.js';

const bold = { type: 'paragraph', content: [{ text: 'Fed', bold: true }] } as const;
const point: AgendaPointView = {
  ...{ id: 'a', meetingId: 'm', parentId: null, position: 0, number: '1', part: 'main', title: 'Budget' },
  ...{ type: 'decision', purpose: [bold], method: null, responsible: null, attending: null, minutes: 10 },
  ...{ fixedStart: '09:15', visibility: 'open', closedReason: null, publicTitle: null, publicDecision: [] },
  ...{ lateReason: null, effectiveVisibility: 'open', from: null, to: null, indstillingId: null },
  ...{ withdrawn: false, withdrawnReason: null, late: false, version: 3 },
};

describe('a point as one types into it', () => {
  it('has every field as a text, times as they are printed', () => {
    const { fields, version } = savedPoint(point);
    expect(version).toBe(3);
    expect(fields).toMatchObject({ minutes: '10', fixedStart: '9.15', purpose: 'Fed', method: '' });
  });

  it('is sent with nothing for what is empty, and with the formatting of what was not typed into', () => {
    expect(
      pointPatch({ purpose: 'Fed\n\nNyt', minutes: '', fixedStart: '9.30', method: ' ' }, point),
    ).toEqual({
      purpose: [bold, { type: 'paragraph', content: [{ text: 'Nyt' }] }],
      ...{ minutes: null, fixedStart: '09:30', method: null },
    });
  });

  it.each([
    [{ title: ' ' }, false, ['title']],
    [{ minutes: 'ti' }, false, ['minutes']],
    [{ minutes: '10 min.' }, false, []],
    [{ fixedStart: '25.00' }, false, ['fixedStart']],
    [{ lateReason: '' }, true, ['lateReason']],
    [{ lateReason: '' }, false, []],
  ])('says what is wrong with %j', (typed, late, names) => {
    expect(Object.keys(pointFaults(typed, late))).toEqual(names);
  });

  it('is taken up from the device when it is one', () => {
    const { fields: base } = savedPoint(point);
    expect(isPointDraft({ typed: { title: 'B' }, base, version: 1 })).toBe(true);
    expect(isPointDraft({ typed: { other: 'B' }, base, version: 1 })).toBe(false);
    expect(isPointDraft({ typed: {}, base: { title: 'B' }, version: 1 })).toBe(false);
  });
});
