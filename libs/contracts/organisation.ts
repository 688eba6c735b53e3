import { z } from 'zod';
import { LANDING_RULES } from '../domain/agenda/index.js';
import { isIsoDate } from '../domain/calendar/index.js';
import { TEMPLATE_KEYS } from '../domain/indstilling/index.js';
import {
  id,
  isoDate,
  line,
  minutes,
  pageQuery,
  richText,
  version,
  visibility,
  clockTime,
  flag,
} from './common.js';

import { abilitiesOf } from './rights.js';

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const names = z.array(line).max(20);
export const phone = line.min(3).max(40);
export const email = z.email().max(200);

/** What stands in the letterhead of a unit's documents. */
export const letterhead = z
  .strictObject({
    /** The department, printed in capitals. */
    department: line.nullable(),
    lines: z.array(line).max(12),
    phones: z.array(line).max(6),
    emails: z.array(line).max(6),
  })
  .meta({ id: 'Letterhead' });
export type Letterhead = z.infer<typeof letterhead>;

const EMPTY_LETTERHEAD: Letterhead = { department: null, lines: [], phones: [], emails: [] };

const unitFields = {
  code: line.max(20).meta({ example: 'FAS' }),
  name: line.meta({ example: 'Fagligt Sekretariat' }),
  aliases: names,
  letterhead,
};
export const createUnit = z.strictObject({
  ...unitFields,
  aliases: names.default([]),
  letterhead: letterhead.default(EMPTY_LETTERHEAD),
});
export const changeUnit = z.strictObject(unitFields).partial();
export const unit = z
  .object({ id, ...unitFields, version, abilities: abilitiesOf(['change']) })
  .meta({ id: 'Unit' });
export type CreateUnit = z.infer<typeof createUnit>;
export type ChangeUnit = z.infer<typeof changeUnit>;
export type UnitView = z.infer<typeof unit>;

const personFields = {
  name: line,
  initials: line.max(10).nullable().meta({ example: 'JLH' }),
  aliases: names,
  title: line.nullable(),
  phone: phone.nullable(),
  email: email.nullable(),
  unitId: id.nullable(),
  active: z.boolean(),
};
export const createPerson = z.strictObject({
  ...personFields,
  initials: personFields.initials.default(null),
  aliases: names.default([]),
  title: personFields.title.default(null),
  phone: personFields.phone.default(null),
  email: personFields.email.default(null),
  unitId: personFields.unitId.default(null),
  active: personFields.active.default(true),
});
export const changePerson = z.strictObject(personFields).partial();
export const person = z
  .object({ id, ...personFields, version, abilities: abilitiesOf(['change']) })
  .meta({ id: 'Person' });
export type CreatePerson = z.infer<typeof createPerson>;
export type ChangePerson = z.infer<typeof changePerson>;
export type PersonView = z.infer<typeof person>;

/** A deadline counted in hverdage before the meeting, at a time of day. */
export const deadlineRule = z
  .strictObject({ workingDaysBefore: z.int().min(0).max(60), time: clockTime })
  .meta({ id: 'DeadlineRule' });

export const bodyKind = z.enum(['raadmandsmoede', 'udvalg', 'raad', 'direktion', 'magistrat', 'byraad']);
export const approvalStep = z.enum(['leader', 'secretariat', 'director', 'raadmand']);

/** What a body has of its own for a section of a template: its heading, null for the usual one, and whether it does without. */
const ownSection = z.strictObject({ heading: line.max(60).nullable(), off: z.boolean() });
const ownSections = z.record(z.string().max(40), ownSection);

