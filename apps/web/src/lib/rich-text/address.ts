const SCHEME = /^(?:https?|mailto):/i;
const MAIL = /^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/;
const HOST = /^[^\s:/?#]+\.[^\s:/?#]{2,}(?::\d+)?(?:[/?#]\S*)?$/u;

/**
 * The address that a link goes to, of what somebody typed: an address of the web with or without `https://`, or of a
 * mailbox. Null for anything else, as for what would run in the page.
 */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  const whole = SCHEME.test(text)
    ? text
    : MAIL.test(text)
      ? `mailto:${text}`
      : HOST.test(text)
        ? `https://${text}`
        : null;
  return whole !== null && !/\s/.test(whole) && isAddress(whole) ? whole : null;
}

/** Whether an address can be read, and leads to a host or to a mailbox. */
export function isAddress(text: string): boolean {
  try {
    const { protocol, pathname, hostname } = new URL(text);
    return protocol === 'mailto:' ? pathname.includes('@') : hostname !== '';
  } catch {
    return false;
  }
}
