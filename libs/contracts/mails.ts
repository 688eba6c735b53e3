/** What the technical side of mails takes from their rules. */
export { MOST_TRIES, nextTryAfter } from '../domain/sending/index.js';
export type { MailCause } from '../domain/sending/index.js';
