export { RECIPIENT_GROUPS, recipientsOf } from './recipients.js';
export type {
  Recipient,
  RecipientFacts,
  RecipientFinding,
  RecipientGroup,
  RecipientPerson,
  Recipients,
} from './recipients.js';
export { calendarText, factsFor, noticeText } from './notice.js';
export type { CalendarText, GuestSlot, Notice, NoticeFacts, NoticeKind, NoticeWords } from './notice.js';
export { MAIL_CAUSES, MOST_TRIES, nextTryAfter } from './tries.js';
export type { MailCause } from './tries.js';
export * from './review.js';
