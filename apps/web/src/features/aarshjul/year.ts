import type { AarshjulItem } from '../../../../../libs/contracts/aarshjul.js';
import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { MONTHS } from '../../../../../libs/domain/calendar/index.js';
import type { IsoDate } from '../../../../../libs/domain/calendar/index.js';

/** What a body takes up every year, with whose it is. */
export interface Theme extends AarshjulItem {
  readonly bodyId: string;
  readonly bodyName: string;
}

export interface PlannedTheme extends Theme {
  /** The body still has the month before it, and no meeting in it. */
  readonly lacksMeeting: boolean;
}

/** What the year asks of a meeting. */
export type YearMeeting = Pick<MeetingView, 'bodyId' | 'date' | 'state'>;

export interface MonthOfYear<Meeting> {
  /** `november` */
  readonly name: string;
  readonly isNow: boolean;
  readonly themes: readonly PlannedTheme[];
  readonly meetings: readonly Meeting[];
}

/** The twelve months of a year (`2027`), each with what is due in it and the meetings it has. */
export function monthsOfYear<Meeting extends YearMeeting>(
  year: string,
  themes: readonly Theme[],
  meetings: readonly Meeting[],
  today: IsoDate,
): readonly MonthOfYear<Meeting>[] {
  return MONTHS.map((name, at) => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}`;
    const ofMonth = meetings.filter(({ date }) => date.startsWith(month));
    const isOver = month < today.slice(0, 7);
    const meets = (bodyId: string): boolean =>
      ofMonth.some((meeting) => meeting.bodyId === bodyId && meeting.state !== 'cancelled');
    return {
      name,
      isNow: today.startsWith(month),
      themes: themes
        .filter((theme) => theme.month === at + 1)
        .map((theme) => ({ ...theme, lacksMeeting: !isOver && !meets(theme.bodyId) })),
      meetings: ofMonth,
    };
  });
}
