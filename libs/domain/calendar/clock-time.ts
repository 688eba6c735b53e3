/** A time of day as `HH:MM`, 00:00-23:59, local Danish time. */
export type ClockTime = string;

/** En dash, as Danish ranges are printed: no spaces around it. */
const EN_DASH = '–';

/** Keeps a number and what belongs to it on one line. */
const NBSP = '\u00a0';

/** Minutes since midnight of a clock time. */
export function toMinutes(time: ClockTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The clock time of a number of minutes since midnight; past midnight it starts over (1,445 is `00:05`). */
export function fromMinutes(minutes: number): ClockTime {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** Tells whether a text is a clock time `HH:MM` that exists. */
export function isClockTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Prints a clock time the Danish way, without leading zero: `09:05` is `9.05`. */
export function printClock(time: ClockTime): string {
  return `${Number(time.slice(0, 2))}.${time.slice(3)}`;
}

/** Prints a range of clock times: `18.20–18.40`. */
export function printRange(from: ClockTime, to: ClockTime): string {
  return `${printClock(from)}${EN_DASH}${printClock(to)}`;
}

/**
 * A time of day in a sentence: `kl. 9.05`, until a later one `kl. 9.05–9.45`. A non-breaking space keeps it on one line (UX.md,
 * *Formats*).
 */
export function clockInText(from: ClockTime, to: ClockTime | null = null): string {
  return `kl.${NBSP}${to === null ? printClock(from) : printRange(from, to)}`;
}

/**
 * Prints a duration in minutes: `10 min.`, `1 t.`, `1 t. 30 min.`; less than nothing with a minus before it. Numbers and their
 * units are kept on one line by non-breaking spaces (UX.md, *Formats*).
 */
export function printDuration(minutes: number): string {
  if (minutes < 0) return `-${printDuration(-minutes)}`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}${NBSP}min.`;
  return rest === 0 ? `${hours}${NBSP}t.` : `${hours}${NBSP}t.${NBSP}${rest}${NBSP}min.`;
}

/**
 * Reads a typed or printed time: `18.15`, `18:15`, `1815`, `kl. 18`, `9`. Null when it is no time.
 */
export function readClockTime(text: string): ClockTime | null {
  const match = /^(?:kl\.?\s*)?(\d{1,2})(?:\s*[.:]?\s*(\d{2}))?$/i.exec(text.trim());
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? '0');
  return hours < 24 && minutes < 60 ? fromMinutes(hours * 60 + minutes) : null;
}
