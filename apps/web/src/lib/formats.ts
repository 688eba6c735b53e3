import {
  addDays,
  clockInText as clockOf,
  daysBetween,
  isoWeekOf,
  localOf,
  partsOf,
  printDate,
  printDuration,
  printRange,
  printShortDate,
  printShortWeekdayDate,
  printWeekdayDate,
  weekdayOf,
} from '../../../../libs/domain/calendar/index.js';
import type { ClockTime, IsoDate, UtcInstant } from '../../../../libs/domain/calendar/index.js';

/** Keeps a number and what belongs to it on one line. */
const NBSP = '\u00a0';

/** Today in Denmark, wherever the browser stands. */
export function todayInDenmark(now: Date = new Date()): IsoDate {
  return localOf(now.toISOString()).date;
}

/** `14. januar 2025` */
export const dateInText = printDate;
/** `tirsdag den 14. januar 2025` */
export const weekdayInText = printWeekdayDate;

/** `14. jan. 2025`, this year `14. jan.` */
export function dateInList(date: IsoDate, today: IsoDate = todayInDenmark()): string {
  return printShortDate(date, partsOf(today).year);
}

/** `tirs. 14. jan.`, in another year than this `tirs. 14. jan. 2025` */
export function weekdayInList(date: IsoDate, today: IsoDate = todayInDenmark()): string {
  return printShortWeekdayDate(date, partsOf(today).year);
}

/** `kl. 9.05` */
export const timeInText = (time: ClockTime): string => clockOf(time);

/** `kl. 9.00–9.45`; without an end `kl. 9.00`; nothing when the start is not known. */
export function timesInText(start: ClockTime | null, end: ClockTime | null): string {
  return start === null ? '' : clockOf(start, end);
}

/** `9.00–9.02`, as timetables have it. */
export const timesInTable = printRange;

/** `10 min.`, `1 t. 30 min.` */
export const minutesInText = printDuration;

/** A moment as `14. jan. kl. 14.32`, today `i dag kl. 14.32`. */
export function momentInText(instant: UtcInstant, today: IsoDate = todayInDenmark()): string {
  const { date, time } = localOf(instant);
  return date === today ? `i dag ${timeInText(time)}` : `${dateInList(date, today)} ${timeInText(time)}`;
}

/** The time of day of a moment, `kl. 14.32`. */
export function clockInText(instant: UtcInstant): string {
  return timeInText(localOf(instant).time);
}

/** `uge 48` */
export function weekInText(date: IsoDate): string {
  return `uge${NBSP}${isoWeekOf(date).week}`;
}

/** How far a date lies from today: `i dag`, `i går`, `i morgen`, `for 12 dage siden`, `om 3 dage`. */
export function daysInWords(date: IsoDate, today: IsoDate = todayInDenmark()): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'i dag';
  if (days === 1) return 'i morgen';
  if (days === -1) return 'i går';
  return days > 0 ? `om ${days} dage` : `for ${-days} dage siden`;
}

/** The Sunday that ends the week of a date. */
export function endOfWeek(date: IsoDate): IsoDate {
  return addDays(date, 7 - weekdayOf(date));
}

const collator = new Intl.Collator('da-DK', { numeric: true });

/** Orders texts as Danes do: *Aa* as *Å*, last; Bilag 2 before Bilag 10. */
export function compareDanish(one: string, other: string): number {
  return collator.compare(one, other);
}

const numbers = new Intl.NumberFormat('da-DK');

/** `1.234,5` */
export function numberInText(number: number): string {
  return numbers.format(number);
}

/** The size of a file: `84 kB`, `2,4 MB`. */
export function sizeInText(bytes: number): string {
  const [amount, unit] =
    bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${amount.toLocaleString('da-DK', { maximumFractionDigits: 1 })}\u00a0${unit}`;
}

/** A number with its noun: `1 møde`, `3 møder`. */
export function counted(number: number, one: string, several: string): string {
  return `${numberInText(number)}${NBSP}${number === 1 ? one : several}`;
}

/** A text with its first letter as a capital: what is read from minutes begins in the middle of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('da-DK') + text.slice(1);
}

/** Names in a row: `FAS, ØKA og BFU`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} og ${last}`;
}
