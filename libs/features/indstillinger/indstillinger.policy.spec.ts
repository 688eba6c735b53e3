import { describe, expect, it } from '@jest/globals';
import { INDSTILLING_STATES } from '../../domain/indstilling/index.js';
import type { IndstillingAction, IndstillingState } from '../../domain/indstilling/index.js';
import { PRODUCT } from '../../domain/rights/index.js';
import type { Actor, Role } from '../../domain/rights/index.js';
import {
  actsFor,
  mayBeginIndstilling,
  mayChangeIndstilling,
  mayTakeBackStep,
  mayTakeIndstillingStep,
  seesAsAsked,
  seesWhole,
  sightOf,
} from './indstillinger.policy.js';
import type { IndstillingFacts, TakenFacts } from './indstillinger.policy.js';

const person = (role: Role | null, scope: string | null = null, personId = 'somebody'): Actor => ({
  personId,
  product: false,
  grants: role === null ? [] : [{ role, bodyId: scope, unitId: scope, pointId: scope }],
  disqualifiedFrom: [],
  viewedBy: null,
});
const PEOPLE = {
  product: PRODUCT,
  author: person('staff', 'unit', 'author'),
  beginner: person('staff', 'other-unit', 'beginner'),
  leader: person('leader', 'unit'),
  staff: person('staff', 'unit'),
  'other-leader': person('leader', 'other-unit'),
  secretariat: person('secretariat', 'body'),
  'other-secretariat': person('secretariat', 'other-body'),
  director: person('director'),
  raadmand: person('raadmand', 'body'),
  'other-raadmand': person('raadmand', 'other-body'),
  chair: person('chair', 'body'),
  member: person('member', 'body'),
  reader: person('reader', 'body'),
  guest: person('guest', 'point'),
  administrator: person('administrator'),
} as const;
type Who = keyof typeof PEOPLE;
const everyone = Object.keys(PEOPLE) as Who[];

const facts = (state: IndstillingState, more: Partial<IndstillingFacts> = {}): IndstillingFacts => ({
  bodyId: 'body',
  unitId: 'unit',
  authorId: 'author',
  createdBy: 'beginner',
  state,
  ...more,
});

const ITS_OWN: readonly Who[] = ['product', 'author', 'beginner', 'leader', 'staff'];
const SEEN_BY: Readonly<Record<IndstillingState, readonly Who[]>> = {
  draft: ITS_OWN,
  'with-leader': [...ITS_OWN, 'secretariat', 'director'],
  'with-secretariat': [...ITS_OWN, 'secretariat', 'director'],
  'with-director': [...ITS_OWN, 'secretariat', 'director'],
  'with-raadmand': [...ITS_OWN, 'secretariat', 'director', 'raadmand'],
  approved: [...ITS_OWN, 'secretariat', 'director', 'raadmand'],
  'on-agenda': [...ITS_OWN, 'secretariat', 'director', 'raadmand'],
  decided: [...ITS_OWN, 'secretariat', 'director', 'raadmand'],
  returned: [...ITS_OWN, 'secretariat'],
  rejected: [...ITS_OWN, 'secretariat', 'director', 'raadmand'],
  withdrawn: [...ITS_OWN, 'secretariat'],
};

describe('who sees an indstilling as it is being worked on', () => {
  it.each(INDSTILLING_STATES)('%s', (state) => {
    expect(everyone.filter((who) => seesWhole(PEOPLE[who], facts(state)))).toEqual(SEEN_BY[state]);
  });

  it('a draft with neither author nor unit: the secretariat', () => {
    const nobodys = facts('draft', { authorId: null, unitId: null, createdBy: null });
    expect(everyone.filter((who) => seesWhole(PEOPLE[who], nobodys))).toEqual(['product', 'secretariat']);
    for (const one of [{ authorId: null }, { unitId: null }])
      expect(seesWhole(PEOPLE.secretariat, facts('draft', one))).toBe(false);
  });
});

