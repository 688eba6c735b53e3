import { describe, expect, it } from '@jest/globals';
import { PRODUCT, ROLES } from '../../domain/rights/index.js';
import type { Actor, May, Role } from '../../domain/rights/index.js';
import { mayPlanSomewhere, mayViewAs, mayViewAsSomebody, mayWriteIndstillinger } from './identity.policy.js';

const person = (role: Role, scope = 'body'): Actor => ({
  ...{ personId: 'somebody', product: false, disqualifiedFrom: [], viewedBy: null },
  grants: [{ role, bodyId: scope, unitId: scope, pointId: scope }],
});
const NOBODY: Actor = { ...person('guest'), grants: [] };

describe('what a session may at all', () => {
  it.each<[string, (actor: Actor) => May, readonly Role[], string]>([
    [
      'view as somebody',
      mayViewAsSomebody,
      ['administrator', 'secretariat'],
      'an administrator or a secretariat',
    ],
    ['plan meetings somewhere', mayPlanSomewhere, ['secretariat'], 'the secretariat of a body'],
    [
      'begin indstillinger',
      mayWriteIndstillinger,
      ['secretariat', 'leader', 'staff'],
      'staff of a unit or a secretariat',
    ],
  ])('%s', (_, judge, roles, liftedBy) => {
    expect(ROLES.filter((role) => judge(person(role)) === true)).toEqual(roles);
    expect(judge(NOBODY)).toMatchObject({ code: 'not-allowed', liftedBy });
  });

  it('the product says who is what, and has no session to plan, write or view as in', () => {
    for (const judge of [mayViewAsSomebody, mayPlanSomewhere, mayWriteIndstillinger])
      expect(judge(PRODUCT)).not.toBe(true);
  });
});

describe('who sees as whom', () => {
  it.each<[readonly string[], readonly Role[]]>([
    [['body'], ['administrator', 'secretariat']],
    [
      ['other', 'body'],
      ['administrator', 'secretariat'],
    ],
    [['other'], ['administrator']],
    [[], ['administrator']],
  ])('a person of the bodies %j: %j', (bodyIds, roles) => {
    expect(ROLES.filter((role) => mayViewAs(person(role), bodyIds) === true)).toEqual(roles);
    expect(mayViewAs(person('chair'), bodyIds)).toMatchObject({
      ...{ code: 'not-allowed' },
      liftedBy: 'an administrator or the secretariat of a body the person belongs to',
    });
  });
});
