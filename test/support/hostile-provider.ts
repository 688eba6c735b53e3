import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;

/** How a provider may lie; what is not said is done as it should be. */
export interface Lies {
  /** Bends the claims of the ID token. */
  readonly claims?: (claims: Json) => Json;
  /** The header of the ID token, in place of the right one. */
  readonly header?: Json;
  /** Signs with a key that is not published. */
  readonly foreignKey?: boolean;
  /** Bends the whole ID token once it is signed. */
  readonly token?: (token: string) => string;
  /** Bends the address the browser is sent back to. */
  readonly back?: (address: URL) => void;
  /** Bends what discovery says. */
  readonly metadata?: (metadata: Json) => Json;
  /** Gives out no ID token at all. */
  readonly withoutIdToken?: boolean;
}

/** A provider made by hand, which proves that the client believes nothing it has not checked. */
export interface HostileProvider {
  readonly issuer: string;
  lies: Lies;
  /** What it saw at its token endpoint: the form of each call. */
  readonly exchanges: URLSearchParams[];
  stop(): Promise<void>;
}

export const CLIENT = {
  clientId: 'the-client',
  clientSecret: 'c'.repeat(8) + randomBytes(24).toString('hex'),
};

/** Starts it on loopback; it knows one subject, `subject-1`. */
export async function startHostileProvider(): Promise<HostileProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const nonces = new Map<string, string>();
  const exchanges: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', provider.issuer);
    const json = (body: unknown): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    switch (address.pathname) {
      case '/.well-known/openid-configuration': {
        json(metadataOf(provider));
        return;
      }
      case '/jwks': {
        json({
          keys: [
            { ...own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' },
            { ...elliptic.publicKey.export({ format: 'jwk' }), kid: 'elliptic', use: 'sig', alg: 'ES256' },
          ],
        });
        return;
      }
      case '/auth': {
        const back = sendBack(provider, address.searchParams, nonces);
        return void response.writeHead(303, { location: back.href }).end();
      }
      default: {
        let body = '';
        request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        request.on('end', () => {
          const form = new URLSearchParams(body);
          exchanges.push(form);
          const nonce = nonces.get(form.get('code') ?? '');
          const rsa = provider.lies.foreignKey === true ? foreign.privateKey : own.privateKey;
          const isElliptic = provider.lies.header?.alg === 'ES256';
          json(tokensOf(provider, nonce, isElliptic ? elliptic.privateKey : rsa));
        });
      }
    }
  });
  const provider: { issuer: string; lies: Lies; exchanges: URLSearchParams[]; stop(): Promise<void> } = {
    ...{ issuer: '', lies: {}, exchanges },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return provider;
}

function metadataOf({ issuer, lies }: HostileProvider): Json {
  const honest = {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'ES256', 'none'],
    authorization_response_iss_parameter_supported: true,
  };
  return lies.metadata?.(honest) ?? honest;
}

function sendBack(
  { issuer, lies }: HostileProvider,
  asked: URLSearchParams,
  nonces: Map<string, string>,
): URL {
  const code = randomBytes(8).toString('hex');
  nonces.set(code, asked.get('nonce') ?? '');
  const back = new URL(asked.get('redirect_uri') ?? '');
  back.search = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer }).toString();
  lies.back?.(back);
  return back;
}

function tokensOf({ issuer, lies }: HostileProvider, nonce: string | undefined, key: KeyObject): Json {
  const now = Math.floor(Date.now() / 1000);
  const honest = { iss: issuer, sub: 'subject-1', aud: CLIENT.clientId, nonce, iat: now, exp: now + 300 };
  const claims = lies.claims?.(honest) ?? honest;
  const header = lies.header ?? { alg: 'RS256', kid: 'own' };
  const signed = sign(header, claims, key);
  const token = lies.token?.(signed) ?? signed;
  const rest = { access_token: 'not-used', token_type: 'Bearer', expires_in: 300 };
  return lies.withoutIdToken === true ? rest : { ...rest, id_token: token };
}

function sign(header: Json, claims: Json, key: KeyObject): string {
  const written = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  if (header.alg === 'none') return `${written}.`;
  return `${written}.${createSign('SHA256').update(written).sign({ key, dsaEncoding: 'ieee-p1363' }, 'base64url')}`;
}
