import { describe, expect, it } from '@jest/globals';
import { PRODUCT, ROLES } from '../../domain/rights/index.js';
import type { Actor } from '../../domain/rights/index.js';
import { keeperOf, mayStillKnow } from './reading.policy.js';
import type { LostPoint } from './reading.policy.js';

const somebody: Actor = {
  ...{ personId: 'somebody', product: false, disqualifiedFrom: [], viewedBy: null },
  grants: ROLES.map((role) => ({ role, bodyId: 'body', unitId: 'unit', pointId: null })),
};

describe('whose notes somebody reads', () => {
  it.each([
    ['their own', somebody, 'somebody'],
    ['none, who sees what somebody else sees', { ...somebody, viewedBy: 'other' }, null],
    [
      'none, an administrator who does',
      { ...somebody, viewedBy: 'other', viewedByAdministrator: true },
      null,
    ],
    ['none, the product itself', PRODUCT, null],
    ['none, the product on behalf of a person', { ...somebody, product: true }, null],
  ])('%s', (_, actor, personId) => {
    expect(keeperOf(actor)).toBe(personId);
  });
});

const reader: Actor = { ...somebody, grants: [] };
const point: LostPoint = {
  ...{ id: 'point', parentId: null, visibility: 'closed', released: true, barred: false },
};
const disqualified = (...from: string[]): Actor => ({ ...reader, disqualifiedFrom: from });

describe('whether somebody still knows a point that they read once', () => {
  it.each([
    ['who would read it, were it still there', reader, 'closed', {}, true],
    ['not who reads open things of a closed one', reader, 'open', {}, false],
    ['who reads open things of an open one', reader, 'open', { visibility: 'open' }, true],
    ['not of one that was never sent', reader, 'closed', { released: false }, false],
    ['who makes agendas of one that was never sent', reader, 'drafts', { released: false }, true],
    ['not who is disqualified on it', disqualified('point'), 'drafts', {}, false],
    ['not who was when it was removed', reader, 'drafts', { barred: true }, false],
    [
      'not who was when it was removed, open or closed',
      reader,
      'drafts',
      { barred: true, visibility: 'open' },
      false,
    ],
    [
      'not who is disqualified on its parent',
      disqualified('parent'),
      'drafts',
      { parentId: 'parent' },
      false,
    ],
    ['who is disqualified on another', disqualified('other'), 'drafts', { parentId: 'parent' }, true],
    [
      'who is disqualified on the parent of an open one',
      disqualified('parent'),
      ...(['drafts', { parentId: 'parent', visibility: 'open' }, true] as const),
    ],
  ] as const)('%s', (_, actor, insight, facts, knows) => {
    expect(mayStillKnow(actor, insight, { ...point, ...facts })).toBe(knows);
  });
});
