import { printClock, readClockTime, toMinutes } from '../../../../../libs/domain/calendar/index.js';
import type { IsoDate } from '../../../../../libs/domain/calendar/index.js';
import type { MeetingRhythm } from '../../../../../libs/domain/meeting/index.js';
import type { BodyView } from '../../../../../libs/contracts/organisation.js';
import type { CreateMeetingSeries } from '../../../../../libs/contracts/meeting-series.js';
import { textOrNull } from '../../lib/form.js';
import type { Faults, Fields } from '../../lib/form.js';
import { typedDate } from '../../lib/typed-date.js';
import { da } from '../../texts/da.js';

/** What is typed to plan a series, as it is typed. */
export type SeriesField =
  'body' | 'weekday' | 'everyWeeks' | 'from' | 'to' | 'exceptWeeks' | 'start' | 'end' | 'place';
export type SeriesFields = Fields<SeriesField>;

/** The form as it opens: next year of the body, Tuesdays, at the body's own time and place. */
export function newSeries(body: BodyView | undefined, today: IsoDate): SeriesFields {
  const year = Number(today.slice(0, 4)) + 1;
  return {
    ...{ body: body?.id ?? '', weekday: '2', everyWeeks: '1' },
    ...{ from: `1. januar ${year}`, to: `31. december ${year}`, exceptWeeks: '7, 29, 30, 31, 42' },
    ...placedAs(body),
  };
}

/** Time and place as a body has them for its meetings. */
export function placedAs(body: BodyView | undefined): Pick<SeriesFields, 'start' | 'end' | 'place'> {
  const { start = null, end = null, place = null } = body?.settings ?? {};
  const printed = (time: string | null): string => (time === null ? '' : printClock(time));
  return { start: printed(start), end: printed(end), place: place ?? '' };
}

/** What is wrong with what was typed; what only the calendar knows is told by the api. */
export function seriesFaults(fields: SeriesFields, today: IsoDate): Faults<SeriesField> {
  const { fault } = da.meetings.series;
  const [from, to] = [typedDate(fields.from, today), typedDate(fields.to, today)];
  const [start, end] = [timeIn(fields.start), timeIn(fields.end)];
  return {
    ...(fields.body === '' ? { body: fault.body } : {}),
    ...(from === null ? { from: fault.date } : {}),
    ...(to === null ? { to: fault.date } : {}),
    ...(from !== null && to !== null && to < from ? { to: fault.order } : {}),
    ...(weeksIn(fields.exceptWeeks) === null ? { exceptWeeks: fault.weeks } : {}),
    ...(start === undefined ? { start: fault.time } : {}),
    ...(end === undefined ? { end: fault.time } : {}),
    ...(start === null && typeof end === 'string' ? { start: fault.startMissing } : {}),
    ...(typeof start === 'string' && typeof end === 'string' && toMinutes(end) <= toMinutes(start)
      ? { end: fault.endBeforeStart }
      : {}),
  };
}

/** The rhythm that was typed; null while its fields are not all right. */
export function rhythmIn(fields: SeriesFields, today: IsoDate): MeetingRhythm | null {
  const [from, to] = [typedDate(fields.from, today), typedDate(fields.to, today)];
  const exceptWeeks = weeksIn(fields.exceptWeeks);
  if (from === null || to === null || to < from || exceptWeeks === null) return null;
  return { weekday: Number(fields.weekday), everyWeeks: Number(fields.everyWeeks), from, to, exceptWeeks };
}

/** What is sent to make meetings on these dates. */
export function seriesRequest(fields: SeriesFields, dates: readonly IsoDate[]): CreateMeetingSeries {
  const { body, start, end, place } = fields;
  return {
    ...{ bodyId: body, dates: [...dates], place: textOrNull(place) },
    ...{ start: timeIn(start) ?? null, end: timeIn(end) ?? null },
  };
}

/** A time as it is typed; null where nothing is, undefined where it is none. */
export function timeIn(text: string): string | null | undefined {
  return text.trim() === '' ? null : (readClockTime(text) ?? undefined);
}

/** `7, 29-31 og 42` as week numbers, each once; null where something else stands there. */
export function weeksIn(text: string): readonly number[] | null {
  const weeks = new Set<number>();
  const written = text.replace(/\buger?\b/gi, ' ');
  for (const part of written.split(/,|\bog\b|\s+(?=\d)/).map((each) => each.trim())) {
    const range = /^(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?$/.exec(part);
    if (part === '') continue;
    const [first, last] = [Number(range?.[1]), Number(range?.[2] ?? range?.[1])];
    if (!(first >= 1 && last <= 53 && first <= last)) return null;
    for (let week = first; week <= last; week += 1) weeks.add(week);
  }
  return [...weeks].sort((a, b) => a - b);
}
