import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { MONTHS, partsOf } from '../../../../../libs/domain/calendar/index.js';
import { monthOfDate } from './month-grid.js';

export interface MonthOfMeetings<Meeting> {
  readonly month: string;
  readonly meetings: readonly Meeting[];
}

/** Meetings month by month, in the order they come. */
export function byMonth<Meeting extends Pick<MeetingView, 'date'>>(
  meetings: readonly Meeting[],
): readonly MonthOfMeetings<Meeting>[] {
  const months = [...new Set(meetings.map(({ date }) => monthOfDate(date)))];
  return months.map((month) => ({
    month,
    meetings: meetings.filter(({ date }) => monthOfDate(date) === month),
  }));
}

/** `november 2026` */
export function monthInWords(month: string): string {
  const { year, month: number } = partsOf(`${month}-01`);
  return `${MONTHS[number - 1] ?? ''} ${year}`;
}
