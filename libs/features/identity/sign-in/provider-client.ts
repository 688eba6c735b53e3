import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { ACCESS } from '../../../platform/config/access.js';
import type { AccessConfig, ProviderConfig } from '../../../platform/config/access.js';
import { SignInRefusal } from './refusal.js';

/** What binds an answer of the provider to the question it was asked. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is, as the provider has proven it. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** The provider's own name of the session, where it gives one. */
  readonly session: string | null;
  readonly claims: Readonly<Record<string, unknown>>;
}

const TIMEOUT_SECONDS = 5;
/** After this long the provider is asked again how it wants to be spoken to. */
const RENEW_AFTER_MS = 3_600_000;

/** Speaks to the identity provider: the code flow of OpenID Connect, and nothing else of it. */
@Injectable()
export class ProviderClient {
  private known: { readonly at: number; readonly configuration: Promise<oidc.Configuration> } | null = null;

  constructor(@Inject(ACCESS) private readonly access: AccessConfig) {}

  /** Where the provider asks who somebody is. Throws `SignInRefusal` when it does not answer or is not configured. */
  async authorizationUrl({ state, nonce, verifier }: Attempt): Promise<URL> {
    const configuration = await this.configuration();
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callbackUrl(),
      scope: 'openid',
      response_type: 'code',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
  }

  /**
   * Exchanges what the provider sent the browser back with (`query`, as it came) for who somebody is. Throws
   * `SignInRefusal` unless state, issuer, PKCE, nonce, audience, times and signature are all as they must be.
   */
  async identify(query: string, { state, nonce, verifier }: Attempt): Promise<ProvenIdentity> {
    const provider = this.provider();
    const configuration = await this.configuration();
    // The address is ours to say: no header of the request has a part in it.
    const answered = new URL(`${this.callbackUrl()}${query}`);
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    };
    const tokens = await oidc.authorizationCodeGrant(configuration, answered, checks).catch(asRefusal);
    const claims = tokens.claims();
    if (claims?.iss !== provider.issuer) throw new SignInRefusal('not-proven', 'issuer');
    const session = typeof claims.sid === 'string' ? claims.sid : null;
    return { issuer: claims.iss, subject: claims.sub, session, claims };
  }

  /** Where the provider's own session is ended (RP-initiated logout); null when it offers that not, or does not answer. */
  async endSessionUrl(): Promise<string | null> {
    if (this.access.provider === null) return null;
    const configuration = await this.configuration().catch(() => null);
    if (configuration?.serverMetadata().end_session_endpoint === undefined) return null;
    const back = `${this.access.publicUrl}/login`;
    const url = oidc.buildEndSessionUrl(configuration, {
      client_id: this.access.provider.clientId,
      post_logout_redirect_uri: back,
    });
    return url.href;
  }

  private callbackUrl(): string {
    return `${this.access.publicUrl}/sign-in/callback`;
  }

  private provider(): ProviderConfig {
    if (this.access.provider === null) throw new SignInRefusal('no-provider', 'not configured');
    return this.access.provider;
  }

  private configuration(): Promise<oidc.Configuration> {
    const provider = this.provider();
    if (this.known === null || Date.now() - this.known.at > RENEW_AFTER_MS) {
      const configuration = discover(provider);
      this.known = { at: Date.now(), configuration };
      configuration.catch(() => (this.known = null));
    }
    return this.known.configuration;
  }
}

async function discover(provider: ProviderConfig): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret, algorithm } = provider;
  const plain = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
  const configuration = await oidc
    .discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret, id_token_signed_response_alg: algorithm },
      oidc.ClientSecretBasic(clientSecret),
      // Without this openid-client trusts the connection and leaves the signature of the ID token unread.
      { execute: [oidc.enableNonRepudiationChecks, ...plain], timeout: TIMEOUT_SECONDS },
    )
    .catch((error: unknown) => {
      throw new SignInRefusal('provider-unavailable', codeOf(error));
    });
  if (configuration.serverMetadata().issuer !== issuer) {
    throw new SignInRefusal('provider-unavailable', 'it calls itself something else than OIDC_ISSUER');
  }
  return configuration;
}

function asRefusal(error: unknown): never {
  if (error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied') {
    throw new SignInRefusal('given-up', 'access_denied');
  }
  throw new SignInRefusal(isUnreachable(error) ? 'provider-unavailable' : 'not-proven', codeOf(error));
}

/** fetch throws a TypeError when nobody answers, and AbortSignal.timeout its own when nobody answers in time. */
function isUnreachable(error: unknown): boolean {
  return codeOf(error) === 'OAUTH_TIMEOUT' || (error instanceof Error && error.message === 'fetch failed');
}

/** What the log may know of a fault: its kind. Messages and causes of openid-client may hold claims and tokens. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
