import { describe, expect, it } from '@jest/globals';
import { PRODUCT, ROLES } from '../../domain/rights/index.js';
import type { Actor, Role } from '../../domain/rights/index.js';
import {
  mayAdminister,
  mayChangeBody,
  mayOpenBody,
  maySeeBody,
  maySeeClosedStandingPoints,
  maySeePerson,
} from './organisation.policy.js';

const person = (role: Role, scope: string): Actor => ({
  ...{ personId: 'somebody', product: false, disqualifiedFrom: [], viewedBy: null },
  grants: [{ role, bodyId: scope, unitId: scope, pointId: scope }],
});
const own = (judge: (actor: Actor) => boolean) => ROLES.filter((role) => judge(person(role, 'body')));
const others = (judge: (actor: Actor) => boolean) => ROLES.filter((role) => judge(person(role, 'other')));
const NOBODY: Actor = { ...person('guest', 'point'), grants: [] };
const OPEN = { id: 'body', visibility: 'open' } as const;
const CLOSED = { id: 'body', visibility: 'closed' } as const;

describe('who administers units, people, new bodies and closing days', () => {
  it('the administrators and the product', () => {
    expect(own((actor) => mayAdminister(actor) === true)).toEqual(['administrator']);
    expect(mayAdminister(PRODUCT)).toBe(true);
    expect(mayAdminister(NOBODY)).toMatchObject({ code: 'not-allowed', liftedBy: 'an administrator' });
  });
});

describe('who changes the settings of a body', () => {
  it.each([OPEN, CLOSED])('$visibility: the administrators, its own secretariat and the product', (body) => {
    expect(own((actor) => mayChangeBody(actor, body) === true)).toEqual(['administrator', 'secretariat']);
    expect(others((actor) => mayChangeBody(actor, body) === true)).toEqual(['administrator']);
    expect(mayChangeBody(PRODUCT, body)).toBe(true);
    expect(mayChangeBody(NOBODY, body)).toMatchObject({
      ...{ code: 'not-allowed', liftedBy: 'the secretariat of the body or an administrator' },
    });
  });
});

describe('opening a closed body', () => {
  it('is for all who may change it but those who are disqualified on something in it', () => {
    for (const actor of [PRODUCT, NOBODY]) expect(mayOpenBody(actor, [])).toBe(true);
    expect(mayOpenBody(PRODUCT, ['point'])).toBe(true);
    expect(mayOpenBody(NOBODY, ['point'])).toMatchObject({
      code: 'not-allowed',
      liftedBy: 'somebody else in the secretariat of the body',
    });
  });
});

describe('who sees a body', () => {
  it('that is open: those of it, and whoever works in the department', () => {
    const see = (actor: Actor) => maySeeBody(actor, OPEN);
    expect(own(see)).toEqual(ROLES.filter((role) => role !== 'guest'));
    expect(others(see)).toEqual(['administrator', 'secretariat', 'director', 'leader', 'staff']);
    expect([see(PRODUCT), see(NOBODY)]).toEqual([true, false]);
  });

  it('that is closed: those who read what is closed in it, and the administrators who keep it', () => {
    const see = (actor: Actor) => maySeeBody(actor, CLOSED);
    expect(own(see)).toEqual(['administrator', 'secretariat', 'raadmand', 'chair', 'director', 'member']);
    expect(others(see)).toEqual(['administrator', 'director']);
    expect([see(PRODUCT), see(NOBODY)]).toEqual([true, false]);
  });
});

describe('who sees closed standing points', () => {
  it.each([OPEN, CLOSED])('of a body that is $visibility: who reads closed points or keeps it', (body) => {
    const see = (actor: Actor) => maySeeClosedStandingPoints(actor, body);
    expect(own(see)).toEqual(['administrator', 'secretariat', 'raadmand', 'chair', 'director', 'member']);
    expect(others(see)).toEqual(['administrator', 'director']);
    expect([see(PRODUCT), see(NOBODY)]).toEqual([true, false]);
  });
});

describe('who sees phones and mails', () => {
  it('everybody’s: all but readers and guests from outside', () => {
    const see = (actor: Actor) => maySeePerson(actor, 'another');
    expect(own(see)).toEqual(ROLES.filter((role) => role !== 'reader' && role !== 'guest'));
    expect([see(PRODUCT), see(NOBODY), maySeePerson(NOBODY, null)]).toEqual([true, false, false]);
  });

  it('one’s own: each', () => {
    expect(own((actor) => maySeePerson(actor, 'somebody'))).toEqual(ROLES);
    expect(maySeePerson(NOBODY, 'somebody')).toBe(true);
  });
});
