import { addDays, weekdayOf } from '../../../libs/domain/calendar/index.js';
import type { IsoDate } from '../../../libs/domain/calendar/index.js';

/** The first date with a weekday (1 Monday - 7 Sunday) at least so many days after today; before it when negative. */
export function weekdayNear(today: IsoDate, weekday: number, days: number): IsoDate {
  const step = days < 0 ? -1 : 1;
  let date = addDays(today, days);
  while (weekdayOf(date) !== weekday) date = addDays(date, step);
  return date;
}
