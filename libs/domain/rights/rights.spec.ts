import { describe, expect, it } from '@jest/globals';
import {
  INSIGHTS,
  PRODUCT,
  ROLES,
  ROLE_SCOPE,
  atLeast,
  checkMembership,
  checkSubstitute,
  holds,
  holdsAnywhere,
  inForce,
  insightInto,
  isProduct,
  mayReadPoint,
  no,
  onlyFor,
  scopesOf,
} from './index.js';
import type { Actor, Grant, Insight, Role } from './index.js';

const grant = (role: Role, named: Partial<Grant> = {}): Grant => {
  const ids = { everything: {}, body: { bodyId: 'b' }, unit: { unitId: 'u' }, point: { pointId: 'p' } };
  return { role, bodyId: null, unitId: null, pointId: null, ...ids[ROLE_SCOPE[role]], ...named };
};
const person = (grants: readonly Grant[], disqualifiedFrom: readonly string[] = []): Actor => ({
  ...{ personId: 'somebody', product: false, viewedBy: null },
  grants,
  disqualifiedFrom,
});
const one = (role: Role): Actor => person([grant(role)]);

/** The insight of each role into: its own open body, its own closed body, another open body, another closed body. */
const SEEN: Readonly<Record<Role, readonly Insight[]>> = {
  administrator: ['open', 'none', 'open', 'none'],
  secretariat: ['drafts', 'drafts', 'open', 'none'],
  raadmand: ['closed', 'closed', 'none', 'none'],
  chair: ['closed', 'closed', 'none', 'none'],
  director: ['closed', 'closed', 'closed', 'closed'],
  leader: ['open', 'none', 'open', 'none'],
  staff: ['open', 'none', 'open', 'none'],
  member: ['closed', 'closed', 'none', 'none'],
  reader: ['open', 'none', 'none', 'none'],
  guest: ['none', 'none', 'none', 'none'],
};

type Reads = readonly [openOut: boolean, openIn: boolean, closedOut: boolean, closedIn: boolean];

/** What each insight reads of: an open point that is out, one that is not, a closed one that is out, one that is not. */
const READS: Readonly<Record<Insight, Reads>> = {
  none: [false, false, false, false],
  open: [true, false, false, false],
  closed: [true, false, true, false],
  drafts: [true, true, true, true],
};

describe('the roles', () => {
  it('each is held for one kind of thing', () => {
    const held = (scope: string) => ROLES.filter((role) => ROLE_SCOPE[role] === scope);
    expect(held('everything')).toEqual(['administrator', 'director']);
    expect(held('body')).toEqual(['secretariat', 'raadmand', 'chair', 'member', 'reader']);
    expect(held('unit')).toEqual(['leader', 'staff']);
    expect(held('point')).toEqual(['guest']);
    expect(ROLES).toHaveLength(10);
  });

  it.each(ROLES)('%s: held for what it names, or for everything', (role) => {
    const asked = ['b', 'u', 'p', 'other', null, undefined];
    const everything = ROLE_SCOPE[role] === 'everything';
    const named = { everything: 'none', body: 'b', unit: 'u', point: 'p' }[ROLE_SCOPE[role]];
    expect(asked.filter((id) => holds(one(role), [role], id))).toEqual(everything ? asked : [named]);
    expect(holds(one(role), [role])).toBe(everything);
  });

  it.each(ROLES)('%s: none of the other roles', (role) => {
    const others = ROLES.filter((other) => other !== role);
    expect(others.filter((other) => holds(one(role), [other], 'b'))).toEqual([]);
    expect(holds(one(role), others, 'b') || holds(one(role), [], 'b')).toBe(false);
    expect(holdsAnywhere(one(role), others)).toBe(false);
    expect(holdsAnywhere(one(role), [role])).toBe(true);
    expect(scopesOf(one(role), others)).toEqual([]);
  });

  it('one of the grants and one of the roles is enough', () => {
    const two = person([grant('reader'), grant('staff')]);
    expect(holds(two, ['leader', 'staff'], 'u')).toBe(true);
    expect(holds(two, ['staff', 'reader'], 'b')).toBe(true);
    expect(holdsAnywhere(two, ['guest', 'staff'])).toBe(true);
    expect(holds(two, ['staff'], 'b')).toBe(false);
  });

  it('one that names nothing is not held for nothing', () => {
    expect(holds(person([grant('leader', { unitId: null })]), ['leader'], null)).toBe(false);
  });

  it('a person without grants holds none', () => {
    expect(holdsAnywhere(person([]), ROLES)).toBe(false);
    expect(holds(person([]), ROLES, 'b')).toBe(false);
    expect(scopesOf(person([]), ROLES)).toEqual([]);
  });

  it('what they are held for: each once, in the order of the grants', () => {
    const bodies = ['y', 'x', 'y'].map((bodyId) => grant('secretariat', { bodyId }));
    const many = person([...bodies, grant('reader'), grant('leader'), grant('guest'), grant('director')]);
    expect(scopesOf(many, ['secretariat'])).toEqual(['y', 'x']);
    expect(scopesOf(many, ['guest', 'leader', 'secretariat'])).toEqual(['y', 'x', 'u', 'p']);
    expect(scopesOf(many, ['director', 'administrator'])).toEqual([]);
  });
});

