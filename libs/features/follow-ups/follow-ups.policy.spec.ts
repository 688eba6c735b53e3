import { describe, expect, it } from '@jest/globals';
import { FOLLOW_UP_ACTIONS, FOLLOW_UP_STAGES } from '../../domain/follow-up/index.js';
import type { FollowUpAction, FollowUpStage } from '../../domain/follow-up/index.js';
import { PRODUCT, insightInto } from '../../domain/rights/index.js';
import type { Actor, Role } from '../../domain/rights/index.js';
import { mayChangeDue, maySeeFollowUp, mayTakeFollowUpStep } from './follow-ups.policy.js';
import type { FollowUpFacts } from './follow-ups.policy.js';

const person = (role: Role | null, scope: string | null = null, more: Partial<Actor> = {}): Actor => ({
  personId: 'somebody',
  product: false,
  grants: role === null ? [] : [{ role, bodyId: scope, unitId: scope, pointId: scope }],
  disqualifiedFrom: [],
  viewedBy: null,
  ...more,
});
const PEOPLE = {
  product: PRODUCT,
  secretariat: person('secretariat', 'body'),
  responsible: person(null, null, { personId: 'responsible' }),
  leader: person('leader', 'unit'),
  staff: person('staff', 'unit'),
  'other-staff': person('staff', 'other-unit'),
  'other-secretariat': person('secretariat', 'other-body'),
  raadmand: person('raadmand', 'body'),
  member: person('member', 'body'),
  director: person('director'),
  reader: person('reader', 'body'),
  administrator: person('administrator'),
  guest: person('guest', 'point'),
  stranger: person(null),
} as const;
type Who = keyof typeof PEOPLE;
const everyone = Object.keys(PEOPLE) as Who[];

const facts = (more: Partial<FollowUpFacts> = {}): FollowUpFacts => ({
  ...{ bodyId: 'body', pointId: 'point', unitId: 'unit', personId: 'responsible' },
  ...{ stage: 'issued', status: 'new' },
  ...more,
});
const RUN: readonly Who[] = ['product', 'secretariat'];
const WORK: readonly Who[] = [...RUN, 'responsible', 'leader', 'staff'];
const OPEN: readonly Who[] = [
  ...WORK,
  ...([
    'other-staff',
    'other-secretariat',
    'raadmand',
    'member',
    'director',
    'reader',
    'administrator',
  ] as const),
];
const CLOSED: readonly Who[] = [...RUN, 'responsible', 'raadmand', 'member', 'director'];

const sees = (actor: Actor, stage: FollowUpStage, closed: 'open' | 'point' | 'body'): boolean => {
  const visibility = closed === 'body' ? 'closed' : 'open';
  const insight = insightInto(actor, { id: 'body', visibility });
  return maySeeFollowUp(actor, facts({ stage }), { insight, closed: closed !== 'open' });
};

describe('who sees a follow-up', () => {
  it.each<[FollowUpStage, 'open' | 'point' | 'body', readonly Who[]]>([
    ['suggested', 'open', RUN],
    ['ignored', 'open', RUN],
    ['confirmed', 'open', WORK],
    ['issued', 'open', OPEN],
    ['suggested', 'point', RUN],
    ['confirmed', 'point', [...RUN, 'responsible']],
    ['issued', 'point', CLOSED],
    ['suggested', 'body', RUN],
    ['confirmed', 'body', [...RUN, 'responsible']],
    ['issued', 'body', CLOSED],
  ])('%s, closed: %s', (stage, closed, seenBy) => {
    expect(everyone.filter((who) => sees(PEOPLE[who], stage, closed))).toEqual(seenBy);
  });

  it.each(FOLLOW_UP_STAGES)('%s on a closed point: nobody who is disqualified on it', (stage) => {
    for (const who of everyone.filter((one) => one !== 'product')) {
      const barred = { ...PEOPLE[who], disqualifiedFrom: ['point'] };
      expect(sees(barred, stage, 'point')).toBe(false);
      expect(sees(barred, stage, 'open')).toBe(sees(PEOPLE[who], stage, 'open'));
    }
  });

  it('one that is for nobody: not whoever is nobody', () => {
    const forNobody = facts({ unitId: null, personId: null, stage: 'confirmed' });
    const insight = insightInto(PEOPLE.staff, { id: 'body', visibility: 'open' });
    expect(maySeeFollowUp(PEOPLE.staff, forNobody, { insight, closed: false })).toBe(false);
  });
});

const DROP: readonly Who[] = [...RUN, 'leader'];
const MAY: Readonly<Record<FollowUpAction, readonly Who[]>> = {
  ...{ confirm: RUN, ignore: RUN, issue: RUN },
  ...{ start: WORK, wait: WORK, finish: WORK, drop: DROP, reopen: WORK, reset: WORK },
};

describe('who takes its steps', () => {
  it.each(FOLLOW_UP_ACTIONS)('%s', (action) => {
    expect(everyone.filter((who) => mayTakeFollowUpStep(PEOPLE[who], facts(), action) === true)).toEqual(
      MAY[action],
    );
  });

  it.each<[FollowUpAction, string]>([
    ['confirm', 'the secretariat of the body'],
    ['start', 'the responsible, their unit or the secretariat of the body'],
    ['drop', 'the leader of the unit or the secretariat of the body'],
  ])('%s: says who', (action, liftedBy) => {
    expect(mayTakeFollowUpStep(PEOPLE.reader, facts(), action)).toMatchObject({
      code: 'not-allowed',
      liftedBy,
    });
  });

  it('what is for nobody: not whoever is nobody', () => {
    const forNobody = facts({ unitId: null, personId: null });
    const nobody = person('reader', 'body', { personId: null });
    expect(mayTakeFollowUpStep(nobody, forNobody, 'start')).not.toBe(true);
  });

  it('takes up what was dropped: who may drop it', () => {
    const dropped = facts({ status: 'dropped' });
    expect(everyone.filter((who) => mayTakeFollowUpStep(PEOPLE[who], dropped, 'reopen') === true)).toEqual(
      DROP,
    );
  });

  it('moves its due: who works on it with a reason, the secretariat without', () => {
    const may = (who: Who, reason: string | null) => mayChangeDue(PEOPLE[who], facts(), reason);
    expect(everyone.filter((who) => may(who, 'Sygdom') === true)).toEqual(WORK);
    expect(everyone.filter((who) => may(who, null) === true)).toEqual(RUN);
    expect(may('staff', null)).toEqual({
      code: 'reason-required',
      rule: 'Whoever works on a follow-up moves its due only with a reason.',
      liftedBy: 'the secretariat of the body',
      at: 'due.reason',
    });
    expect(may('reader', null)).toMatchObject({
      code: 'not-allowed',
      liftedBy: 'the responsible, their unit or the secretariat of the body',
    });
  });
});
