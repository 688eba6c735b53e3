import type { ChangeMeeting, MeetingView, Participant } from '../../../../../libs/contracts/meetings.js';
import type { PersonView } from '../../../../../libs/contracts/organisation.js';
import { printClock, toMinutes } from '../../../../../libs/domain/calendar/index.js';
import type { IsoDate } from '../../../../../libs/domain/calendar/index.js';
import { linesOf, textOrNull } from '../../lib/form.js';
import type { Faults, Fields } from '../../lib/form.js';
import { dateInText } from '../../lib/formats.js';
import { typedDate } from '../../lib/typed-date.js';
import { da } from '../../texts/da.js';
import { meetingDetails as text } from '../../texts/meeting-details.js';
import { timeIn } from './series-form.js';

export type DetailsField = keyof typeof text.labels;
export type DetailsFields = Fields<DetailsField>;

/** The facts of a meeting as they stand in the fields of the form. */
export function detailsOf(meeting: MeetingView): DetailsFields {
  const { date, start, end, place, caseNumber, kind, chairId, minuteTakerId, participants } = meeting;
  return {
    ...{ date: dateInText(date), start: start === null ? '' : printClock(start) },
    ...{ end: end === null ? '' : printClock(end), place: place ?? '', caseNumber: caseNumber ?? '' },
    ...{ kind, chair: chairId ?? '', minuteTaker: minuteTakerId ?? '' },
    participants: participants.map(lineOf).join('\n'),
  };
}

function lineOf({ name, attendance }: Participant): string {
  return attendance === 'present' ? name : `${name}, ${text[attendance]}`;
}

/** What is wrong with what was typed. */
export function detailsFaults(fields: DetailsFields, today: IsoDate): Faults<DetailsField> {
  const { fault } = da.meetings.series;
  const [start, end] = [timeIn(fields.start), timeIn(fields.end)];
  return {
    ...(typedDate(fields.date, today) === null ? { date: fault.date } : {}),
    ...(start === undefined ? { start: fault.time } : {}),
    ...(end === undefined ? { end: fault.time } : {}),
    ...(start === null && typeof end === 'string' ? { start: fault.startMissing } : {}),
    ...(typeof start === 'string' && typeof end === 'string' && toMinutes(end) <= toMinutes(start)
      ? { end: fault.endBeforeStart }
      : {}),
    ...(linesOf(fields.participants).some(({ length }) => length > 300)
      ? { participants: text.fault.name }
      : {}),
  };
}

interface Known {
  /** Those who took part before: what is known of them beside the name is kept. */
  readonly participants: readonly Participant[];
  readonly people: readonly Pick<PersonView, 'id' | 'name'>[];
}

/** What is sent to change the meeting; only fields that are right come here. */
export function detailsRequest(fields: DetailsFields, today: IsoDate, known: Known): ChangeMeeting {
  const { date, kind, place, caseNumber, chair, minuteTaker, participants } = fields;
  const day = typedDate(date, today);
  return {
    ...(day === null ? {} : { date: day }),
    kind: kind === 'extraordinary' ? 'extraordinary' : 'ordinary',
    ...{ start: timeIn(fields.start) ?? null, end: timeIn(fields.end) ?? null },
    ...{ place: textOrNull(place), caseNumber: textOrNull(caseNumber) },
    ...{ chairId: textOrNull(chair), minuteTakerId: textOrNull(minuteTaker) },
    participants: linesOf(participants).map((line) => participantIn(line, known)),
  };
}

/** `Karla Vestermølle, afbud`: who the product knows by that name is taken for them, if only one bears it. */
function participantIn(line: string, { participants, people }: Known): Participant {
  const attendance = (['regret', 'absent'] as const).find((word) =>
    line.toLocaleLowerCase('da-DK').endsWith(`, ${text[word]}`),
  );
  const name = attendance === undefined ? line : line.slice(0, line.lastIndexOf(',')).trim();
  const before = participants.find((one) => one.name === name);
  const bearers = people.filter((person) => person.name === name);
  const personId = before?.personId ?? (bearers.length === 1 ? (bearers[0]?.id ?? null) : null);
  return { name, personId, attendance: attendance ?? 'present' };
}

/** What calendars hold of a meeting: another of these is told to all who have it. */
export function isElsewhere(fields: DetailsFields, initial: DetailsFields): boolean {
  return (['date', 'start', 'end', 'place'] as const).some((name) => fields[name] !== initial[name]);
}