describe('who is asked for an opinion of it', () => {
  const asked = (state: IndstillingState) => facts(state, { askedUnits: ['third-unit', 'other-unit'] });

  it.each(INDSTILLING_STATES)('sees it whole, %s', (state) => {
    const theirs = [...SEEN_BY[state], 'other-leader'];
    expect(everyone.filter((who) => seesWhole(PEOPLE[who], asked(state)))).toEqual(
      everyone.filter((who) => theirs.includes(who)),
    );
    expect(everyone.filter((who) => seesAsAsked(PEOPLE[who], asked(state)))).toEqual(['other-leader']);
  });

  it('works in a unit that is asked', () => {
    const sees = (role: Role, scope: string | null) => seesAsAsked(person(role, scope), asked('draft'));
    expect([sees('leader', 'third-unit'), sees('staff', 'other-unit')]).toEqual([true, true]);
    expect([sees('staff', 'fourth-unit'), sees('secretariat', 'other-unit')]).toEqual([false, false]);
    expect(seesAsAsked(person('staff', 'other-unit'), facts('draft'))).toBe(false);
  });

  it('takes no step with it, whatever they are to it besides', () => {
    const both: Actor = {
      ...person(null),
      grants: [...person('staff', 'other-unit').grants, ...person('secretariat', 'body').grants],
    };
    const may = (state: IndstillingState, more: Partial<IndstillingFacts> = {}) =>
      mayChangeIndstilling(both, { ...asked(state), ...more }, 'whole') === true;
    expect(may('draft')).toBe(false);
    expect(may('draft', { askedUnits: [] })).toBe(true);
    expect(may('with-leader')).toBe(true);
  });

  it('sees nothing of it where they are barred from a point that it lies on', () => {
    const staff = person('staff', 'other-unit');
    expect(sightOf(staff, asked('on-agenda'), { submission: null, barred: true })).toBe('none');
    expect(sightOf(staff, asked('on-agenda'), { submission: 1, barred: false })).toBe('whole');
  });
});

describe('what is seen of it', () => {
  const readable = { submission: 1, barred: false };
  it.each<[Who, IndstillingState, { submission: number | null; barred: boolean }, string]>([
    ['reader', 'on-agenda', readable, 'submitted'],
    ['reader', 'with-leader', readable, 'submitted'],
    ['reader', 'on-agenda', { submission: null, barred: false }, 'none'],
    ['director', 'returned', readable, 'submitted'],
    ['director', 'on-agenda', readable, 'whole'],
    ['author', 'draft', { submission: null, barred: false }, 'whole'],
    ['director', 'on-agenda', { submission: null, barred: true }, 'none'],
    ['author', 'on-agenda', { submission: 1, barred: true }, 'none'],
    ['product', 'on-agenda', { submission: null, barred: true }, 'whole'],
  ])('%s, %s, %j: %s', (who, state, points, sight) => {
    expect(sightOf(PEOPLE[who], facts(state), points)).toBe(sight);
  });
});

const ITS_EDITORS: readonly Who[] = ['product', 'author', 'leader', 'secretariat'];
const MAY: readonly [IndstillingAction, IndstillingState, readonly Who[]][] = [
  ['submit', 'draft', ITS_EDITORS],
  ['submit', 'returned', ITS_EDITORS],
  ['revise', 'on-agenda', ITS_EDITORS],
  ['withdraw', 'with-director', ITS_EDITORS],
  ['approve', 'with-leader', ['product', 'leader']],
  ['return', 'with-leader', ['product', 'leader']],
  ['reject', 'with-leader', ['product', 'leader']],
  ['approve', 'with-secretariat', ['product', 'secretariat']],
  ['return', 'with-secretariat', ['product', 'secretariat']],
  ['approve', 'with-director', ['product', 'director']],
  ['reject', 'with-director', ['product', 'director']],
  ['approve', 'with-raadmand', ['product', 'raadmand']],
  ['reject', 'with-raadmand', ['product', 'raadmand']],
  ['place', 'approved', ['product', 'secretariat']],
  ['take-off', 'on-agenda', ['product', 'secretariat']],
  ['postpone', 'on-agenda', ['product', 'secretariat']],
  ['decide', 'on-agenda', ['product', 'secretariat']],
  ['approve', 'draft', ['product', 'leader', 'secretariat', 'director', 'raadmand']],
];

