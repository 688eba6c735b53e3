import { clockInText } from '../calendar/index.js';
import type { Timetable } from './timetable.js';

/** A number of minutes in words that fit a sentence: `1 minut`, `5 minutter`. */
export function minutesInWords(minutes: number): string {
  return minutes === 1 ? '1 minut' : `${minutes} minutter`;
}

/**
 * How the points fit the booked time, as one Danish sentence: slack, overrun or just right. Without a booked end it
 * only says when the points end.
 */
export function timetableSentence(times: Timetable): string {
  const ends = `Punkterne slutter ${clockInText(times.ends)}`;
  if (times.bookedEnd === null) return `${ends}.`;
  const booked = `mødets sluttidspunkt ${clockInText(times.bookedEnd)}`;
  if (times.overrun !== null && times.overrun > 0)
    return `${ends}, ${minutesInWords(times.overrun)} efter ${booked}.`;
  if (times.slack !== null && times.slack > 0)
    return `${ends}, ${minutesInWords(times.slack)} før ${booked}.`;
  return `${ends}, som mødet er sat til.`;
}
