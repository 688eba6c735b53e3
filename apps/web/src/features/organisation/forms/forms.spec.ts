import { describe, expect, it } from '@jest/globals';
import {
  changeBody,
  changePerson,
  changeUnit,
  createBody,
  createPerson,
  createUnit,
} from '../../../../../../libs/contracts/organisation.js';
import { bodyFaults, bodyFields, bodyRequest } from './body.js';
import { personFaults, personFields, personRequest } from './person.js';
import { unitFaults, unitFields, unitRequest } from './unit.js';

describe('the form of a body', () => {
  const filled = { ...bodyFields(null), name: 'Ældreudvalget', start: '16.15', end: '1800' };

  it('makes what the api takes, as new and as a change', () => {
    const request = bodyRequest({ ...filled, agendaDays: '4', agendaTime: 'kl. 12' });
    expect(createBody.parse(request)).toMatchObject({
      name: 'Ældreudvalget',
      settings: {
        start: '16:15',
        end: '18:00',
        deadlines: { agenda: { workingDaysBefore: 4, time: '12:00' } },
      },
    });
    expect(() => changeBody.parse(request)).not.toThrow();
  });

  it('keeps the approval steps in the order they are taken', () => {
    const steps = bodyRequest({ ...filled, steps: 'raadmand\nleader' }).settings?.approvalSteps;
    expect(steps).toEqual(['leader', 'raadmand']);
  });

  it.each([
    ['cover-note\ncouncil\nraadmand', 'council', ['council', 'raadmand', 'cover-note']],
    ['briefing\nraadmand', 'council', ['raadmand', 'briefing']],
  ])('puts the template that is proposed first before the others: %j', (templates, firstTemplate, sent) => {
    expect(bodyRequest({ ...filled, templates, firstTemplate }).settings?.templates).toEqual(sent);
  });

  it('says what is wrong, at the field it is wrong in', () => {
    const faults = bodyFaults({
      ...filled,
      ...{
        name: ' ',
        start: 'om morgenen',
        steps: '',
        templates: '',
        materialDays: '61',
        materialTime: '12.00',
        agendaTime: '12',
      },
    });
    expect(faults).toEqual({
      name: 'Navn skal udfyldes.',
      steps: 'Vælg mindst ét godkendelsestrin.',
      templates: 'Vælg mindst én skabelon.',
      start: 'Begynder kl. skal skrives som et klokkeslæt, for eksempel 9.00.',
      materialDays: 'Materiale, hverdage før skal være et helt tal fra 0 til 60.',
      agendaDays: 'Udsendelse af dagsorden, hverdage før skal være et helt tal fra 0 til 60.',
    });
    expect(bodyFaults(filled)).toEqual({});
  });
});

describe('the form of a unit', () => {
  it('makes what the api takes, a line an entry', () => {
    const fields = {
      ...unitFields(null),
      code: ' FAS ',
      name: 'Sekretariatet',
      aliases: 'Fagligt\n\n Sekretariat ',
    };
    const request = unitRequest(fields);
    expect(createUnit.parse(request)).toMatchObject({ code: 'FAS', aliases: ['Fagligt', 'Sekretariat'] });
    expect(() => changeUnit.parse(request)).not.toThrow();
  });

  it('asks for a code, a name and whole addresses', () => {
    expect(Object.keys(unitFaults({ ...unitFields(null), emails: 'fas@' }))).toEqual([
      'code',
      'name',
      'emails',
    ]);
  });
});

describe('the form of a person', () => {
  it('makes what the api takes, nothing written being nothing', () => {
    const request = personRequest({ ...personFields(null), name: 'Ea Rask', active: '' });
    expect(createPerson.parse(request)).toMatchObject({
      name: 'Ea Rask',
      initials: null,
      email: null,
      active: false,
    });
    expect(() => changePerson.parse(request)).not.toThrow();
  });

  it('asks for a name and a whole address', () => {
    expect(Object.keys(personFaults({ ...personFields(null), email: 'ea' }))).toEqual(['name', 'email']);
  });
});
