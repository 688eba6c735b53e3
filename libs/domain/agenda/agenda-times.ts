import { allowed } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { ClockTime } from '../calendar/index.js';
import type { NumberedPoint } from './numbering.js';
import { timetable } from './timetable.js';
import type { Timetable } from './timetable.js';
import { minutesInWords, timetableSentence } from './timetable.text.js';

/** The times of an agenda whose meeting may have no start yet: then there is no clock time in them. */
export interface AgendaTimes extends Omit<Timetable, 'start' | 'ends'> {
  readonly start: ClockTime | null;
  readonly ends: ClockTime | null;
  /** How the points fit the booked time, as one Danish sentence. */
  readonly inWords: string;
}

/**
 * The timetable of an agenda, also when nobody knows when the meeting starts: minutes are added up then, and no clock
 * time is made up. Refusals are those of `timetable`.
 */
export function agendaTimes(
  agenda: readonly NumberedPoint[],
  start: ClockTime | null,
  end: ClockTime | null,
): Outcome<AgendaTimes> {
  const timed = timetable(agenda, start ?? '00:00', start === null ? null : end);
  if (!timed.ok) return timed;
  const { value } = timed;
  if (start !== null) return allowed({ ...value, inWords: timetableSentence(value) });
  const slots = value.slots.map((slot) => ({ ...slot, from: null, to: null, wait: 0, overlap: 0 }));
  const inWords = `Punkterne tager ${minutesInWords(value.minutes)}. Mødet har intet starttidspunkt.`;
  return allowed({ ...value, slots, start: null, ends: null, inWords });
}
