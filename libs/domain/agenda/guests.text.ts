import { clockInText } from '../calendar/index.js';
import type { ClockTime } from '../calendar/index.js';

/** A guest of a point as it is printed: the name, and the title where the product knows one. */
export interface PrintedGuest {
  readonly name: string;
  readonly title: string | null;
}

/** A line about the guests of a point: what stands before the colon, and what behind it. */
export interface GuestLine {
  readonly label: string;
  readonly value: string;
}

/**
 * Who comes to a point and when: `Gæst: Gro Gæst, kontorchef, kl. 9.15–9.35`, `Gæster: Bo Lind (leder) og Gro Gæst, kl. 9.15`.
 * The time is that of the point, and is left out where it has none. Null where nobody is invited.
 */
export function guestLine(
  guests: readonly PrintedGuest[],
  from: ClockTime | null,
  to: ClockTime | null,
): GuestLine | null {
  const [first, ...others] = guests;
  if (first === undefined) return null;
  const who = others.length === 0 ? single(first) : several(guests.map(amongOthers));
  const when = from === null ? '' : `, ${clockInText(from, to === from ? null : to)}`;
  return { label: GUEST_LABELS[others.length === 0 ? 'one' : 'several'], value: `${who}${when}` };
}

/** The labels of the line, as they stand before the colon. */
export const GUEST_LABELS = { one: 'Gæst', several: 'Gæster' } as const;

const single = ({ name, title }: PrintedGuest): string => (title === null ? name : `${name}, ${title}`);

/** Among several a comma before the title would read as one more guest. */
const amongOthers = ({ name, title }: PrintedGuest): string => (title === null ? name : `${name} (${title})`);

const several = (names: readonly string[]): string =>
  `${names.slice(0, -1).join(', ')} og ${names.at(-1) ?? ''}`;
