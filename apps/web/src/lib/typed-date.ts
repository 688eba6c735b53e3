import { isoDate, partsOf, readDanishDate } from '../../../../libs/domain/calendar/index.js';
import type { IsoDate } from '../../../../libs/domain/calendar/index.js';

/**
 * The date somebody typed: `1. nov. 2026`, `1/11-2026`, `01-11-26`, `011126`, or a day of this year without one. Null
 * when it is no date that exists.
 */
export function typedDate(text: string, today: IsoDate): IsoDate | null {
  const digits = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(text.trim());
  const words = digits === null ? text : `${digits[1] ?? ''}.${digits[2] ?? ''}.${digits[3] ?? ''}`;
  const written = readDanishDate(words.replace(/^(\d+\/\d+)-/, '$1/'));
  if (written === null) return null;
  return isoDate(written.year ?? partsOf(today).year, written.month, written.day);
}
