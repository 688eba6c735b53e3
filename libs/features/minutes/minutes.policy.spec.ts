import { describe, expect, it } from '@jest/globals';
import { MINUTES_ACTIONS } from '../../domain/minutes/index.js';
import type { MinutesAction } from '../../domain/minutes/index.js';
import { PRODUCT, ROLES } from '../../domain/rights/index.js';
import type { Actor, Role } from '../../domain/rights/index.js';
import { mayTakeMinutesStep, mayWriteMinutes } from './minutes.policy.js';

const person = (role: Role, scope = 'body'): Actor => ({
  ...{ personId: 'somebody', product: false, disqualifiedFrom: [], viewedBy: null },
  grants: [{ role, bodyId: scope, unitId: scope, pointId: scope }],
});
const JUDGES = ['secretariat', 'raadmand', 'chair'];
const MAY: Readonly<Record<MinutesAction, readonly string[]>> = {
  ...{ review: ['secretariat'], publish: ['secretariat'], unpublish: ['secretariat'] },
  ...{ approve: JUDGES, return: JUDGES },
};

describe('who takes the steps of minutes', () => {
  it.each(MINUTES_ACTIONS)('%s', (action) => {
    expect(ROLES.filter((role) => mayTakeMinutesStep(person(role), 'body', action) === true)).toEqual(
      MAY[action],
    );
    expect(
      ROLES.filter((role) => mayTakeMinutesStep(person(role, 'other'), 'body', action) === true),
    ).toEqual([]);
    expect(mayTakeMinutesStep(PRODUCT, 'body', action)).toBe(true);
  });

  it('says who else may', () => {
    expect(mayTakeMinutesStep(person('member'), 'body', 'approve')).toMatchObject({
      liftedBy: 'the rådmand, the chair or the secretariat of the body',
    });
  });

  it('the writing is the secretariat’s', () => {
    expect(ROLES.filter((role) => mayWriteMinutes(person(role), 'body') === true)).toEqual(['secretariat']);
  });
});
