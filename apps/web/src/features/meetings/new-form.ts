import { printClock, toMinutes } from '../../../../../libs/domain/calendar/index.js';
import type { IsoDate } from '../../../../../libs/domain/calendar/index.js';
import type { NextSlotView } from '../../../../../libs/contracts/meeting-series.js';
import { textOrNull } from '../../lib/form.js';
import type { Faults, Fields } from '../../lib/form.js';
import { dateInText } from '../../lib/formats.js';
import { typedDate } from '../../lib/typed-date.js';
import { da } from '../../texts/da.js';
import { timeIn } from './series-form.js';

/** What is typed to plan one meeting, as it is typed. */
export type NewMeetingField = 'body' | 'date' | 'start' | 'end' | 'place' | 'kind';
export type NewMeetingFields = Fields<NewMeetingField>;

/** The form with the next ordinary day of a body. */
export function suggested({ bodyId, date, start, end, place }: NextSlotView): NewMeetingFields {
  return {
    ...{ body: bodyId, date: dateInText(date), place: place ?? '', kind: 'ordinary' },
    ...{ start: start === null ? '' : printClock(start), end: end === null ? '' : printClock(end) },
  };
}

export function newMeetingFaults(fields: NewMeetingFields, today: IsoDate): Faults<NewMeetingField> {
  const { fault } = da.meetings.series;
  const [start, end] = [timeIn(fields.start), timeIn(fields.end)];
  return {
    ...(fields.body === '' ? { body: fault.body } : {}),
    ...(typedDate(fields.date, today) === null ? { date: fault.date } : {}),
    ...(start === undefined ? { start: fault.time } : {}),
    ...(end === undefined ? { end: fault.time } : {}),
    ...(start === null && typeof end === 'string' ? { start: fault.startMissing } : {}),
    ...(typeof start === 'string' && typeof end === 'string' && toMinutes(end) <= toMinutes(start)
      ? { end: fault.endBeforeStart }
      : {}),
  };
}

/** What is sent to make it. */
export function newMeetingRequest(fields: NewMeetingFields, today: IsoDate): object {
  const { body, date, start, end, place, kind } = fields;
  return {
    ...{ bodyId: body, date: typedDate(date, today), kind, place: textOrNull(place) },
    ...{ start: timeIn(start) ?? null, end: timeIn(end) ?? null },
  };
}
