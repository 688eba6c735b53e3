import { escapeHtml, htmlPage } from '../../../platform/http/html-page.js';
import type { HtmlPage } from '../../../platform/http/html-page.js';
import type { RefusalReason } from './refusal.js';

interface Wording {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

const AGAIN = 'Prøv igen.';

const WORDING: Readonly<Record<RefusalReason, Wording>> = {
  'no-provider': {
    status: 503,
    title: 'Login er ikke sat op',
    text: 'Dagsorden ved ikke endnu, hvor du logger ind. Kontakt driften.',
  },
  'provider-unavailable': {
    status: 503,
    title: 'Login svarer ikke',
    text: 'Dagsorden kan ikke få fat i det sted, hvor du logger ind. Prøv igen om lidt.',
  },
  'given-up': { status: 403, title: 'Du er ikke logget ind', text: 'Du afbrød, før du var færdig.' },
  'not-ours': {
    status: 400,
    title: 'Dit login er udløbet',
    text: `Det tog for lang tid, eller du begyndte i en anden browser. ${AGAIN}`,
  },
  'not-proven': {
    status: 400,
    title: 'Du blev ikke logget ind',
    text: `Svaret fra det sted, hvor du logger ind, kunne ikke bruges. ${AGAIN}`,
  },
  'unknown-person': {
    status: 403,
    title: 'Du har ikke adgang til Dagsorden',
    text: 'Du er logget ind i kommunen, men er ikke oprettet i Dagsorden. Bed sekretariatet eller en administrator om adgang, og oplys nummeret herunder.',
  },
  'inactive-person': {
    status: 403,
    title: 'Din adgang er lukket',
    text: 'Du er oprettet i Dagsorden, men din adgang er lukket. Kontakt sekretariatet eller en administrator, hvis det er en fejl.',
  },
  'too-many-attempts': {
    status: 429,
    title: 'For mange forsøg',
    text: 'Der er logget ind for mange gange herfra på kort tid. Vent lidt, og prøv så igen.',
  },
};

/**
 * The page that says why somebody is not let in, with the number their request has in the log and a way to try again that
 * leads where they were going (`returnTo`, a safe path); `status` is HTTP's.
 */
export function refusalPage(
  reason: RefusalReason,
  requestId: string,
  returnTo: string,
): HtmlPage & { readonly status: number } {
  const { status, title, text } = WORDING[reason];
  const again = returnTo === '/' ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
  const body = `<p>${escapeHtml(text)}</p>
<p><a href="${escapeHtml(again)}">Log ind igen</a></p>
<p class="quiet">Nummer: ${escapeHtml(requestId)}</p>`;
  return { status, ...htmlPage(title, body) };
}
