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
    expect(historyRight(as(null, 'x'), facts('register', { personId: 'x' }))).toBe('none');
  });

  it('of what nobody wrote is not the nobody’s who asks', () => {
    const nobody = { ...as(null), personId: null };
    for (const kind of ['person', 'indstilling', 'follow-up'] as const)
      expect(historyRight(nobody, facts(kind, { unitId: 'u' }))).toBe('none');
  });

  it('of approved minutes is for whoever reads what is closed', () => {
    const closed = (['chair', 'member', 'director'] as const).map((role) => as(role));
    expect(closed.map((actor) => historyRight(actor, facts('minutes')))).toEqual(Array(3).fill('events'));
  });

  it('of a body is the administrators’ too, and no meeting of it', () => {
    const closed = { body: { id: 'b', visibility: 'closed' } } as const;
    expect(historyRight(as('administrator'), facts('body', closed))).toBe('all');
    expect(historyRight(as('administrator'), facts('meeting'))).toBe('none');
    expect(historyRight(as('administrator'), facts('minutes'))).toBe('none');
  });

  it.each<[string, Partial<SubjectFacts>, Role, HistoryRight]>([
    ['of the unit they lead', {}, 'leader', 'all'],
    ['of another unit', { unitId: 'other' }, 'leader', 'none'],
    ['of another unit', { unitId: 'other' }, 'staff', 'none'],
    ['submitted', {}, 'director', 'events'],
    ['not submitted', { released: false }, 'director', 'none'],
    ['not submitted', { released: false }, 'raadmand', 'none'],
    ['not submitted', { released: false }, 'staff', 'values'],
    ['of another body', { body: { id: 'other', visibility: 'open' } }, 'raadmand', 'none'],
    ['of another body', { body: { id: 'other', visibility: 'open' } }, 'secretariat', 'none'],
    ['of no body', { body: null }, 'director', 'none'],
    ['of no body', { body: null }, 'member', 'none'],
    ['submitted', {}, 'chair', 'none'],
  ])('of an indstilling that is %s, %j, for the %s: %s', (_, more, role, right) => {
    expect(historyRight(as(role), facts('indstilling', { unitId: 'u', ...more }))).toBe(right);
  });

  it.each<[string, Partial<SubjectFacts>, Role | null, HistoryRight]>([
    ['for a person', { personId: 'somebody' }, null, 'values'],
    ['for a person, not confirmed', { personId: 'somebody', released: false }, null, 'none'],
    ['of another unit', { unitId: 'other' }, 'leader', 'events'],
    ['of the unit', {}, 'leader', 'values'],
    ['of no body', { body: null }, 'secretariat', 'none'],
    ['of no body, but of the unit', { body: null }, 'staff', 'values'],
    ['of no body', { body: null }, 'reader', 'none'],
    [
      'of a closed point',
      { point: { id: 'p', visibility: 'closed', released: true } },
      ...(['reader', 'none'] as const),
    ],
    [
      'of a closed point',
      { point: { id: 'p', visibility: 'closed', released: true } },
      ...(['guest', 'events'] as const),
    ],
  ])('of a follow-up %s, %j, for %s: %s', (_, more, role, right) => {
    expect(historyRight(as(role), facts('follow-up', { unitId: 'u', ...more }))).toBe(right);
  });

  it('of a point that hangs on no body, or is no point, is nobody’s but the product’s', () => {
    const none = [point('open', true), facts('point')].map((subject) => ({ ...subject, body: null }));
    for (const subject of [...none, facts('point')])
      expect(historyRight(as('secretariat'), subject)).toBe('none');
  });

  it('of a point somebody is disqualified on is not theirs', () => {
    const who = { ...as('secretariat'), disqualifiedFrom: ['p'] };
    expect(historyRight(who, point('closed', true))).toBe('none');
  });

  it('of a follow-up that is theirs to do holds what was written only where they read its point and body', () => {
    const mine = (more: Partial<SubjectFacts>) => facts('follow-up', { personId: 'x', ...more });
    const closedPoint = { point: { id: 'p', visibility: 'closed', released: true } } as const;
    const closedBody = { body: { id: 'b', visibility: 'closed' } } as const;
    for (const closed of [closedPoint, closedBody]) {
      expect(historyRight(as(null, 'x'), mine(closed))).toBe('events');
      expect(historyRight(as('raadmand', 'x'), mine(closed))).toBe('values');
    }
    expect(historyRight(as(null, 'x'), mine({ ...closedPoint, body: null }))).toBe('events');
    expect(historyRight(as(null, 'x'), mine({}))).toBe('values');
  });

  it('is whole for the author of an indstilling and for the product', () => {
    expect(historyRight(as(null, 'x'), facts('indstilling', { personId: 'x' }))).toBe('all');
    for (const subject of [point('closed', false), facts('register'), facts('follow-up', { body: null })])
      expect(historyRight(PRODUCT, subject)).toBe('all');
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
    if (!allowed)
      expect(mayExportRecord(who, 'x')).toMatchObject({ liftedBy: 'the person or an administrator' });
  });
});
