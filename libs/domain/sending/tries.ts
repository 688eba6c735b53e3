/**
 * Why a mail did not reach somebody, as a stable code the screen has Danish words for. The first five are final until
 * somebody asks for another try (`mail-not-written`: through a fault of the product, which its log tells of); the last two
 * are tried again by the product itself.
 */
export const MAIL_CAUSES = [
  'no-address',
  'address-refused',
  'mailbox-full',
  'mail-refused',
  'mail-not-written',
  'server-away',
  'server-refuses-us',
] as const;
export type MailCause = (typeof MAIL_CAUSES)[number];

/** After this many tries a mail server that stays away has failed; with the waits of `nextTryAfter` some 3 hours. */
export const MOST_TRIES = 15;

const FIRST_WAIT_SECONDS = 15;
const LONGEST_WAIT_SECONDS = 900;

/** How long to wait after the nth try that failed through no fault of the recipient (1 is the first), in seconds. */
export function nextTryAfter(tries: number): number {
  return Math.min(FIRST_WAIT_SECONDS * 2 ** Math.max(0, tries - 1), LONGEST_WAIT_SECONDS);
}