/** How a body works; what a new body gets where nothing is said stands in the service. */
export const bodySettings = z
  .strictObject({
    numbering: z.enum(['separate-series', 'one-series']),
    /** `short`: points with time and bilag only, as a rådmandsmøde; `full`: letterhead, head table, facts per point. */
    agendaForm: z.enum(['short', 'full']),
    approvalSteps: z.array(approvalStep).min(1).max(4),
    /** What is not named has no deadline. */
    deadlines: z
      .strictObject({ indstillinger: deadlineRule, material: deadlineRule, agenda: deadlineRule })
      .partial(),
    start: clockTime,
    end: clockTime.nullable(),
    place: line.nullable(),
    caseNumber: line.nullable(),
    /** The templates of its indstillinger, the one that is proposed first. */
    templates: z
      .array(z.enum(TEMPLATE_KEYS))
      .min(1)
      .refine((keys) => new Set(keys).size === keys.length, 'must not name a template twice'),
    /** By template and key of section; what is not named is as usual. */
    sections: z
      .strictObject({
        raadmand: ownSections,
        council: ownSections,
        briefing: ownSections,
        'cover-note': ownSections,
      } satisfies Record<(typeof TEMPLATE_KEYS)[number], typeof ownSections>)
      .partial(),
    /** Where a point lands that nobody gave a place. */
    landing: z.enum(LANDING_RULES),
  })
  .meta({ id: 'BodySettings' });
export type BodySettings = z.infer<typeof bodySettings>;

const bodyFields = {
  name: line,
  kind: bodyKind,
  settings: bodySettings,
  secretariatId: id.nullable(),
  visibility,
};
export const createBody = z.strictObject({
  name: line,
  kind: bodyKind,
  settings: bodySettings.partial().default({}),
  secretariatId: id.nullable().default(null),
  visibility: visibility.default('open'),
});
export const changeBody = z.strictObject({ ...bodyFields, settings: bodySettings.partial() }).partial();

export const pointType = z.enum(['decision', 'discussion', 'information', 'written-information', 'standing']);

/** A point that every agenda of the body begins with, copied with its minutes when an agenda is drafted. */
export const standingPointFields = z.strictObject({
  title: line,
  type: pointType.default('standing'),
  purpose: richText.default([]),
  method: line.nullable().default(null),
  responsible: line.nullable().default(null),
  minutes: minutes.nullable().default(null),
  visibility: visibility.default('open'),
  /** What its title is filled in with when an agenda is drafted; left out: nothing. */
  fillsWith: z.literal('latest-minutes').optional(),
});
export type StandingPointFields = z.infer<typeof standingPointFields>;
export const standingPoint = z.object({ id, ...standingPointFields.shape }).meta({ id: 'StandingPoint' });
export const replaceStandingPoints = z.strictObject({ points: z.array(standingPointFields).max(100) });
export type ReplaceStandingPoints = z.infer<typeof replaceStandingPoints>;

export const body = z
  .object({
    id,
    ...bodyFields,
    standingPoints: z.array(standingPoint),
    version,
    abilities: abilitiesOf(['change']),
  })
  .meta({ id: 'Body' });
export type CreateBody = z.infer<typeof createBody>;
export type ChangeBody = z.infer<typeof changeBody>;
export type BodyView = z.infer<typeof body>;

/** A day the municipality is closed, every year (29 February included) or once. */
export const closingDay = z.union([
  z
    .strictObject({ name: line, month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
    .refine(({ month, day }) => isIsoDate(`2000-${twoDigits(month)}-${twoDigits(day)}`), {
      message: 'must be a day that exists',
      path: ['day'],
    }),
  z.strictObject({ name: line, date: isoDate }),
]);
/** So few that a hverdag is never more than a few weeks away, and counting hverdage always comes to an end. */
const MOST_YEARLY_CLOSING_DAYS = 100;
export const closingDays = z
  .strictObject({
    days: z
      .array(closingDay)
      .max(400)
      .refine((days) => days.filter((day) => 'month' in day).length <= MOST_YEARLY_CLOSING_DAYS, {
        message: `at most ${MOST_YEARLY_CLOSING_DAYS} days a year`,
      }),
  })
  .meta({ id: 'ClosingDays' });
export type ClosingDays = z.infer<typeof closingDays>;

export const unitQuery = z.strictObject({ ...pageQuery });
export const personQuery = z.strictObject({ ...pageQuery, unitId: id.optional(), active: flag.optional() });
export type PersonQuery = z.infer<typeof personQuery>;
export type PageQuery = z.infer<typeof unitQuery>;
