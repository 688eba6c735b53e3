import { describe, expect, it } from '@jest/globals';
import { isInList } from './lists.js';

const no = { code: 'not-yours', rule: '' } as const;
const one = {
  ...{ state: 'with-leader' as const, author: { personId: 'ida', name: 'Ida', phone: null, email: null } },
  ...{ actions: ['approve' as const, 'return' as const] },
  abilities: { change: no, submit: no, approve: no, return: no, reject: no, withdraw: no },
};

describe('an indstilling', () => {
  it('is mine while I wrote it and it is under way', () => {
    expect(isInList('mine', one, 'ida')).toBe(true);
    expect(isInList('mine', one, 'msa')).toBe(false);
    expect(isInList('mine', { ...one, state: 'decided' }, 'ida')).toBe(false);
  });

  it('is with me when its next step is mine', () => {
    expect(isInList('with-me', one, 'msa')).toBe(false);
    expect(isInList('with-me', { ...one, abilities: { ...one.abilities, approve: true } }, 'msa')).toBe(true);
    expect(
      isInList('with-me', { ...one, actions: [], abilities: { ...one.abilities, approve: true } }, 'msa'),
    ).toBe(false);
  });

  it('is ready when it is approved, and always among all', () => {
    expect(isInList('ready', one, 'ida')).toBe(false);
    expect(isInList('ready', { ...one, state: 'approved' }, 'ida')).toBe(true);
    expect(isInList('all', { ...one, state: 'withdrawn' }, 'msa')).toBe(true);
  });
});