describe('who may take a step', () => {
  it.each(MAY)('%s from %s', (action, state, allowed) => {
    const may = (who: Who) => mayTakeIndstillingStep(PEOPLE[who], facts(state), action, 'whole');
    expect(everyone.filter((who) => may(who) === true)).toEqual(allowed);
  });

  it.each(['author', 'beginner'])('the %s, only while they work in its unit or secretariat', (who) => {
    const may = (role: Role | null, scope: string, more: Partial<IndstillingFacts> = {}) =>
      mayChangeIndstilling(person(role, scope, who), facts('draft', more), 'whole') === true;
    expect([may('staff', 'unit'), may('leader', 'unit'), may('secretariat', 'body')]).toEqual(
      Array(3).fill(true),
    );
    expect([may(null, 'unit'), may('staff', 'other-unit'), may('secretariat', 'other-body')]).toEqual(
      Array(3).fill(false),
    );
    expect([may('staff', 'unit', { unitId: null }), may(null, 'unit', { unitId: null })]).toEqual([
      true,
      false,
    ]);
    expect(seesWhole(person(null, null, who), facts('draft'))).toBe(true);
  });

  it('nobody who sees only what was submitted', () => {
    const may = (who: Who) => mayTakeIndstillingStep(PEOPLE[who], facts('on-agenda'), 'approve', 'submitted');
    expect(everyone.filter((who) => may(who) === true)).toEqual(['product']);
    expect(mayChangeIndstilling(PEOPLE.secretariat, facts('on-agenda'), 'submitted')).not.toBe(true);
  });

  it('the secretariat, as leader of an indstilling that names no unit', () => {
    const may = (who: Who) =>
      mayTakeIndstillingStep(PEOPLE[who], facts('with-leader', { unitId: null }), 'approve', 'whole');
    expect(everyone.filter((who) => may(who) === true)).toEqual(['product', 'secretariat']);
  });

  it.each<[IndstillingAction, IndstillingState, string]>([
    ['submit', 'draft', 'its author or the leader of its unit or the secretariat of the body'],
    ['approve', 'with-leader', 'the leader of its unit'],
    ['approve', 'with-secretariat', 'the secretariat of the body'],
    ['approve', 'with-director', 'the director'],
    ['approve', 'with-raadmand', 'the rådmand'],
    ['decide', 'on-agenda', 'the secretariat of the body or the minute taker'],
    [
      ...(['approve', 'draft'] as const),
      'the leader of its unit or the secretariat of the body or the director or the rådmand',
    ],
  ])('%s from %s: says who', (action, state, liftedBy) => {
    expect(mayTakeIndstillingStep(PEOPLE.member, facts(state), action, 'whole')).toMatchObject({
      code: 'not-allowed',
      liftedBy,
    });
  });

  it('nobody, as the person that an imported one does not name', () => {
    const imported = facts('draft', { authorId: null, createdBy: null });
    const nobody: Actor = { ...PEOPLE.member, personId: null };
    expect(seesWhole(nobody, imported)).toBe(false);
    expect(mayChangeIndstilling(nobody, imported, 'whole')).not.toBe(true);
  });

  it('says who else may', () => {
    expect(mayTakeIndstillingStep(PEOPLE.staff, facts('with-director'), 'approve', 'whole')).toEqual({
      code: 'not-allowed',
      rule: 'Only the director may do this.',
      liftedBy: 'the director',
    });
    expect(mayChangeIndstilling(PEOPLE.staff, facts('draft'), 'whole')).toMatchObject({
      liftedBy: 'its author or the leader of its unit or the secretariat of the body',
    });
  });
});

