import { isLoopback } from '../../../platform/config/access.js';

export interface LocalProviderOptions {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** The address of the product, whose callback is the only one the provider sends people to. */
  readonly publicUrl: string;
  /** The address the api listens on: it must be this machine's own too. */
  readonly host: string;
  readonly production: boolean;
  /** 0: one the system chooses. */
  readonly port: number;
  readonly log: (line: string) => void;
}

/** A running local identity provider, and how the api is to speak to it. */
export interface LocalProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  stop(): Promise<void>;
}

/** The local provider may not run here; the message says what to set instead. */
export class LocalProviderRefusal extends Error {}

/**
 * Throws `LocalProviderRefusal` in production and where the product can be reached from elsewhere: whoever reaches the
 * local provider may be any of the sample people.
 */
export function refuseWhereItWouldBeOpen(
  options: Pick<LocalProviderOptions, 'production' | 'publicUrl' | 'host'>,
): void {
  const reason = reasonAgainst(options);
  if (reason === null) return;
  throw new LocalProviderRefusal(
    `The sign-in of the trial does not start, because ${reason}: anybody could sign in as anybody. ` +
      'Set OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL to sign in at your own provider.',
  );
}

function reasonAgainst({
  production,
  publicUrl,
  host,
}: Pick<LocalProviderOptions, 'production' | 'publicUrl' | 'host'>): string | null {
  if (production) return 'NODE_ENV is production';
  if (!isLoopback(publicUrl)) return `PUBLIC_URL (${publicUrl}) is not this machine's own address`;
  return isLoopback(host) ? null : `HOST (${host}) lets others than this machine in`;
}
