import { describe, expect, it } from '@jest/globals';
import { PRODUCT, ROLES } from '../../domain/rights/index.js';
import type { Actor, Grant, Role } from '../../domain/rights/index.js';
import { mayImport, mayImportInto, mayReadWords } from './imports.policy.js';
import type { PartFacts } from './imports.policy.js';

const person = (role: Role): Actor => ({
  personId: 'somebody',
  product: false,
  grants: [{ role, bodyId: 'body', unitId: 'unit', pointId: 'point' }],
  disqualifiedFrom: ['point'],
  viewedBy: null,
});

const SECRETARIAT: Grant = { role: 'secretariat', bodyId: 'body', unitId: null, pointId: null };

describe('importing', () => {
  it('is for secretariats, administrators and the product', () => {
    expect(ROLES.filter((role) => mayImport(person(role)) === true)).toEqual([
      'administrator',
      'secretariat',
    ]);
    expect(mayImport(PRODUCT)).toBe(true);
    expect(mayImport(person('leader'))).toEqual({
      code: 'not-allowed',
      rule: 'Only a secretariat or an administrator may do this.',
      liftedBy: 'a secretariat or an administrator',
    });
  });

  it('goes into a body whose meetings one runs, for administrators into any and into new ones', () => {
    const into = (bodyId: string | null) => ROLES.filter((role) => mayImportInto(person(role), bodyId));
    expect(into('body')).toEqual(['administrator', 'secretariat']);
    expect(into('other-body')).toEqual(['administrator']);
    expect(into(null)).toEqual(['administrator']);
    expect(mayImportInto(PRODUCT, null)).toBe(true);
  });
});

describe('the words of a package in its warnings and unread lines', () => {
  const secretariat: Actor = { ...person('secretariat'), disqualifiedFrom: [] };
  const ofBoth: Actor = {
    ...secretariat,
    grants: ['body', 'other-body'].map((bodyId) => ({ ...SECRETARIAT, bodyId })),
  };
  const administrator: Actor = { ...person('administrator'), disqualifiedFrom: [] };
  const barred: Actor = { ...secretariat, disqualifiedFrom: ['point'] };
  const viewed: Actor = { ...administrator, viewedBy: 'another' };
  const taken = { bodyId: 'body', isWaiting: false, pointIds: ['point', 'other-point'] };
  const elsewhere = { ...taken, bodyId: 'other-body', pointIds: [] };
  const waiting = { bodyId: 'body', isWaiting: true, pointIds: [] };
  const nowhere = { ...waiting, bodyId: null };

  it.each<[string, Actor, string | null, PartFacts[], boolean]>([
    ['the product', PRODUCT, null, [taken, elsewhere, nowhere], true],
    ['the secretariat of its body', secretariat, 'another', [taken], true],
    ['the secretariat of one of its bodies', secretariat, 'another', [taken, elsewhere], false],
    ['the secretariat of both its bodies', ofBoth, 'another', [taken, elsewhere], true],
    ['an administrator', administrator, 'another', [taken], false],
    ['an administrator who imported it', administrator, 'somebody', [taken], false],
    [
      'one who imported it and runs one of its bodies no more',
      secretariat,
      'somebody',
      [taken, elsewhere],
      false,
    ],
    ['one who is disqualified on a point of it', barred, 'another', [taken], false],
    ['one who imported it and is disqualified on a point of it', barred, 'somebody', [taken], false],
    ['one who is disqualified on a point of another', barred, 'another', [{ ...taken, pointIds: [] }], true],
    ['the secretariat of the body that a waiting part names', secretariat, 'another', [waiting], true],
    ['an administrator, of a waiting part', administrator, 'another', [waiting], false],
    ['whoever imported a waiting part', administrator, 'somebody', [waiting], true],
    ['whoever imported a waiting part of no body', administrator, 'somebody', [nowhere], true],
    ['somebody else, of a waiting part of no body', secretariat, 'another', [nowhere], false],
    ['one who sees as whoever imported a waiting part', viewed, 'somebody', [waiting], false],
    ['an administrator, of a part among those that wait', administrator, 'somebody', [taken, nowhere], false],
  ])('are judged for %s', (_who, actor, importedBy, parts, may) => {
    expect(mayReadWords(actor, importedBy, parts)).toBe(may);
  });
});