describe('a stand-in', () => {
  const away = (...held: [Role, string | null][]): Actor => ({
    ...PEOPLE.reader,
    personId: 'here',
    standsIn: [
      {
        personId: 'away',
        grants: held.map(([role, scope]) => ({ role, bodyId: scope, unitId: scope, pointId: null })),
        disqualifiedFrom: ['their-point'],
      },
    ],
  });
  const standIns: Readonly<Record<string, Actor>> = {
    leader: away(['leader', 'unit']),
    'leader elsewhere': away(['leader', 'other-unit']),
    director: away(['director', null]),
    raadmand: away(['raadmand', 'body']),
    'raadmand elsewhere': away(['raadmand', 'other-body']),
    secretariat: away(['secretariat', 'body']),
    'leader and raadmand': away(['leader', 'unit'], ['raadmand', 'body']),
    nobody: away(),
  };
  const STANDS_IN_AT: Readonly<Partial<Record<IndstillingState, readonly string[]>>> = {
    'with-leader': ['leader', 'leader and raadmand'],
    'with-director': ['director'],
    'with-raadmand': ['raadmand', 'leader and raadmand'],
  };
  const those = (may: (actor: Actor) => unknown) =>
    Object.keys(standIns).filter((who) => may(standIns[who] ?? PRODUCT) === true);

  it.each(INDSTILLING_STATES)(
    'sees and judges what waits at the step of the one who is away: %s',
    (state) => {
      const at = facts(state, { liesOn: ['another-point'] });
      const expected = STANDS_IN_AT[state] ?? [];
      expect(those((actor) => seesWhole(actor, at))).toEqual(expected);
      for (const action of ['approve', 'return', 'reject'] as const) {
        expect(those((actor) => mayTakeIndstillingStep(actor, at, action, 'whole'))).toEqual(expected);
        expect(those((actor) => actsFor(actor, at, action) === 'away')).toEqual(expected);
      }
      for (const action of ['submit', 'revise', 'withdraw', 'place', 'decide'] as const) {
        expect(those((actor) => mayTakeIndstillingStep(actor, at, action, 'whole'))).toEqual([]);
        expect(those((actor) => actsFor(actor, at, action) !== null)).toEqual([]);
      }
    },
  );

  it('judges nothing that it does not see whole', () => {
    const at = facts('with-leader', { liesOn: [] });
    expect(those((actor) => mayTakeIndstillingStep(actor, at, 'approve', 'submitted'))).toEqual([]);
  });

  it('judges nothing that the one who is away is disqualified on, nor what was not looked at for that', () => {
    for (const more of [{ liesOn: ['another-point', 'their-point'] }, {}]) {
      const at = facts('with-leader', more);
      expect(those((actor) => seesWhole(actor, at))).toEqual([]);
      expect(those((actor) => mayTakeIndstillingStep(actor, at, 'approve', 'whole'))).toEqual([]);
    }
  });

  it('has no unit that is not named', () => {
    const at = facts('with-leader', { unitId: null, liesOn: [] });
    expect(seesWhole(away(['leader', null]), at)).toBe(false);
  });

  it('acts in their own right where they have it', () => {
    const both = { ...away(['director', null]), grants: PEOPLE.director.grants };
    const at = facts('with-director', { liesOn: [] });
    expect(mayTakeIndstillingStep(both, at, 'approve', 'whole')).toBe(true);
    expect(actsFor(both, at, 'approve')).toBeNull();
    expect(actsFor({ ...both, product: true, grants: [] }, at, 'approve')).toBeNull();
  });

  it('takes back what they did, and sees it for that', () => {
    const approved = { personId: 'here', action: 'approve', from: 'with-leader' } as const;
    const at = facts('with-secretariat', { liesOn: [] });
    expect(those((actor) => mayTakeBackStep(actor, at, approved, 'whole'))).toEqual(
      STANDS_IN_AT['with-leader'],
    );
  });
});

describe('who may take a step back', () => {
  const approved = { personId: 'somebody', action: 'approve', from: 'with-leader' } as const;
  it.each<[string, Partial<TakenFacts>, 'whole' | 'submitted', readonly Who[]]>([
    // All but the author and the beginner are the same somebody here: who could not have taken it is told apart.
    ['approved by the leader', {}, 'whole', ['product', 'leader']],
    [
      'returned by the director',
      { action: 'return', from: 'with-director' },
      'whole',
      ['product', 'director'],
    ],
    [
      'submitted by the author',
      { personId: 'author', action: 'submit', from: 'draft' },
      'whole',
      ['product', 'author'],
    ],
    ['taken by nobody', { personId: null }, 'whole', ['product']],
    ['taken by another', { personId: 'another' }, 'whole', ['product']],
    ['of what is not seen whole', {}, 'submitted', ['product']],
  ])('%s', (_, step, sight, allowed) => {
    const may = (who: Who) =>
      mayTakeBackStep(PEOPLE[who], facts('with-secretariat'), { ...approved, ...step }, sight);
    expect(everyone.filter((who) => may(who) === true)).toEqual(allowed);
  });

  it('says who else may', () => {
    const [other, late] = [{ ...approved, personId: 'another' }, PEOPLE['other-leader']];
    expect(mayTakeBackStep(PEOPLE.leader, facts('with-secretariat'), other, 'whole')).toMatchObject({
      code: 'not-allowed',
      liftedBy: 'who took it',
    });
    expect(mayTakeBackStep(late, facts('with-secretariat'), approved, 'whole')).toMatchObject({
      liftedBy: 'the leader of its unit',
    });
  });
});

describe('who may begin one', () => {
  it.each<[string | null, readonly Who[]]>([
    ['unit', ['product', 'author', 'leader', 'staff', 'secretariat', 'other-secretariat']],
    // Else an author could take the step of their leader away from them.
    [null, ['product', 'secretariat', 'other-secretariat']],
  ])('for the unit %s', (unitId, allowed) => {
    expect(everyone.filter((who) => mayBeginIndstilling(PEOPLE[who], { unitId }) === true)).toEqual(allowed);
    expect(mayBeginIndstilling(PEOPLE.reader, { unitId })).toMatchObject({
      code: 'not-allowed',
      liftedBy: 'staff of the unit or a secretariat',
    });
  });
});
