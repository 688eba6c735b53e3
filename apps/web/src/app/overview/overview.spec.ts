import { describe, expect, it } from '@jest/globals';
import type { SessionView } from '../../../../../libs/contracts/rights.js';
import { matches } from '../admin/matches.js';
import { countByUnit } from './count-by-unit.js';
import { greeting } from './greeting.js';
import { sectionsFor } from './sections.js';

type Role = SessionView['roles'][number];
const NOWHERE = { bodyId: null, bodyName: null, unitId: null, unitCode: null, pointId: null };

function kinds(...roles: readonly (Partial<Role> & Pick<Role, 'role'>)[]): readonly string[] {
  return sectionsFor(roles.map((role) => ({ ...NOWHERE, ...role }))).map((section) =>
    section.kind === 'waits' ? section.state : section.kind,
  );
}

describe('the overview', () => {
  it.each([
    ['a secretary', [{ role: 'secretariat' }], ['next-meetings', 'ready', 'unanswered']],
    ['a rådmand', [{ role: 'raadmand' }, { role: 'member' }], ['next-meeting', 'with-raadmand']],
    ['a director', [{ role: 'director' }], ['next-meeting', 'with-director']],
    [
      'a leader',
      [{ role: 'leader', unitId: 'u', unitCode: 'BFU' }],
      ['next-meeting', 'with-leader', 'unit-follow-ups', 'unit-indstillinger'],
    ],
    [
      'a secretary who also works in a unit',
      [{ role: 'secretariat' }, { role: 'staff', unitId: 'u', unitCode: 'FAS' }],
      ['with-leader', 'next-meetings', 'ready', 'unanswered', 'unit-follow-ups', 'unit-indstillinger'],
    ],
    [
      'somebody who works in a unit',
      [{ role: 'staff', unitId: 'u', unitCode: 'BFU' }],
      ['next-meeting', 'with-leader', 'unit-follow-ups', 'unit-indstillinger'],
    ],
    ['somebody without a role', [], ['next-meeting']],
  ] as const)('of %s', (_, roles, sections) => {
    expect(kinds(...roles)).toEqual(sections);
  });

  it('greets by the hour', () => {
    expect([4, 5, 9, 10, 17, 18].map((hour) => greeting(hour, 'Karla Vestermølle'))).toEqual([
      'Godaften, Karla.',
      'Godmorgen, Karla.',
      'Godmorgen, Karla.',
      'Goddag, Karla.',
      'Goddag, Karla.',
      'Godaften, Karla.',
    ]);
  });

  it('counts by unit, the most first and then as Danes sort', () => {
    const units = ['ÅBN', 'FAS', 'FAS', null, 'ØKA'].map((unitId) => ({ unitId }));
    const counts = countByUnit(units, { unitCode: (id) => id });
    expect(counts.map(({ unit, count }) => `${unit ?? 'ingen'} ${count}`)).toEqual([
      'FAS 2',
      'ingen 1',
      'ØKA 1',
      'ÅBN 1',
    ]);
  });
});

describe('looking for a person', () => {
  it.each([
    ['øster', true],
    ['oester', true],
    ['søl job', true],
    ['terlund', false],
    ['', true],
  ])('by "%s"', (sought, found) => {
    expect(matches(sought, ['Sara Østerlund', 'SØL', 'JOB', null])).toBe(found);
  });
});
