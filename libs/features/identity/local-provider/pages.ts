import { escapeHtml, htmlPage } from '../../../platform/http/html-page.js';
import type { HtmlPage } from '../../../platform/http/html-page.js';
import type { SamplePerson } from './sample-people.js';

const THIS_IS_A_TRIAL = `<p class="quiet">Prøvelogin: Fjordby Kommune og personerne på listen er opfundet.
Derfor skal du ikke bruge en adgangskode. I en rigtig kommune logger du ind, som du plejer.</p>`;

/** The page on which somebody chooses whom to be; the form posts `subject` to `action` and leads on to the product. */
export function choosePage(people: readonly SamplePerson[], action: string, publicUrl: string): HtmlPage {
  const list =
    people.length === 0
      ? '<p>Der er ingen prøvepersoner i databasen.</p>'
      : `<form method="post" action="${escapeHtml(action)}"><ul>${people.map(choice).join('')}</ul></form>`;
  return htmlPage('Hvem vil du være?', `${THIS_IS_A_TRIAL}\n${list}`, `'self' ${publicUrl}`);
}

function choice({ subject, name, initials, title, unitCode }: SamplePerson): string {
  const about = [title, unitCode].filter((word) => word !== null).join(', ');
  const known = initials === null ? '' : ` data-initials="${escapeHtml(initials)}"`;
  return `
<li><button name="subject" value="${escapeHtml(subject)}"${known}>${escapeHtml(name)}${
    about === '' ? '' : `<span>${escapeHtml(about)}</span>`
  }</button></li>`;
}

/** What stands when the provider cannot go on; without details, which it logs. */
export function stoppedPage(publicUrl: string): HtmlPage {
  const back = `<p><a href="${escapeHtml(publicUrl)}/sign-in">Log ind igen</a></p>`;
  return htmlPage('Dit login er udløbet', `<p>Det tog for lang tid, eller siden er brugt før.</p>${back}`);
}

/** Asks whether to end the provider's own session too. `form` is the provider's form with the id `op.logoutForm`. */
export function signOutPage(form: string, publicUrl: string): HtmlPage {
  const buttons = `<button form="op.logoutForm" name="logout" value="yes">Log helt ud</button>
<button form="op.logoutForm">Bliv logget ind</button>`;
  return htmlPage('Vil du logge helt ud?', `${THIS_IS_A_TRIAL}${form}${buttons}`, `'self' ${publicUrl}`);
}

/** What stands after signing out, where nobody asked to be sent on. */
export function signedOutPage(publicUrl: string): HtmlPage {
  const back = `<p><a href="${escapeHtml(publicUrl)}/sign-in">Log ind igen</a></p>`;
  return htmlPage('Du er logget ud', back);
}
