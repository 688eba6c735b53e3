import { z } from 'zod';
import { MEETING_ACTIONS, MEETING_KINDS, MEETING_STATES } from '../domain/meeting/index.js';
import { clockTime, id, isoDate, line, note, pageQuery, version } from './common.js';
import { abilitiesOf } from './rights.js';
import { letterhead } from './organisation.js';

export const meetingState = z.enum(MEETING_STATES);
export const meetingKind = z.enum(MEETING_KINDS);

/** Somebody who takes part in one meeting: by name, and by person where the product knows them. */
export const participant = z
  .strictObject({
    name: line,
    personId: id.nullable().default(null),
    /** `regret`: afbud. */
    attendance: z.enum(['present', 'regret', 'absent']).default('present'),
  })
  .meta({ id: 'Participant' });
export type Participant = z.infer<typeof participant>;

const meetingFields = {
  kind: meetingKind,
  date: isoDate,
  /** Null when it is not known, as of some old meetings. */
  start: clockTime.nullable(),
  end: clockTime.nullable(),
  place: line.nullable(),
  caseNumber: line.max(60).nullable().meta({ example: 'EMN-2024-034734' }),
  participants: z.array(participant).max(200),
  chairId: id.nullable(),
  minuteTakerId: id.nullable(),
  /** The names printed as sagsbehandlere in the letterhead. */
  caseworkers: z.array(line).max(6),
  /** The date printed on the agenda; null: the day it is sent. */
  documentDate: isoDate.nullable(),
  /** A letterhead of the meeting's own; null: the one of the body's secretariat. */
  letterhead: letterhead.nullable(),
};

/** A meeting to plan; what is left out comes from the body's settings. */
export const createMeeting = z.strictObject({
  bodyId: id,
  date: isoDate,
  kind: meetingKind.default('ordinary'),
  ...z
    .strictObject({
      start: meetingFields.start,
      end: meetingFields.end,
      place: meetingFields.place,
      caseNumber: meetingFields.caseNumber,
    })
    .partial().shape,
  participants: meetingFields.participants.default([]),
  chairId: meetingFields.chairId.default(null),
  minuteTakerId: meetingFields.minuteTakerId.default(null),
  caseworkers: meetingFields.caseworkers.default([]),
  documentDate: meetingFields.documentDate.default(null),
  letterhead: meetingFields.letterhead.default(null),
});
export const changeMeeting = z.strictObject(meetingFields).partial();

/** The steps that a meeting takes by itself; drafting, sending and closing have addresses of their own. */
export const meetingStepAction = z.enum(['start', 'end', 'cancel', 'step-back']);
export const meetingStep = z.strictObject({
  action: meetingStepAction,
  reason: note.nullable().default(null),
});

export const meetingDeadline = z.object({
  kind: z.enum(['indstillinger', 'material', 'agenda']),
  date: isoDate,
  time: clockTime,
  passed: z.boolean(),
});

export const meeting = z
  .object({
    id,
    bodyId: id,
    bodyName: z.string(),
    ...meetingFields,
    state: meetingState,
    /** Why it is cancelled; null of a meeting that is not, and where nobody said why. */
    cancelledBecause: z.string().nullable(),
    /** What the workflow allows from here; whether a rule still stops it is said when it is tried. */
    actions: z.array(z.enum(MEETING_ACTIONS)),
    deadlines: z.array(meetingDeadline),
    version,
    /** `run`: its agenda, sending, minutes and steps; `history`: reading what happened to it. */
    abilities: abilitiesOf(['change', 'run', 'history']),
  })
  .meta({ id: 'Meeting' });

/** A meeting in a list of them. */
export const listedMeeting = meeting
  .extend({
    /**
     * Points still to be taken up, and the minutes they take; null for whoever does not make the agenda: its size would tell
     * of closed points.
     */
    agendaSize: z.object({ points: z.int(), minutes: z.int() }).nullable(),
  })
  .meta({ id: 'ListedMeeting' });

export const meetingQuery = z.strictObject({
  ...pageQuery,
  bodyId: id.optional(),
  state: meetingState.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
});

/** The meetings that are written into a calendar file, as `id,id`. */
export const meetingCalendarQuery = z.strictObject({
  ids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(id).min(1).max(100)),
});

export type MeetingCalendarQuery = z.infer<typeof meetingCalendarQuery>;
export type CreateMeeting = z.infer<typeof createMeeting>;
export type ChangeMeeting = z.infer<typeof changeMeeting>;
export type MeetingStepRequest = z.infer<typeof meetingStep>;
export type MeetingView = z.infer<typeof meeting>;
export type ListedMeetingView = z.infer<typeof listedMeeting>;
export type MeetingQuery = z.infer<typeof meetingQuery>;