describe('the product itself', () => {
  it('is nobody, holds nothing and is known as the product', () => {
    expect(PRODUCT).toEqual({
      ...{ personId: null, product: true, viewedBy: null },
      ...{ grants: [], disqualifiedFrom: [] },
    });
    expect(isProduct(PRODUCT)).toBe(true);
    expect(isProduct({ ...person([]), product: true })).toBe(true);
  });

  it.each(ROLES)('is not a person who is %s', (role) => {
    expect(isProduct(one(role))).toBe(false);
    expect(isProduct({ ...one(role), personId: null })).toBe(false);
  });
});

describe('the term of a membership', () => {
  it.each([
    [null, null, true],
    ['2026-03-10', null, true],
    ['2026-03-11', null, false],
    [null, '2026-03-10', true],
    [null, '2026-03-09', false],
    ['2026-03-10', '2026-03-10', true],
    ['2026-03-01', '2026-03-31', true],
    ['2026-03-01', '2026-03-09', false],
    ['2026-03-11', '2026-03-31', false],
    ['2027-01-01', '2025-12-31', false],
  ])('from %s to %s: in force on 2026-03-10: %s', (validFrom, validTo, expected) => {
    expect(inForce({ validFrom, validTo }, '2026-03-10')).toBe(expected);
  });
});

describe('insight into a body', () => {
  const bodies = [
    { id: 'b', visibility: 'open' },
    { id: 'b', visibility: 'closed' },
    { id: 'other', visibility: 'open' },
    { id: 'other', visibility: 'closed' },
  ] as const;

  it.each(ROLES)('of %s: own open, own closed, other open, other closed', (role) => {
    expect(bodies.map((body) => insightInto(one(role), body))).toEqual(SEEN[role]);
  });

  it('of the product: everything; of a person without grants: nothing', () => {
    expect(bodies.map((body) => insightInto(PRODUCT, body))).toEqual(Array(4).fill('drafts'));
    expect(bodies.map((body) => insightInto(person([]), body))).toEqual(Array(4).fill('none'));
  });

  it('of several roles: the deepest', () => {
    const several = person([grant('staff'), grant('member'), grant('secretariat', { bodyId: 'other' })]);
    expect(bodies.map((body) => insightInto(several, body))).toEqual([
      'closed',
      'closed',
      'drafts',
      'drafts',
    ]);
  });

  it('goes none, open, closed, drafts', () => {
    expect(INSIGHTS).toEqual(['none', 'open', 'closed', 'drafts']);
    const reached = INSIGHTS.map((least) => INSIGHTS.filter((insight) => atLeast(insight, least)));
    expect(reached).toEqual([
      ['none', 'open', 'closed', 'drafts'],
      ['open', 'closed', 'drafts'],
      ['closed', 'drafts'],
      ['drafts'],
    ]);
  });
});

describe('reading a point', () => {
  const points = [
    { id: 'p', visibility: 'open', released: true },
    { id: 'p', visibility: 'open', released: false },
    { id: 'p', visibility: 'closed', released: true },
    { id: 'p', visibility: 'closed', released: false },
  ] as const;
  const read = (actor: Actor, insight: Insight) => points.map((point) => mayReadPoint(actor, insight, point));

  it.each(INSIGHTS)('%s: open out, open not out, closed out, closed not out', (insight) => {
    expect(read(person([]), insight)).toEqual(READS[insight]);
    expect(read(person([grant('guest', { pointId: 'other' })]), insight)).toEqual(READS[insight]);
  });

  it.each(INSIGHTS)('%s, disqualified on it: the same of it open, none of it closed', (insight) => {
    const [openOut, openIn] = READS[insight];
    expect(read(person([], ['other', 'p']), insight)).toEqual([openOut, openIn, false, false]);
    expect(read(person([], ['other']), insight)).toEqual(READS[insight]);
  });

  it('as its guest: once it is out, closed or not, unless disqualified', () => {
    expect(read(one('guest'), 'none')).toEqual([true, false, true, false]);
    expect(read(person([grant('guest')], ['p']), 'none')).toEqual([true, false, false, false]);
  });

  it.each(ROLES.filter((role) => role !== 'guest'))('%s of the same id is no guest', (role) => {
    const named = person([grant(role, { bodyId: 'p', unitId: 'p', pointId: 'p' })]);
    expect(read(named, 'none')).toEqual([false, false, false, false]);
  });
});

