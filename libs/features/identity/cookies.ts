import type { CookieOptions, Request, Response } from 'express';
import type { AccessConfig } from '../../platform/config/access.js';

type Cookie = 'session' | 'attempt';

const NAMES: Readonly<Record<Cookie, string>> = { session: 'dagsorden', attempt: 'dagsorden-sign-in' };

/** The name of a cookie: with the prefix that browsers hold to one host and https, where there is https. */
export function cookieName(cookie: Cookie, { publicUrl }: AccessConfig): string {
  return `${isSecure(publicUrl) ? '__Host-' : ''}${NAMES[cookie]}`;
}

/** The value of a cookie of a request; null when it is not sent, or sent twice. */
export function cookieOf(request: Request, name: string): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const values = pairs.filter(([key]) => key === name).map(([, ...value]) => value.join('='));
  return values.length === 1 ? (values[0] ?? null) : null;
}

const TEN_MINUTES_MS = 600_000;

/**
 * Gives the browser a cookie that scripts cannot read and other sites' posts do not carry. That of a session ends with the
 * browser, that of an attempt to sign in after ten minutes.
 */
export function setCookie(response: Response, cookie: Cookie, value: string, access: AccessConfig): void {
  const life = cookie === 'attempt' ? { maxAge: TEN_MINUTES_MS } : {};
  response.cookie(cookieName(cookie, access), value, { ...options(access), ...life });
}

/** Takes a cookie back. */
export function clearCookie(response: Response, cookie: Cookie, access: AccessConfig): void {
  response.clearCookie(cookieName(cookie, access), options(access));
}

function options({ publicUrl }: AccessConfig): CookieOptions {
  return { httpOnly: true, secure: isSecure(publicUrl), sameSite: 'lax', path: '/' };
}

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:');
