import { describe, expect, it } from '@jest/globals';
import { PRODUCT, ROLES } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { maySeeView } from './saved-views.policy.js';

const somebody: Actor = {
  ...{ personId: 'somebody', product: false, disqualifiedFrom: [], viewedBy: null },
  grants: ROLES.map((role) => ({ role, bodyId: 'body', unitId: 'unit', pointId: 'point' })),
};

describe('who sees a saved view', () => {
  it('whose it is, and nobody else, whatever their roles', () => {
    expect(maySeeView(somebody, { personId: 'somebody' })).toBe(true);
    expect(maySeeView(somebody, { personId: 'other' })).toBe(false);
    expect(maySeeView(PRODUCT, { personId: 'somebody' })).toBe(false);
  });
});
