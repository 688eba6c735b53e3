import { describe, expect, it } from '@jest/globals';
import { PRODUCT } from '../../../domain/rights/index.js';
import type { Actor, Role } from '../../../domain/rights/index.js';
import type { IndstillingFacts, Sight } from '../indstillinger.policy.js';
import { mayAnswerOpinion, mayAskOpinion, mayWithdrawOpinion } from './opinions.policy.js';

const person = (personId: string, role: Role, scope: string | null = null): Actor => ({
  ...{ personId, product: false },
  grants: [{ role, bodyId: scope, unitId: scope, pointId: null }],
  ...{ disqualifiedFrom: [], viewedBy: null },
});
const PEOPLE = {
  product: PRODUCT,
  author: person('author', 'staff', 'unit'),
  leader: person('leader', 'leader', 'unit'),
  colleague: person('colleague', 'staff', 'unit'),
  secretariat: person('secretary', 'secretariat', 'body'),
  'other secretariat': person('other', 'secretariat', 'asked'),
  director: person('director', 'director'),
  'asked leader': person('asked-leader', 'leader', 'asked'),
  'asked staff': person('asked-staff', 'staff', 'asked'),
  asker: person('asker', 'staff', 'unit'),
} as const;
type Who = keyof typeof PEOPLE;
const allowed = (may: (actor: Actor) => unknown): Who[] =>
  (Object.keys(PEOPLE) as Who[]).filter((who) => may(PEOPLE[who]) === true);

const facts: IndstillingFacts = {
  ...{ bodyId: 'body', unitId: 'unit', authorId: 'author', createdBy: null },
  ...{ state: 'with-leader', askedUnits: ['asked'] },
};
const WRITERS: readonly Who[] = ['product', 'author', 'leader', 'secretariat'];

describe('an opinion', () => {
  it('is asked for by those who write the indstilling', () => {
    expect(allowed((actor) => mayAskOpinion(actor, facts, 'whole'))).toEqual(WRITERS);
    expect(allowed((actor) => mayAskOpinion(actor, facts, 'submitted'))).toEqual(['product']);
  });

  it('is given by those who work in the unit that is asked', () => {
    expect(allowed((actor) => mayAnswerOpinion(actor, { unitId: 'asked' }))).toEqual([
      ...['product', 'asked leader', 'asked staff'],
    ]);
  });

  it('is not asked for any more by who asked, and by those who could', () => {
    const may = (askedBy: string | null, sight: Sight = 'whole') =>
      allowed((actor) => mayWithdrawOpinion(actor, facts, sight, { askedBy }));
    expect(may('asker')).toEqual([...WRITERS, 'asker']);
    expect(may(null)).toEqual(WRITERS);
    expect(may('asker', 'submitted')).toEqual(['product', 'asker']);
  });

  it('says who else may', () => {
    expect(mayAnswerOpinion(PEOPLE.director, { unitId: 'asked' })).toMatchObject({
      liftedBy: 'the unit that is asked',
    });
    expect(mayWithdrawOpinion(PEOPLE.director, facts, 'whole', { askedBy: null })).toMatchObject({
      liftedBy: 'who asked, or those who write the indstilling',
    });
  });
});
