import type { MeetingView } from '../../../../../libs/contracts/meetings.js';
import { daysInWords, timeInText, todayInDenmark, weekdayInList } from '../../lib/formats.js';

type Deadline = Pick<MeetingView['deadlines'][number], 'date' | 'time'>;

/** When a deadline is, in a sentence: `i morgen kl. 12.00`, further away `ons. 2. dec. kl. 12.00`. */
export function deadlineInWords({ date, time }: Deadline, today = todayInDenmark()): string {
  const days = daysInWords(date, today);
  const isNear = days === 'i dag' || days === 'i morgen' || days === 'i går';
  return `${isNear ? days : weekdayInList(date, today)} ${timeInText(time)}`;
}
