import { createHash } from 'node:crypto';

/** A page of the server's own, with the policy it is to be sent with. */
export interface HtmlPage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

const STYLE = `
:root { color-scheme: light dark; --text: #1b1b1b; --quiet: #4d4d4d; --ground: #fff; --edge: #767676; --act: #0b5c8f; }
@media (prefers-color-scheme: dark) {
  :root { --text: #f0f0f0; --quiet: #c2c2c2; --ground: #161616; --edge: #949494; --act: #8ecbf5; }
}
body { margin: 0; background: var(--ground); color: var(--text); font: 1.125rem/1.5 'IBM Plex Sans', system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; }
a { color: var(--act); }
.quiet { color: var(--quiet); }
ul { list-style: none; margin: 1.5rem 0; padding: 0; }
button { box-sizing: border-box; width: 100%; min-height: 3rem; margin: 0 0 .5rem; padding: .5rem 1rem; text-align: left; font: inherit;
  color: inherit; background: transparent; border: 1px solid var(--edge); border-radius: .25rem; cursor: pointer; }
button:hover { border-color: var(--act); }
button span { display: block; color: var(--quiet); font-size: 1rem; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Writes text so that it stands in HTML, attributes included, as nothing but text. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * A Danish page without scripts, readable on any screen. `body` is HTML whose texts have been escaped; `formAction`
 * names the sources its forms may lead to, redirects included (none when left out).
 */
export function htmlPage(title: string, body: string, formAction = "'none'"): HtmlPage {
  const html = `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Dagsorden</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    `form-action ${formAction}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return { html, contentSecurityPolicy: policy.join('; ') };
}
