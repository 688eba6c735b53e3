import { Provider, interactionPolicy } from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { HtmlPage } from '../../../platform/http/html-page.js';
import { memoryStore } from './memory.js';
import { signOutPage, signedOutPage, stoppedPage } from './pages.js';
import type { ProviderKeys } from './provider-keys.js';

/** The name the api is known by at the local provider. */
export const LOCAL_CLIENT_ID = 'dagsorden';

/** Where the provider shows whom one may be. */
export const CHOOSE_PATH = '/choose';

const MINUTE = 60;

/**
 * An OpenID provider that knows one client, the code flow with PKCE, and nothing else. Who somebody is, is asked at every
 * sign-in: `isKnown` says whether there is such a subject.
 */
export function makeProvider(
  issuer: string,
  publicUrl: string,
  keys: ProviderKeys,
  isKnown: (subject: string) => Promise<boolean>,
): Provider {
  const configuration: Configuration = {
    adapter: memoryStore(),
    clients: [client(publicUrl, keys.clientSecret)],
    responseTypes: ['code'],
    scopes: ['openid'],
    clientAuthMethods: ['client_secret_basic'],
    pkce: { required: () => true },
    jwks: { keys: [keys.signing] },
    cookies: {
      keys: [keys.cookies],
      names: { session: 'trial_session', interaction: 'trial_choice', resume: 'trial_resume' },
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, signOutPage(form, publicUrl)),
        postLogoutSuccessSource: (ctx) => show(ctx, signedOutPage(publicUrl)),
      },
    },
    ttl: {
      ...{ Interaction: 10 * MINUTE, Session: 12 * 60 * MINUTE, Grant: 10 * MINUTE },
      ...{ AuthorizationCode: MINUTE, IdToken: 5 * MINUTE, AccessToken: 5 * MINUTE },
    },
    interactions: {
      policy: alwaysAsk(),
      url: (_, interaction) => `${CHOOSE_PATH}/${interaction.uid}`,
    },
    findAccount: async (_, subject) =>
      (await isKnown(subject))
        ? { accountId: subject, claims: () => Promise.resolve({ sub: subject }) }
        : undefined,
    loadExistingGrant: grantSignIn,
    renderError: (ctx) => show(ctx, stoppedPage(publicUrl)),
  };
  return new Provider(issuer, configuration);
}

function client(publicUrl: string, secret: string): NonNullable<Configuration['clients']>[number] {
  return {
    client_id: LOCAL_CLIENT_ID,
    client_secret: secret,
    redirect_uris: [`${publicUrl}/sign-in/callback`],
    post_logout_redirect_uris: [`${publicUrl}/login`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_basic',
    id_token_signed_response_alg: 'RS256',
  };
}

/** Whoever was chosen last is not who sits there now; and there is nothing to consent to. */
function alwaysAsk(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check(
        'choose',
        'choose a sample person',
        (ctx) => ctx.oidc.result?.login === undefined,
      ),
    );
  return policy;
}

async function grantSignIn(ctx: KoaContextWithOIDC) {
  const { client: to, session, provider } = ctx.oidc;
  if (to === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: to.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

function show(ctx: KoaContextWithOIDC, page: HtmlPage): void {
  ctx.type = 'html';
  ctx.set('Content-Security-Policy', page.contentSecurityPolicy);
  ctx.body = page.html;
}
