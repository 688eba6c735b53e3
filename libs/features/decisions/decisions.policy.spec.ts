import { describe, expect, it } from '@jest/globals';
import { MINUTES_STATES } from '../../domain/minutes/index.js';
import { INSIGHTS, PRODUCT, ROLES } from '../../domain/rights/index.js';
import type { Actor, Insight, Role } from '../../domain/rights/index.js';
import { mayReadMinuted, mayWriteDecision } from './decisions.policy.js';

const READ: readonly [Insight, boolean, readonly string[]][] = [
  ['none', false, []],
  ['none', true, ['approved', 'published']],
  ['open', false, ['approved', 'published']],
  ['open', true, ['approved', 'published']],
  ['closed', false, ['in-review', 'approved', 'published']],
  ['closed', true, ['in-review', 'approved', 'published']],
  ['drafts', false, ['none', 'draft', 'in-review', 'approved', 'published']],
  ['drafts', true, ['none', 'draft', 'in-review', 'approved', 'published']],
];

describe('who reads what was minuted', () => {
  it.each(READ)('insight %s, guest %s', (insight, isGuest, states) => {
    const all = [null, ...MINUTES_STATES];
    const read = all.filter((state) => mayReadMinuted({ insight, isGuest }, state));
    expect(read.map((state) => state ?? 'none')).toEqual(states);
  });

  it('every insight is in the table', () => {
    expect(new Set(READ.map(([insight]) => insight))).toEqual(new Set(INSIGHTS));
  });
});

it('decisions are written by the secretariat of the body, and the product', () => {
  const person = (role: Role, scope: string): Actor => ({
    ...{ personId: 'somebody', product: false, disqualifiedFrom: [], viewedBy: null },
    grants: [{ role, bodyId: scope, unitId: scope, pointId: scope }],
  });
  expect(ROLES.filter((role) => mayWriteDecision(person(role, 'body'), 'body') === true)).toEqual([
    'secretariat',
  ]);
  expect(mayWriteDecision(person('secretariat', 'other-body'), 'body')).toMatchObject({
    code: 'not-allowed',
  });
  expect(mayWriteDecision(PRODUCT, 'body')).toBe(true);
});
