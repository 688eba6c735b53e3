import { describe, expect, it } from '@jest/globals';
import { PRODUCT, isOneself, isViewed, ownId } from './actor.js';
import type { Actor } from './actor.js';

const self: Actor = { ...PRODUCT, personId: 'somebody', product: false };
const seenBy = (more: Partial<Actor>): Actor => ({ ...self, viewedBy: 'viewer', ...more });

describe('what is somebody’s own', () => {
  it.each<[string, Actor, string | null]>([
    ['theirs while they are themself', self, 'somebody'],
    ['shown to an administrator who sees as them', seenBy({ viewedByAdministrator: true }), 'somebody'],
    ['not shown to others who see as them', seenBy({ viewedByAdministrator: false }), null],
    ['not shown where nobody says that it is an administrator', seenBy({}), null],
    ['nobody’s for the product', PRODUCT, null],
  ])('is %s', (_, actor, id) => {
    expect(ownId(actor)).toBe(id);
    expect(isOneself(actor, 'somebody')).toBe(id !== null);
  });

  it('is not what is another’s, nor what is nobody’s for nobody', () => {
    expect([isOneself(self, 'another'), isOneself(self, null), isOneself(PRODUCT, null)]).toEqual([
      ...[false, false, false],
    ]);
  });

  it('can be told apart: somebody is seen as by another, or is themself', () => {
    expect([isViewed(self), isViewed(seenBy({}))]).toEqual([false, true]);
  });
});
