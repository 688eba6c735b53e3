import { resolve } from 'node:path';
import { z } from 'zod';
import { accessConfig, accessVariables, missingAccessVariables } from './access.js';
import type { AccessConfig } from './access.js';
import { LOCAL_MAIL } from '../mail/mail.config.js';
import type { MailConfig } from '../mail/mail.config.js';
import { USUAL_REGRET_SECONDS } from './regret.js';
import { passwordInAddressFault } from './secrets.js';

/** Everything the processes take from their environment, read once and checked. */
export interface Config {
  /** Connection string of the PostgreSQL that holds everything; null: the embedded one under `dataDir`. */
  readonly databaseUrl: string | null;
  /** Connection string of the Redis that carries the queue; null: the queue lives in the same PostgreSQL. */
  readonly redisUrl: string | null;
  /** Address and port the api listens on. */
  readonly host: string;
  readonly port: number;
  /** Absolute folder of the embedded database, the files and the mailbox. */
  readonly dataDir: string;
  /** The seed of the key that signs the checkpoints of the audit trail; null: one is made and kept under `dataDir`. */
  readonly auditKey: string | null;
  /** LibreOffice, which makes PDFs: a name on the path, or where it lies. */
  readonly soffice: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Sign-in, sessions and the address people use. */
  readonly access: AccessConfig;
  readonly mail: MailConfig;
  /** How long the sending of an agenda waits to be taken back, in seconds. */
  readonly regretSeconds: number;
  /** Whether NODE_ENV says that this is a real installation. */
  readonly production: boolean;
}

/** The environment does not make sense; the message names the variable and the rule. */
export class ConfigError extends Error {}

const emptyAsAbsent = (value: unknown): unknown => (value === '' ? undefined : value);

const server = (protocol: RegExp) =>
  z.url({ protocol }).superRefine((address, context) => {
    const fault = URL.canParse(address) ? passwordInAddressFault(address) : null;
    if (fault !== null) context.addIssue({ code: 'custom', message: `its password ${fault}` });
  });

const environment = z.object({
  ...accessVariables,
  NODE_ENV: z.string().optional(),
  DATABASE_URL: z.preprocess(emptyAsAbsent, server(/^postgres(ql)?$/).optional()),
  REDIS_URL: z.preprocess(emptyAsAbsent, server(/^rediss?$/).optional()),
  HOST: z.preprocess(emptyAsAbsent, z.string().default('127.0.0.1')),
  PORT: z.preprocess(emptyAsAbsent, z.coerce.number().int().min(0).max(65535).default(3000)),
  DATA_DIR: z.preprocess(emptyAsAbsent, z.string().default('./data')),
  AUDIT_KEY: z.preprocess(
    emptyAsAbsent,
    z
      .string()
      .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 random bytes in base64 (openssl rand -base64 32)')
      .optional(),
  ),
  SMTP_URL: z.preprocess(emptyAsAbsent, server(/^smtps?$/).optional()),
  MAIL_FROM: z.preprocess(
    emptyAsAbsent,
    z
      .string()
      .regex(
        /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
        'must be an address, or a name and <address>',
      )
      .optional(),
  ),
  REGRET_SECONDS: z.preprocess(
    emptyAsAbsent,
    z.coerce.number().int().min(0).max(600).default(USUAL_REGRET_SECONDS),
  ),
  SOFFICE: z.preprocess(emptyAsAbsent, z.string().default('soffice')),
  LOG_LEVEL: z.preprocess(
    emptyAsAbsent,
    z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ),
});

/** Reads the configuration from the environment; throws `ConfigError` naming each variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The configuration is wrong. ${faults.join('; ')}`);
  }
  const { DATABASE_URL, REDIS_URL, HOST, PORT, DATA_DIR, AUDIT_KEY, SOFFICE } = parsed.data;
  const { LOG_LEVEL, NODE_ENV, SMTP_URL, MAIL_FROM } = parsed.data;
  if (SMTP_URL !== undefined && MAIL_FROM === undefined)
    throw new ConfigError('The configuration is wrong. SMTP_URL is set, and so must be: MAIL_FROM');
  const missing = missingAccessVariables(parsed.data);
  if (missing.length > 0) {
    throw new ConfigError(
      `The configuration is wrong. OIDC_ISSUER is set, and so must be: ${missing.join(', ')}`,
    );
  }
  return {
    databaseUrl: DATABASE_URL ?? null,
    redisUrl: REDIS_URL ?? null,
    host: HOST,
    port: PORT,
    dataDir: resolve(DATA_DIR),
    auditKey: AUDIT_KEY ?? null,
    soffice: SOFFICE,
    logLevel: LOG_LEVEL,
    access: accessConfig(parsed.data, HOST, PORT),
    mail: { smtpUrl: SMTP_URL ?? null, from: MAIL_FROM ?? LOCAL_MAIL.from },
    regretSeconds: parsed.data.REGRET_SECONDS,
    production: NODE_ENV === 'production',
  };
}
