import { z } from 'zod';
import { secretFault } from './secrets.js';

/** How the api speaks to the identity provider of the municipality. */
export interface ProviderConfig {
  /** The issuer exactly as the provider writes it in its tokens. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The one algorithm its ID tokens are signed with. */
  readonly algorithm: string;
  readonly claims: ClaimMapping;
}

/** How claims become memberships; without a role claim they never do. */
export interface ClaimMapping {
  readonly roleClaim: string | null;
  readonly unitClaim: string | null;
  /** What the role claim may say -> `role` or `role@body name or unit code`. */
  readonly roles: Readonly<Record<string, string>>;
}

/** Who reaches the api, from where, and for how long. */
export interface AccessConfig {
  /** The address people use, an origin without a slash at the end. */
  readonly publicUrl: string;
  /** How many reverse proxies stand in front; 0: X-Forwarded-* is believed from nobody. */
  readonly trustedProxies: number;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  /** What one address may ask for in a minute; 0: as much as it likes. */
  readonly requestsPerMinute: number;
  /** Null where none is named: nobody can sign in. */
  readonly provider: ProviderConfig | null;
}

/** Injection token of the process's access configuration. */
export const ACCESS = Symbol('ACCESS');

/** What holds where nothing is said: this machine only, nobody to sign in with, sessions of the usual length. */
export const LOCAL_ACCESS: AccessConfig = {
  publicUrl: 'http://localhost:3000',
  trustedProxies: 0,
  sessionIdleMinutes: 480,
  sessionHours: 12,
  requestsPerMinute: 0,
  provider: null,
};

const emptyAsAbsent = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(emptyAsAbsent, schema.optional());

const SIGNING = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'] as const;

const webAddress = z.url({ protocol: /^https?$/, error: 'must be an address with https' });
const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const roleTable = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string()));

/** The variables of sign-in and sessions, as `readConfig` checks them. */
export const accessVariables = {
  PUBLIC_URL: optional(
    webAddress.refine((url) => new URL(url).pathname === '/', 'must be an origin, without a path'),
  ),
  TRUSTED_PROXIES: z.preprocess(emptyAsAbsent, wholeNumber(0, 10).default(0)),
  SESSION_IDLE_MINUTES: z.preprocess(emptyAsAbsent, wholeNumber(5, 1440).default(480)),
  SESSION_HOURS: z.preprocess(emptyAsAbsent, wholeNumber(1, 24).default(12)),
  REQUESTS_PER_MINUTE: z.preprocess(emptyAsAbsent, wholeNumber(0, 1_000_000).default(6000)),
  OIDC_ISSUER: optional(
    webAddress.refine(
      (url) => url.startsWith('https:') || isLoopback(url),
      'must be https unless it is on this machine',
    ),
  ),
  OIDC_CLIENT_ID: optional(z.string().max(200)),
  OIDC_CLIENT_SECRET: optional(
    z.string().superRefine((value, context) => {
      const fault = secretFault(value, 'secret');
      if (fault !== null) context.addIssue({ code: 'custom', message: fault });
    }),
  ),
  OIDC_SIGNING_ALGORITHM: z.preprocess(emptyAsAbsent, z.enum(SIGNING).default('RS256')),
  OIDC_ROLE_CLAIM: optional(z.string().max(200)),
  OIDC_UNIT_CLAIM: optional(z.string().max(200)),
  OIDC_ROLES: optional(roleTable),
};

type AccessVariables = z.infer<z.ZodObject<typeof accessVariables>>;

/** The names of the variables that are missing, since OIDC_ISSUER asks for them. */
export function missingAccessVariables(variables: AccessVariables): string[] {
  if (variables.OIDC_ISSUER === undefined) return [];
  const needed = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'] as const;
  return needed.filter((name) => variables[name] === undefined);
}

/** The access configuration; `host` and `port` make the address where PUBLIC_URL does not say it. */
export function accessConfig(variables: AccessVariables, host: string, port: number): AccessConfig {
  return {
    publicUrl: new URL(variables.PUBLIC_URL ?? defaultAddress(host, port)).origin,
    trustedProxies: variables.TRUSTED_PROXIES,
    sessionIdleMinutes: variables.SESSION_IDLE_MINUTES,
    sessionHours: variables.SESSION_HOURS,
    requestsPerMinute: variables.REQUESTS_PER_MINUTE,
    provider: providerConfig(variables),
  };
}

function providerConfig(variables: AccessVariables): ProviderConfig | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = variables;
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined)
    return null;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    algorithm: variables.OIDC_SIGNING_ALGORITHM,
    claims: {
      roleClaim: variables.OIDC_ROLE_CLAIM ?? null,
      unitClaim: variables.OIDC_UNIT_CLAIM ?? null,
      roles: variables.OIDC_ROLES ?? {},
    },
  };
}

const ON_THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** Whether an address, or a host name with or without a port, can only mean this machine. */
export function isLoopback(addressOrHost: string): boolean {
  const written = addressOrHost.includes('://')
    ? [addressOrHost]
    : [`http://${addressOrHost}`, `http://[${addressOrHost}]`];
  const address = written.find((one) => URL.canParse(one));
  return address !== undefined && ON_THIS_MACHINE.includes(new URL(address).hostname);
}

function defaultAddress(host: string, port: number): string {
  const isAny = ['0.0.0.0', '::', ''].includes(host) || isLoopback(host);
  return `http://${isAny ? 'localhost' : bracketed(host)}:${port}`;
}

const bracketed = (host: string): string =>
  host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
