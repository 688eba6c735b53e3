import { addDays, localOf, utcOf } from '../calendar/index.js';
import type { UtcInstant } from '../calendar/index.js';
import { isApproved, stepOf } from './workflow.js';
import type { IndstillingAction, IndstillingState } from './workflow.js';

/** What a step is told of: it came to those who judge it next, or it came back to its author, with what was said. */
export const NOTICE_KINDS = ['arrived', 'returned', 'rejected', 'approved'] as const;
export type NoticeOfStepKind = (typeof NOTICE_KINDS)[number];

interface TakenStep {
  readonly action: IndstillingAction;
  readonly to: IndstillingState;
}

/** What a step is told of; null where nobody waits to hear of it. */
export function noticeOfStep({ action, to }: TakenStep): NoticeOfStepKind | null {
  switch (action) {
    case 'submit':
    case 'approve':
    case 'revise':
      if (stepOf(to) !== null) return 'arrived';
      return action === 'approve' && to === 'approved' ? 'approved' : null;
    case 'return':
      return 'returned';
    case 'reject':
      return 'rejected';
    default:
      return null;
  }
}

/** Whether what a step is told of is so still, in the state that the indstilling is in now: nobody hears of what is past. */
export function isStillSo(kind: NoticeOfStepKind, to: IndstillingState, now: IndstillingState): boolean {
  return kind === 'approved' ? isApproved(now) : now === to;
}

/** How often somebody is sent mails about indstillinger: at once, collected for a quarter of an hour, once a day, or never. */
export const MAIL_PACES = ['at-once', 'collected', 'daily', 'never'] as const;
export type MailPace = (typeof MAIL_PACES)[number];

/** What counts for those who have chosen nothing. */
export const USUAL_PACE: MailPace = 'collected';

const MINUTE_MS = 60_000;
const COLLECTED_MINUTES = 15;
/** Danish time. */
const DAILY_AT = '07:30';

/**
 * When a mail goes whose first step was taken at an instant (UTC); null: never. A step can be taken back for
 * `regretSeconds`, which every mail waits for.
 */
export function mailGoesAt(pace: MailPace, first: UtcInstant, regretSeconds: number): UtcInstant | null {
  const later = (ms: number): UtcInstant => new Date(Date.parse(first) + ms).toISOString();
  const settled = later(regretSeconds * 1000);
  switch (pace) {
    case 'at-once':
      return settled;
    case 'collected': {
      const collected = later(COLLECTED_MINUTES * MINUTE_MS);
      return collected > settled ? collected : settled;
    }
    case 'daily':
      return nextMorning(settled);
    case 'never':
      return null;
  }
}

/** The next time that the Danish clock shows the hour of the daily mail, from an instant on. */
function nextMorning(from: UtcInstant): UtcInstant {
  const { date } = localOf(from);
  const today = utcOf(date, DAILY_AT);
  return today >= from ? today : utcOf(addDays(date, 1), DAILY_AT);
}
