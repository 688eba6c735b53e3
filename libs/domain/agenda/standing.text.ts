import { printDate } from '../calendar/index.js';
import type { IsoDate } from '../calendar/index.js';

/**
 * The title of a standing point that is filled in with the latest minutes: `Referat` becomes `Referat af mødet den
 * 14. januar 2025`, the date of the body's meeting before this one (PRODUCT.md, "fast punkt"; UX.md, 0.10). Null, where the
 * body has met never before: the title stays as it is.
 */
export function titleWithMinutesOf(title: string, meetingDate: IsoDate | null): string {
  return meetingDate === null ? title : `${title} af mødet den ${printDate(meetingDate)}`;
}
