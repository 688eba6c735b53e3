import type {
  CreateBody,
  CreatePerson,
  CreateUnit,
  StandingPointFields,
} from '../../../libs/contracts/organisation.js';
import type { Role } from '../../../libs/domain/rights/index.js';
import { fromPlainText } from '../../../libs/domain/text/index.js';

/**
 * Fjordby Kommune does not exist; nobody who works there does either. Units and people are told apart by their codes and
 * initials, as minutes do.
 */
export const SAMPLE_UNITS: readonly CreateUnit[] = [
  {
    code: 'FAS',
    name: 'Fagligt Sekretariat',
    aliases: ['Sekretariatet'],
    letterhead: {
      department: 'Social og Job',
      lines: ['Fagligt Sekretariat', 'Fjordby Kommune', 'Havnegården', 'Kystvejen 12', '9999 Fjordby'],
      phones: ['99 99 10 00', '99 99 10 42'],
      emails: ['fas@fjordby.example'],
    },
  },
  { code: 'ØKA', name: 'Økonomi og Analyse', aliases: ['Økonomiafdelingen'], letterhead: emptyLetterhead() },
  { code: 'BFU', name: 'Børn, Familie og Unge', aliases: [], letterhead: emptyLetterhead() },
  { code: 'VOS', name: 'Voksne og Støtte', aliases: ['Voksenområdet'], letterhead: emptyLetterhead() },
  { code: 'JOB', name: 'Jobcenter Fjordby', aliases: ['Jobcenteret'], letterhead: emptyLetterhead() },
];

function emptyLetterhead(): CreateUnit['letterhead'] {
  return { department: null, lines: [], phones: [], emails: [] };
}

interface SamplePerson extends Omit<CreatePerson, 'unitId' | 'initials'> {
  readonly initials: string;
  readonly unit: string | null;
}

function person(initials: string, name: string, title: string, unit: string | null): SamplePerson {
  return {
    ...{ initials, name, title, unit, aliases: [], active: true },
    phone: '99 99 10 42',
    email: `${initials.toLowerCase()}@fjordby.example`,
  };
}

export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  person('KVL', 'Karla Vestermølle', 'Rådmand', null),
  person('ABH', 'Anders Bakkehøj', 'Direktør', null),
  person('MSA', 'Mette Sandager', 'Chefkonsulent', 'FAS'),
  person('JKJ', 'Jonas Kærsgård', 'Fuldmægtig', 'FAS'),
  person('LRT', 'Lise Rønnetved', 'Økonomichef', 'ØKA'),
  person('PSN', 'Per Stensmark', 'Analytiker', 'ØKA'),
  person('IDA', 'Ida Dalumgård', 'Socialchef', 'BFU'),
  person('HBO', 'Hans Bogelund', 'Centerleder', 'VOS'),
  person('SØL', 'Sara Østerlund', 'Jobcenterchef', 'JOB'),
  person('TBR', 'Tove Brinkholm', 'Udvalgsformand', null),
  person('EGR', 'Erik Granlund', 'Udvalgsmedlem', null),
  person('BKR', 'Birgit Krarup', 'Kommunikationskonsulent', null),
  person('NVA', 'Niels Vadgård', 'Systemadministrator', null),
];

export const RAADMANDSMOEDE = 'Rådmandsmøde';
export const UDVALG = 'Social- og Jobudvalget';

/** What somebody is, and in which body or unit. */
export interface SampleMembership {
  readonly initials: string;
  readonly role: Role;
  readonly body?: string;
  readonly unit?: string;
}

export const SAMPLE_MEMBERSHIPS: readonly SampleMembership[] = [
  { initials: 'KVL', role: 'raadmand', body: RAADMANDSMOEDE },
  { initials: 'KVL', role: 'member', body: UDVALG },
  { initials: 'ABH', role: 'director' },
  { initials: 'MSA', role: 'secretariat', body: RAADMANDSMOEDE },
  { initials: 'MSA', role: 'secretariat', body: UDVALG },
  { initials: 'JKJ', role: 'secretariat', body: UDVALG },
  { initials: 'JKJ', role: 'staff', unit: 'FAS' },
  { initials: 'LRT', role: 'leader', unit: 'ØKA' },
  { initials: 'PSN', role: 'staff', unit: 'ØKA' },
  { initials: 'IDA', role: 'leader', unit: 'BFU' },
  { initials: 'HBO', role: 'leader', unit: 'VOS' },
  { initials: 'SØL', role: 'leader', unit: 'JOB' },
  { initials: 'TBR', role: 'chair', body: UDVALG },
  { initials: 'EGR', role: 'member', body: UDVALG },
  { initials: 'BKR', role: 'reader', body: UDVALG },
  { initials: 'NVA', role: 'administrator' },
];

export const SAMPLE_BODIES: readonly Omit<CreateBody, 'secretariatId'>[] = [
  {
    name: RAADMANDSMOEDE,
    kind: 'raadmandsmoede',
    visibility: 'open',
    settings: {
      ...{ start: '09:00', end: '09:45', place: 'Havnegården, 3. sal' },
      deadlines: {
        indstillinger: { workingDaysBefore: 6, time: '12:00' },
        material: { workingDaysBefore: 4, time: '12:00' },
        agenda: { workingDaysBefore: 3, time: '15:00' },
      },
    },
  },
  {
    name: UDVALG,
    kind: 'udvalg',
    visibility: 'open',
    settings: {
      ...{ start: '16:15', end: '18:00', place: 'Rådhuset, lokale 214', caseNumber: 'FJB-2026-001187' },
      deadlines: {
        indstillinger: { workingDaysBefore: 12, time: '12:00' },
        agenda: { workingDaysBefore: 4, time: '12:00' },
      },
    },
  },
];

function standing(
  title: string,
  minutes: number | null,
  more: Partial<StandingPointFields> = {},
): StandingPointFields {
  return {
    title,
    minutes,
    type: 'standing',
    purpose: [],
    method: null,
    responsible: null,
    visibility: 'open',
    ...more,
  };
}

export const SAMPLE_STANDING_POINTS: Readonly<Record<string, readonly StandingPointFields[]>> = {
  [RAADMANDSMOEDE]: [
    standing('Dagsorden', 2),
    standing('Referat', 3),
    standing('Orientering fra magistraten', 5, { type: 'information' }),
    standing('Orientering fra udvalget', 5, { type: 'information' }),
    standing('Bordet rundt', 10),
  ],
  [UDVALG]: [
    standing('Godkendelse af dagsorden', 3, {
      purpose: fromPlainText('Dagsordenen for mødet godkendes.'),
      responsible: 'Karla Vestermølle',
    }),
    standing('Orienteringspunkter', null, { type: 'information' }),
    standing('Kommende møder', 5, {
      purpose: fromPlainText('Udvalget kan komme med ønsker til de næste dagsordener.'),
      method: 'Orientering',
      responsible: 'Mette Sandager',
    }),
    standing('Evt.', 5, { method: 'Mundtlig drøftelse', responsible: 'Karla Vestermølle' }),
  ],
};
