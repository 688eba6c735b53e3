import { createHash } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { HelmetOptions } from 'helmet';

/** Half a year: what a browser remembers, once it has reached the product by https. */
const HSTS_SECONDS = 15_552_000;

/**
 * The style sheets that react-aria puts into the page by itself, word for word: for its press handling, and for iOS while
 * a dialogue is open. Their hashes let them in, and nothing else that is inline.
 */
export const REACT_ARIA_STYLES = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
] as const;

type Directives = Record<string, string[]>;

const NOTHING: Directives = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Answers of the API are data: whatever they are taken for, they load nothing, run nothing and are framed nowhere. */
const FOR_DATA: Directives = { ...NOTHING, sandbox: [] };

/** Swagger UI writes styles into its page; its scripts are files. */
const FOR_API_DOCS: Directives = {
  ...NOTHING,
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
};

function forTheWeb(provider: string | null): Directives {
  return {
    ...NOTHING,
    'script-src': ["'self'"],
    'style-src': ["'self'", ...REACT_ARIA_STYLES.map(hashSource)],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'form-action': ["'self'", ...(provider === null ? [] : [new URL(provider).origin])],
  };
}

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const PERMISSIONS = [
  ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid'],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'],
];

/**
 * Express middleware that gives every answer its security headers. `publicUrl` says whether browsers are told to insist on
 * https; `provider` is the issuer that signing in and out leads to.
 */
export function securityHeaders(publicUrl: string, provider: string | null): RequestHandler {
  const isSecure = publicUrl.startsWith('https:');
  const policies = {
    data: headersWith(FOR_DATA, isSecure),
    docs: headersWith(FOR_API_DOCS, isSecure),
    web: headersWith(forTheWeb(provider), isSecure),
  };
  return (request: Request, response: Response, next: NextFunction): void => {
    const kind = kindOf(request.path);
    // Answers are somebody's own: neither a shared computer nor a proxy keeps them.
    if (kind === 'data') response.setHeader('Cache-Control', 'no-store');
    for (const [name, value] of policies[kind]) response.setHeader(name, value);
    next();
  };
}

function kindOf(path: string): 'data' | 'docs' | 'web' {
  if (/^\/api\/docs(\/|$)/i.test(path)) return 'docs';
  return /^\/(api|health)(\/|$)/i.test(path) ? 'data' : 'web';
}

/** What helmet says with these directives; it says the same of every answer, and so is asked once. */
function headersWith(directives: Directives, isSecure: boolean): readonly (readonly [string, string])[] {
  const options: HelmetOptions = {
    contentSecurityPolicy: { useDefaults: false, directives },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isSecure ? { maxAge: HSTS_SECONDS, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    xPermittedCrossDomainPolicies: { permittedPolicies: 'none' },
  };
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  response.setHeader('Permissions-Policy', PERMISSIONS.map((feature) => `${feature}=()`).join(', '));
  helmet(options)(request, response, () => undefined);
  return response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]);
}
