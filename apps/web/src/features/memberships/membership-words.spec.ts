import { describe, expect, it } from '@jest/globals';
import type { MembershipView } from '../../../../../libs/contracts/rights.js';
import { isOver, roleInWords, termInWords } from './membership-words.js';

const NAMES = { body: () => 'Social- og Jobudvalget', unit: () => 'FAS' };

function membership(fields: Partial<MembershipView>): MembershipView {
  return {
    ...{ id: 'm', personId: 'p', personName: 'Ea Rask', role: 'administrator', version: 1 },
    ...{ bodyId: null, unitId: null, pointId: null, validFrom: null, validTo: null, substituteFor: null },
    ...fields,
  };
}

describe('a role in words', () => {
  it.each([
    [membership({}), 'Administrator'],
    [membership({ role: 'secretariat', bodyId: 'b' }), 'Sekretariat, Social- og Jobudvalget'],
    [membership({ role: 'leader', unitId: 'u' }), 'Chef, FAS'],
  ])('%#', (one, words) => {
    expect(roleInWords(one, NAMES)).toBe(words);
  });

  it('says when it holds, and that it is a substitute', () => {
    const one = membership({ validFrom: '2026-12-01', validTo: '2027-01-31', substituteFor: 's' });
    expect(termInWords(one, '2026-11-25')).toBe('fra 1. dec. til 31. jan. 2027, som stedfortræder');
    expect(termInWords(membership({}), '2026-11-25')).toBe('');
  });

  it('is over the day after its last', () => {
    expect(isOver({ validTo: '2026-11-24' }, '2026-11-25')).toBe(true);
    expect(isOver({ validTo: '2026-11-25' }, '2026-11-25')).toBe(false);
    expect(isOver({ validTo: null }, '2026-11-25')).toBe(false);
  });
});
