import { describe, expect, it } from '@jest/globals';
import { matchResponsible } from './responsible.js';

const units = [
  { id: 'fas', code: 'FAS', name: 'Fagligt Sekretariat', aliases: ['sekretariatet'] },
  { id: 'mob', code: 'MØB', name: 'Mål og Borger', aliases: ['chefgruppen'] },
  { id: 'oko', code: 'ØKO', name: 'Økonomi', aliases: ['chefgruppen', 'KAH'] },
];
const people = [
  { id: 'karen', name: 'Karen Holm', initials: 'KAH', aliases: ['rådmanden'] },
  { id: 'ole', name: 'Ole Juhl', initials: 'OLJ', aliases: [] },
  { id: 'bent', name: 'Ole  Juhl', initials: null, aliases: ['MØB'] },
];

describe('whom a responsible text names', () => {
  it.each([
    ['FAS', 'fas', null],
    ['fas', 'fas', null],
    [' Fagligt \n sekretariat ', 'fas', null],
    ['Sekretariatet', 'fas', null],
    ['Mål og Borger', 'mob', null],
    ['ØKO', 'oko', null],
    ['økonomi', 'oko', null],
    ['OLJ', null, 'ole'],
    ['Rådmanden', null, 'karen'],
    ['karen holm', null, 'karen'],
    // Two of them fit: a unit's alias and a person's initials, two units' alias, a unit's code and a person's alias.
    ['KAH', null, null],
    ['chefgruppen', null, null],
    ['MØB', null, null],
    ['Ole Juhl', null, null],
    ['FAS og ØKO', null, null],
    ['Karen', null, null],
    ['FA', null, null],
    ['FAS.', null, null],
    ['', null, null],
    [null, null, null],
  ])('%j: unit %s, person %s', (text, unitId, personId) => {
    expect(matchResponsible(text, units, people)).toEqual({ unitId, personId });
  });

  it('is nobody when nobody is known', () => {
    expect(matchResponsible('FAS', [], [])).toEqual({ unitId: null, personId: null });
  });
});
