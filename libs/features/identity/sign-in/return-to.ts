const LONGEST = 500;

/**
 * Where to go after signing in: the path that was asked for when it is one of this site's, else the front page. What a
 * browser might read as another site (`//host`, a backslash, control characters) and what would only sign in again or
 * show data instead of a page is not followed.
 */
export function safeReturnTo(asked: unknown): string {
  if (
    typeof asked !== 'string' ||
    asked.length > LONGEST ||
    !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked)
  ) {
    return '/';
  }
  const base = 'http://site.invalid';
  if (!URL.canParse(asked, base)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, base);
  const path = `${pathname}${search}${hash}`;
  const isElsewhere = origin !== base || path.startsWith('//');
  return isElsewhere || /^\/(api|sign-in|health)(\/|$)/i.test(pathname) ? '/' : path;
}
