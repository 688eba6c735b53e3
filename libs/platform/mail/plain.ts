/** Signs that turn the direction of what is read after them, or stand for a line of its own. */
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const BREAKING = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** Words for a header of a mail or a line of a calendar file: on one line, and read from left to right. */
export function plainLine(words: string): string {
  return words.replace(TURNING, '').replace(BREAKING, ' ').trim();
}

/**
 * The same for a name in a calendar file, which stands between quotes and cannot hold one: a backslash before it ends the
 * name for whoever reads it by RFC 5545 (3.2), and what follows would be another recipient.
 */
export function plainName(name: string): string {
  return plainLine(name).replaceAll('"', "'").replaceAll('\\', '/');
}

/** One address without comments, quotes or a list (RFC 5321, 4.1.2, `Dot-string`; letters of all languages by RFC 6531). */
const ADDRESS = /^[^\s"(),:;<>@[\\\]\p{C}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,252}[\p{L}\p{N}])?$/u;

/** Whether mails can be sent to what somebody gave as their address: what is not one address is never made into another. */
export function isOneAddress(address: string): boolean {
  return ADDRESS.test(address);
}
