/** Whether a body, point or attachment may be read by everybody in the circle (`open`) or by those named (`closed`). */
export type Visibility = 'open' | 'closed';

/** Whom a document is made for: `all` who may read closed things, or only what is `open`. */
export type Audience = 'all' | 'open';

/** The strictest of several visibilities wins; none given counts as open (PRODUCT.md, Words). */
export function strictest(...visibilities: readonly (Visibility | null | undefined)[]): Visibility {
  return visibilities.includes('closed') ? 'closed' : 'open';
}
