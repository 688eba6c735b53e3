import { describe, expect, it } from '@jest/globals';
import { claimedRoles } from './claimed-roles.js';
import { safeReturnTo } from './return-to.js';

const mapping = {
  roleClaim: 'roles',
  unitClaim: 'unit',
  roles: {
    ADMIN: 'administrator',
    FAS: 'secretariat@Rådmandsmøde',
    BAD: 'emperor',
    GUEST: 'guest@x',
    LEADER: 'leader',
    MEMBER: 'member',
    STAFF_OEKA: 'staff@ØKA',
  },
};
const rolesOf = (claims: Record<string, unknown>): string[] =>
  claimedRoles(claims, mapping).map(({ role, scope }) => `${role} ${scope ?? '-'}`);

describe('roles from claims', () => {
  it('come from a list and from a single text', () => {
    expect(rolesOf({ roles: ['ADMIN', 'FAS'] })).toEqual(['administrator -', 'secretariat Rådmandsmøde']);
    expect(rolesOf({ roles: 'ADMIN' })).toEqual(['administrator -']);
  });

  it('take the unit of the unit claim where the mapping names none', () => {
    expect(rolesOf({ roles: ['LEADER', 'STAFF_OEKA'], unit: 'JOB' })).toEqual(['leader JOB', 'staff ØKA']);
    expect(rolesOf({ roles: ['LEADER'] })).toEqual([]);
  });

  it.each([
    ['what the mapping does not know', ['x', '__proto__', 'constructor', 'toString']],
    ['a role there is not', ['BAD']],
    ['a guest, who is invited', ['GUEST']],
    ['a role of a body that names none', ['MEMBER']],
    ['what is no text', [1, null, { ADMIN: true }, ['ADMIN']]],
  ])('are not given by %s', (_, roles) => {
    expect(rolesOf({ roles, unit: 'JOB' })).toEqual([]);
  });

  it('come once, however often they are claimed', () => {
    expect(rolesOf({ roles: ['ADMIN', 'ADMIN'] })).toEqual(['administrator -']);
  });

  it('are none without a role claim, in the token or in the configuration', () => {
    expect(rolesOf({})).toEqual([]);
    expect(claimedRoles({ roles: ['ADMIN'] }, { ...mapping, roleClaim: null })).toEqual([]);
  });
});

describe('where to go after signing in', () => {
  it.each([
    '/',
    '/meetings',
    '/follow-ups?unit=FAS&status=new',
    '/meetings/1#point-2',
    '/follow-ups?unit=%C3%98KA',
  ])('is %s when that was asked for', (path) => expect(safeReturnTo(path)).toBe(path));

  it.each([
    undefined,
    null,
    1,
    ['/meetings'],
    '',
    'meetings',
    'http:/x',
    '/\u0000',
    '/æ',
    '/a\\b',
    '/API/v1',
    '/Sign-In',
  ])('is the front page for %j', (asked) => expect(safeReturnTo(asked)).toBe('/'));
});
