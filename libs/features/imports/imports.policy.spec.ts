import { describe, expect, it } from '@jest/globals';
import { PRODUCT, ROLES } from '../../domain/rights/index.js';
import type { Actor, Role } from '../../domain/rights/index.js';
import { mayImport } from './imports.policy.js';

const person = (role: Role): Actor => ({
  personId: 'somebody',
  product: false,
  grants: [{ role, bodyId: 'body', unitId: 'unit', pointId: 'point' }],
  disqualifiedFrom: ['point'],
  viewedBy: null,
});

describe('importing', () => {
  it('is for secretariats, administrators and the product', () => {
    expect(ROLES.filter((role) => mayImport(person(role)) === true)).toEqual([
      'administrator',
      'secretariat',
    ]);
    expect(mayImport(PRODUCT)).toBe(true);
    expect(mayImport(person('leader'))).toEqual({
      code: 'not-allowed',
      rule: 'Only a secretariat or an administrator may do this.',
      liftedBy: 'a secretariat or an administrator',
    });
  });
});
