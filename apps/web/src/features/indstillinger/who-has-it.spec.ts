import { describe, expect, it } from '@jest/globals';
import { whoHasIt } from './who-has-it.js';

const author = { personId: null, name: 'Ida Dalumgård', phone: null, email: null };
const nobody = { ...author, name: null };
const nameOf = (id: string | null) => (id === 'fas' ? 'Fagligt Sekretariat' : null);

describe('an indstilling', () => {
  it.each([
    [{ state: 'draft', step: null, author, unitId: 'fas' }, 'Ida Dalumgård'],
    [{ state: 'returned', step: null, author: nobody, unitId: 'fas' }, 'Sagsbehandler'],
    [{ state: 'with-leader', step: 'leader', author, unitId: 'fas' }, 'Chef, Fagligt Sekretariat'],
    [{ state: 'with-leader', step: 'leader', author, unitId: 'gone' }, 'Chef'],
    [{ state: 'with-leader', step: 'leader', author, unitId: null }, 'Sekretariat'],
    [{ state: 'with-secretariat', step: 'secretariat', author, unitId: 'fas' }, 'Sekretariat'],
    [{ state: 'with-director', step: 'director', author, unitId: 'fas' }, 'Direktør'],
    [{ state: 'with-raadmand', step: 'raadmand', author, unitId: 'fas' }, 'Rådmand'],
    [{ state: 'approved', step: null, author, unitId: 'fas' }, 'Sekretariat'],
    [{ state: 'on-agenda', step: null, author, unitId: 'fas' }, null],
    [{ state: 'withdrawn', step: null, author, unitId: 'fas' }, null],
  ] as const)('%j is with %s', (one, who) => {
    expect(whoHasIt(one, nameOf)).toBe(who);
  });
});
