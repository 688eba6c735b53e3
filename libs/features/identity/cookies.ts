import type { Request } from 'express';

/** The name of the session's cookie: with the prefix that browsers hold to one host and https, where there is https. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-dagsorden' : 'dagsorden';
}

/** The value of a cookie of a request; null when it is not sent, or sent twice. */
export function cookieOf(request: Request, name: string): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const values = pairs.filter(([key]) => key === name).map(([, ...value]) => value.join('='));
  return values.length === 1 ? (values[0] ?? null) : null;
}
