import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { plainLine, plainName } from './plain.js';

/** A meeting as one person's calendar gets it. */
export interface CalendarEntry {
  /** The same for every change of the meeting, and for everybody. */
  readonly uid: string;
  /** Higher with everything this person's calendar is told. */
  readonly sequence: number;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly stamp: Date;
  /** The day (ISO) and Danish times of day (`HH:MM`); without a start the whole day, without an end an open one. */
  readonly date: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly summary: string;
  readonly description: string;
  readonly place: string | null;
  readonly url: string;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly attendee: { readonly name: string; readonly email: string };
}

const ZONE = 'Europe/Copenhagen';

/** Danish time since 1996 (directive 2000/84/EC). */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** A meeting as a calendar has it, whoever is asked to it. */
export interface CalendarMeeting extends Omit<CalendarEntry, 'method' | 'organizer' | 'attendee'> {
  readonly isCancelled: boolean;
}

/** The calendar file (RFC 5545, with the method of RFC 5546) of a meeting for one person. */
export function calendarFile(entry: CalendarEntry): string {
  const { organizer, attendee } = entry;
  const named = <Person extends { name: string }>(person: Person): Person => ({
    ...person,
    name: plainName(person.name),
  });
  const isCancelled = entry.method === 'CANCEL';
  const calendar = newCalendar(isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST);
  calendar.createEvent({
    ...eventOf({ ...entry, isCancelled }),
    organizer: named(organizer),
    attendees: [{ ...named(attendee), rsvp: false }],
  });
  return calendar.toString();
}

/** A calendar file (RFC 5545) of several meetings, to be read into a calendar; nobody is asked to anything by it. */
export function calendarOf(meetings: readonly CalendarMeeting[]): string {
  const calendar = newCalendar(null);
  for (const meeting of meetings) calendar.createEvent(eventOf(meeting));
  return calendar.toString();
}

function newCalendar(method: ICalCalendarMethod | null) {
  return ical({
    prodId: { company: 'Dagsorden', product: 'Dagsorden', language: 'DA' },
    method,
    timezone: { name: null, generator: () => VTIMEZONE },
  });
}

function eventOf(meeting: CalendarMeeting) {
  const { uid, sequence, stamp, date, start, end, description, place, url, isCancelled } = meeting;
  return {
    ...{ id: uid, sequence, stamp, summary: plainLine(meeting.summary), description, url },
    ...(start === null
      ? { start: wallClock(date, '00:00'), allDay: true }
      : { start: wallClock(date, start), timezone: ZONE }),
    ...(start === null || end === null ? {} : { end: wallClock(date, end) }),
    ...(place === null ? {} : { location: plainLine(place) }),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
}

/** A day and time as a Danish clock shows it, which the library prints as it stands, wherever the process runs. */
function wallClock(date: string, time: string) {
  const digits: Readonly<Record<string, string>> = {
    YYYYMMDD: date.replaceAll('-', ''),
    HHmmss: `${time.replace(':', '')}00`,
  };
  const clock = {
    format: (form = ''): string => digits[form] ?? '',
    isValid: () => true,
    toDate: () => new Date(`${date}T${time}:00Z`),
    toJSON: () => `${date}T${time}`,
    tz: () => clock,
    utc: () => clock,
  };
  return clock;
}