describe('what a policy answers', () => {
  it('yes, or who may', () => {
    expect(onlyFor(true, 'the chair')).toBe(true);
    expect(onlyFor(false, 'the chair')).toEqual({
      ...{ code: 'not-allowed', rule: 'Only the chair may do this.', liftedBy: 'the chair' },
    });
    expect(no('It rains.', 'nobody')).toEqual({ code: 'not-allowed', rule: 'It rains.', liftedBy: 'nobody' });
  });
});

describe('the shape of a membership', () => {
  const open = { validFrom: null, validTo: null };
  const combinations = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({
    bodyId: bits & 1 ? 'b' : null,
    unitId: bits & 2 ? 'u' : null,
    pointId: bits & 4 ? 'p' : null,
  }));

  const nothing = (role: Role) =>
    `The role ${role} is held for everything, so it names no body, unit or point.`;
  const that = (role: Role, what: string) =>
    `The role ${role} is held for one ${what}, so it names that and nothing else.`;

  it.each<[Role, number, string]>([
    ['administrator', 0, nothing('administrator')],
    ['director', 0, nothing('director')],
    ['secretariat', 1, that('secretariat', 'body')],
    ['raadmand', 1, that('raadmand', 'body')],
    ['chair', 1, that('chair', 'body')],
    ['member', 1, that('member', 'body')],
    ['reader', 1, that('reader', 'body')],
    ['leader', 2, that('leader', 'unit')],
    ['staff', 2, that('staff', 'unit')],
    ['guest', 4, that('guest', 'point')],
  ])('%s names what it is held for and nothing else', (role, right, rule) => {
    combinations.forEach((named, bits) => {
      const outcome = checkMembership({ role, ...named, ...open });
      if (bits === right) expect(outcome).toEqual({ ok: true, value: true });
      else expect(outcome).toMatchObject({ ok: false, refusal: { code: 'membership-scope', rule } });
    });
  });

  it.each<[Role, string]>([
    ['member', 'bodyId'],
    ['staff', 'unitId'],
    ['guest', 'pointId'],
  ])('points at what is missing for %s: %s', (role, at) => {
    const nothingNamed = { role, bodyId: null, unitId: null, pointId: null, ...open };
    expect(checkMembership(nothingNamed)).toMatchObject({ refusal: { at } });
  });

  it('points at the first thing named where nothing may be', () => {
    const at = (named: Partial<Grant>) => checkMembership({ ...grant('director', named), ...open });
    expect(at({ unitId: 'u', pointId: 'p' })).toMatchObject({ refusal: { at: 'unitId' } });
    expect(at({ pointId: 'p' })).toMatchObject({ refusal: { at: 'pointId' } });
  });

  it.each([
    [null, null, true],
    ['2026-03-10', null, true],
    [null, '2026-03-10', true],
    ['2026-03-10', '2026-03-10', true],
    ['2026-03-10', '2026-03-11', true],
    ['2026-03-10', '2026-03-09', false],
  ])('from %s to %s: %s', (validFrom, validTo, fine) => {
    const outcome = checkMembership({ ...grant('member'), validFrom, validTo });
    const rule = 'A membership cannot end before it begins.';
    const refusal = { code: 'membership-dates', rule, at: 'validTo' };
    expect(outcome).toEqual(fine ? { ok: true, value: true } : { ok: false, refusal });
  });
});

describe('a substitute', () => {
  const stoodInFor = { ...grant('chair'), personId: 'chair', substituteFor: null };
  const codeOf = (facts: object, of: object = {}): string => {
    const outcome = checkSubstitute(
      { ...grant('chair'), personId: 'deputy', ...facts },
      { ...stoodInFor, ...of },
    );
    if (outcome.ok) return 'ok';
    expect(outcome.refusal.at).toBe('substituteFor');
    expect(outcome.refusal.rule).toMatch(/^[A-Z].*\.$/);
    return outcome.refusal.code;
  };

  it.each<[string, object, object, string]>([
    ['the same role of somebody else', {}, {}, 'ok'],
    ['another role', { role: 'secretariat' }, {}, 'substitute-differs'],
    ['the role in another body', { bodyId: 'other' }, {}, 'substitute-differs'],
    ['the role for a unit', { unitId: 'u' }, {}, 'substitute-differs'],
    ['the role on a point', { pointId: 'p' }, {}, 'substitute-differs'],
    ['their own role', { personId: 'chair' }, {}, 'substitute-for-oneself'],
    ['a substitute', {}, { substituteFor: 'm' }, 'substitute-of-a-substitute'],
  ])('stands in for %s', (_name, facts, of, code) => {
    expect(codeOf(facts, of)).toBe(code);
  });
});
