import { describe, expect, it } from '@jest/globals';
import { PRODUCT } from '../../../domain/rights/index.js';
import type { Actor, Role } from '../../../domain/rights/index.js';
import { mayEndStandIn, mayMakeStandIn } from './stand-ins.policy.js';

const person = (personId: string, role?: Role, scope: string | null = null): Actor => ({
  personId,
  product: false,
  grants: role === undefined ? [] : [{ role, bodyId: scope, unitId: scope, pointId: null }],
  ...{ disqualifiedFrom: [], viewedBy: null },
});
const PEOPLE = {
  product: PRODUCT,
  away: person('away', 'raadmand', 'body'),
  here: person('here', 'staff', 'unit'),
  administrator: person('admin', 'administrator'),
  'administrator who is here': person('here', 'administrator'),
  secretariat: person('secretary', 'secretariat', 'body'),
  'secretary who is here': person('here', 'secretariat', 'body'),
  'other secretariat': person('other', 'secretariat', 'other-body'),
  director: person('director', 'director'),
  nobody: person('nobody'),
} as const;
type Who = keyof typeof PEOPLE;
const allowed = (may: (actor: Actor) => unknown) =>
  (Object.keys(PEOPLE) as Who[]).filter((who) => may(PEOPLE[who]) === true);

const all = { personId: 'away', standInId: 'here', bodyId: null };
const ofBody = { ...all, bodyId: 'body' };

describe('who makes a stand-in', () => {
  it('the one who is away and administrators, though not themself', () => {
    expect(allowed((actor) => mayMakeStandIn(actor, all))).toEqual(['product', 'away', 'administrator']);
  });

  it('the secretariat, as the rådmand of its body only', () => {
    expect(allowed((actor) => mayMakeStandIn(actor, ofBody))).toEqual([
      ...['product', 'away', 'administrator', 'secretariat'],
    ]);
  });

  it('is no matter of rights where somebody would stand in for themself', () => {
    expect(mayMakeStandIn(PEOPLE.away, { ...all, standInId: 'away' })).toBe(true);
  });

  it('is said to the others', () => {
    const who = 'the person, the secretariat of the body or an administrator';
    expect(mayMakeStandIn(PEOPLE.nobody, all)).toMatchObject({ code: 'not-allowed', liftedBy: who });
    expect(mayMakeStandIn(PEOPLE['secretary who is here'], ofBody)).toEqual({
      ...{ code: 'not-allowed', rule: 'Nobody makes themself a stand-in.', liftedBy: who },
    });
  });
});

describe('who ends one', () => {
  it('whoever may make it, and whoever stands in', () => {
    const here: readonly Who[] = ['here', 'administrator', 'administrator who is here'];
    expect(allowed((actor) => mayEndStandIn(actor, all))).toEqual([
      ...['product', 'away', ...here, 'secretary who is here'],
    ]);
    expect(allowed((actor) => mayEndStandIn(actor, ofBody))).toEqual([
      ...['product', 'away', ...here, 'secretariat', 'secretary who is here'],
    ]);
    expect(mayEndStandIn(PEOPLE.nobody, all)).toMatchObject({ code: 'not-allowed' });
  });
});
