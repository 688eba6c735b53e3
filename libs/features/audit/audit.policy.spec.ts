import { describe, expect, it } from '@jest/globals';
import { PRODUCT } from '../../domain/rights/index.js';
import type { Actor, Grant, Role } from '../../domain/rights/index.js';
import { historyRight, mayExportRecord } from './audit.policy.js';
import type { HistoryRight, SubjectFacts } from './audit.policy.js';

const as = (role: Role | null, personId = 'somebody'): Actor => {
  const scopes: Record<string, Partial<Grant>> = {
    ...{
      secretariat: { bodyId: 'b' },
      raadmand: { bodyId: 'b' },
      chair: { bodyId: 'b' },
      member: { bodyId: 'b' },
    },
    ...{ reader: { bodyId: 'b' }, leader: { unitId: 'u' }, staff: { unitId: 'u' }, guest: { pointId: 'p' } },
  };
  const grant = { bodyId: null, unitId: null, pointId: null, ...scopes[role ?? ''] };
  return {
    personId,
    grants: role === null ? [] : [{ role, ...grant }],
    disqualifiedFrom: [],
    product: false,
    viewedBy: null,
  };
};

const facts = (kind: SubjectFacts['kind'], more: Partial<SubjectFacts> = {}): SubjectFacts => ({
  ...{
    kind,
    body: { id: 'b', visibility: 'open' },
    point: null,
    unitId: null,
    personId: null,
    released: true,
  },
  ...more,
});
const point = (visibility: 'open' | 'closed', released: boolean) =>
  facts('point', { point: { id: 'p', visibility, released } });
const ROLES_ASKED = ['secretariat', 'raadmand', 'reader', 'staff', 'guest', null] as const;

describe('the right to a history', () => {
  it.each<[string, SubjectFacts, HistoryRight[]]>([
    ['a register', facts('register'), ['none', 'none', 'none', 'none', 'none', 'none']],
    ['another person', facts('person', { personId: 'x' }), ['none', 'none', 'none', 'none', 'none', 'none']],
    ['a body', facts('body'), ['all', 'values', 'none', 'none', 'none', 'none']],
    ['a meeting', facts('meeting'), ['all', 'values', 'none', 'none', 'none', 'none']],
    [
      'an open point that was sent',
      point('open', true),
      ['all', 'events', 'events', 'events', 'events', 'none'],
    ],
    ['an open point that was not', point('open', false), ['all', 'none', 'none', 'none', 'none', 'none']],
    [
      'a closed point that was sent',
      point('closed', true),
      ['all', 'events', 'none', 'none', 'events', 'none'],
    ],
    ['minutes that were approved', facts('minutes'), ['all', 'events', 'none', 'none', 'none', 'none']],
    [
      'a draft of minutes',
      facts('minutes', { released: false }),
      ['all', 'none', 'none', 'none', 'none', 'none'],
    ],
    [
      'an indstilling',
      facts('indstilling', { unitId: 'u' }),
      ['all', 'events', 'none', 'values', 'none', 'none'],
    ],
    [
      'a follow-up',
      facts('follow-up', { unitId: 'u' }),
      ['all', 'events', 'events', 'values', 'none', 'none'],
    ],
    [
      'a follow-up of a point that is closed',
      facts('follow-up', { unitId: 'u', point: { id: 'p', visibility: 'closed', released: true } }),
      ['all', 'events', 'none', 'events', 'events', 'none'],
    ],
    [
      'a suggested follow-up',
      facts('follow-up', { unitId: 'u', released: false }),
      ['all', 'none', 'none', 'none', 'none', 'none'],
    ],
    [
      'what hangs on nothing',
      facts('point', { body: null }),
      ['none', 'none', 'none', 'none', 'none', 'none'],
    ],
  ])('of %s', (_, subject, rights) => {
    expect(ROLES_ASKED.map((role) => historyRight(as(role), subject))).toEqual(rights);
  });

  it('of a person and of registers is the administrators’, and a person’s own', () => {
    const person = facts('person', { personId: 'x' });
    expect(historyRight(as('administrator'), person)).toBe('all');
    expect(historyRight(as(null, 'x'), person)).toBe('all');
    expect(historyRight(as('administrator'), facts('register'))).toBe('all');
  });

  it('of a point somebody is disqualified on is not theirs', () => {
    const who = { ...as('secretariat'), disqualifiedFrom: ['p'] };
    expect(historyRight(who, point('closed', true))).toBe('none');
  });

  it('is whole for the author of an indstilling and for the product', () => {
    expect(historyRight(as(null, 'x'), facts('indstilling', { personId: 'x' }))).toBe('all');
    expect(historyRight(PRODUCT, point('closed', false))).toBe('all');
  });
});

describe('the right to everything recorded about a person', () => {
  it.each<[string, Actor, boolean]>([
    ['administrators', as('administrator'), true],
    ['the person', as(null, 'x'), true],
    ['the product', PRODUCT, true],
    ['a secretariat', as('secretariat'), false],
  ])('of %s', (_, who, allowed) => {
    expect(mayExportRecord(who, 'x') === true).toBe(allowed);
  });
});
