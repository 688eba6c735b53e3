import { describe, expect, it } from '@jest/globals';
import { listRow } from '../../../lib/row-list.js';
import { aarshjulItemOf, pointFaults, standingFields, standingOf } from './template.js';

const POINT = {
  ...{ title: 'Referat', type: 'standing' as const, minutes: 3, method: 'Runde', responsible: 'Formanden' },
  ...{ purpose: [], visibility: 'closed' as const, fillsWith: 'latest-minutes' as const },
};

describe('a standing point that is edited', () => {
  it('is sent as it was, with what the form does not show', () => {
    expect(standingOf(listRow(standingFields(POINT), POINT))).toEqual(POINT);
  });

  it('has no time where none is written, and fills itself with nothing where that is taken away', () => {
    const fields = { ...standingFields(POINT), minutes: ' ', fills: '' };
    const sent = standingOf(listRow(fields, POINT));
    expect(sent.minutes).toBeNull();
    expect('fillsWith' in sent).toBe(false);
  });

  it.each([
    [{ title: ' ', minutes: '' }, ['title']],
    [{ title: 'x'.repeat(301), minutes: '1440' }, ['title']],
    [{ title: 'Referat', minutes: '1441' }, ['minutes']],
    [{ title: 'Referat', minutes: '2,5' }, ['minutes']],
    [{ title: 'Referat', minutes: '0' }, []],
  ])('has what is wrong named by its row: %j', (fields, wrong) => {
    const faults = pointFaults(fields, 4);
    expect(Object.keys(faults)).toEqual(wrong);
    for (const fault of Object.values(faults)) expect(fault).toContain('række 4');
  });
});

describe('an item of the aarshjul', () => {
  it('is sent as it is written', () => {
    const fields = { title: ' Budget ', month: '9', minutes: '20', type: 'decision' };
    expect(aarshjulItemOf(listRow(fields, null))).toEqual({
      ...{ title: 'Budget', month: 9, minutes: 20, type: 'decision' },
    });
  });
});
