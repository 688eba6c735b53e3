import { describe, expect, it } from '@jest/globals';
import { PRODUCT, ROLES } from '../../domain/rights/index.js';
import type { Actor, Role } from '../../domain/rights/index.js';
import { isOfCircle, mayChangeComment } from './comments.policy.js';

const holding = (role: Role, bodyId: string): Actor => ({
  ...{ personId: 'somebody', product: false, disqualifiedFrom: [], viewedBy: null },
  grants: [{ role, bodyId, unitId: null, pointId: null }],
});

describe('who is of the circle of a body', () => {
  const OF_IT: readonly Role[] = ['secretariat', 'raadmand', 'chair', 'member'];
  it.each(ROLES.map((role) => [role, OF_IT.includes(role)] as const))('%s: %s', (role, is) => {
    expect(isOfCircle(holding(role, 'body'), 'body')).toBe(is);
    expect(isOfCircle(holding(role, 'other'), 'body')).toBe(false);
  });
});

describe('who may change a comment', () => {
  const author = holding('member', 'body');
  it.each([
    ['who wrote it', author, 'somebody', true],
    ['nobody who only reads it', author, 'other', false],
    ['nobody who sees what its author sees', { ...author, viewedBy: 'other' }, 'somebody', false],
    ['not the product', PRODUCT, 'somebody', false],
  ])('%s', (_, actor, authorId, may) => {
    expect(mayChangeComment(actor, { authorId }) === true).toBe(may);
  });

  it('is told who may', () => {
    expect(mayChangeComment(author, { authorId: 'other' })).toMatchObject({
      ...{ code: 'not-allowed', liftedBy: 'who wrote it' },
    });
  });
});
