import { describe, expect, it } from '@jest/globals';
import { PRODUCT, ROLES } from '../../domain/rights/index.js';
import type { Actor, Role } from '../../domain/rights/index.js';
import { mayImport, mayImportInto } from './imports.policy.js';

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

  it('goes into a body whose meetings one runs, for administrators into any and into new ones', () => {
    const into = (bodyId: string | null) => ROLES.filter((role) => mayImportInto(person(role), bodyId));
    expect(into('body')).toEqual(['administrator', 'secretariat']);
    expect(into('other-body')).toEqual(['administrator']);
    expect(into(null)).toEqual(['administrator']);
    expect(mayImportInto(PRODUCT, null)).toBe(true);
  });
});
