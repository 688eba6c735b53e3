import { daysBetween } from '../../../../../libs/domain/calendar/index.js';
import type { FollowUpView } from '../../../../../libs/contracts/follow-ups.js';
import { da } from '../../texts/da.js';
import { dateInList } from '../../lib/formats.js';

/** When it is due: `10. nov.`, `næste møde`, `19. feb. (foreslået)`; null when nothing is said. */
export function dueInWords({ kind, text, date }: FollowUpView['due'], today: string): string | null {
  const when = date === null ? text : dateInList(date, today);
  if (when === null) return kind === 'none' ? null : da.followUps.dueKind[kind];
  const how = kind === 'proposed' || kind === 'recurring' ? da.followUps.dueKind[kind] : '';
  return how === '' ? when : `${when} (${how})`;
}

/** `overskredet 12 dage` */
export function overdueInWords({ due, overdue }: FollowUpView, today: string): string | null {
  if (!overdue || due.date === null) return null;
  const days = daysBetween(due.date, today);
  return da.followUps.overdueBy(`${days}\u00a0${days === 1 ? da.followUps.day : da.followUps.days}`);
}
