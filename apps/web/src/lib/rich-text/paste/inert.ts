/** An opening tag with its attributes. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;
const ACTIVE = /([\s/"'])(style|on[a-z]+)(?=\s*=)/gi;

/**
 * A page whose styles and handlers are data: what is parsed of it applies and runs nothing, and the security policy of the page
 * has nothing to complain of.
 */
export function inert(html: string): string {
  return withoutSheets(html).replace(TAG, (tag) => tag.replace(ACTIVE, '$1data-$2'));
}

/** A page without its style sheets; one that does not end goes on to the end, as in a browser. */
function withoutSheets(html: string): string {
  // Letters that are longer in small would shift the places: only those of the tag are made small.
  const small = html.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  let [kept, from] = ['', 0];
  for (;;) {
    const at = small.indexOf('<style', from);
    if (at < 0) return kept + html.slice(from);
    kept += html.slice(from, at);
    const end = small.indexOf('</style', at);
    const close = end < 0 ? -1 : small.indexOf('>', end);
    if (close < 0) return kept;
    from = close + 1;
  }
}
